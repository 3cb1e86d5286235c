"""The command line: thin commands over the package root; whatever they can do, a Python user can do."""

from onrecord.cli.front import main

__all__ = ["main"]
