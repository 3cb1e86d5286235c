"""One generated capture: the statement, list or missing page in its layout and furniture, and what is right of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random

from sites_body import BodyWriter, Labeller, Line, lines_of
from sites_dated import Dated
from sites_furniture import Furnisher
from sites_gold import Gold, GoldTurn, Work
from sites_layout import Habits, Pen
from sites_world import World

Sequenced = list[tuple[str, bool]]


class PageWriter:
    """Writes one capture; `chance` is the capture's own, `settled` whether the site tells the order of its digits."""

    def __init__(
        self, world: World, pen: Pen, epoch: int, moment: datetime, chance: Random, settled: bool = True
    ) -> None:
        self.world, self.pen, self.epoch, self.moment, self.chance = world, pen, epoch, moment, chance
        self.settled = settled
        self.habits: Habits = pen.habits
        self.words = world.tongue.furniture

    def furnisher(self, shown: Work | None) -> Furnisher:
        """Return the maker of this capture's furniture."""
        return Furnisher(self.world, self.pen, self.moment, shown, self.chance)

    # -- kinds of pages

    def statement(self, work: Work) -> tuple[str, str, Gold]:
        """Return address, HTML and gold of the page of one statement."""
        own = Random(f"{self.world.seed}/page/{work.n}/{self.epoch}")
        near = self.furnisher(work)
        dates = Dated(self.world, self.pen, work, own, self.moment, self.settled)
        title = dates.title()
        labeller = Labeller(self.habits.labels, self.world.tongue, work, self.habits.opening_labelled)
        lines, turns = lines_of(work, labeller)
        if dates.opening:
            lines.insert(0, Line("", dates.opening))
            turns = (
                GoldTurn(
                    turns[0].label, turns[0].speaker, turns[0].role, f"{dates.opening}\n{turns[0].text}"
                ),
                *turns[1:],
            )
        before, after = self._margins(work, own)
        sequence: Sequenced = [(text, False) for text in dates.lines if not self.habits.line_below]
        sequence += [(title, False), *((text, False) for text in dates.lines if self.habits.line_below)]
        sequence += [(text, False) for text in before]
        for line in lines:
            sequence += [(line.label, False)] * bool(line.label) + [(line.text, True)]
        sequence += [(text, False) for text in after]
        printed = (
            [Line("", text, own=False) for text in before]
            + lines
            + [Line("", text, own=False) for text in after]
        )
        body = BodyWriter(
            self.pen, labeller.convention if self.habits.labels == "own_line" else "", own
        ).write(self._inset(printed, near, work))
        head = self._head(title, dates)
        html = self._assemble(near, head, body, title, dates.machine())
        labels = labeller.convention if len(turns) > 1 else "unlabelled"
        gold = Gold(
            "statement", (work.kind,), title, dates.titles(), self.world.tongue.code, turns, dates.given_on(), dates.posted_on(),
            dates.updated_on(), near.says_at, dates.place, tuple(near.notices), tuple(near.printed), tuple(sequence),
            dates.tolerated(), dates.either(), self._signature(work), self.epoch,
            {**self._features(work.kind, labels, dates), **self._sizes(work, turns, near)},
        )  # fmt: skip
        return self.world.url(work.n), html, gold

    def listing(self) -> tuple[str, str, Gold]:
        """Return address, HTML and gold of the list of all messages."""
        near = self.furnisher(None)
        title = self.words["archive"]
        entries = [
            near.entry(work, lead=near.with_lead) for work in near.recent(self.chance.randrange(8, 15))
        ]
        body = "\n".join(entries) + near.pager()
        html = self._assemble(near, self.pen.heading(title, main=True), body, title, "")
        return f"https://{self.world.host}/messages/", html, self._without("listing", title, near)

    def missing(self, n: int) -> tuple[str, str, Gold]:
        """Return address, HTML and gold of a page that the site does not find, answered as if it were one."""
        near = self.furnisher(None)
        title = self.words["not_found"]
        body = f"<p>{near.say(self.words['missing'])}</p>"
        html = self._assemble(near, self.pen.heading(title, main=True), body, title, "")
        return f"{self.world.url(n)}?old=1", html, self._without("other", title, near)

    def wrapped(self, title: str, body: str, text: str, posted_line: str) -> tuple[str, Gold]:
        """Return HTML and gold of somebody else's body in this site's layout; `text` holds the body's words."""
        near = self.furnisher(None)
        head = "\n".join(
            (self.pen.heading(title, main=True), self.pen.box("line", self.pen.text(posted_line)))
        )
        html = self._assemble(near, head, f"<!--feed-->{body}<!--/feed-->", title, "")
        turn = GoldTurn(None, None, "official", text)
        sequence = ((title, False), (posted_line, False), (text, True))
        features = self._features("feed", "feed", None)
        gold = Gold(
            "statement", (), title, (title,), "en", (turn,), None, None, None, near.says_at, None, tuple(near.notices),
            tuple(near.printed), sequence, {}, None, None, self.epoch, features,
        )  # fmt: skip
        return html, gold

    def _without(self, kind: str, title: str, near: Furnisher) -> Gold:
        features = self._features(kind, "none", None)
        return Gold(
            kind, (), title, (title,), self.world.tongue.code, (), None, None, None, near.says_at, None, tuple(near.notices),
            tuple(near.printed), ((title, False),), {}, None, None, self.epoch, features,
        )  # fmt: skip

    # -- parts of a page

    def _features(self, kind: str, labels: str, dates: Dated | None) -> dict[str, str]:
        habits = self.habits
        return {
            "style": habits.style, "body": habits.body, "sidebar": habits.sidebar, "labels": labels, "mark": habits.label_mark,
            "kind": kind, "language": self.world.tongue.code, "heading": habits.heading, "line": habits.line if dates else "-",
            "title tail": dates.tail if dates else "-", "machine": habits.machine if dates else "-",
            "declared type": dates.declared_type if dates and "jsonld" in habits.machine else "none",
            "inset": "+".join(habits.insets) or "none", "moving": "yes" if habits.moving else "no", "epoch": str(self.epoch),
            "numeric": habits.numeric, "list dates": habits.list_date, "window title": habits.window_title,
            "site's name in h1": "yes" if habits.name_heads and habits.heading != "h1" else "no",
            "lists in bodies": "yes" if habits.lists else "no",
            "wrappers": str(habits.wrappers), "body in a box": "no" if habits.loose else "yes", "furniture in": habits.leaf,
            "crumbs with title": "yes" if habits.crumbs_title and "crumbs" in habits.above else "no",
            "entities": habits.entities,
        }  # fmt: skip

    def _sizes(self, work: Work, turns: Sequence[GoldTurn], near: Furnisher) -> dict[str, str]:
        """Return what of this page alone may make it hard: a short text, and furniture that looks like it."""
        words = sum(len(turn.text.split()) for turn in turns)
        around = sum(len(text.split()) for _, text in near.printed)
        return {
            "length": "under 60 words" if words < 60 else "60 to 300" if words < 300 else "over 300",
            "furniture": "longer than the statement" if around > words else "shorter",
            "pulled quotation": "yes" if any(name == "quote" for name, _ in near.printed) else "no",
            "own entry in a list": "yes"
            if any(notice.title == work.title for notice in near.notices)
            else "no",
            "leads in lists": "yes" if near.with_lead and near.notices else "no",
        }

    def _margins(self, work: Work, own: Random) -> tuple[list[str], list[str]]:
        """Return what stands before and behind the words and is neither theirs nor furniture: notices, signatures."""
        before, after = [], []
        if self.habits.number_line and not self.habits.line_below:
            before.append(f"{self.words['number']} {work.numbered}")
        if self.habits.status_line and work.kind == "speech" and own.random() < 0.7:
            before.append(self.words["check"])
        if self.habits.status_line and work.kind == "news_conference" and own.random() < 0.7:
            before.append(self.words["rush"])
        if signature := self._signature(work):
            after.append(signature)
        if self.habits.end_line:
            after.append(self.words["ends"])
        if self.habits.number_line and self.habits.line_below:
            after.append(work.numbered)
        return before, after

    def _signature(self, work: Work) -> str | None:
        signed = self.habits.signature and work.kind in ("letter", "message", "condolence")
        return f"{self.words['signed']} {work.official.name}" if signed and work.official else None

    def _inset(self, lines: Sequence[Line], near: Furnisher, work: Work) -> list[Line]:
        """Return the lines with the site's furniture between paragraphs."""
        made = list(lines)
        for name in self.habits.insets:
            at = len(made) // 2 if name != "photo" else 0
            if len(made) < 4:
                continue
            if name == "pull":
                words = max((turn.paragraphs[-1] for turn in work.turns if not turn.asks), key=len).split(
                    ". "
                )[0]
                left, right = self.world.tongue.quotes
                near.making = "pull"
                markup = self.pen.box("pull", near.say(f"{left}{words}{right}"))
            else:
                markup = near.read_also() if name == "read_also" else near.photo()
            made.insert(at, Line("", "", own=False, markup=markup))
        return made

    def _head(self, title: str, dates: Dated) -> str:
        heading = self.pen.heading(title, main=True)
        lines = dates.markup()
        return "\n".join((heading, lines) if self.habits.line_below else (lines, heading))

    def _assemble(self, near: Furnisher, head: str, body: str, title: str, machine: str) -> str:
        """Return the whole page: pieces that move are put where this capture has them."""
        habits = self.habits
        named = ("name",) if "name" not in habits.header and "rights" not in habits.footer else ()
        slots = {
            "header": [*named, *habits.header],
            "side": list(habits.side),
            "above": list(habits.above),
            "below": list(habits.below),
        }
        for name in habits.moving:
            for pieces in slots.values():
                if name in pieces:
                    pieces.remove(name)
            if self.chance.random() < 0.75:
                slots[self.chance.choice(("header", "side", "above", "below"))].insert(0, name)
        if habits.sidebar == "none":
            slots["side"] = []
        parts = {slot: [near.piece(name) for name in names] for slot, names in slots.items()}
        footer = self.pen.box("footer", *(near.piece(name) for name in habits.footer))
        column = self.pen.box(
            "main",
            *parts["above"],
            head,
            body if habits.loose else self.pen.box("body", body),
            *parts["below"],
        )
        half = len(parts["side"]) // 2 + 1
        first, last = {
            "first": (parts["side"], []), "both": (parts["side"][:half], parts["side"][half:]),
        }.get(habits.sidebar, ([], parts["side"]))  # fmt: skip
        page = self._columns(self.pen.box("header", *parts["header"]), first, column, last, footer)
        return self._whole(page, near, title, machine)

    def _columns(self, header: str, first: list[str], column: str, last: list[str], footer: str) -> str:
        pen = self.pen
        if self.habits.style == "tables":
            cells = [
                f'<td width="200" valign="top">{"".join(side)}</td>' if side else "" for side in (first, last)
            ]
            return (
                f'<table width="100%" cellpadding="0"><tr><td colspan="3">{header}</td></tr>\n<tr>{cells[0]}<td>{column}</td>{cells[1]}</tr>\n'
                f'<tr><td colspan="3">{footer}</td></tr></table>'
            )
        middle = "\n".join(
            pen.box("side", *part) if part is not column else column for part in (first, column, last) if part
        )
        for n in range(self.habits.wrappers):
            middle = pen.box(f"wrap{n}", middle)
        return "\n".join((header, middle, footer))

    def _whole(self, page: str, near: Furnisher, title: str, machine: str) -> str:
        tongue = self.world.tongue
        shown = {
            "title": title,
            "title_site": f"{title} | {near.name}",
            "site_title": f"{near.name} - {title}",
            "site": near.name,
        }[self.habits.window_title]
        language = f' lang="{tongue.code}"' if len(near.name) % 3 else ""
        direction = ' dir="rtl"' if tongue.right_to_left else ""
        script = f'<script>var t={self.chance.randrange(10**9)};window.q=window.q||[];q.push("{title[:12].encode("ascii", "ignore").decode()}");</script>'
        return (
            f'<!DOCTYPE html>\n<html{language}{direction}>\n<head>\n<meta charset="utf-8">\n<title>{self.pen.text(shown)}</title>\n{machine}'
            f'<link rel="stylesheet" href="/s/{self.chance.randrange(999)}.css">\n{script}\n</head>\n<body>\n<!-- page {self.chance.randrange(10**6)} -->\n{page}\n'
            f"<noscript>JS</noscript>\n</body>\n</html>\n"
        )
