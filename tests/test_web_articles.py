"""What is asked of a served record with more than an address: an article as text or as a file, and words over time."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from onrecord import Archive, Profile
from onrecord.web import desks
from pages_record import make_record
from served import Answer, Served, serving

BOUNDARY = "-----------invented"
ARTICLE = "The night ferry\n\n“The harbour pays for it, as it has always done, and the harbour has complained to us,” said Ilse Harrow.\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented record."""
    return make_record(tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="module")
def site(archive: Path) -> Iterator[Served]:
    """The record, served."""
    with serving(archive, Profile(name="The record of Tern", publish="full")) as served:
        yield served


def files_of(archive: Path) -> dict[Path, bytes]:
    """The bytes of the archive's files, but for the note of its pages, which a server makes by itself once it has begun."""
    found = (path for path in archive.rglob("*") if path.is_file() and path.parent.name != "published")
    return {path: path.read_bytes() for path in sorted(found)}


def send(site: Served, *parts: tuple[str, str | bytes] | tuple[str, str | bytes, str]) -> Answer:
    """Send a form: names with their text, or with a file's bytes and its name."""
    lines: list[bytes] = []
    for name, value, *file in parts:
        named = f'; filename="{file[0]}"\r\nContent-Type: application/octet-stream' if file else ""
        body = value if isinstance(value, bytes) else value.encode()
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'
        lines += [head.encode(), body, b"\r\n"]
    lines.append(f"--{BOUNDARY}--\r\n".encode())
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return site.ask("/review", "POST", b"".join(lines), content_type=kind)


def a_word_text(text: str) -> bytes:
    """Return a DOCX file of these paragraphs."""
    words = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines() if line)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        )
        file.writestr(
            "word/document.xml", f"<w:document xmlns:w='{space}'><w:body>{words}</w:body></w:document>"
        )
    return body.getvalue()


