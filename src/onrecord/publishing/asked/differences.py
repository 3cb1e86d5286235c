"""How a quotation differs from the record, in words for people: the same on a served page and in a reviewed article."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Verdict
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import N_
from onrecord.text import visible

BASES = {
    "original": N_("the original text as published; no recording was compared"),
    "official_translation": N_("an official translation as published; no recording was compared"),
    "interpreted": N_("an interpreter’s words as published; no recording was compared"),
    "unknown": N_("the text as published; no recording was compared"),
}
"""What the words on record are, in the words of a verdict."""


def tell_differences(verdict: Verdict, tongue: Tongue = ENGLISH) -> Iterator[tuple[str, str]]:
    """Yield what each difference is called, and what it is; unseen characters are made visible."""
    _ = tongue.gettext
    for rest in verdict.cut_off:
        words = _("“%(words)s”", words=visible(rest.text))
        yield _("left outside"), _("%(words)s (holds a negation)", words=words)
    for edit in verdict.edits:
        said, quoted = (
            _("“%(words)s”", words=visible(words)) if words else _("nothing")
            for words in (edit.said, edit.quoted)
        )
        kind = tongue.word("edit", edit.kind)
        yield (
            _("differs"),
            _("on record %(said)s, quoted %(quoted)s (%(kind)s)", said=said, quoted=quoted, kind=kind),
        )
    for put in verdict.inserted:
        words = _("“%(words)s”", words=visible(put.text))
        yield _("inserted"), _("%(words)s (changes a negation)", words=words) if put.negation else words
    for gap in verdict.omitted:
        words = _("“%(words)s”", words=visible(gap.text))
        yield _("left out"), _("%(words)s (holds a negation)", words=words) if gap.negation else words
