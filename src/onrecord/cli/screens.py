"""Outputs for people: loaded where something is said to them, which takes as long as twenty modules of ours."""

from __future__ import annotations

from rich.console import Console


class Screen(Console):
    """A console that leaves a closed pipe to the front, as every other output does; rich would end with exit code 1."""

    def on_broken_pipe(self) -> None:
        """Raise what rich caught."""
        raise BrokenPipeError