def test_an_article_for_which_there_is_no_time_is_shown_without_verdicts(
    site: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page comes in time, has the quotation, and says from which on none is checked; the API says so, too."""
    monkeypatch.setattr(desks, "_SHARE_OF_TIME", -1.0)
    answer = send(site, ("text", ARTICLE))
    assert answer.status == 200, answer.text
    assert "not checked" in answer.text
    assert "altered" not in answer.text
    told = site.ask(
        "/api/v1/review", "POST", json.dumps({"text": ARTICLE}).encode(), content_type="application/json"
    )
    assert [each["code"] for each in told.json["issues"]] == ["quotation_not_checked"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("article.txt", ARTICLE.encode()),
        (
            "article.html",
            f"<html><title>The night ferry</title><body><article><p>{ARTICLE}</p></article></body></html>".encode(),
        ),
        ("article.docx", a_word_text(ARTICLE)),
    ],
)
def test_an_article_is_reviewed_from_a_file(site: Served, name: str, body: bytes) -> None:
    """Whatever form it has: the quotation is found, judged, and leads to the turn that has the words."""
    answer = send(site, ("text", ""), ("file", body, name))
    assert answer.status == 200, answer.text
    assert "altered" in answer.text
    assert "<mark>not</mark>" in answer.text
    assert 'index.html#t4">' in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_an_article_is_reviewed_as_pasted(site: Served) -> None:
    """The text stays in the form, and a day that is given counts."""
    answer = send(site, ("text", ARTICLE), ("posted_on", "2031-02-05"))
    assert answer.status == 200
    assert "has complained to us" in answer.text
    assert "<dt>posted</dt><dd>5 February 2031</dd>" in answer.text


def test_what_is_closest_can_be_looked_at(site: Served) -> None:
    """A place that a review names is one step away, with its title and its day: a number alone helps nobody."""
    absent = "“The harbour pays for the lamps and has always complained of them to us,” said Ilse Harrow."
    answer = send(site, ("text", absent))
    closest = re.search(r"<dt>closest</dt><dd>(.*?)</dd>", answer.text)
    assert closest, answer.text
    link = re.match(
        r'<q dir="auto">The harbour pays.*</q> <a href="(statements/\w+/(?:v\d+/)?index.html)#t\d+"><bdi>(.+?)</bdi></a>, (?:given|posted) on',
        closest[1],
    )
    assert link, closest[1]
    assert link[2] in site.ask(f"/{link[1]}").text
    found = send(site, ("text", ARTICLE)).text
    assert re.search(r'<dt>in</dt><dd><a href="statements/\w+/index.html#t4"><bdi>', found)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((("text", ""),), "There is no article: paste its text, or choose a file."),
        (
            (("text", ARTICLE), ("file", ARTICLE.encode(), "a.txt")),
            "There is a text and a file: give one of them.",
        ),
        ((("file", b"\x00\x01\x02" * 50, "a.bin"),), ""),
        ((("text", "a" * 100_001),), "has 100,001 characters: give it in pieces of at most 100,000."),
        ((("text", ARTICLE), ("posted_on", "the other day")), "the other day"),
    ],
)
def test_what_cannot_be_reviewed_is_told(site: Served, parts: tuple[tuple[str, str]], said: str) -> None:
    """One sentence, on the page, with the form to try again."""
    answer = send(site, *parts)
    assert answer.status == 400
    assert 'role="alert"' in answer.text
    assert said in answer.text
    assert 'enctype="multipart/form-data"' in answer.text


def test_a_form_that_is_none_is_refused(site: Served) -> None:
    """Other bodies, broken ones, and ones that are too long never reach the reader."""
    assert (
        site.ask("/review", "POST", b"text=x", content_type="application/x-www-form-urlencoded").status == 415
    )
    assert (
        site.ask("/review", "POST", b"--x\r\nbroken", content_type="multipart/form-data; boundary=y").status
        == 400
    )
    assert site.ask("/review", "POST", b"x", content_type="multipart/form-data").status == 400
    assert send(site, ("file", b"a" * 4_000_001, "a.txt")).status == 413
    refused = site.ask("/check", "POST", b"a" * 4_000_001)
    assert (refused.status, refused.headers["content-type"]) == (413, "text/html; charset=utf-8")
    assert "send less at a time" in refused.text


def test_an_article_that_is_pasted_as_a_quotation_is_reviewed(site: Served) -> None:
    """Each of its quotations has a verdict; one quotation of several pieces, or with claims, is checked as one."""
    several = f"{ARTICLE}\n“We have a very small boat and two large captains,” said nobody.\n"
    answer = site.ask("/check", "POST", urlencode({"quotation": several}).encode())
    assert answer.status == 200
    assert "each of them is compared by itself" in answer.text
    assert answer.text.count('<article class="card') == 2
    for one in ({"quotation": several, "speaker": "Ilse Harrow"}, {"quotation": ARTICLE}):
        assert (
            "Who said it and when is judged only if you tell it below."
            in site.ask("/check", "POST", urlencode(one).encode()).text
        )


def test_a_long_quotation_in_another_script_is_no_longer_than_it_is(site: Served) -> None:
    """The letters count, not the six bytes that each of them takes in a form."""
    quoted = urlencode({"quotation": "وقالت الوزيرة إن السفن ستبحر. " * 600}).encode()
    assert len(quoted) > 64_000
    assert site.ask("/check", "POST", quoted).status == 200


def test_nothing_that_is_pasted_is_cut_by_the_page(site: Served) -> None:
    """A browser cuts what is longer than maxlength without a word: the server tells instead."""
    assert "maxlength" not in site.ask("/review").text.partition("<textarea")[2].partition(">")[0]
    assert "maxlength" not in site.ask("/check").text.partition("<textarea")[2].partition(">")[0]


def test_nothing_is_written(site: Served, archive: Path) -> None:
    """Not in the archive: its files are the same, byte for byte, whatever was sent."""
    before = files_of(archive)
    send(site, ("file", ARTICLE.encode() * 400, "a.txt"))
    send(site, ("text", ARTICLE))
    assert files_of(archive) == before


def test_words_over_time_count_what_the_search_finds(site: Served, archive: Path) -> None:
    """Month by month as many turns as a search narrowed to it, and in all as many as one that is not."""
    table = list(csv.DictReader(io.StringIO(site.ask("/timeline/words.csv?q=the+harbour").text)))
    assert [row["month"] for row in table] == ["2031-02", "2031-03", "2031-04", "2031-05"]
    with Archive.open(archive) as opened:
        for row in table:
            found = opened.find('"the harbour"', since=row["month"], until=row["month"])
            assert int(row["turns"]) == found.turns, row
        told = opened.over_time("the harbour", speaker="Harrow")
        assert (
            told.turns
            == sum(each.turns for each in told.months)
            == opened.find('"the harbour"', speaker="Harrow").turns
        )
    assert table[2] == {"month": "2031-04", "turns": "0", "held": "0", "per_hundred": "", "captures": "0"}


def test_words_over_time_tell_what_is_wrong(site: Served) -> None:
    """No word, no such kind, a table of nothing."""
    for query in ("q=%E2%80%9C%E2%80%9D", "q=ferry&kind=sermon", "q=ferry&since=yesterday"):
        answer = site.ask(f"/timeline/words?{query}")
        assert answer.status == 400, query
        assert 'role="alert"' in answer.text
    assert site.ask("/timeline/words.csv").status == 400


def test_pictures_and_cards_have_policies_of_their_own(site: Served) -> None:
    """A picture shows its own style and runs nothing; a card may be framed by others, no other page may."""
    statement = site.ask("/api/v1/statements").json["items"][0]["id"]
    card = site.ask(f"/statements/{statement}/card.html")
    assert "frame-ancestors *" in card.headers["content-security-policy"]
    assert "style-src 'sha256-" in card.headers["content-security-policy"]
    assert "x-frame-options" not in card.headers
    page = site.ask(f"/statements/{statement}/")
    assert page.headers["x-frame-options"] == "DENY"
    source = next(line for line in site.ask("/sources/").text.split('"') if "sources/ministry" in line)
    picture = site.ask(f"/sources/{source.split('sources/')[1].replace('index.html', 'coverage.svg')}")
    assert picture.headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert picture.headers["content-security-policy"].endswith("sandbox")
    assert "script-src" not in picture.headers["content-security-policy"]


def test_any_two_versions_are_compared(site: Served) -> None:
    """Also those that do not follow each other; not one with itself, nor with one that is not there."""
    revised = next(
        each for each in site.ask("/api/v1/statements").json["items"] if len(each["versions"]) == 3
    )["id"]
    assert site.ask(f"/statements/{revised}/diff/2-3/").status == 200
    assert site.ask(f"/statements/{revised}/diff/3-1/side/").status == 200
    for numbers in ("1-1", "1-9", "0-1", "1-2-3", "a-b"):
        assert site.ask(f"/statements/{revised}/diff/{numbers}/").status == 404, numbers


def test_excerpts_stay_excerpts(archive: Path) -> None:
    """Of a source that is not published in full the kinds of changes are told, not the words; a card has the excerpt."""
    with serving(archive, Profile(publish="metadata")) as site:
        revised = next(
            each for each in site.ask("/api/v1/statements").json["items"] if len(each["versions"]) == 3
        )["id"]
        for path in ("history/", "diff/1-3/", "diff/1-3/side/", "diff/1-3/words/", "witnesses/", "card.html"):
            text = site.ask(f"/statements/{revised}/{path}").text
            assert "Radio Halm" in text, path
            assert "nights of the week" not in text, path
            assert "nobody" not in text, path
        assert "negation" in site.ask(f"/statements/{revised}/diff/1-3/").text
