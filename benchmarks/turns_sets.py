"""The sets with known turns, each from its archive of the data folder; see each function for what its gold is worth."""

from __future__ import annotations

import csv
import io
import json
import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from turns_pages import Builder, KnownPage, Mark, Piece, page_of_pieces, split_markup, starts_of, weight

ANSWERS = Path(__file__).parent / "answers"
OFFICIAL = frozenset({"official"})
CHAIR = frozenset({"chair"})
QUESTIONER = frozenset({"questioner"})
MEMBER = frozenset({"official", "questioner"})
LEADS = frozenset({"chair", "questioner"})

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BRACKETS = re.compile(r"\s*(?:[(\[][^)\]]*[)\]][\s:.]*)*")
_CHAIR = re.compile(
    r"(?:the )?(?:(?:mr|mdm|madam|sir) )?(?:deputy |acting |assistant )?(?:speaker|chairman)\b", re.IGNORECASE
)
_OFFICE = re.compile(r"minister|secretary|speaker|chairman|attorney|governor|leader|president", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:Mr|Mrs|Miss|Ms|Mdm|Dr|Prof|Inche|Encik|Tun|Dato|The|An? hon|Hon|Some hon|Several hon|BG|Er|Assoc|RAdm)\b"
    r"(?!.*\b(?:House|Bill|Order|Assembly|Committee|Estimates)\b)",
    re.IGNORECASE,
)
_TITLES = re.compile(r"^(?:mr|mrs|ms|mdm|miss|dr|prof|sir|the|president|vice)\b\.?", re.IGNORECASE)


