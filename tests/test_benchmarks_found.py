"""The benchmark of quotations in articles: what is known is read out of annotations as people see it, and scored so."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from quotations_found import agrees, alike, articles, known_in, measure, review, source_kind

ARTICLE = """Ilse Harrow spoke. “We will keep the gate open for all. Nobody will close it in our time. It is ours to keep,” Harrow said.

Karl Pell called that “a promise of no worth” and said the “so-called gate” was shut.
"""
NOTES = [
    ("Source", "Harrow said"[:6], "said", "“We will keep the gate open for all."),
    ("Source", "Harrow said"[:6], "said", "Nobody will close it in our time."),
    ("Source", "Harrow said"[:6], "said", "It is ours to keep,”"),
    ("Source", "Karl Pell", "called", "“a promise of no worth”"),
]


def annotated() -> str:
    """Return the notes as the set has them."""
    lines: list[str] = []
    for number, (_, source, cue, content) in enumerate(NOTES):
        at = ARTICLE.rindex(source), ARTICLE.index(cue), ARTICLE.index(content)
        names = [f"T{3 * number + place}" for place in (1, 2, 3)]
        for name, kind, start, words in zip(
            names, ("Source", "Cue", "Content"), at, (source, cue, content), strict=True
        ):
            lines.append(f"{name}\t{kind} {start} {start + len(words)}\t{words}")
        lines.append(f"E{number}\tAttribution:{names[1]} Source:{names[0]} Cue:{names[1]} Content:{names[2]}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with a set of one article."""
    folder = tmp_path / "polnear-train"
    folder.mkdir()
    with tarfile.open(folder / "articles.tar.gz", "w:gz") as tar:
        for name, text in (("text/one.txt", ARTICLE), ("attributions/one_ab12.ann", annotated())):
            member = tarfile.TarInfo(f"polnear-train/{name}")
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    return tmp_path


def test_what_is_known(data: Path) -> None:
    """Sentences of one quotation are put together; what has fewer than five words does not count."""
    (article,) = articles(data)
    known = known_in(article)
    assert [article.text[slice(*span)] for span, _ in known] == [
        "We will keep the gate open for all. Nobody will close it in our time. It is ours to keep",
        "a promise of no worth",
    ]
    assert [source_kind(one.source) for _, one in known] == ["name", "name"]


def test_what_is_found(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are found, and their speakers are those that were marked."""
    (article,) = articles(data)
    for (span, one), (piece, claimed) in zip(known_in(article), review(article), strict=True):
        assert alike(span, piece)
        assert agrees(claimed, one)
    measure(data, "both", 9)
    told = capsys.readouterr().out
    assert "precision 1.000 (2 of 2 found)" in told
    assert "recall    1.000 (2 of 2 known)" in told


def test_four_fifths_are_alike() -> None:
    """Of both stretches together."""
    assert alike((0, 10), (0, 8))
    assert not alike((0, 10), (3, 13))
    assert not alike((0, 5), (5, 10))
