"""The invented sample that ships in the package: the same bytes every time, plainly invented, no side taken."""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from demo_sample import load_builder, true_texts
from onrecord.demo import QUOTATIONS, profile_path, sample_paths

INVENTED = "Invented sample page of onrecord; no such country, office or person exists."
SITES = {"courier", "embassy", "ostrelle", "vesselmark"}


def test_the_package_ships_one_warc_for_each_invented_site() -> None:
    """Four sites, under 300 kB together, and a site profile."""
    assert {path.name.removesuffix(".warc.gz") for path in sample_paths()} == SITES
    assert sum(path.stat().st_size for path in sample_paths()) < 300_000
    assert profile_path().is_file()


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """Record ids, dates and gzip headers come from the source, not from the day of the build."""
    first = load_builder().build(tmp_path / "first")
    second = load_builder().build(tmp_path / "second")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_what_is_shipped_is_what_the_source_builds(tmp_path: Path) -> None:
    """Nobody edits a WARC by hand, and nobody forgets to build it again."""
    built = load_builder().build(tmp_path)
    assert [path.name for path in built] == [path.name for path in load_builder().build(tmp_path)]
    for path in built:
        shipped = next(each for each in sample_paths() if each.name == path.name)
        if _compresses_as_the_committed_files():
            assert path.read_bytes() == shipped.read_bytes(), f"run samples/build.py: {path.name} differs"
        else:
            assert _texts(path) == _texts(shipped), f"run samples/build.py: {path.name} differs"


def test_every_page_says_that_it_is_invented() -> None:
    """A page that leaves the sample still tells what it is."""
    for path in sample_paths():
        for url, _, text in _texts(path):
            assert INVENTED in text, url


def test_every_host_is_under_the_reserved_domain() -> None:
    """No address of the sample can ever be somebody's."""
    hosts = {url.split("/")[2] for path in sample_paths() for url, _, _ in _texts(path)}
    assert len(hosts) == 4
    assert all(host.endswith(".example") for host in hosts)


def test_the_sample_has_what_real_captures_have() -> None:
    """Responses, revisits, a text rendering, a 404, a declared windows-1252, chunked and gzip codings."""
    kinds: Counter[str] = Counter()
    seen: set[str] = set()
    for path in sample_paths():
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, no_record_parse=False):
                kinds[record.rec_type] += 1
                if record.http_headers is not None:
                    seen.add(record.http_headers.get_statuscode())
                    seen.update(value for _, value in record.http_headers.headers)
    assert kinds == {"warcinfo": 4, "response": 39, "revisit": 2, "resource": 1}
    assert {"404", "gzip", "chunked", "text/html; charset=windows-1252"} <= seen


def test_each_side_makes_two_mistakes_that_the_record_shows() -> None:
    """The demo takes no side: what is wrong on one page stands rightly on another, twice for each government."""
    words = {f"{text.site}/{text.name}": " ".join(turn.words for turn in text.turns) for text in true_texts()}
    agreed = words["vesselmark/joint-statement-lantern-bank"]
    assert agreed == words["ostrelle/431"]
    assert "thirty-one hours" in words["vesselmark/comment-lady-ansel"]
    assert "at 18:20 on 17 January 2025 and sailed at 07:30 on 18 January" in agreed
    assert "the two survey ships bring back”" in words["vesselmark/interview-merrow-courier"]
    assert "bring back, if they bring back the same one" in words["vesselmark/news-conference"]
    assert "14,200 tonnes" in words["ostrelle/447"]
    assert "12,400 tonnes" in agreed
    embassy = next(path for path in sample_paths() if path.name.startswith("embassy"))
    comment = [text for url, _, text in _texts(embassy) if url.endswith("/118")]
    assert ["took five hours" in text for text in comment] == [False, False, True, True, True]


def test_the_quotations_are_those_of_the_invented_newspaper() -> None:
    """What the demo checks was printed by The Merrow Courier at the end of the year."""
    printed = next(text for text in true_texts() if text.name == "year-of-words").turns[0].words
    for quotation in QUOTATIONS:
        assert quotation.words.rstrip(".") in printed


def test_clocks_and_counters_move_with_the_time_of_the_capture() -> None:
    """Halvane is two hours ahead of Port Aurel in summer, three in winter; the consultation is 412 days old."""
    embassy = next(path for path in sample_paths() if path.name.startswith("embassy"))
    texts = {at: text for _, at, text in _texts(embassy)}
    winter, summer = texts["2026-01-18T10:05:29Z"], texts["2025-08-22T06:40:08Z"]
    assert "Halvane: 13:05" in winter
    assert "Port Aurel: 10:05" in winter
    assert "412 days have passed since the consultation on the Lantern Bank opened" in winter
    assert "Halvane: 09:40" in summer
    assert "Port Aurel: 07:40" in summer


@pytest.mark.parametrize("name", sorted(SITES))
def test_digests_in_the_warcs_hold(name: str) -> None:
    """Every record's block digest is that of its bytes."""
    path = next(path for path in sample_paths() if path.name.startswith(name))
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            record.content_stream().read()


def _texts(path: Path) -> list[tuple[str, str, str]]:
    return list(_each_text(path))


def _each_text(path: Path) -> Iterator[tuple[str, str, str]]:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type not in ("response", "resource"):
                continue
            header = record.rec_headers.get_header
            charset = "cp1252" if record.rec_type == "response" and "embassy" in path.name else "utf-8"
            text = record.content_stream().read().decode(charset)
            yield header("WARC-Target-URI"), header("WARC-Date"), text


def _compresses_as_the_committed_files() -> bool:
    # Deflate leaves the encoder free; a Python built on another zlib makes other bytes of the same records.
    shipped = sample_paths()[0].read_bytes()
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    first = member.decompress(shipped)
    compressor = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    again = compressor.compress(first) + compressor.flush()
    return shipped.startswith(again) and gzip.decompress(again) == first
