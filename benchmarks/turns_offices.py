"""Labels that print who speaks with his post, in ten ways and twenty-three languages: how often name and office are read whole.

    python benchmarks/turns_offices.py [--missed 0] [--holds]

Each page is a news conference of two officials, who stand in no title: five turns, of which the second official has one. A page is
right where its table of speakers has both, each with the post as the label prints it. Questions and answers are those of
`turns_tongues.py` (English where it has none). The pages were written while the rules were made and are no estimate for
pages of others. "Before the name" cannot be told on some of them: nothing parts "starosta Avenu" from "Bel Olm" on a page
where he speaks once. `--holds` ends with 1 where fewer are right than the floor.
"""

from __future__ import annotations

import argparse
from collections import Counter
from html import escape
from typing import NamedTuple

from onrecord.model import Capture, Locator
from onrecord.reading import read_page
from turns_tongues import TONGUES

FLOOR = 210


class Held(NamedTuple):
    """A language, a title that names nobody, and two people with their posts."""

    code: str
    title: str
    first: tuple[str, str]
    second: tuple[str, str]


HELD = (
    Held(
        "en",
        "Press conference on the ferry",
        ("Ada Verne", "Minister for Ports"),
        ("Bel Olm", "Mayor of Port Aven"),
    ),
    Held(
        "de",
        "Pressekonferenz zur Fähre",
        ("Ada Verne", "Ministerin für Häfen"),
        ("Bel Olm", "Bürgermeister von Hafenau"),
    ),
    Held(
        "fr",
        "Conférence de presse sur le bac",
        ("Ada Verne", "ministre des Ports"),
        ("Bel Olm", "maire de Port-Aven"),
    ),
    Held(
        "es",
        "Rueda de prensa sobre el ferry",
        ("Ada Verne", "ministra de Puertos"),
        ("Bel Olm", "alcalde de Puerto Aven"),
    ),
    Held(
        "it",
        "Conferenza stampa sul traghetto",
        ("Ada Verne", "ministra dei Porti"),
        ("Bel Olm", "sindaco di Porto Aven"),
    ),
    Held(
        "pt",
        "Conferência de imprensa sobre o ferry",
        ("Ada Verne", "ministra dos Portos"),
        ("Bel Olm", "presidente da Câmara de Porto Aven"),
    ),
    Held(
        "nl",
        "Persconferentie over de veerboot",
        ("Ada Verne", "minister van Havens"),
        ("Bel Olm", "burgemeester van Aven"),
    ),
    Held("sv", "Presskonferens om färjan", ("Ada Verne", "hamnminister"), ("Bel Olm", "borgmästare i Aven")),
    Held(
        "pl",
        "Konferencja prasowa w sprawie promu",
        ("Ada Verne", "minister portów"),
        ("Bel Olm", "burmistrz Aven"),
    ),
    Held("ru", "Пресс-конференция о пароме", ("Ада Верне", "министр портов"), ("Бел Ольм", "мэр Порт-Авена")),
    Held(
        "uk", "Пресконференція про пором", ("Ада Верне", "міністерка портів"), ("Бел Ольм", "мер Порт-Авена")
    ),
    Held("ar", "مؤتمر صحفي حول العبارة", ("عادة فيرن", "وزيرة الموانئ"), ("بيل أولم", "رئيس بلدية أفين")),
    Held("zh", "关于渡轮的记者会", ("王安娜", "港口部长"), ("李明", "阿文市市长")),
    Held("ja", "フェリーに関する記者会見", ("佐藤花子", "港湾大臣"), ("鈴木一郎", "アヴェン市長")),
    Held("ko", "여객선 관련 기자회견", ("김하나", "항만부 장관"), ("이민수", "아벤 시장")),
    Held("hi", "नौका पर प्रेस वार्ता", ("अदा वर्ने", "बंदरगाह मंत्री"), ("बेल ओल्म", "एवन के महापौर")),
    Held(
        "tr",
        "Feribot hakkında basın toplantısı",
        ("Ada Verne", "Limanlar Bakanı"),
        ("Bel Olm", "Aven Belediye Başkanı"),
    ),
    Held(
        "el",
        "Συνέντευξη Τύπου για το φέρι",
        ("Άντα Βέρνε", "Υπουργός Λιμένων"),
        ("Μπελ Ολμ", "Δήμαρχος Άβεν"),
    ),
    Held(
        "hu",
        "Sajtótájékoztató a kompról",
        ("Ada Verne", "kikötőügyi miniszter"),
        ("Bel Olm", "Aven polgármestere"),
    ),
    Held(
        "cs",
        "Tisková konference o přívozu",
        ("Ada Verne", "ministryně přístavů"),
        ("Bel Olm", "starosta Avenu"),
    ),
    Held(
        "ro",
        "Conferință de presă despre feribot",
        ("Ada Verne", "ministrul porturilor"),
        ("Bel Olm", "primarul orașului Aven"),
    ),
    Held("fa", "نشست خبری درباره کشتی", ("آدا ورنه", "وزیر بنادر"), ("بل اولم", "شهردار آون")),
    Held("he", "מסיבת עיתונאים על המעבורת", ("עדה ורנה", "שרת הנמלים"), ("בל אולם", "ראש עיריית אבן")),
)
# How a label is set the first time, and whenever the name stands alone
PLAIN = {
    "brackets": ("{name} ({post}): {words}", "{name}: {words}"),
    "comma": ("{name}, {post}: {words}", "{name}: {words}"),
    "dash": ("{name} – {post}: {words}", "{name}: {words}"),
    "before the name": ("{post} {name}: {words}", "{name}: {words}"),
    "before the name, comma": ("{post}, {name}: {words}", "{name}: {words}"),
    "lines": ("{name}\n{post}\n{words}", "{name}\n{words}"),
    "brackets, then a dash": ("{name} ({post}) – {words}", "{name} – {words}"),
}
MARKED_UP = {
    "bold": ("<p><b>{name}, {post}:</b> {words}</p>", "<p><b>{name}:</b> {words}</p>"),
    "bold name": ("<p><b>{name}</b> ({post}): {words}</p>", "<p><b>{name}:</b> {words}</p>"),
    "bold line": ("<p><b>{name}</b><br>{post}</p><p>{words}</p>", "<p><b>{name}</b></p><p>{words}</p>"),
}
BY_CODE = {one.code: one for one in TONGUES}


