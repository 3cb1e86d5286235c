"""`demo`: the invented sample, built, checked, published, and served if asked."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

import onrecord  # its Archive is fetched when a verb needs it, so that --help does not wait for the rooms below
from onrecord.cli import reports, streams
from onrecord.cli.clock import this_moment
from onrecord.cli.opening import cited, opened
from onrecord.cli.options import archive_option, json_option
from onrecord.cli.serve import serve_folder, serving_options

_DEMO_FOLDER = Path("onrecord-demo")


@click.command()
@archive_option
@click.option("--serve", "served", is_flag=True, help="Then serve it on this machine, until Ctrl-C.")
@serving_options
@json_option
def demo(folder: Path | None, served: bool, host: str, port: int, as_json: bool) -> int:
    """Build, check and publish an invented sample.

    Two governments that do not exist, and that disagree. The folder is ./onrecord-demo, or the one --archive names.
    """
    where = folder or _DEMO_FOLDER
    shown = onrecord.Archive.demo(where, at=this_moment())
    if as_json:
        streams.write_json(shown)
    else:
        archive = opened(shown.folder)
        held = [cited(archive, verdict) for verdict in shown.verdicts]
        reports.show_demo(streams.screen(), shown, held, _program())
    if served:
        serve_folder(Path(shown.folder), host, port, profile=shown.profile, as_json=as_json)
    return 0


def _program() -> str:
    # By its name alone if a shell would find this very program by it, else as it was called.
    called, found = Path(sys.argv[0]), shutil.which("onrecord")
    if called.name != "onrecord" or (found and Path(found).resolve() == called.resolve()):
        return "onrecord"
    return shlex.quote(str(called))
