"""Names on lines of their own above a line for their bearers' posts: "Ada Verne" above "Minister for Ports", and the words below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Speaker
from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.sittings import ABOVE_PARTY, ends_said, is_below_name
from onrecord.reading.words.names import parse_person
from onrecord.reading.words.postwords import is_plainly_post, is_post

_LEAST_NAME, _LONGEST_NAME = 2, 4  # words


def above_posts(candidates: Sequence[Label], blocks: Sequence[Block]) -> list[Label]:
    """Return the candidates without lines that are the post of a name in the line above, those names marked."""
    named = {one.block for one in candidates if one.form == "line" and _is_above_post(one, blocks)}
    if not named:
        return list(candidates)
    return [
        one.by(ABOVE_PARTY) if one.block in named else one for one in candidates if one.block - 1 not in named
    ]


def posts_below(labels: Sequence[Label], marks: Mapping[int, str], blocks: Sequence[Block]) -> list[Speaker]:
    """Return those whose posts stand in the line between their labels and their words, which `marks` tells."""
    found = []
    for label in labels:
        below = label.block + 1
        if marks.get(below) != "mark.party" or not is_post(blocks[below].text):
            continue
        person = parse_person(label.text)
        if person and person.office is None and _is_whole(person.name):
            found.append(Speaker(person.name, blocks[below].text))
    return found


def with_posts(speakers: Sequence[Speaker], holding: Sequence[Speaker]) -> list[Speaker]:
    """Return speakers with the posts of those that are named alike, where they have none."""
    posts = {one.name: one.office for one in holding}
    return [Speaker(one.name, one.office or posts.get(one.name)) for one in speakers]


def _is_above_post(label: Label, blocks: Sequence[Block]) -> bool:
    """Whether a whole name stands above a post that begins or ends with its word, and a sentence below both."""
    if label.block + 2 >= len(blocks) or ends_as_sentence(blocks[label.block].text):
        return False
    post, words = blocks[label.block + 1], blocks[label.block + 2]
    if not (is_below_name(post) and is_plainly_post(post.text) and ends_said(words.text)):
        return False
    person = parse_person(label.text)
    return person is not None and person.office is None and _is_whole(person.name)


def _is_whole(name: str) -> bool:
    return name[0] >= "\u2e80" or _LEAST_NAME <= len(name.split()) <= _LONGEST_NAME
