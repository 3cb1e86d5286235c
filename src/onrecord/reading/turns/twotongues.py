"""Labels of turns that a page gives twice, in two languages one under the other: two labels of one speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from onrecord.model import Speaker
from onrecord.reading.turns.bylabel import Played, Told
from onrecord.reading.turns.label import is_question_key
from onrecord.reading.words.labelkey import label_key

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LEAST_PAIRS = 3
_MOSTLY = 0.8  # of a page's labels


def enter_pairs(
    labels: Sequence[str],
    identified: dict[str, Told],
    played: dict[str, Played],
    titled: Collection[Speaker],
    told: Mapping[str, Speaker],
) -> None:
    """Give the label of a turn in one language the speaker and role of the one in the other, where the title names that one.

    A newsroom that one of the two tells as such is one in both.
    """
    for one, other in find_pairs(labels).items():
        for key, known in ((one, other), (other, one)):
            if key in told or is_question_key(one) != is_question_key(other):
                continue
            speaker = identified[known].speaker
            titled_so = speaker in titled and identified[key].speaker not in titled
            pressed = speaker is None and played[known].role == played[key].role == "questioner"
            if titled_so or pressed:
                identified[key] = Told(speaker, "speaker.two_tongues")
                played[key] = Played(played[known].role, "role.two_tongues")


def find_pairs(labels: Sequence[str]) -> dict[str, str]:
    """Return, by the key of each label in one script, the label in the other that always stands right below it.

    Empty unless most labels of the page stand in such pairs.
    """
    # The outlet in brackets may stand in another script than the word for who asks: "Корреспондент (Radio 5)".
    in_latin = {label: _LATIN.search(label.split(" (")[0]) is not None for label in set(labels)}
    if len(set(in_latin.values())) < 2:
        return {}  # as nearly all pages: none of their labels is in another script
    keys = list(map(label_key, labels))
    latin = [in_latin[label] for label in labels]
    first = latin[0]
    below: dict[str, set[str]] = {}
    for (key, is_latin), (following, follows_latin) in pairwise(zip(keys, latin, strict=True)):
        if is_latin == first:
            below.setdefault(key, set()).add(following if follows_latin != first else "")
    sure = {key: next(iter(others)) for key, others in below.items() if len(others) == 1}
    times = Counter(sure.values())
    pairs = {key: other for key, other in sure.items() if other and times[other] == 1}
    paired = sum(key in pairs for key, is_latin in zip(keys, latin, strict=True) if is_latin == first)
    return pairs if paired >= _LEAST_PAIRS and 2 * paired >= _MOSTLY * len(keys) else {}
