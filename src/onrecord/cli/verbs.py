"""All verbs, in the order in which `--help` lists them.

A verb reads its options, calls the method of the same name, and writes what came back. It returns its exit code: 0 done or
nothing contradicts, 1 something contradicts, 2 the call is wrong, 3 cannot tell.
"""

from __future__ import annotations

from importlib import import_module

import click

VERBS = {
    "read": "read:read",
    "add": "add:add",
    "list": "asking:list_",
    "show": "asking:show",
    "search": "asking:search",
    "check": "check:check",
    "review": "review:review",
    "cite": "citing:cite",
    "resolve": "citing:resolve",
    "diff": "diff:diff",
    "changes": "changes:changes",
    "first": "covering:first",
    "coverage": "covering:coverage",
    "export": "export:export",
    "draft": "draft:draft",
    "publish": "publish:publish",
    "serve": "serve:serve",
    "explain": "read:explain",
    "sources": "asking:sources",
    "correct": "custody:correct",
    "redact": "custody:redact",
    "rebuild": "deriving:rebuild",
    "verify": "deriving:verify",
    "backup": "custody:backup",
    "restore": "custody:restore",
    "demo": "demo:demo",
}
"""Where each verb stands, the module before its name there: a call loads the one that it names."""


def load_verb(name: str) -> click.Command | None:
    """Return the verb of this name, None where there is none."""
    if name not in VERBS:
        return None
    module, _, function = VERBS[name].partition(":")
    verb: click.Command = getattr(import_module(f"onrecord.cli.{module}"), function)
    return verb
