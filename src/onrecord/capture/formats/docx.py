"""Word texts (DOCX, ECMA-376): paragraphs with their headings, bold runs, tables and links; notes, headers and footers apart."""

from __future__ import annotations

import io
import re
import zipfile

from onrecord.capture.captured import Captured
from onrecord.capture.charset import Decoded
from onrecord.capture.formats.docx_parts import LinkEvents, Links, StyleEvents, Styles, WordText
from onrecord.capture.formats.written import escaped, write_page
from onrecord.capture.formats.xml import XmlDamaged, XmlEvents, XmlRefused, read_xml
from onrecord.capture.zips import Member, Refused, members_of, open_zip, read_member
from onrecord.model import Issue, Severity

_MAIN = "word/document.xml"
_PART_LIMIT = 32 << 20
_AROUND = re.compile(r"word/(?:header|footer)\d{0,3}\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\.xml")
_MOST_AROUND = 60
_TITLE_WITHIN = 3000


def open_docx(captured: Captured) -> Decoded:
    """Return the page that a Word text is; what cannot be read in it is named."""
    issues: list[Issue] = []
    try:
        with open_zip(io.BytesIO(captured.body)) as opened:
            page = _page(captured, opened, issues)
    except Refused as refused:
        issues.append(_issue(captured, "docx_unreadable", f"{refused}", "error"))
        page = ""
    return Decoded(page, "utf-8", tuple(issues))


def _page(captured: Captured, opened: zipfile.ZipFile, issues: list[Issue]) -> str:
    members = {member.name: member for member in members_of(opened)}
    for member in members.values():
        if member.refusal:
            said = f"has a member {member.name[:80]!r} that {member.refusal}, and was not read"
            issues.append(_issue(captured, "member_refused", said, "warning"))
    reading = _Parts(captured, opened, members, issues)
    styles, links = reading.styles(), reading.links()
    body = reading.text(_MAIN, styles, links)
    if body is None:
        return ""
    if body.changed:
        said = (
            f"holds {body.changed} changes that nobody has accepted: insertions were read, deletions were not"
        )
        issues.append(_issue(captured, "changes_open", said, "warning"))
    beside = []
    for name in sorted(each for each in members if _NOTES.fullmatch(each)):
        if (notes := reading.text(name, styles, links)) is not None and notes.plain:
            beside.append(f"<aside>{notes.markup()}</aside>")
    seen: set[str] = set()
    for name in sorted(each for each in members if _AROUND.fullmatch(each))[:_MOST_AROUND]:
        around = reading.text(name, styles, links)
        if around is not None and around.plain and around.plain not in seen:
            seen.add(around.plain)
            beside.append(f"<footer>{around.markup()}</footer>")
    title = reading.title(body.plain[:_TITLE_WITHIN])
    return write_page(body.markup(), title=title, beside="".join(beside))


class _Parts:
    """The XML parts of one Word text, each read once, its faults noted."""

    def __init__(
        self, captured: Captured, opened: zipfile.ZipFile, members: dict[str, Member], issues: list[Issue]
    ) -> None:
        self._captured = captured
        self._opened = opened
        self._members = members
        self._issues = issues

    def styles(self) -> Styles:
        """Return the styles of headings and bold text, none where they cannot be read."""
        styles = Styles()
        self._read("word/styles.xml", StyleEvents(styles))
        return styles

    def links(self) -> Links:
        """Return where links lead, by their ids."""
        links = Links()
        self._read("word/_rels/document.xml.rels", LinkEvents(links))
        return links

    def text(self, name: str, styles: Styles, links: Links) -> WordText | None:
        """Return the text of a part, None where it cannot be read."""
        text = WordText(name, styles, links)
        return text if self._read(name, text, needed=name == _MAIN) else None

    def title(self, beginning: str) -> str | None:
        """Return the title that the file's properties tell, if its text begins with it: many are a template's."""
        properties = _Title()
        self._read("docProps/core.xml", properties)
        words = " ".join("".join(properties.pieces).split())
        return words if words and escaped(words).casefold() in beginning.casefold() else None

    def _read(self, name: str, events: XmlEvents, needed: bool = False) -> bool:
        severity: Severity = "error" if needed else "warning"
        if name not in self._members:
            if needed:
                self._tell(f"has no member {name}: fetch it again", severity)
            return False
        try:
            read_xml(read_member(self._opened, self._members[name], _PART_LIMIT), events)
        except Refused as refused:
            self._tell(str(refused), severity)
            return False
        except XmlRefused as refused:
            self._tell(f"has a member {name} that {refused}, and was not read", severity)
            return False
        except XmlDamaged as damaged:
            self._tell(
                f"has a damaged member {name} ({damaged}); what stands before the fault was read", "warning"
            )
        return True

    def _tell(self, said: str, severity: Severity) -> None:
        if severity == "error" or not any(said in issue.message for issue in self._issues):
            self._issues.append(_issue(self._captured, "docx_unreadable", said, severity))


class _Title(XmlEvents):
    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._inside = False

    def begin(self, name: str, attributes: dict[str, str], offset: int) -> None:
        self._inside = name == "dc:title"

    def end(self, name: str, offset: int) -> None:
        self._inside = False

    def words(self, text: str) -> None:
        if self._inside:
            self.pieces.append(text)


def _issue(captured: Captured, code: str, said: str, severity: Severity) -> Issue:
    where = captured.capture.url or captured.capture.locator.file
    return Issue(code, f"The Word text {where} {said}.", captured.capture.locator, severity)
