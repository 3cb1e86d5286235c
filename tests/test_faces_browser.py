"""Every kind of page in every language of the interface: nothing left untranslated, readable by everybody, on a phone and at 400 %.

Runs in a browser wherever one is found; what needs none runs everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import catalogues
from browsers import NARROW, WIDE, faults_of, opened_browser
from onrecord import Archive, Profile
from onrecord.model import Contact
from onrecord.publishing import open_tongue
from onrecord.publishing.profile import City, DayCounter, Section
from onrecord.publishing.slugs import slug_of
from pages_record import make_record
from served import Served, serving
from served_hostile import PAYLOAD
from untranslated import in_latin_letters, said_in, with_marks_of_english

AT = "2031-06-20T09:00:00Z"
PROFILE = Profile(
    name="The record of Tern",
    keeper="The reading room",
    publish="full",
    interface=("en", "fr", "ar"),
    cities=(City("Tern", "Europe/Lisbon"),),
    contacts=(Contact("The reading room", "desk@record.example"),),
    counters=(DayCounter("2021-03-01", "days have passed since the pier was opened"),),
    sections=(Section("Interviews", ("interview",)),),
)
ASKED = (
    "search?q=ferry", "search?q=%22ferry", "search?q=ferry+OR", "timeline/words?q=ferry", "timeline/words?q=%21", "review",
    "check?quotation=The+night+ferry+will+sail+on+three+nights+of+the+week&speaker=Ilse+Harrow&date=2031",
    "check?quotation=The+zeppelin+will+sail+on+Sunday+as+it+always+did", "check?quotation=ferry", "check?quotation=night+ferry&date=x",
    "nothing/",
)  # fmt: skip
# 1280 pixels wide at 400 %: WCAG 2.2, 1.4.10.
REFLOWED = {"width": 320, "height": 256}


def written_profile(folder: Path) -> Path:
    """Return a site.toml that says the same as the profile, as far as pages differ by it."""
    lines = ('name = "The record of Tern"', 'keeper = "The reading room"', 'publish = "full"', 'interface = ["en", "fr", "ar"]',
             "[[sections]]", 'name = "Interviews"', 'kinds = ["interview"]')  # fmt: skip
    (folder / "site.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder / "site.toml"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented record."""
    return make_record(tmp_path_factory.mktemp("faces"))


@pytest.fixture(scope="module")
def site(archive: Path) -> Iterator[Served]:
    """The record, served in three languages."""
    with serving(archive, PROFILE) as served:
        yield served


