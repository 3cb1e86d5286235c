"""Whom a title names as speaking, in the ways titles are made: kind, post, name, and what follows them; 22 languages.

    python benchmarks/titles_ways.py [--holds] [--show LANGUAGE]

The names stand in the form that the language has behind a post, and do not change there. The rules were made on the languages of TUNED; the
others were sealed when the table was made, and then mended, too. A title that names somebody else is worse than one that names nobody.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from onrecord.reading.words.titled import people_in_title

MOST_WRONG, LEAST_RIGHT = 0, 0.95


class Ways(NamedTuple):
    """The pieces of titles in one language; `order` sets kind, post, name and tail."""

    name: str
    kinds: Sequence[str]
    posts: Sequence[str]
    tails: Sequence[str]
    order: str = "{kind} {post} {name}{tail}"


def _split(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in text.split("|"))


TUNED = {
    "en": Ways(
        "Ada Verne",
        _split(
            "Speech by|Remarks by|Statement by|Address of|Interview with|Press conference by|Opening remarks by|Message from|Lecture by|Keynote by"
        ),
        _split(
            "Minister|Foreign Minister|the Minister of Ports,|Prime Minister|H.E. Minister|Ambassador|the Minister of Ports"
        ),
        _split(
            "| in Skell| in Skell, 4 May 2031|, Skell, 4 May 2031| at the opening of the Harbour Week| to the Harbour Assembly| on the Ports Plan| (Skell, 4 May 2031)| before the Senate| – 4 May 2031| for Ports Day| following talks with Minister Moss"
        ),
    ),
    "de": Ways(
        "Ada Verne",
        _split(
            "Rede von|Ansprache von|Erklärung von|Interview mit|Pressekonferenz von|Grußwort von|Statement von|Vortrag von"
        ),
        _split("Ministerin|Außenministerin|Bundesministerin|Botschafterin|Kanzlerin|Hafenministerin"),
        _split(
            "| in Skell| in Skell am 4. Mai 2031|, Skell, 4. Mai 2031| bei der Eröffnung der Hafenwoche| vor dem Bundestag| zum Hafenplan| (Skell, 4. Mai 2031)| anlässlich des Hafentages| – 4. Mai 2031| auf der Hafenkonferenz"
        ),
    ),
    "fr": Ways(
        "Ada Verne",
        _split(
            "Discours de|Allocution de|Déclaration de|Entretien de|Conférence de presse de|Intervention de|Message de"
        ),
        _split(
            "la ministre|la ministre des Ports,|la ministre des Affaires étrangères,|Mme|l'ambassadrice|la présidente|la Première ministre,"
        ),
        _split(
            "| à Skell| à Skell, 4 mai 2031|, Skell, 4 mai 2031| à l'ouverture de la semaine des ports| devant le Sénat| sur le plan des ports| (Skell, 4 mai 2031)| lors du forum de Skell| - 4 mai 2031| à l'occasion de la Journée des ports"
        ),
    ),
    "es": Ways(
        "Ada Verne",
        _split(
            "Discurso de|Palabras de|Declaración de|Intervención de|Conferencia de prensa de|Mensaje de|Entrevista a"
        ),
        _split(
            "la ministra|la ministra de Puertos,|la ministra de Asuntos Exteriores,|la canciller|la embajadora|la presidenta"
        ),
        _split(
            "| en Skell| en Skell, 4 de mayo de 2031|, Skell, 4 de mayo de 2031| en la apertura de la semana portuaria| ante el Senado| sobre el plan de puertos| (Skell, 4 de mayo de 2031)| durante el foro de Skell| - 4 de mayo de 2031| con motivo del Día de los Puertos"
        ),
    ),
    "it": Ways(
        "Ada Verne",
        _split(
            "Discorso del|Intervento del|Dichiarazione del|Conferenza stampa del|Intervista al|Messaggio del"
        ),
        _split("ministro|ministro dei Porti|ministro dei Porti,|presidente|ministro degli Affari esteri"),
        _split(
            "| a Skell| a Skell, 4 maggio 2031|, Skell, 4 maggio 2031| all'apertura della settimana dei porti| al Senato| sul piano dei porti| (Skell, 4 maggio 2031)| durante il forum di Skell| - 4 maggio 2031"
        ),
    ),
    "pt": Ways(
        "Ada Verne",
        _split("Discurso da|Intervenção da|Declaração da|Mensagem da|Entrevista da"),
        _split("ministra|ministra dos Portos,|presidenta|embaixadora"),
        _split(
            "| em Skell| em Skell, 4 de maio de 2031|, Skell, 4 de maio de 2031| na abertura da semana dos portos| no Senado| sobre o plano dos portos| (Skell, 4 de maio de 2031)| durante o fórum de Skell| - 4 de maio de 2031"
        ),
    ),
    "nl": Ways(
        "Ada Verne",
        _split("Toespraak van|Verklaring van|Interview met|Persconferentie van|Speech van"),
        _split("minister|minister-president|minister van Havens|staatssecretaris"),
        _split(
            "| in Skell| in Skell, 4 mei 2031|, Skell, 4 mei 2031| bij de opening van de havenweek| in de Tweede Kamer| over het havenplan| (Skell, 4 mei 2031)| tijdens het forum in Skell| - 4 mei 2031"
        ),
    ),
    "sv": Ways(
        "Ada Verne",
        _split("Tal av|Anförande av|Uttalande av|Intervju med|Presskonferens med"),
        _split("minister|statsminister|hamnminister|utrikesminister"),
        _split(
            "| i Skell| i Skell, 4 maj 2031|, Skell, 4 maj 2031| vid öppnandet av hamnveckan| i riksdagen| om hamnplanen| (Skell, 4 maj 2031)| - 4 maj 2031"
        ),
    ),
    "da": Ways(
        "Ada Verne",
        _split("Tale af|Udtalelse fra|Interview med|Pressemøde med"),
        _split("minister|statsminister|havneminister"),
        _split(
            "| i Skell| i Skell, 4. maj 2031|, Skell, 4. maj 2031| ved åbningen af havneugen| i Folketinget| om havneplanen| (Skell, 4. maj 2031)"
        ),
    ),
}
SEALED = {
    "ru": Ways(
        "Бо Верне",
        _split("Выступление|Заявление|Речь|Интервью|Комментарий|Обращение|Пресс-конференция"),
        _split(
            "министра|министра иностранных дел|президента|посла|премьер-министра|официального представителя МИД"
        ),
        _split(
            "| в Скелле| в Скелле, 4 мая 2031 года|, Скелл, 4 мая 2031 года| на открытии портовой недели| перед Сенатом| о плане портов| (Скелл, 4 мая 2031 г.)| по случаю Дня портов"
        ),
    ),
    "uk": Ways(
        "Бо Верне",
        _split("Виступ|Заява|Промова|Інтерв’ю|Коментар|Звернення"),
        _split("міністра|міністра закордонних справ|президента|посла"),
        _split(
            "| у Скеллі|, Скелл, 4 травня 2031 року| на відкритті портового тижня| (Скелл, 4 травня 2031 р.)| про план портів"
        ),
    ),
    "pl": Ways(
        "Ada Verne",
        _split("Przemówienie|Wystąpienie|Oświadczenie|Konferencja prasowa"),
        _split("minister|premier|ambasador"),
        _split(
            "| w Skell| w Skell, 4 maja 2031 r.|, Skell, 4 maja 2031| podczas otwarcia tygodnia portów| (Skell, 4 maja 2031)| o planie portów"
        ),
    ),
    "cs": Ways(
        "Ada Verne",
        _split("Projev|Vystoupení|Prohlášení|Rozhovor"),
        _split("ministryně|premiérky|velvyslankyně"),
        _split(
            "| ve Skellu|, Skell, 4. května 2031| při zahájení týdne přístavů| (Skell, 4. května 2031)| k plánu přístavů"
        ),
    ),
    "ro": Ways(
        "Ada Verne",
        _split("Discursul|Declarația|Intervenția|Interviul"),
        _split("ministrului|președintelui|premierului|ministrului de externe"),
        _split(
            "| la Skell|, Skell, 4 mai 2031| la deschiderea săptămânii porturilor| (Skell, 4 mai 2031)| privind planul porturilor"
        ),
    ),
    "no": Ways(
        "Ada Verne",
        _split("Tale av|Innlegg av|Uttalelse fra|Intervju med"),
        _split("statsminister|utenriksminister|havneminister"),
        _split(
            "| i Skell|, Skell, 4. mai 2031| ved åpningen av havneuken| (Skell, 4. mai 2031)| om havneplanen"
        ),
    ),
    "fi": Ways(
        "Ada Vernen",
        _split("puhe|lausunto|haastattelu"),
        _split("Ministeri|Pääministeri|Ulkoministeri"),
        _split("| Skellissä|, Skell, 4.5.2031| satamaviikon avajaisissa| (Skell, 4.5.2031)"),
        "{post} {name} {kind}{tail}",
    ),
    "tr": Ways(
        "Ada Verne",
        _split("konuşması|açıklaması|mülakatı|basın toplantısı"),
        _split("Bakan|Dışişleri Bakanı|Cumhurbaşkanı|Büyükelçi"),
        _split("|, Skell, 4 Mayıs 2031| (Skell, 4 Mayıs 2031)| – 4 Mayıs 2031"),
        "{post} {name}’nin {kind}{tail}",
    ),
    "el": Ways(
        "Άντα Βερν",
        _split("Ομιλία|Δήλωση|Συνέντευξη"),
        _split("της Υπουργού|της Υπουργού Εξωτερικών|της Προέδρου"),
        _split("| στη Σκελ|, Σκελ, 4 Μαΐου 2031| στα εγκαίνια της εβδομάδας| (Σκελ, 4 Μαΐου 2031)"),
    ),
    "ar": Ways(
        "آدا فيرن",
        _split("كلمة|خطاب|تصريح|بيان|مقابلة"),
        _split("الوزيرة|وزيرة الخارجية|وزيرة الموانئ|الرئيسة|السفيرة"),
        _split(
            "| في سكيل|، سكيل، 4 مايو 2031| في افتتاح أسبوع الموانئ| (سكيل، 4 مايو 2031)| حول خطة الموانئ| أمام مجلس الشيوخ"
        ),
    ),
    "zh": Ways(
        "林岚",
        _split("讲话|演讲|致辞|答记者问|声明"),
        _split("部长|外交部长|港口部部长|总理|大使"),
        _split("|（2031年5月4日）|（斯凯尔，2031年5月4日）"),
        "{post}{name}{kind}{tail}",
    ),
    "ja": Ways(
        "水野健",
        _split("演説|挨拶|記者会見|談話"),
        _split("外務大臣|総理大臣|港湾大臣|官房長官"),
        _split("|（2031年5月4日）|（令和13年5月4日）"),
        "{name}{post}{kind}{tail}",
    ),
    "ko": Ways(
        "김도현",
        _split("연설|담화|기자회견|인터뷰"),
        _split("외교부 장관|항만부 장관|국무총리|대사"),
        _split("| (2031. 5. 4.)| (2031년 5월 4일)"),
        "{name} {post} {kind}{tail}",
    ),
}
NOMINATIVE = {"fi": "Ada Verne"}


def titles(ways: Ways) -> Iterator[str]:
    """Yield every title that the pieces make."""
    for kind, post, tail in product(ways.kinds, ways.posts, ways.tails):
        yield ways.order.format(kind=kind, post=post, name=ways.name, tail=tail)


def main() -> None:
    """Print for each language how many titles name whom they should, nobody, or somebody else."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--holds", action="store_true", help="fail below the floor")
    parser.add_argument(
        "--show", metavar="LANGUAGE", help="print the titles of a language that are not right"
    )
    given = parser.parse_args()
    print(f"{'':<8}{'titles':>8}{'right':>8}{'nobody':>8}{'wrong':>8}")
    whole = [0, 0, 0, 0]
    for language, ways in {**TUNED, **SEALED}.items():
        counts = [0, 0, 0, 0]
        for title in titles(ways):
            named = [one.name for one in people_in_title(title)]
            right = named in ([ways.name], [NOMINATIVE.get(language, ways.name)])
            counts = [
                counts[0] + 1,
                counts[1] + right,
                counts[2] + (not named),
                counts[3] + bool(named and not right),
            ]
            if given.show == language and not right:
                print(f"  {title}  {named}")
        whole = [one + other for one, other in zip(whole, counts, strict=True)]
        print(f"{language:<8}{counts[0]:>8}{counts[1]:>8}{counts[2]:>8}{counts[3]:>8}")
    print(f"{'all':<8}{whole[0]:>8}{whole[1]:>8}{whole[2]:>8}{whole[3]:>8}")
    if given.holds and (whole[3] > MOST_WRONG or whole[1] < LEAST_RIGHT * whole[0]):
        sys.exit("fewer titles name whom they should")


if __name__ == "__main__":
    main()
