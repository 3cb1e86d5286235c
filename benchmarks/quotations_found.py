"""Quotations found in news articles, and whose they are said to be, against people's annotation of the same articles.

    python benchmarks/quotations_found.py [--half tune|report|both] [--data DIR] [--show N]

Set: `polnear-train`, in which every attribution is marked: content, cue, source. Known are the stretches of contents between quotation
marks, of five words or more: paired mark by mark inside one content alone, another and simpler way than onrecord's; sentences of one
quotation that were marked one by one are put together again, also those between the first and the last, which have no marks (until
November 2026 these were left out, and ten right stretches of the report half counted as wrong: precision .949 for .962). A stretch is found where at least four fifths of both are the same.
Precision counts as wrong what stands in marks and in no content: titles, slogans and mottoes among them. Rules were tuned on the
articles whose names have an even digest ("tune"); report the others.

The speaker claimed is compared with the source of the content: the same words, or the same last word of a name. Where the
annotators marked a pronoun for the source, they do not tell whom it means: how many of these onrecord names is told, not how well.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.model import Article
from onrecord.reviewing import ArticlePage, Claimed, claim_quotations
from turns import DATA

SET = "polnear-train"
LEAST_WORDS, LEAST_ALIKE = 5, 0.8
_WORD = re.compile(r"\w[\w'’-]*")
_MARKS = (re.compile(r"(?P<open>“)|(?P<close>”)"), re.compile('(?P<either>")'), re.compile("(?P<either>'')"))
_PRONOUNS = frozenset("he she they it i we you who him her them his their".split())
_EDGE = "\"“”'’‘., \t\n\u00a0"

Span = tuple[int, int]


class Attributed(NamedTuple):
    """A content that the annotators marked: its pieces, and the text and span of its source, if it has one."""

    pieces: tuple[Span, ...]
    source: str | None
    at: Span | None


class Annotated(NamedTuple):
    """An article with what each of its annotators marked."""

    name: str
    text: str
    attributed: tuple[Attributed, ...]


def articles(data: Path) -> Iterator[Annotated]:
    """Yield every article with its attributions."""
    with tarfile.open(data / SET / "articles.tar.gz") as tar:
        held = {
            member.name: extracted.read().decode("utf-8")
            for member in tar.getmembers()
            if member.isfile() and (extracted := tar.extractfile(member)) is not None
        }
    for path, text in sorted(held.items()):
        if path.endswith(".txt"):
            name = path.rsplit("/", 1)[-1][:-4]
            notes = [
                notes
                for other, notes in sorted(held.items())
                if re.search(rf"/{re.escape(name)}_\w{{4}}\.ann$", other)
            ]
            yield Annotated(name, text, tuple(one for each in notes for one in _attributed(each)))


def half_of(name: str) -> str:
    """Return the half an article belongs to."""
    return "tune" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else "report"


def _attributed(notes: str) -> Iterator[Attributed]:
    spans: dict[str, tuple[tuple[Span, ...], str]] = {}
    for line in io.StringIO(notes):
        fields = line.rstrip("\n").split("\t")
        if fields[0].startswith("T"):
            pieces = [piece.split() for piece in fields[1].split(" ", 1)[1].split(";")]
            spans[fields[0]] = tuple((int(start), int(end)) for start, end in pieces), fields[2]
        elif fields[0].startswith("E"):
            roles: dict[str, list[str]] = {}
            for role, to in (each.split(":") for each in fields[1].split()):
                roles.setdefault(role.rstrip("0123456789"), []).append(to)
            sources = [spans[to] for to in roles.get("Source", ()) if to in spans]
            for to in roles.get("Content", ()):
                if to in spans:
                    source = sources[0] if sources else None
                    yield Attributed(
                        spans[to][0], source[1] if source else None, source[0][0] if source else None
                    )


def known_in(article: Annotated) -> list[tuple[Span, Attributed]]:
    """Return the stretches between marks of all contents, with what they were marked as; those that follow on put together."""
    found: dict[Span, Attributed] = {}
    for (start, end), one in _put_together(article):
        for paragraph in re.finditer(r"[^\n]+", article.text[start:end]):
            for first, last in _enclosed(paragraph.group()):
                span = _trimmed(
                    article.text, start + paragraph.start() + first, start + paragraph.start() + last
                )
                found.setdefault(span, one)
    joined: list[tuple[Span, Attributed]] = []
    for span, one in sorted(found.items()):
        if joined and span[0] < joined[-1][0][1]:
            if span[1] > joined[-1][0][1]:
                joined[-1] = (joined[-1][0][0], span[1]), joined[-1][1]
            continue
        between = article.text[joined[-1][0][1] : span[0]] if joined else "\n"
        if "\n" not in between and not re.search(r"[\w\"“”]|''", between):
            joined[-1] = (joined[-1][0][0], span[1]), joined[-1][1]
        else:
            joined.append((span, one))
    return [(span, one) for span, one in joined if words_of(article.text[slice(*span)]) >= LEAST_WORDS]


def _put_together(article: Annotated) -> list[tuple[Span, Attributed]]:
    """Return the pieces of contents; those of one source with nothing but a space between them are one, whose marks belong together."""
    pieces = sorted(
        ((piece, one) for one in article.attributed for piece in one.pieces), key=lambda each: each[0]
    )
    joined: list[tuple[Span, Attributed]] = []
    for (start, end), one in pieces:
        if joined:
            (first, last), before = joined[-1]
            if (
                one.source is not None
                and one.source == before.source
                and article.text[last:start] in ("", " ")
                and start >= last
            ):
                joined[-1] = (first, end), before
                continue
        joined.append(((start, end), one))
    return joined


def _enclosed(piece: str) -> Iterator[Span]:
    """The stretches between marks of one kind; a content that begins or ends inside marks has them at its edge."""
    for kind in _MARKS:
        marks = list(kind.finditer(piece))
        if not marks:
            continue
        yield from _nested(piece, marks) or _in_turn(piece, marks)
        return


def _nested(piece: str, marks: list[re.Match[str]]) -> list[Span]:
    """The outermost stretches, where marks of one kind stand in one another and all are closed: “they “must” go”."""
    if any(mark.lastgroup == "either" for mark in marks):
        return []
    found: list[Span] = []
    depth, opened = 0, 0
    for mark in marks:
        depth += 1 if mark.lastgroup == "open" else -1
        if depth == 1 and mark.lastgroup == "open":
            opened = mark.end()
        elif depth == 0:
            found.append((opened, mark.start()))
        if depth < 0:
            return []
    return found if depth == 0 else []


def _in_turn(piece: str, marks: list[re.Match[str]]) -> Iterator[Span]:
    opened: int | None = 0 if _closes(piece, marks[0]) else None
    for mark in marks:
        if opened is None:
            opened = mark.end()
        elif mark.lastgroup != "open":
            yield opened, mark.start()
            opened = None
    if opened is not None:
        yield opened, len(piece)


def _closes(piece: str, mark: re.Match[str]) -> bool:
    if mark.lastgroup != "either":
        return mark.lastgroup == "close"
    return (
        mark.start() > 0 and not piece[mark.start() - 1].isspace() and piece[mark.start() - 1] not in "([—–-"
    )


def words_of(text: str) -> int:
    """Return the number of words."""
    return len(_WORD.findall(text))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def alike(one: Span, other: Span) -> bool:
    """Return whether at least four fifths of two stretches together are in both."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both >= LEAST_ALIKE * (max(one[1], other[1]) - min(one[0], other[0])) > 0