@pytest.fixture(scope="module")
def published(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the record, published in three languages."""
    folder = tmp_path_factory.mktemp("faces") / "site"
    with Archive.open(archive) as opened:
        opened.publish(folder, at=AT, profile=written_profile(folder.parent))
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def paths(archive: Path) -> list[str]:
    """A path of each kind of page that both doors have, behind that of its language."""
    with Archive.open(archive) as opened:
        ids = {each.language or "": each.id for each in opened.list() if "remarks" not in each.kinds}
    edited, arabic = f"statements/{ids['en']}", f"statements/{ids['ar']}"
    return [
        "index.html", "messages/index.html", "messages/2031/index.html", "sections/interviews/index.html", "kinds/interview/index.html",
        "about.html", "feeds.html", "changes/index.html", "changes/2031-03/index.html", "timeline/index.html", "timeline/2031/index.html",
        "sources/index.html", f"sources/{slug_of('ministry.tern.example')}/index.html", f"sources/{slug_of('ministry.tern.example')}/coverage.svg",
        "speakers/index.html", f"speakers/{slug_of('Ilse Harrow')}/index.html",
        *(f"{edited}/{rest}" for rest in ("index.html", "v1/index.html", "history/index.html", "diff/1-3/index.html",
          "diff/1-3/side/index.html", "diff/1-3/words/index.html", "witnesses/index.html", "card.html")),
        f"{arabic}/index.html", f"{arabic}/diff/1-2/index.html",
    ]  # fmt: skip


def of_profile(text: str) -> bool:
    """Whether a text holds a name that the profile or a source gave: these stay as they are."""
    return any(
        name in text
        for name in (PROFILE.name, PROFILE.keeper or "", "Interviews", "Ilse Harrow", "Radio Halm")
    )


def test_no_word_of_the_interface_is_left_in_english_on_an_arabic_page(
    site: Served, paths: list[str]
) -> None:
    """Whatever stands on a page in Latin letters is marked as somebody else's words, is a name, or is a format's."""
    said = {path: said_in(site.ask(f"/ar/{path}").text, "ar") for path in (*paths, *ASKED)}
    found = {
        path: [text for text in (*in_latin_letters(texts), *with_marks_of_english(texts, "ar")) if not of_profile(text)]
        for path, texts in said.items()
    }  # fmt: skip
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_no_sentence_of_the_catalogue_is_left_in_english_on_a_french_page(
    site: Served, paths: list[str]
) -> None:
    """No text on a page is what the English one says there."""
    french = open_tongue("fr").translations
    english = {
        one
        for message in catalogues.extracted()
        if message.id
        for one in ((message.id,) if isinstance(message.id, str) else message.id)
        if " " in one and "%(" not in one and french.gettext(one) != one
    }
    said = {path: said_in(site.ask(f"/fr/{path}").text, "fr") for path in (*paths, *ASKED)}
    found = {
        path: english.intersection(texts) | set(with_marks_of_english(texts, "fr"))
        for path, texts in said.items()
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


@pytest.mark.parametrize(("tag", "door", "size", "scheme"), [("fr", "served", "wide", "dark"), ("ar", "served", "narrow", "light"), ("ar", "published", "wide", "dark"), ("fr", "published", "narrow", "light")])  # fmt: skip
def test_everybody_can_read_every_kind_of_page_in_every_language(
    browser: Any, site: Served, published: Path, paths: list[str], tag: str, door: str, size: str, scheme: str
) -> None:
    """Nothing that axe finds, in either direction, in light and in dark."""
    base = site.address if door == "served" else f"{published.as_uri()}/"
    pages = [path for path in (*paths, *(ASKED if door == "served" else ())) if not path.endswith(".svg")]
    found = []
    with browser.new_context(
        viewport=WIDE if size == "wide" else NARROW, color_scheme=scheme, bypass_csp=True
    ) as context:
        page = context.new_page()
        for path in pages:
            page.goto(f"{base}{tag}/{path}")
            found += [(path, *each) for each in faults_of(page)]
    assert found == []


@pytest.mark.parametrize("tag", ["", "ar/"])
def test_every_kind_of_page_reflows_at_400_percent(
    browser: Any, site: Served, paths: list[str], tag: str
) -> None:
    """Nobody has to scroll in two directions: a window of 320 pixels holds every page, tables and pictures in a frame of their own aside."""
    found = []
    with browser.new_context(viewport=REFLOWED) as context:
        page = context.new_page()
        for path in (*paths, *ASKED):
            page.goto(f"{site.address}{tag}{path}")
            if not path.endswith(".svg") and page.evaluate(
                "document.documentElement.scrollWidth > window.innerWidth"
            ):
                found.append(path)
    assert found == []


def test_what_a_picture_says_stands_within_it(browser: Any, site: Served) -> None:
    """Also on an Arabic page: names of kinds and months are not drawn beside the picture, where nobody sees them."""
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        for path in ("timeline/", "timeline/2031/", "timeline/words?q=ferry"):
            for tag in ("", "fr/", "ar/"):
                page.goto(f"{site.address}{tag}{path}")
                outside = """[...document.querySelectorAll('.picture svg text')].filter(one => {
                    const box = one.getBoundingClientRect(), around = one.closest('svg').getBoundingClientRect();
                    return box.left < around.left - 1 || box.right > around.right + 1;
                }).map(one => one.textContent)"""
                assert page.evaluate(outside) == [], (tag, path)


def test_what_is_wrong_in_a_search_is_told_in_the_language_of_the_page(site: Served) -> None:
    """Days and kinds that cannot be, and what is too long, of which the page shows no more than can be asked."""
    for asked, said in (
        ("since=2031-99", "« Du » contient &#39;2031-99&#39;, qui n’est pas une date"),
        ("since=2031-05&until=2030", "La période va de &#39;2031-05&#39; à &#39;2030&#39;, qui est plus tôt"),
        ("kind=intervew", "Il n’y a pas de type &#39;intervew&#39; : vouliez-vous dire &#39;interview&#39;"),
    ):
        answer = site.ask(f"/fr/search?q=ferry&{asked}")
        assert (answer.status, said in answer.text) == (400, True), answer.text
    answer = site.ask("/fr/search?q=" + "ferry+" * 9_000)
    assert answer.status == 400
    assert "La recherche compte 53" in answer.text
    assert len(answer.body) < 60_000


def test_a_picture_that_is_wider_than_a_phone_begins_with_its_names(browser: Any, site: Served) -> None:
    """Also on an Arabic page, where what is wider than its frame is seen from the right at first."""
    source = f"sources/{slug_of('ministry.tern.example')}/"
    seen = """[...document.querySelectorAll('.picture')].filter(one => one.querySelector(':scope > svg, :scope > img')).map(one => {
        const frame = one.getBoundingClientRect(), drawn = one.firstElementChild.getBoundingClientRect();
        return [Math.round(drawn.left - frame.left), drawn.width > frame.width];
    })"""
    with browser.new_context(viewport=NARROW) as context:
        page = context.new_page()
        for path in ("timeline/2031/", source):
            for tag in ("", "ar/"):
                page.goto(f"{site.address}{tag}{path}")
                page.wait_for_function(
                    "[...document.images].every(one => { one.loading = 'eager'; return one.naturalWidth > 0 })"
                )
                assert page.evaluate(seen) == [[0, True]], (tag, path)


@pytest.mark.parametrize("door", ["served", "published"])
def test_the_menu_of_a_phone_needs_no_script_and_no_mouse(
    browser: Any, site: Served, published: Path, door: str
) -> None:
    """It is opened and closed by keys, leads on, and does not stand before the words."""
    base = site.address if door == "served" else f"{published.as_uri()}/"
    with browser.new_context(viewport=NARROW, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{base}about.html")
        link = page.get_by_role("link", name="Speakers", exact=True)
        assert not link.is_visible()
        heading = page.locator("h1").bounding_box()
        assert heading is not None
        assert heading["y"] < NARROW["height"] / 2
        menu = page.get_by_role("button", name="Menu", exact=True)
        menu.focus()
        page.keyboard.press("Enter")
        assert link.is_visible()
        page.keyboard.press("Escape")
        assert not link.is_visible()
        menu.focus()
        page.keyboard.press("Enter")
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/speakers/index.html")
        assert page.get_by_role("heading", level=1).inner_text() == "Speakers"


def test_on_a_wide_screen_the_menu_stands_open(browser: Any, site: Served) -> None:
    """No button, and every page one click away."""
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(site.address)
        assert page.get_by_role("link", name="Speakers", exact=True).is_visible()
        assert page.get_by_role("button", name="Menu").count() == 0


def test_words_are_set_beside_the_date_on_the_side_of_the_page(browser: Any, site: Served) -> None:
    """On an Arabic page dates stand at the right edge and nothing of a message beneath them, whatever its own direction."""
    with browser.new_context(viewport=WIDE) as context:
        page = context.new_page()
        page.goto(f"{site.address}ar/")
        for message in page.locator(".messages > li").all():
            day, title = message.locator("time").bounding_box(), message.locator(".headline a").bounding_box()
            lead = message.locator(".lead").bounding_box()
            assert day is not None
            assert title is not None
            assert lead is not None
            assert max(title["x"] + title["width"], lead["x"] + lead["width"]) <= day["x"]
            assert abs(title["x"] + title["width"] - lead["x"] - lead["width"]) < 2


def test_the_first_message_of_all_is_reached_by_keys_alone(browser: Any, published: Path) -> None:
    """On the published site, without a script: all messages, the first year and month of it, the last message."""
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{published.as_uri()}/index.html")
        for link in (
            page.get_by_role("link", name="All messages", exact=True).first,
            page.get_by_role("navigation", name="By year").get_by_role("link").last,
            page.locator(".messages a").last,
        ):
            link.focus()
            with page.expect_navigation():
                page.keyboard.press("Enter")
        assert page.locator(".turn").count() > 0
        assert "Radio Halm" in page.inner_text("h1")


def test_words_on_record_are_taken_as_a_card(browser: Any, site: Served) -> None:
    """From the check of a quotation: its lines show the words, who said them and where, on a page of somebody else, and ask nobody."""
    asked: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.address}check?quotation=The+harbour+pays+for+it,+as+it+has+always+done")
        page.get_by_text("A card to embed").click()
        lines = page.get_by_role("textbox", name="The lines to copy").input_value()
        other = context.new_page()
        other.on("request", lambda request: asked.append(request.url))
        other.set_content(
            f"<!DOCTYPE html><html lang=en><title>x</title><main><h1>A newspaper</h1>{lines}</main>"
        )
        card = other.frame_locator("iframe").locator("body")
        told = card.inner_text()
        assert "The harbour pays for it, as it has always done" in card.locator("blockquote").inner_text()
        assert "Ilse Harrow" in told
        assert "The messages are captures of third parties’ pages." in told
        assert "It has not been compared with any recording." in told
        assert faults_of(other) == []
    assert asked == []


def test_nothing_that_a_profile_says_runs(browser: Any, archive: Path) -> None:
    """Name, keeper, places, contacts, counters and sections are text, on pages, in feeds and on cards, with the policy and without."""
    ran: list[str] = []
    hostile = replace(
        PROFILE, name=PAYLOAD, keeper=PAYLOAD, cities=(City(PAYLOAD, "Europe/Lisbon"),), contacts=(Contact(PAYLOAD, f"javascript:hit('contact'){PAYLOAD}"),),
        counters=(DayCounter("2021-03-01", PAYLOAD),), sections=(Section(f"Interviews {PAYLOAD}", ("interview",)),),
    )  # fmt: skip
    with serving(archive, hostile) as served, browser.new_context(bypass_csp=True) as context:
        context.expose_function("hit", lambda what: ran.append(what))
        page = context.new_page()
        page.on("dialog", lambda dialog: ran.append(dialog.message))
        first = re.search(r'href="(statements/[^/"]+)/', served.ask("/").text)
        assert first
        for path in ("", "ar/", "feeds.html", "about.html", "feed.atom", "edits.atom", "search?q=ferry", f"{first[1]}/card.html",
                     "check?quotation=The+harbour+pays+for+it,+as+it+has+always+done"):  # fmt: skip
            page.goto(served.address + path)
            page.wait_for_timeout(60)
            assert page.url.startswith(served.address), path
            loose = "[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(each => /^on/i.test(each.name) || /^\\s*javascript:/i.test(each.value))).length"
            assert page.evaluate(loose) == 0, path
    assert ran == []
