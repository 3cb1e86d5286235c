"""The codes of the issues that name a stand-in: the record asks for them, and does not load the words by which they are told."""

STAND_INS = frozenset(
    (
        "block_page",
        "login_wall",
        "not_found",
        "soft_not_found",
        "error_page",
        "empty_shell",
        "sent_on",
    )
)
"""The codes of the issues that name one."""
