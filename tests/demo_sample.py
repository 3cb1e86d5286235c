"""The source of the invented sample as tests see it: its builder, its texts, and what is true of them."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

SAMPLES = Path(__file__).parent.parent / "samples"


def load_builder() -> ModuleType:
    """Return `samples/build.py` as a module."""
    known = sys.modules.get("samples_build")
    if known is not None:
        return known
    spec = importlib.util.spec_from_file_location("samples_build", SAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["samples_build"] = module
    spec.loader.exec_module(module)
    return module


class TrueTurn(NamedTuple):
    """A turn as a careful person reads it; `label` without a bracketed mark after it."""

    label: str | None
    speaker: str | None
    role: str | None
    words: str


class TrueText(NamedTuple):
    """One text of the sample, and what is true of it."""

    site: str
    name: str
    url: str
    title: str
    posted_on: str
    truth: dict[str, Any]
    turns: tuple[TrueTurn, ...]
    headings: tuple[str, ...]


def true_texts() -> list[TrueText]:
    """Return every held text of the sample, by site and name."""
    builder = load_builder()
    return [
        TrueText(
            site.name,
            message.name,
            site.settings["base"] + message.address,
            message.title,
            message.posted_on,
            message.truth,
            true_turns(message),
            tuple(block.text for block in message.blocks if block.heading),
        )
        for site in builder.read_sites()
        for message in site.messages.values()
        if message.blocks
    ]


def true_turns(message: Any) -> tuple[TrueTurn, ...]:
    """Return the turns of a text: a label, or a dash where the text asks by dashes, begins the next one."""
    truth, turns = message.truth, []
    labelled = any(block.label for block in message.blocks)
    dashed = bool(truth.get("askers_by_dash"))
    for block in message.blocks:
        if block.heading or re.fullmatch(r"\d{1,2}:\d{2} [ap]\.m\.", block.text):
            continue  # nobody says when the record begins or ends
        if block.label:
            label = plain_label(block.label)
            speaker, role = truth["labels"][label]
            turns.append(TrueTurn(label, speaker or None, role, block.text))
        elif dashed and block.text.startswith("–"):
            turns.append(TrueTurn(None, None, "questioner", block.text.lstrip("– ")))
        elif turns and not (dashed and turns[-1].role == "questioner"):
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words} {block.text}")
        elif not labelled:
            turns.append(TrueTurn(None, only_speaker(truth), "official", block.text))
    return tuple(turns)


def only_speaker(truth: dict[str, Any]) -> str | None:
    """Return the one person who speaks on a page, None if there is none or there are several."""
    speakers = truth.get("speakers", [])
    return speakers[0][0] if len(speakers) == 1 else None


def plain_label(label: str) -> str:
    """Return a label without the bracketed marks after it."""
    return re.sub(r"\s*\([^)]*\)", "", label).strip()
