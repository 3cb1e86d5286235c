"""The sets with known turns, each from its archive of the data folder; see each function for what its gold is worth."""

from __future__ import annotations

import csv
import io
import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from turns_pages import Builder, KnownPage, Mark, page_of_pieces, split_markup, starts_of, weight

ANSWERS = Path(__file__).parent / "answers"
OFFICIAL = frozenset({"official"})
CHAIR = frozenset({"chair"})
QUESTIONER = frozenset({"questioner"})
MEMBER = frozenset({"official", "questioner"})
LEADS = frozenset({"chair", "questioner"})

BRACKETS = re.compile(r"\s*(?:[(\[][^)\]]*[)\]][\s:.]*)*")
OFFICE = re.compile(r"minister|secretary|speaker|chairman|attorney|governor|leader|president", re.IGNORECASE)
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
    after = BRACKETS.match(piece, end)
    rest = after.group() if after else ""
    place = start + weight(piece[:offset])
    words = place + weight(label)
    return Mark(place, words, words + weight(rest), label, roles, person)


def named(label: str) -> str | None:
    """Return a label as words of a name, or None where it names an office only."""
    rest = label
    while (shorter := _TITLES.sub("", rest).strip()) != rest:
        rest = shorter
    return None if not rest or OFFICE.search(rest) else label


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


_PARTY = r"\((?:CDU/CSU|SPD|FDP|DIE LINKE|BÜNDNIS ?90/ ?DIE ?GRÜNEN|fraktionslos)\)"
_POST = r"(?:Bundes|Staats|Parl|Beauftragte|Wehrbeauftragte|Senator|Minister|Justiz|Chef)"
_SPEAKER_LINE = re.compile(
    r"\s*((?:Vize|Alters)?[Pp]räsident(?:in)? (?:Dr\. |h\. ?c\. |Prof\. )*[^:.!?]{4,60}"
    rf"|[^:!?„“(]{{3,40}}(?:\([^()]+\) )?{_PARTY}"
    rf"|[^:!?„“,]{{4,50}}, {_POST}[^:!?]{{3,130}}"
    r"|Schriftführer(?:in)? [^:!?]{4,50})\s*:\s*$"
)
# Speeches handed in on paper stand behind their label on one line.
_SPEAKER_START = re.compile(
    rf"\s*([A-ZÄÖÜ][^:!?„“(]{{3,40}}(?:\([^()]+\) )?{_PARTY}|(?:[A-ZÄÖÜ][^\s,]+ ){{1,4}}[^\s,]+, {_POST}[^:!?]{{3,110}}):"
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
        spaced = line.replace("\xa0", " ")
        match = _SPEAKER_LINE.match(spaced) or _SPEAKER_START.match(spaced)
        if match and match[1].lstrip()[:1].isupper():
            label = line[match.start(1) : match.end(1)]
            chair = re.match(r"(?:vize|alters)?präsident", label, re.IGNORECASE)
            person = re.sub(r"^\S+|\(.*|,.*", "", label) if chair else re.sub(r"\(.*|,.*", "", label)
            marks.append(
                mark_at(starts[n], line, line.find(label), label, CHAIR if chair else MEMBER, person)
            )
    markup = "<html><body>" + "\n".join(f"<p>{_escaped(line)}</p>" for line in lines) + "</body></html>"
    return KnownPage(name, markup, text, tuple(marks), tuple(starts), tuple(lines))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
