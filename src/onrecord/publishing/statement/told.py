"""What stands on each page of one version of a statement: made once, with gaps for what is not alike on them."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

# No text of anybody can stand for one of them: what is printed has no such character (see `wording.printable`).
_ROOT = Markup("\x00root\x00")
_CURRENT = Markup("\x00current\x00")
_CITED = Markup("\x00cited\x00")


class Told(str):
    """The markup of a version's words and of all that is told of them, with its gaps."""

    __slots__ = ()

    def at(self, root: str, *, is_version: bool) -> tuple[Markup, Markup]:
        """Return it as it stands on one page: before the citations of that page, and behind them.

        `root` leads from the page to the pages in its language; a page that is that of the version alone is marked among the versions.
        """
        marked = ' aria-current="page"' if is_version else ""
        before, _, behind = self.replace(_ROOT, root).replace(_CURRENT, marked).partition(_CITED)
        return Markup(before), Markup(behind)


def tell(templates: Environment, **values: Any) -> Told:
    """Return what is told of a version."""
    words = Markup(templates.get_template("words.html").render(view=values["view"]).strip())
    rendered = templates.get_template("told.html").render(
        words=words, root=_ROOT, current=_CURRENT, cited=_CITED, **values
    )
    return Told(rendered)
