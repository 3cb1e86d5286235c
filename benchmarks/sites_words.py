"""How an invented office writes: sentences of word lists in one language, and the words of its pages.

`Tongue` holds one language. A template is a sentence with slots in braces; a slot names a list of `words`, or one of the
world's own lists (`land`, `town`). Word lists stand in the case that their slots ask for, so no word is inflected here,
but for Russian names, which take -а in the genitive. English is in this module, the other languages are in
`sites_tongues`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Tongue:
    """One language: its sentences, its dates, its labels, its titles and the words of its furniture."""

    code: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    long_dates: tuple[str, ...]
    templates: tuple[str, ...]
    questions: tuple[str, ...]
    thanks: tuple[str, ...]
    greetings: tuple[str, ...]
    formulas: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    syllables: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]
    offices: tuple[str, ...]
    furniture: Mapping[str, str]
    ask_labels: tuple[str, ...]
    answer_labels: tuple[str, ...]
    menu: tuple[str, ...]
    outlets: tuple[str, ...]
    guest: str
    laughter: str
    spokesperson: str
    declines: bool = False
    short_months: tuple[str, ...] = ()
    quotes: tuple[str, str] = ("“", "”")
    right_to_left: bool = field(default=False)

    def long_date(self, day: date, shape: str) -> str:
        """Return a day in words; `shape` is one of `long_dates`."""
        return (
            shape.replace("%A", self.weekdays[day.weekday()])
            .replace("%B", self.months[day.month - 1])
            .replace("%b", (self.short_months or self.months)[day.month - 1])
            .replace("%d", str(day.day))
            .replace("%Y", str(day.year))
        )


class Prose:
    """Builds sentences of one world; `lands` and `towns` are its places as the language writes them."""

    def __init__(self, tongue: Tongue, lands: tuple[str, ...], towns: tuple[str, ...]) -> None:
        self.tongue = tongue
        self.world = {"land": lands, "town": towns}

    def fill(self, template: str, chance: Random, **given: str) -> str:
        """Return the template with its slots filled; a slot that occurs twice gets two different words."""
        taken: set[str] = set()

        def pick(slot: re.Match[str]) -> str:
            name = slot[1]
            if name in given:
                return given[name]
            if name == "number":
                return str(chance.randrange(3, 980))
            if name == "day":
                return self.any_day(chance)
            choices = self.world.get(name) or self.tongue.words[name]
            free = [word for word in choices if word not in taken] or list(choices)
            word = chance.choice(free)
            taken.add(word)
            return word

        filled = _SLOT.sub(pick, template)
        return filled[:1].upper() + filled[1:]

    def any_day(self, chance: Random) -> str:
        """Return some day of the past in words, as texts mention days."""
        day = date(chance.randrange(2009, 2017), chance.randrange(1, 13), chance.randrange(1, 29))
        return self.tongue.long_date(day, self.tongue.long_dates[0])

    def sentence(self, chance: Random, template: str | None = None) -> str:
        """Return one sentence, of the template if one is given; nearly half of them get an aside before the full stop."""
        shape = template or chance.choice(self.tongue.templates)
        if chance.random() < 0.45:
            shape = shape.removesuffix(".") + chance.choice(self.tongue.words["aside"]) + "."
        return self.fill(shape, chance)

    def question(self, chance: Random) -> str:
        """Return what a reporter asks: a question, often with a sentence before it."""
        asked = self.fill(chance.choice(self.tongue.questions), chance)
        return f"{self.sentence(chance)} {asked}" if chance.random() < 0.4 else asked

    def paragraph(self, chance: Random, shortest: int = 2, longest: int = 5) -> str:
        """Return a paragraph of so many sentences."""
        picked = chance.sample(self.tongue.templates, k=chance.randint(shortest, longest))
        return " ".join(self.sentence(chance, template) for template in picked)

    def invented(self, chance: Random) -> str:
        """Return an invented proper name."""
        first, middle, last = self.tongue.syllables
        name = (
            chance.choice(first)
            + (chance.choice(middle) if chance.random() < 0.6 else "")
            + chance.choice(last)
        )
        return name[:1].upper() + name[1:]


ENGLISH = Tongue(
    code="en",
    months=tuple("January February March April May June July August September October November December".split()),
    short_months=tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    long_dates=("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y", "%A, %B %d, %Y"),
    templates=(
        "We have {adverb} {verb} {topic}, and we expect {party} to do the same before {season}.",
        "{topic} remains {quality}, although {party} {doubt} it during the talks in {town}.",
        "Nobody in {land} should {underrate} {topic}; it concerns {number} {people} along the {thing}.",
        "I {spoke} with my colleague from {land} about {topic}, and we agreed that {party} must be heard.",
        "If {party} {condition}, {topic} will be delayed until {season}, which is in nobody’s interest.",
        "Our experts in {town} have counted {number} cases, and each of them will be {verb} {adverb}.",
        "Let me repeat what was said on {day}: {topic} is {quality} and will stay so.",
        "The attempts to present {topic} as {quality} are not supported by any facts known to us.",
        "It is {quality} that {party} and {land} keep a channel open, even when {topic} divides them.",
        "Last year alone, {number} {people} crossed the {thing} between {land} and {land}.",
        "We are not asking for favours; we are asking that {topic} be {verb} as it was agreed.",
        "On {topic}, the position of {land} has not changed since {day}, and it will not change under pressure.",
        "Some say that {topic} is {quality}; others, including {party}, {doubt} that, and they have their reasons.",
        "What happened near {town} {past} showed how {quality} the {thing} can become within a few hours.",
        "The commission will meet in {town} again, with {party} at the table, to look at {topic} page by page.",
        "The difference between {topic} and what {party} had in mind is {quality}, and it is {number} pages long.",
        "To those {number} {people} who wrote to us about {topic} I can only say that we read every letter.",
        "Work on the {thing} goes on, {adverb} and without noise, and {party} can see it from {town}.",
        "Together with {land} we have {verb} a plan for {topic}, and the first {number} {people} are already involved.",
        "None of this would be possible without {party}, whose patience with {topic} I {adverb} respect.",
        "I will not comment on rumours about {topic}; I was in {town} and I know what was said there.",
        "The agreement signed on {day} says nothing of the kind, as {party} know very well.",
        "Trade with {land} grew by {number} per cent, mostly because the {thing} was opened {past}.",
        "We {adverb} hope that {party} will find the courage to return to {topic}.",
        "A reply from {land} came {past}; it was {quality}, and we are studying it with {party}.",
        "First, {topic} must be {verb}; second, {party} have to be told; third, the {thing} needs money.",
    ),
    questions=(
        "How do you see {topic} after the meeting in {town}?",
        "What would {land} do if {party} {condition}?",
        "Is it true that {topic} was discussed with {party} {past}?",
        "Are you {adverb} convinced that {topic} can be {verb}?",
        "Could you comment on the reports from {town} about {topic}?",
        "Why was nothing said about the {thing} when {party} visited {land}?",
        "Do you think {land} will ever accept {topic}, given that it is so {quality}?",
        "When will the {number} {people} from {town} hear from you?",
    ),
    thanks=("Thank you.", "Thank you for your attention.", "I am ready to take your questions.", "No.", "Not yet."),
    greetings=("Ladies and gentlemen,", "Colleagues,", "Dear friends,", "Good afternoon."),
    formulas=(
        "Please accept my sincere greetings and my wishes of good health, peace and success in all your work.",
        "I am confident that the friendly ties between our peoples will continue to grow for the benefit of all.",
        "We once again call on all parties to show restraint and to return to the negotiating table without delay.",
        "Our office reserves the right to respond at a time of its choosing.",
        "On behalf of the Government I convey heartfelt condolences to the families and wish those injured a quick recovery.",
        "No credible information has been given to us to this day, in spite of repeated requests.",
    ),
    words={
        "topic": (
            "the night ferry agreement", "the grain corridor", "the lighthouse treaty", "the northern cable", "fishing in the strait",
            "the return of the lost archive", "the bridge at the three rivers", "the visa dispute", "the salt tariff",
            "the salvage of the sunken barge", "the common weather service", "the quota for cedar timber", "the pilot school",
            "the inquiry into the dam", "the observers’ mission", "the water-sharing protocol", "the airspace question",
            "the canal tolls", "the exchange of students", "the border post at the old mill", "the debt for the railway",
        ),
        "party": (
            "our neighbours", "the island councils", "the harbour unions", "both delegations", "the mediators", "the observers",
            "the opposition parties", "the insurers", "our partners in the delta", "the ship owners", "the mountain cantons",
            "the co-chairs", "the elder statesmen", "the younger members",
        ),
        "verb": (
            "examined", "prepared", "confirmed", "put forward", "documented", "answered", "reviewed", "defended", "carried out",
            "recorded", "settled", "tested",
        ),
        "adverb": ("patiently", "openly", "carefully", "repeatedly", "fully", "sincerely", "quietly", "firmly", "gladly"),
        "season": (
            "the end of the year", "the spring tides", "the harvest", "the next session", "the autumn", "the summer",
            "the winter", "the anniversary",
        ),
        "past": ("last autumn", "this summer", "two weeks ago", "in the winter", "last month", "during the harvest", "yesterday"),
        "aside": (
            ", as the {thing} near {town} shows", ", and {number} {people} will tell you the same", ", whatever {party} may write in {town}",
            " – and I say this {adverb}, with {land} in mind", ", although the {thing} in {town} was never {verb}",
            ", which cost us {number} days and the patience of {party}", "; in {town} and in {land} they know it",
        ),
        "incident": ("the {town} harbour incident", "the disappearance of the barge at {town}", "the {town} lighthouse fire", "the arrest of the pilots in {town}"),
        "quality": (
            "unacceptable", "encouraging", "rather complicated", "of the highest importance", "far from settled", "well founded",
            "regrettable", "open to talks", "quite ordinary", "serious", "promising",
        ),
        "doubt": ("questioned", "welcomed", "ignored", "misread", "praised", "rejected"),
        "underrate": ("underestimate", "forget", "exaggerate", "postpone", "belittle"),
        "people": ("families", "sailors", "farmers", "students", "lorry drivers", "fishermen", "teachers", "visitors"),
        "thing": ("embankment", "ferry line", "harbour wall", "mountain road", "northern railway", "dike", "lock", "estuary"),
        "spoke": ("spoke at length", "talked", "argued", "exchanged views", "met briefly"),
        "condition": ("walk out of the talks", "close the strait", "refuse inspection", "ask for more time", "break their word"),
        "event": (
            "the Conference on Safe Harbours", "the opening of the Delta Forum", "the anniversary of the Lighthouse Treaty",
            "the Academy of Pilots", "the General Assembly of River States", "the unveiling of the Ferrymen’s Memorial",
        ),
        "audience": (
            "the participants of the Forum of River Towns", "the veterans of the Coast Guard", "the Society of Compatriots",
            "the readers of the almanac", "the guests of the Festival of Sails", "the graduates of the Pilots’ Academy",
        ),
        "disaster": ("the ferry accident near {town}", "the floods in {land}", "the mine collapse at {town}", "the fire in {town}"),
    },
    given_names=tuple("Aldous Bertrane Corvin Delphia Edlin Farrow Gwendal Halric Isaura Jorin Kestra Lorcan Maviane Norrin Odile Perrin Quilla Rosmund Sabeth Torvald".split()),
    surnames=tuple("Achterly Brondmoor Castellow Dravenport Eskerline Fennimarsh Garrowby Hollinquist Ivestane Jarrowmere Kelmscar Lovendale Mardenholt Nettlecombe Ormsgate Pellwright Quenby Rathmore Selwick Thornaby Ullesthorp Varnley".split()),
    syllables=(
        ("hal", "ost", "bren", "cor", "dal", "fen", "mor", "ulv", "tar", "ves", "lun", "sar"),
        ("a", "e", "ri", "an", "el", "o"),
        ("moor", "wick", "stow", "dale", "mere", "bourne", "haven", "minster", "ia", "oria"),
    ),
    titles={
        "interview": ("{office} {name}’s interview with {outlet}", "Interview of {office} {name} with {outlet}"),
        "news_conference": (
            "{office} {name}’s statement and answers to media questions at a news conference following talks on {topic}",
            "News conference by {office} {name}",
        ),
        "speech": ("{office} {name}’s remarks at {event}", "Speech by {office} {name} at {event}"),
        "joint_statement": ("Joint statement by the Foreign Ministries of {land} and {land} on {topic}",),
        "message": ("Message of greetings from {office} {name} to {audience}", "{office} {name}’s greetings to {audience}"),
        "readout": ("Press release on {office} {name}’s telephone conversation with the Foreign Minister of {land}",),
        "comment": ("Comment by Spokesperson {name} on {topic}", "Comment by the Information Department on {topic}"),
        "statement": ("Statement by the Foreign Ministry on {topic}", "Statement by {office} {name} on {topic}"),
        "letter": ("Letter from {office} {name} to the editor of {outlet}",),
        "condolence": ("Condolences from {office} {name} over {disaster}",),
        "answers_to_media": ("{office} {name}’s answers to questions from {outlet} concerning {topic}",),
    },
    offices=("Foreign Minister", "Ambassador", "President", "Prime Minister", "Deputy Foreign Minister", "Minister of Harbours"),
    furniture={
        "site": "Embassy of {land} in {land}", "home": "Home", "search": "Search the site", "share": "Share this page", "tags": "Tags",
        "related": "See also", "latest": "Latest messages", "all": "all messages", "previous": "Previous message",
        "next": "Next message", "site_updated": "Site last updated", "rights": "All rights reserved", "cookie": "We use cookies to make this site work better. Read our cookie notice.",
        "skip": "Skip to content", "phone": "Consular queries", "counter": "{n} days have passed since {event} - no reply from the authorities",
        "print": "Print version", "posted": "Posted", "updated": "Updated", "read_also": "Read also", "quote": "Quote of the week",
        "banner": "Apply for a visa online: the centre in {town} is open again", "address": "Address", "missing": "The page you asked for cannot be found. It may have been moved.", "not_found": "Page not found", "archive": "All messages",
        "photo": "Photo: press service", "signed": "(signed)", "check": "Check against delivery", "rush": "[This is a rush transcript and may be corrected.]",
        "number": "No.", "fax": "Fax", "mail": "E-mail", "ends": "END", "pages": "Pages", "answer_by": "{name}", "follow": "Follow us",
    },
    ask_labels=("Question", "QUESTION", "Q"),
    answer_labels=("Answer", "ANSWER", "A"),
    menu=("About the embassy", "Ambassador", "Consular section", "Visas", "Press office", "Culture", "Education", "Economy", "Photo gallery", "Vacancies", "Useful links", "Contact"),
    laughter="(Laughter.)",
    guest="Foreign Minister of {land}",
    spokesperson="Spokesperson",
    outlets=("the {name} Courier", "{name} Television", "the newspaper {name} Soir", "Radio {name}", "the {name} News Agency"),
)  # fmt: skip
