"""All verbs, in the order in which `--help` lists them.

A verb reads its options, calls the method of the same name, and writes what came back. It returns its exit code: 0 done or
nothing contradicts, 1 something contradicts, 2 the call is wrong, 3 cannot tell.
"""

from __future__ import annotations

from onrecord.cli.add import add
from onrecord.cli.asking import list_, search, show, sources
from onrecord.cli.changes import changes
from onrecord.cli.check import check
from onrecord.cli.citing import cite, resolve
from onrecord.cli.covering import coverage, first
from onrecord.cli.custody import backup, correct, redact, restore
from onrecord.cli.demo import demo
from onrecord.cli.deriving import rebuild, verify
from onrecord.cli.diff import diff
from onrecord.cli.draft import draft
from onrecord.cli.export import export
from onrecord.cli.publish import publish
from onrecord.cli.read import explain, read
from onrecord.cli.review import review
from onrecord.cli.serve import serve

VERBS = (
    *(read, add, list_, show, search, check, review, cite, resolve, diff, changes, first, coverage),
    *(export, draft, publish, serve, explain, sources),
    *(correct, redact, rebuild, verify, backup, restore, demo),
)
