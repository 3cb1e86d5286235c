"""Initials for names: what a page says that they stand for, in a label with brackets or in a key of speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.reading.page.blocks import Block
from onrecord.reading.turns.label import Label
from onrecord.reading.words.labelkey import label_key
from onrecord.reading.words.postwords import holds_post

# as in "Mara Mendel (MM)" and "Bel Harrow (BH), host"
_DEFINED = re.compile(r"(?P<name>[^\W\d_][^()]{2,60}?)\s\((?P<short>[^\W\d_]{2,4})\)(?:$|,\s)")
_KEY_HEAD = re.compile(
    r"\W*(?:speakers?['’]? key|key to (?:the )?(?:speakers|initials)|key|initials|abbreviations|sprecherkürzel|kürzel|siglas|sigles|abréviations)\W*",
    re.IGNORECASE,
)
# The letters it begins with, and those that a pattern takes for them in any case
_HEAD_BEGINS = frozenset("aikAIKsS\u0130\u0131\u017f\u212a")
# as in "MM Mara Mendel" and "BH = Bel Harrow, host"
_KEYED = re.compile(r"(?P<short>[A-ZÀ-Þ]{2,4})(?:\s*[:=–-]\s*|\s+)(?P<name>[^\W\d_][^:!?\n]{2,60})")
# Posts by their letters, as transcripts have them before a colon; whoever holds one is told elsewhere on the page, or not at all.
POSTS = {
    "pm": "prime minister", "dpm": "deputy prime minister", "sg": "secretary general", "dsg": "deputy secretary general",
    "fm": "foreign minister", "eam": "external affairs minister", "vp": "vice president", "hrvp": "high representative",
    "hr_vp": "high representative", "dg": "director general", "potus": "president", "secgen": "secretary general",
}  # fmt: skip
_HEAD = 800  # characters
_MOST_WORDS = 6
_LONGEST_KEY = 40  # lines
_WITH_CAPITALS = r"(?:[A-ZÀ-Þ][\w.'’-]*\s)"
_LEAST = 3
_LINKING = frozenset("the of for and de des du la le les et der die das für und y del".split())


def stands_short(label: str) -> tuple[str, str] | None:
    """Return the name in a label, and the initials that it says it will use for it: "Mara Mendel (MM)"."""
    found = _DEFINED.match(label)
    if found is None or not found["short"].isupper() or not _begins(found["short"], found["name"]):
        return None
    return found["name"].strip(), found["short"]


def names_by_initials(labels: Iterable[str], text: str) -> dict[str, str]:
    """Return the names that the page gives initials for, by the key of these: in its labels, or in a key of its speakers."""
    told = [pair for label in labels if (pair := stands_short(label))]
    return {label_key(short): name for name, short in (*_key_of(_first_lines(text)), *told)}


def _first_lines(text: str) -> list[str]:
    """The lines in which a key of speakers stands with its heading, and not the whole text in lines: its newlines end as many."""
    end = -1
    for _ in range(2 * _LONGEST_KEY):
        end = text.find("\n", end + 1)
        if end < 0:
            return text.splitlines()
    return text[:end].splitlines()


def names_in_head(labels: Sequence[str], text: str) -> dict[str, str]:
    """Return the names that initials stand for which a text begins with, where it has one name for each: "AV:", "CP:" below "Ada Verne", "CORIN PELL"."""
    shorts = {label for label in labels if label.isupper() and label.isalpha() and len(label) in (2, 3)}
    shorts = {short for short in shorts if label_key(short) not in POSTS}
    found: dict[str, set[str]] = {short: set() for short in shorts}
    for line in text[:_HEAD].splitlines() if len(shorts) > 1 else ():
        words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if word[0].isupper()]
        for short in shorts:
            for first in range(len(words) - len(short) + 1):
                name = words[first : first + len(short)]
                if (
                    [word[0] for word in name] == list(short)
                    and all(len(word) > 1 for word in name)
                    and " ".join(name) in line
                ):
                    found[short].add(" ".join(name).lower())
    if not found or any(len(names) != 1 for names in found.values()):
        return {}
    return {label_key(short): next(iter(names)).title() for short, names in found.items()}


def names_in_brackets(labels: Iterable[str], text: str) -> dict[str, str]:
    """Return who is called by letters in the first lines, behind his post and name: "SE:" below "stakeout by Special Envoy Ada Verne (SE)"."""
    head = text[:_HEAD]
    shorts = (label for label in labels if label.isupper() and label.isalpha() and 2 <= len(label) <= 5)
    found = {
        short: match["name"]
        for short in shorts
        if f"({short})" in head
        and (match := re.search(rf"(?P<name>{_WITH_CAPITALS}{{2,8}})\({short}\)", head))
    }
    return {label_key(short): name.strip() for short, name in found.items() if _begins(short, name)}


def posts_by_letters(labels: Iterable[str]) -> dict[str, str]:
    """Return by key of a label in capitals the key of the one other label whose words it begins: "FS" beside "Foreign Secretary"."""
    spoken = list(labels)
    lettered: dict[str, list[str]] = {}
    for label in spoken:
        words = [word for word in re.findall(r"[^\W\d_]+", label) if word.lower() not in _LINKING]
        if len(words) > 1 and holds_post(label):
            lettered.setdefault("".join(word[0].upper() for word in words), []).append(label_key(label))
    return {
        label_key(label): lettered[label][0]
        for label in spoken
        if label in lettered and len(set(lettered[label])) == 1
    }


def find_keyed(blocks: Sequence[Block], indices: Sequence[int]) -> list[Label]:
    """Return the initials of a key of speakers that paragraphs begin with: "MM Mara Mendel" above, "MM Good evening." below."""
    lines = [line for index in indices for line in blocks[index].text.splitlines()]
    if not any(_KEY_HEAD.fullmatch(line) for line in lines[:_LONGEST_KEY]):
        return []
    key = {short: name for name, short in _key_of(lines)}
    if len(key) < 2:
        return []
    lead = re.compile(rf"(?P<label>{'|'.join(sorted(key, key=len, reverse=True))})[\s\u00a0:]+(?=\S)")
    found = []
    for index in indices:
        text = blocks[index].text
        match = lead.match(text)
        if match and text[match.end() :].strip() != key[match["label"]] and not _is_key(text, key):
            short = match["label"]
            found.append(
                Label(
                    index, 0, len(short), match.end(), short, label_key(short), "keyed", None, "label.keyed"
                )
            )
    return found if len(found) >= _LEAST and len({label.key for label in found}) >= 2 else []


def _key_of(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names and initials below the line that heads them."""
    heads = (
        n
        for n, line in enumerate(lines[:_LONGEST_KEY])
        if line and (line[0] in _HEAD_BEGINS or not line[0].isalnum()) and _KEY_HEAD.fullmatch(line)
    )
    first = next(heads, None)
    seen: set[str] = set()
    for line in lines[first + 1 : first + 1 + _LONGEST_KEY] if first is not None else ():
        found = _KEYED.fullmatch(line.strip())
        if found is None or len(found["name"].split()) > _MOST_WORDS or found["short"] in seen:
            if line.strip():
                return
        else:
            seen.add(found["short"])
            yield found["name"].strip(), found["short"]


def _is_key(text: str, key: dict[str, str]) -> bool:
    return all(
        text.strip() != "" and any(line.endswith(name) for name in key.values()) for line in text.splitlines()
    )


def _begins(short: str, name: str) -> bool:
    """Whether each letter of a short form begins a word of the name, in order."""
    initials = iter(word[0].upper() for word in re.findall(r"[^\W\d_]+", name))
    return all(letter in initials for letter in short.upper())