def page(held: Held, set_as: str) -> tuple[str, str]:
    """Return a page and its media type."""
    told = BY_CODE.get(held.code, BY_CODE["en"])
    marked_up = set_as in MARKED_UP
    whole, alone = (MARKED_UP if marked_up else PLAIN)[set_as]
    turns = (
        (whole, held.first, told.answer),
        (alone, (told.askers[0], ""), told.question),
        (whole, held.second, told.further),
        (alone, (told.askers[0], ""), told.question),
        (alone, held.first, told.further),
    )
    set_apart = escape if marked_up else str
    said = [
        shape.format(name=set_apart(name), post=set_apart(post), words=set_apart(words))
        for shape, (name, post), words in turns
    ]
    if not marked_up:
        return "\n\n".join((held.title, told.day, *said)) + "\n", "text/plain"
    return (
        f"<html lang='{held.code}'><body><main><h1>{held.title}</h1><p>{told.day}</p>{''.join(said)}</main></body></html>",
        "text/html",
    )


def speakers(held: Held, set_as: str) -> list[tuple[str, str | None]]:
    """Return names and offices as the reader has them."""
    text, media_type = page(held, set_as)
    capture = Capture(None, None, "sha256:" + "0" * 64, media_type, Locator("page", 0, len(text)))
    return [(one.name, one.office) for told in read_page(text, capture).statements for one in told.speakers]


def main() -> None:
    """Print how many are right by way, and those that are not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="print so many that are not right")
    parser.add_argument(
        "--holds", action="store_true", help="end with 1 where fewer are right than the floor"
    )
    asked = parser.parse_args()
    right, missed = Counter[str](), list[str]()
    for set_as in (*PLAIN, *MARKED_UP):
        for held in HELD:
            found = speakers(held, set_as)
            if sorted(found) == sorted((held.first, held.second)):
                right[set_as] += 1
            else:
                missed.append(f"missed: {held.code}, {set_as}: {found}")
    for line in missed[: asked.missed]:
        print(line)
    print(f"{'labels with posts':<24} {'pages':>6} {'right':>6}")
    for set_as in (*PLAIN, *MARKED_UP):
        print(f"{set_as:<24} {len(HELD):>6} {right[set_as]:>6}")
    print(f"{'all':<24} {len(HELD) * len((*PLAIN, *MARKED_UP)):>6} {right.total():>6}")
    if asked.holds and right.total() < FLOOR:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
