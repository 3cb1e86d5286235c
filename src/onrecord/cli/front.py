"""The front of the command line: finds the verb, and turns every error into one sentence and an exit code."""

from __future__ import annotations

import errno
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from onrecord import OnrecordError
from onrecord.cli import streams
from onrecord.cli.verbs import VERBS, load_verb

DEBUG_VARIABLE = "ONRECORD_DEBUG"
_INTERRUPTED, _READER_GONE = 130, 141  # as a shell names a program ended by SIGINT or SIGPIPE


class Front(click.Group):
    """The group of verbs, which knows what an unknown word may have meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that the first argument names; an unknown one is a wrong call."""
        word = args[0]
        if self.get_command(ctx, word) is None and not word.startswith("-"):
            raise click.UsageError(_unknown_verb(word, self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the contract."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the verb of this name."""
        return load_verb(cmd_name)


@click.group(cls=Front, invoke_without_command=True, subcommand_metavar="VERB [ARGS]…")
@click.option(
    "--archive",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The archive's folder (default: ./archive, or $ONRECORD_ARCHIVE).",
)
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
@click.pass_context
def front(context: click.Context, folder: Path | None) -> int:
    """Keep what officials are on record as having said, and check quotations against it.

    Start with `onrecord demo`.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 0


def start() -> None:
    """Run the command line on the arguments of the process, and end with the exit code of the contract."""
    _open_closed()
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that cannot show a letter gets its escape, not a failure.
        sys.stdout.reconfigure(errors="backslashreplace")
    code = run(sys.argv[1:])
    gc.freeze()  # Python ends by looking for garbage once more, in all that ends with it anyway
    sys.exit(code)


def _open_closed() -> None:
    """Put nothing in the place of inputs and outputs that whoever started us has closed, as daemons and some shells do.

    Else the next file that is opened would be taken for one of them.
    """
    nothing = Path(os.devnull)
    sys.stdin = sys.stdin or nothing.open(encoding="utf-8")
    sys.stdout = sys.stdout or nothing.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nothing.open("w", encoding="utf-8")


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of one call; all errors become one sentence on standard error.

    A reader that leaves, of either output, ends the call without a word: 141.
    """
    try:
        return _called(arguments)
    except BrokenPipeError:
        # What Python would still flush at its end has no reader either.
        for stream in (sys.stdout, sys.stderr):
            _turn_away(stream)
        return _READER_GONE


def _called(arguments: Sequence[str]) -> int:
    try:
        _check_empty(arguments)
        with front.make_context("onrecord", list(arguments)) as context:
            code: int = front.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except BrokenPipeError:
        raise
    except click.ClickException as error:
        return _wrong(_one_sentence(error))
    except OnrecordError as error:
        return _wrong(str(error))
    except OSError as error:
        return _wrong(_refused(error))
    except Exception as error:  # noqa: BLE001 - the last wall: a user sees a sentence, a developer asks for the trace
        return _wrong(
            f"onrecord failed in a way it should not ({type(error).__name__}: {error}); "
            f"please report it with what {DEBUG_VARIABLE}=1 prints."
        )
    return code


def _check_empty(arguments: Sequence[str]) -> None:
    """Raise a wrong call for an empty argument, as a shell gives it for a variable that is not set.

    No verb has a use for one, and an empty path would name the folder one stands in.
    """
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if argument.startswith("--") and argument.endswith("="):
            raise click.UsageError(f"{argument[:-1]} is empty: give it a value, or leave it out")
        if not argument:
            where = f"The argument after {before}" if before else "The first argument"
            raise click.UsageError(f"{where} is empty: give it a value, or leave it out")


def _turn_away(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _wrong(message: str) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exc()
    streams.say(message)
    return 2


def _refused(error: OSError) -> str:
    said = f"{error.strerror or error}" + (f": {error.filename}" if error.filename else "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{said}; make room and give the command again: what was told as kept is kept."
    return f"{said}."


def _one_sentence(error: click.ClickException) -> str:
    message = error.format_message().strip().rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return f"{message}."
    return f"{message[:1].upper()}{message[1:]}; see {context.command_path} --help."


def _unknown_verb(word: str, verbs: Sequence[str]) -> str:
    close = get_close_matches(word, verbs, n=1)
    if close:
        return f"There is no verb “{word}” (did you mean {close[0]}?)"
    return f"There is no verb “{word}”; there are {', '.join(verbs[:-1])} and {verbs[-1]}"
