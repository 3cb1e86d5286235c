"""How templates become Python: as Jinja does it, but that values are printed and looked up without its detours.

A page prints some six hundred values. Jinja has each of them made printable, then wraps it in a string of its own kind that says that
it is escaped, and then forgets that when it joins them; and it asks for each attribute in a way that also takes items of a dict.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from operator import call
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from onrecord.publishing.wording import printable

PLAIN = frozenset(("_", "gettext", "ngettext", "pgettext", "in_language"))
"""The functions that templates are given; what else they call are macros, which Jinja hands what surrounds them."""


def show(value: Any) -> str:
    """Return a value as it stands on a page: what is no markup is printable and escaped."""
    kind = type(value)
    if kind is str:
        text = value if value.isprintable() else printable(value)
        # Most values hold nothing of this, and to look is faster than to wrap them.
        if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
            return str(escape(text))
        return text
    return value if kind is Markup else escape(value)


class Compiler(CodeGenerator):
    """Writes the code of templates."""

    def _output_child_pre(self, expression: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.show(")

    def _output_child_post(self, expression: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Getattr(self, expression: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write how an attribute is looked up."""
        self.write("getattr(")
        self.visit(expression.node, frame)
        self.write(f", {expression.attr!r})")

    def visit_Call(self, expression: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call: those of our own functions, which know nothing of the template, go straight to them."""
        if not (isinstance(expression.node, nodes.Name) and expression.node.name in PLAIN) or forward_caller:
            super().visit_Call(expression, frame, forward_caller=forward_caller)
            return
        self.write("environment.call_plain(")
        self.visit(expression.node, frame)
        self.signature(expression, frame)
        self.write(")")


class Templates(Environment):
    """Templates that are compiled so; all of them escape. Their globals are complete before the first of them is loaded."""

    code_generator_class = Compiler
    show = staticmethod(show)
    call_plain: Any = call

    def __init__(self, **settings: Any) -> None:
        """Take the settings of Jinja; no template is loaded yet."""
        super().__init__(**settings)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return a template: a page asks for seven, and Jinja looks under a lock which of them it used last, to forget the others."""
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template; Jinja's are two mappings behind each other, and each page is a copy of them."""
        return {**self.globals, **(d or {})}
