"""Forms that hold the page itself: what programs of the kind of ASP.NET set around all that they print."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.reading.page.blocks import Block, Element

_MOST = 0.5


def without_page_form(blocks: list[Block], elements: Sequence[Element]) -> list[Block]:
    """Return the blocks, those of a form that holds most of the page's text as standing in no form."""
    forms = {number for number, element in enumerate(elements, 1) if element.tag == "form"}
    if not forms:
        return blocks
    held = dict.fromkeys(forms, 0)
    for block in blocks:
        for number in forms.intersection(block.path) if "form" in block.places else ():
            held[number] += len(block.text)
    around = max(held, key=held.__getitem__)
    if held[around] <= _MOST * sum(len(block.text) for block in blocks):
        return blocks
    return [
        msgspec.structs.replace(block, places=block.places - {"form"})
        if "form" in block.places and forms.intersection(block.path) == {around}
        else block
        for block in blocks
    ]