def review(article: Annotated) -> list[tuple[Span, Claimed]]:
    """Return the pieces that onrecord finds, outer quotations alone, each with its quotation."""
    read = Article(name=article.name, url=None, title=None, language="en", posted_on=None, text=article.text)
    return [
        (_trimmed(article.text, *part), one)
        for one in claim_quotations(ArticlePage(read, None, (), ())).quotations
        for part in one.quoted.parts
        if one.quoted.within is None and words_of(article.text[slice(*part)]) >= LEAST_WORDS
    ]


def source_kind(source: str | None) -> str:
    """Return what the annotators marked as source: a name, a pronoun, others, or nothing."""
    if source is None:
        return "no source"
    if source.lower() in _PRONOUNS:
        return "pronoun"
    return "name" if any(word[0].isupper() for word in source.split()[-1:]) else "others"


def agrees(claimed: Claimed, one: Attributed) -> bool:
    """Return whether the speaker claimed is the source: the same place, or the same last word of the name."""
    speaker = claimed.speaker
    if speaker is None or one.source is None or one.at is None:
        return False
    if speaker.span[0] < one.at[1] and one.at[0] < speaker.span[1]:
        return True
    last = (speaker.name or speaker.value).split()[-1].lower()
    return last in re.sub(r"[’']s\b", "", one.source.lower()).replace(",", " ").split()


def measure(data: Path, half: str, show: int) -> None:
    """Print the figures of one half."""
    counts: Counter[str] = Counter()
    speakers: Counter[tuple[str, str]] = Counter()
    shown: list[str] = []
    for article in articles(data):
        if half not in ("both", half_of(article.name)):
            continue
        known, found = known_in(article), review(article)
        counts["articles"] += 1
        for span, one in known:
            hit = next((claimed for piece, claimed in found if alike(piece, span)), None)
            counts["known"] += 1
            counts["recalled"] += hit is not None
            if hit is None:
                shown.append(f"missed  {article.name} {span} {article.text[slice(*span)][:90]!r}")
                continue
            kind = source_kind(one.source)
            told = "none" if hit.speaker is None else "agrees" if agrees(hit, one) else "other"
            speakers[kind, told] += 1
            if told == "other" and kind != "pronoun":
                shown.append(f"speaker {article.name} {one.source!r} claimed {hit.speaker!r}")
        for piece, _ in found:
            right = any(alike(piece, span) for span, _ in known)
            counts["found"] += 1
            counts["right"] += right
            if not right:
                shown.append(f"wrong   {article.name} {piece} {article.text[slice(*piece)][:90]!r}")
    print(f"{half}: {counts['articles']} articles")
    print(
        f"  precision {counts['right'] / counts['found']:.3f} ({counts['right']:,} of {counts['found']:,} found)"
    )
    print(
        f"  recall    {counts['recalled'] / counts['known']:.3f} ({counts['recalled']:,} of {counts['known']:,} known)"
    )
    for kind in ("name", "others", "pronoun", "no source"):
        row = {told: speakers[kind, told] for told in ("agrees", "other", "none")}
        print(f"  source is {kind:10} " + "  ".join(f"{told} {number:4}" for told, number in row.items()))
    print("\n".join(shown[:show]))


def main() -> None:
    """Read what is asked, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("tune", "report", "both"), default="report")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="the first N that differ")
    asked = parser.parse_args()
    measure(asked.data, asked.half, asked.show)


if __name__ == "__main__":
    main()