def members(archive: Path, ending: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file of an archive that ends so, by name."""
    with tarfile.open(archive) as tar:
        files = sorted(member.name for member in tar if member.isfile() and member.name.endswith(ending))
        for name in files:
            file = tar.extractfile(name)
            assert file is not None
            yield name.split("/", 1)[1], file.read()


def mark_at(
    start: int, piece: str, offset: int, label: str, roles: frozenset[str], person: str | None
) -> Mark:
    """Return the mark of a label that stands at an offset of a block beginning at `start`."""
    end = offset + len(label)
    after = _BRACKETS.match(piece, end)
    rest = after.group() if after else ""
    place = start + weight(piece[:offset])
    words = place + weight(label)
    return Mark(place, words, words + weight(rest), label, roles, person)


def named(label: str) -> str | None:
    """Return a label as words of a name, or None where it names an office only."""
    rest = label
    while (shorter := _TITLES.sub("", rest).strip()) != rest:
        rest = shorter
    return None if not rest or _OFFICE.search(rest) else label


# White House briefings: labels by hand


def whitehouse(folder: Path, everything: bool) -> Iterator[KnownPage]:
    """Yield the hand-labelled briefings; the answers hold block numbers, offsets and labels."""
    del everything
    answers = {}
    for line in (ANSWERS / "whitehouse-briefings.jsonl").read_text("utf-8").splitlines()[1:]:
        answer = json.loads(line)
        answers[answer["page"]] = answer
    for name, content in members(folder / "whitehouse-briefings" / "pages.tar.gz", ".html"):
        if name in answers:
            yield whitehouse_page(name, content.decode("utf-8"), answers[name])


def whitehouse_page(name: str, markup: str, answer: dict[str, list[list[object]]]) -> KnownPage:
    """Return one briefing with the turns of its answer."""
    pieces = split_markup(markup)
    starts = starts_of(piece.text for piece in pieces)
    marks = []
    for block, offset, label in answer["turns"]:
        assert isinstance(block, int)
        assert isinstance(offset, int)
        if label is None:
            marks.append(Mark(starts[block], starts[block], starts[block], None))
            continue
        text = str(label)
        if not pieces[block].text.startswith(text, offset):
            raise ValueError(f"{name}: block {block} has no {text!r} at {offset}")
        marks.append(
            mark_at(starts[block], pieces[block].text, offset, text, _briefing_roles(text), _briefed(text))
        )
    return page_of_pieces(name, markup, pieces, marks)


def _briefing_roles(label: str) -> frozenset[str]:
    word = label.strip("*: ").casefold()
    if re.fullmatch(r"q|question|reporters?|press", word):
        return QUESTIONER
    if re.search(r"moderator|operator", word):
        return CHAIR
    return frozenset() if re.search(r"audience|participant|interpreter", word) else OFFICIAL


def _briefed(label: str) -> str | None:
    word = label.strip("*: ").casefold()
    known = {"the president": "Obama", "the vice president": "Biden", "the first lady": "Obama"}
    if _briefing_roles(label) != OFFICIAL or re.search(r"official|staff|voice", word):
        return ""
    return known.get(word) or named(label.strip("*: "))


# Singapore: the comments before the speeches


def hansard(folder: Path, everything: bool) -> Iterator[KnownPage]:
    """Yield every third sitting, or all: near-gold from the comments, which are taken out of the page.

    A bold label with a colon is a turn where its comment is missing; a bold name without either ("Mr X rose -") is left
    open: it counts neither for nor against.
    """
    files = list(members(folder / "singapore-hansard" / "sittings.tar.gz", ".html"))
    for name, content in files if everything else files[::3]:
        markup = content.decode("utf-8", "replace")
        pieces = split_markup(markup)
        marks = _sitting_marks(pieces)
        if len(marks) >= 5:
            yield page_of_pieces(name.split("/")[-1], _COMMENT.sub("", markup), pieces, marks)


def _sitting_marks(pieces: Sequence[Piece]) -> list[Mark]:
    starts = starts_of(piece.text for piece in pieces)
    commented = [(n, person) for n, piece in enumerate(pieces) if (person := _commented(piece.notes))]
    found: dict[int, tuple[Lead, str, bool]] = {}
    people: dict[str, str] = {}
    ends = [n for n, _ in commented[1:]] + [len(pieces)]
    for (n, person), end in zip(commented, ends, strict=False):
        for near in range(n, min(end, n + 8)):
            if (lead := _lead(pieces[near])) and _of_person(lead.label, person):
                found[near] = (lead, person, False)
                people.setdefault(lead.label.casefold(), person)
                break
    for n, piece in enumerate(pieces if commented else ()):
        lead = _lead(piece) if n not in found else None
        known = people.get(lead.label.casefold(), "") if lead else ""
        if lead and lead.bold and (known or _ADDRESSED.match(lead.label)):
            found[n] = (lead, known or lead.label, not lead.ends)
    return [
        replace(
            mark_at(
                starts[n],
                pieces[n].text,
                lead.offset,
                lead.label,
                CHAIR if _CHAIR.match(lead.label) else MEMBER,
                _person(person, lead.label),
            ),
            open=left_open,
        )
        for n, (lead, person, left_open) in sorted(found.items())
    ]


def _commented(notes: Sequence[str]) -> str:
    """The speaker that the last telling comment names."""
    for note in reversed(notes):
        if note.startswith("MP_NAME:"):
            return note[8:].strip(" -")
        if len(note) < 150 and not re.search(r"_NAME|_TITLE|CDATA|<|http", note):
            return note
    return ""


class Lead(NamedTuple):
    """The label that a block may begin with; `ends`: it is bold and a colon is behind it."""

    offset: int
    label: str
    bold: bool
    ends: bool


def _lead(piece: Piece) -> Lead | None:
    number = re.match(r"(?:\*?\d+[.)]\s*|[\s\xa0]+)*", piece.text)
    offset = number.end() if number else 0
    bold_until = offset
    for start, end in piece.bold:
        if start <= bold_until < end or (start > bold_until and not piece.text[bold_until:start].strip()):
            bold_until = end
    colon = piece.text.find(":", offset)
    if bold_until > offset:
        label = piece.text[offset : min(colon if colon >= 0 else bold_until, bold_until)].rstrip(" \xa0:")
        rest = _BRACKETS.match(piece.text, offset + len(label))
        ends = rest is not None and ":" in piece.text[offset + len(label) : rest.end() + 2]
        return Lead(offset, label, True, ends) if label and len(label.split()) <= 30 else None
    if 0 < colon - offset < 160:
        return Lead(offset, piece.text[offset:colon].rstrip(" \xa0"), False, False)
    return None


def _of_person(label: str, person: str) -> bool:
    if _CHAIR.match(label):
        return bool(re.search(r"speaker|chairman", person, re.IGNORECASE))
    words = re.findall(r"[^\W\d_]{3,}", person.casefold())
    said = re.findall(r"[^\W\d_]{3,}", label.casefold())
    return any(fuzz.ratio(word, other) >= 80 for word in words for other in said)


def _person(comment: str, label: str) -> str | None:
    """The name's words in a comment: the part that is no office, inside or outside the brackets."""
    parts = [part.strip(" )") for part in re.split(r"\(", comment)]
    names = [part for part in parts if part and not _OFFICE.search(part)]
    inside = re.search(r"\((M[rs]{1,2}|Mdm|Dr|Prof|Encik|Inche)\b[^)]*\)", label)
    if not names and inside:
        return inside.group()
    return " ".join([names[0], label if not _OFFICE.search(label) else ""]) if names else None


# Debates: speakers stated line by line


def debates(folder: Path, everything: bool) -> Iterator[KnownPage]:
    """Yield debates and interviews built from their lines: neighbouring lines of one speaker make one turn."""
    del everything
    for name, content in members(folder / "debates" / "transcripts.tar.gz", ".tsv"):
        yield _debate(name, content.decode("utf-8"))


def _debate(name: str, text: str) -> KnownPage:
    rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    builder = Builder(name, name.removesuffix(".tsv").replace("_", " ").title())
    for said_by, sentences in _stretches((row[1].strip(), row[2].strip()) for row in rows if len(row) >= 3):
        if said_by == "SYSTEM":
            builder.add(sentences[0] if sentences[0][0] in "([" else f"({sentences[0]})")
            continue
        for at in range(0, len(sentences), 6):
            paragraph = " ".join(sentences[at : at + 6])
            if at or said_by is None:
                builder.add(paragraph)
            else:
                builder.begin(f"{said_by}:", paragraph, *_debater(said_by))
    return builder.page()


def _stretches(rows: Iterable[tuple[str, str]]) -> list[tuple[str | None, list[str]]]:
    """Join neighbouring lines of one speaker; what goes on behind a direction has no label of its own."""
    stretches: list[tuple[str | None, list[str]]] = []
    speaker = None
    for said_by, sentence in rows:
        broken = not stretches or stretches[-1][0] == "SYSTEM"
        if not sentence:
            continue
        if said_by == "SYSTEM":
            stretches.append((said_by, [sentence]))
        elif sum(word[0].islower() for word in said_by.split()) >= 2 and speaker:
            # The words before a colon inside a sentence, taken for a speaker by whoever made the table.
            words = f"{said_by}: {sentence}"
            stretches.append((None, [words])) if broken else stretches[-1][1].append(words)
        elif said_by == speaker:
            stretches.append((None, [sentence])) if broken else stretches[-1][1].append(sentence)
        else:
            speaker = said_by
            stretches.append((said_by, [sentence]))
    return stretches


_HOSTS = re.compile(
    r"todd|bash|tapper|blitzer|louis|quijano|doocy|o'reilly|lemon|maddow|woodruff|ifill|schieffer|matthews",
    re.IGNORECASE,
)


def _debater(label: str) -> tuple[frozenset[str], str | None]:
    if re.fullmatch(r"question|reporter", label, re.IGNORECASE):
        return QUESTIONER, ""
    if re.search(r"audience|unidentified|unknown|crowd|supporter", label, re.IGNORECASE):
        return frozenset(), ""
    return (LEADS if _HOSTS.search(label) else frozenset()) or _politician(label), named(label)


def _politician(label: str) -> frozenset[str]:
    """Officials where that is plain; guests, reporters and members of a studio's public are left open."""
    plain = re.search(
        r"trump|clinton|sanders|kaine|pence|obama|romney|cruz|biden|harris|booker|gillibrand|blasio|inslee|castro"
        r"|bennet|yang|pelosi|gabbard|schumer",
        label,
        re.IGNORECASE,
    )
    return OFFICIAL if plain and not re.search(r"supporter|huckabee", label, re.IGNORECASE) else frozenset()


# German: printed speaker lines


_SPEAKER_LINE = re.compile(
    r"\s*((?:(?:Vize|Alters)?präsident(?:in)?\s(?:Dr\. ?)?(?:h\. ?c\. ?)?[^:.!?]{4,60}"
    r"|[^:!?„“]{3,70}\((?:CDU/CSU|SPD|FDP|DIE LINKE|BÜNDNIS ?90/ ?DIE ?GRÜNEN)\)"
    r"|[^:!?„“,]{4,50},\s(?:Bundes|Staats|Parl|Beauftragte|Wehrbeauftragte|Senator|Minister|Ministerin|Justiz)[^:!?]{3,130}"
    r"|Schriftführer(?:in)?\s[^:!?]{4,50}))\s*:\s*",
    re.IGNORECASE,
)


def bundestag(folder: Path, everything: bool) -> Iterator[KnownPage]:
    """Yield plenary records with the printed form of their speaker lines as near-gold; the markup is a line a paragraph."""
    del everything
    for name, content in members(folder / "other-languages" / "texts.tar.gz", ".txt"):
        if name.startswith("de-bundestag/"):
            yield _plenary(name.split("/")[-1], _decoded(content))


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _plenary(name: str, text: str) -> KnownPage:
    lines = [line for line in text.split("\n") if line.strip()]
    begun = next((n for n, line in enumerate(lines) if re.match(r"\s*(?:Beginn|Be-?ginn):? ", line)), 0)
    starts = starts_of(lines)
    marks = []
    for n, line in enumerate(lines[begun:], begun):
        match = _SPEAKER_LINE.fullmatch(line)
        if match and match[1].lstrip()[:1].isupper():
            label = match[1].strip()
            chair = re.match(r"(?:vize|alters)?präsident", label, re.IGNORECASE)
            person = re.sub(r"^\S+|\(.*|,.*", "", label) if chair else re.sub(r"\(.*|,.*", "", label)
            marks.append(
                mark_at(starts[n], line, line.find(label), label, CHAIR if chair else MEMBER, person)
            )
    markup = "<html><body>" + "\n".join(f"<p>{_escaped(line)}</p>" for line in lines) + "</body></html>"
    return KnownPage(name, markup, text, tuple(marks), tuple(starts), tuple(lines))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
