"""The command line: thin commands over the package root; whatever they can do, a Python user can do."""

import gc


def main() -> None:
    """Run the command line on the arguments of the process, and end with the exit code of the contract."""
    # What is loaded stays to the end: looked through for garbage again and again while more is loaded, it costs a fifth of a start.
    gc.disable()
    from onrecord.cli.front import start

    gc.freeze()
    gc.enable()
    start()


__all__ = ["main"]
