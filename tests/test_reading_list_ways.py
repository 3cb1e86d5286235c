"""Lists of messages in the ways that sites set them: whose day a day is, which line is the title, and what is no lead."""

from __future__ import annotations

import pytest

from reading_pages import only, read_html, read_text

MESSAGES = (
    ("16", "Speech by Ada Verne, Minister of Harbours, at the opening of the Skell lock", "The lock has water in it…"),
    ("15", "Interview of Minister Ada Verne with the Tern Gazette", "Will the ferry sail in May? It will, as…"),
    ("14", "Statement by the Ministry of Harbours on the closing of the canal", "The canal stays closed until…"),
)  # fmt: skip


def rows(row: str) -> str:
    """The messages, each in a row with its day for D, its linked title for T, its lead for L, a link to more for M."""
    out = ""
    for day, title, lead in MESSAGES:
        link = f"<a href='/news/{day}.html'>"
        put = {"D": f"{day} May 2031", "T": f"{link}{title}</a>", "P": title, "L": lead, "M": f"{link}Full text of it</a>"}  # fmt: skip
        out += "".join(put.get(part, part) for part in row.split("_"))
    return out


@pytest.mark.parametrize(
    ("row", "leads"),
    [
        ("<h3>_D_</h3><ul><li>_T_</li></ul>", False),
        ("<table><tr><td>_D_</td><td>Speech</td><td>_T_</td></tr></table>", False),
        ("<div><span>Speech</span> <span>_D_</span><h2>_T_</h2><p>_L_</p></div>", True),
        ("<div><h3>_T_</h3><p>Port Aven, _D_</p><p>_L_</p></div>", True),
        ("<div><h4>_T_</h4><p>_L_</p><small>_D_</small></div>", True),
        ("<div><h3>_T_</h3><p>_L_</p><div><span>_D_</span> _M_</div></div>", True),
        ("<div><h3>_T_</h3><p>_D_ | _L_</p></div>", True),
        ("<h2>_T_</h2><p>_D_</p><p>_L_ _M_</p>", True),
        ("<p>_D_, 10:30 a.m. CET _T_<br>_L_</p>", True),
        ("<p>_D_</p><p><b>_P_</b></p><p>_L_</p>", True),
    ],
)
def test_each_title_of_a_list_has_its_own_day_and_lead(row: str, leads: bool) -> None:
    """A day belongs to the title that it stands nearest to in the page's tree, not to that of the next row."""
    reading = read_html(f"<h1>Messages</h1>{rows(row)}")
    assert not reading.statements
    told = [(notice.posted_on, notice.title, notice.lead) for notice in reading.notices]
    assert told == [(f"2031-05-{day}", title, lead if leads else None) for day, title, lead in MESSAGES]


@pytest.mark.parametrize(
    "line",
    ["D P\n\nL\n\n", "D, 10:30 P\n\nL\n\n", "P, D\n\n", "D | Speech\n\nP\n\nL\n\n"],
)
def test_lines_of_a_plain_text_are_entries_with_their_days(line: str) -> None:
    """A time of day beside a day, a day behind its title, a kind in the place of the title."""
    page = "Tern House\n\n"
    for day, title, lead in MESSAGES:
        page += line.replace("D", f"{day} May 2031", 1).replace("P", title, 1).replace("L", lead, 1)
    reading = read_text(page)
    assert not reading.statements
    assert [(notice.posted_on, notice.title) for notice in reading.notices] == [
        (f"2031-05-{day}", title) for day, title, _ in MESSAGES
    ]


def test_what_stands_above_a_list_is_named() -> None:
    """A page that is only a list says what it holds, in a paragraph of its own; nothing of it is left without a name."""
    above = "<p>All messages of this house since the second winter of the lock, newest first, as far as they are kept.</p>"
    reading = read_html(f"<h1>Messages</h1>{above}<ul>{rows('<li>_D_ _T_</li>')}</ul>")
    assert len(reading.notices) == len(MESSAGES)
    assert reading.unclassified.characters == 0


def test_two_days_with_lines_below_them_are_no_list() -> None:
    """The day of issue above a title and the day of speaking above its place: a briefing of which nothing was read."""
    words = "MS. PELL: Thank you for joining. This is on background.\n\nMR. OLM: We shall do this in two parts, the lock and the quay.\n\n"
    statement = only(
        read_text(
            "Background Briefing on the Lock\n\nOffice of the Press Secretary\n\nFOR IMMEDIATE RELEASE      June 1, 2031\n\nBACKGROUND BRIEFING\n\n"
            f"May 31, 2031\n\nVia Conference Call\n\n{words * 3}"
        )
    )
    assert len(statement.turns) == 6
