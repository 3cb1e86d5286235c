"""Messages of the keeper's own: written as drafts, checked, released by a second person, brought out, withdrawn."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onrecord.capture import BODY_LIMIT, Captured, digest_of
from onrecord.capture.messages import parse_message
from onrecord.drafting import (
    FIELDS,
    Checked,
    Office,
    Taken,
    as_moment,
    as_value,
    check_message,
    check_name,
    find_office,
    is_one_person,
    take_docx,
    write_template,
    write_word_template,
)
from onrecord.errors import NotFound, OnrecordError, WrongCall
from onrecord.model import KINDS, Capture, Draft, DraftState, Issue, Locator
from onrecord.reading import statement_id
from onrecord.record import Messages, ReleaseWish, Standing
from onrecord.record.tables.filters import nearest_kind
from onrecord.settings import nearest

if TYPE_CHECKING:
    from onrecord.publishing.statement.previews import Preview

AT_ONCE = "now"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Drafted(NamedTuple):
    """A draft and what was found in its file, None where that is gone or belongs to no office."""

    draft: Draft
    checked: Checked | None
    office: Office | None


def new_draft(
    messages: Messages, name: str, values: Mapping[str, Sequence[str]], docx: Path | None
) -> tuple[Draft, tuple[Issue, ...]]:
    """Write a new draft and return it, with what of a Word text could not be taken; WrongCall where there is one."""
    check_name(name)
    path = messages.folder / f"{name}.md"
    if path.exists():
        raise WrongCall(f"{path} is there already: write on in that file, or give another name.")
    told = {key: list(each) for key, each in values.items() if each}
    for kind in told.get("kinds", ()):
        if as_value(kind) not in KINDS:
            raise WrongCall(f"There is no kind {kind!r}: {nearest_kind(as_value(kind))}")
    _check_given(told)
    words: str | None = None
    issues: tuple[Issue, ...] = ()
    if docx is not None:
        taken = _taken(docx)
        told, words, issues = {**taken.fields, **told}, taken.words, taken.issues
    office = find_office(_offices(messages), next(iter(told.get("source", ())), None))
    told.setdefault("source", [office.name])
    messages.write(name, write_template(told, words))
    return find_draft(messages, name).draft, issues


def word_template(messages: Messages, values: Mapping[str, Sequence[str]]) -> bytes:
    """Return the template of a message as a Word text, with the office that it would be of."""
    office = find_office(_offices(messages), next(iter(values.get("source", ())), None))
    _check_given(values)
    return write_word_template({**values, "source": [office.name]})


def _check_given(values: Mapping[str, Sequence[str]]) -> None:
    """Raise WrongCall for a value that the message could not be released with: now it is at hand, later it has to be looked for."""
    for name, field in FIELDS.items():
        for said in (
            said for value in values.get(name, ()) if name != "kinds" for said in field.faults(value)
        ):
            raise WrongCall(f"{name}: {said}.")


def _taken(docx: Path) -> Taken:
    try:
        body = docx.read_bytes()
    except OSError as fault:
        raise NotFound(f"{docx} cannot be read ({fault.strerror}): name a Word text (DOCX).") from None
    if not body.startswith(b"PK") or len(body) > BODY_LIMIT:
        raise WrongCall(f"{docx} is no Word text: save it as DOCX, or copy its words into a draft.")
    return take_docx(
        Captured(Capture(None, None, digest_of(body), _DOCX, Locator(str(docx), 0, len(body))), body, None)
    )


def all_drafts(messages: Messages) -> Iterator[Drafted]:
    """Yield every message that is written here or was released, by name."""
    standings = {each.name: each for each in messages.standings()}
    files = messages.folder.glob("*.md") if messages.folder.is_dir() else ()
    names = {path.stem for path in files if not path.name.startswith(".")}
    for name in sorted(names | set(standings)):
        yield _drafted(messages, name, standings.get(name))


def find_draft(messages: Messages, name: str) -> Drafted:
    """Return one message by its name or the path of its file; NotFound names the nearest."""
    plain = Path(name).stem if name.endswith(".md") else name
    every = {each.draft.name: each for each in all_drafts(messages)}
    if plain not in every:
        near = nearest(plain, every) or ": make one with `onrecord draft new`."
        raise NotFound(f"There is no message {plain!r}{near}")
    return every[plain]


def _drafted(messages: Messages, name: str, standing: Standing | None) -> Drafted:
    path = messages.folder / f"{name}.md"
    file = f"{messages.folder.name}/{path.name}"
    body = path.read_bytes() if path.is_file() else None
    offices = _offices(messages)
    office: Office | None = None
    checked: Checked | None = None
    issues: tuple[Issue, ...] = ()
    url = standing.url if standing is not None else ""
    if body is not None:
        message = parse_message(body.decode("utf-8", "replace"))
        try:
            office = find_office(offices, message.value("source"))
        except OnrecordError as fault:
            line = next((field.line for field in message.fields if field.name == "source"), 1)
            place = Locator(file, 0, len(body))
            issues = (Issue("draft_wrong", f"{file}, line {line}, source: {fault}", place, "error"),)
        else:
            url = message.value("address") or office.address_of(name)
            checked = check_message(body, file, url, office, messages.read)
            issues = (*checked.issues, *_moved(file, url, name, standing, messages))
    digest = digest_of(body) if body is not None else None
    message_title = checked.message.value("title") if checked is not None else None
    embargo = checked.message.value("embargo") if checked is not None else None
    draft = Draft(
        name=name,
        file=file,
        statement=standing.statement if standing is not None else statement_id(url, ""),
        url=url,
        source=office.name if office is not None else "",
        title=message_title,
        state=_state(standing, digest),
        digest=digest,
        written_by=checked.message.value("written by") if checked is not None else None,
        out_from=_waits_for(standing, digest, as_moment(embargo) if embargo else None),
        issues=issues,
        releases=standing.releases if standing is not None else (),
        withdrawn=standing.withdrawn if standing is not None else None,
        read=checked.statement if checked is not None else None,
    )
    return Drafted(draft, checked, office)


def _waits_for(standing: Standing | None, digest: str | None, embargo: str | None) -> str | None:
    """Return the time for which a message waits, or waited: that of its release, before one its embargo's."""
    latest = standing.latest if standing is not None else None
    if latest is None:
        return embargo
    return latest.out_from if digest in (latest.digest, None) else embargo or latest.out_from


def _moved(file: str, url: str, name: str, standing: Standing | None, messages: Messages) -> Iterator[Issue]:
    """Yield what is wrong with an address: a message keeps its own, and has it alone."""
    if standing is not None and standing.url != url:
        said = f"{file}, address: the message was released at {standing.url}, which it keeps: write that address."
        yield Issue("draft_wrong", said, None, "error")
    other = messages.standing(statement_id(url, ""))
    if standing is None and other is not None and other.name != name:
        said = f"{file}, address: the message {other.name} stands at {url}: write another address, or change that message."
        yield Issue("draft_wrong", said, None, "error")


def _state(standing: Standing | None, digest: str | None) -> DraftState:
    if standing is None or standing.latest is None:
        return "draft"
    latest = standing.latest
    if standing.withdrawn is not None and standing.waits is None and digest in (latest.digest, None):
        return "withdrawn"
    if digest is not None and digest != latest.digest:
        return "changed"
    if standing.waits is not None:
        return "released"
    return "out" if latest.out_at is not None else "draft"


def release_draft(
    messages: Messages, name: str, *, by: str, now: str, note: str | None, at: str | None
) -> Draft:
    """Release a message as its file is now, and return it; WrongCall says what keeps it from being released."""
    found = find_draft(messages, name)
    draft, checked, office = found
    errors = [issue for issue in draft.issues if issue.severity == "error"]
    if errors:
        more = f" {len(errors) - 1} more stand in `onrecord draft check {draft.name}`." if errors[1:] else ""
        raise WrongCall(f"It is not released: {errors[0].message}{more}")
    if checked is None or office is None:
        raise NotFound(f"{draft.file} is gone: write it again, what was released is in the archive.")
    written_by = str(draft.written_by)
    released_by = by
    if is_one_person(written_by, by):
        if not office.one_person:
            raise WrongCall(
                f"{written_by} wrote it, so somebody else has to release it; where the office has one person alone,"
                f" write one_person = true into {office.file}."
            )
        released_by = written_by
    body = (messages.folder / f"{draft.name}.md").read_bytes()
    if digest_of(body) != draft.digest:
        raise WrongCall(f"{draft.file} was changed a moment ago: look at it, and release it again.")
    wish = ReleaseWish(
        draft.name,
        draft.url,
        body,
        written_by,
        released_by,
        now,
        _out_from(checked, at, now),
        at is not None,
        note,
    )
    messages.release(wish)
    return find_draft(messages, draft.name).draft


def _out_from(checked: Checked, at: str | None, now: str) -> str | None:
    embargo = checked.message.value("embargo")
    until = as_moment(embargo) if embargo else None
    if at is None:
        return until
    moment = now if at == AT_ONCE else as_moment(at)
    if moment is None:
        raise WrongCall(
            f"{at!r} is no time with its zone: write it as in 2026-05-14T18:00:00+02:00, or {AT_ONCE}."
        )
    if moment < now:
        raise WrongCall(
            f"{moment} is over, as it is {now}: give a later time, or --at {AT_ONCE} for the message to come out at once."
        )
    if until is not None and moment < until:
        raise WrongCall(
            f"It may not come out at {moment}: its embargo ends at {until}; give that time or a later one, or another embargo in its file."
        )
    return moment


def withdraw_message(messages: Messages, name: str, *, by: str, why: str, now: str) -> Draft:
    """Take a message back, and return it."""
    draft = find_draft(messages, name).draft
    messages.withdraw(draft.statement, by=by, now=now, why=why)
    return find_draft(messages, draft.name).draft


def digest_of_drafts(messages: Messages) -> str:
    """Return a digest of all draft files as they are."""
    digest = hashlib.sha256()
    for path in sorted(messages.folder.glob("*.md")) if messages.folder.is_dir() else ():
        digest.update(f"{path.name}\n".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _offices(messages: Messages) -> list[Office]:
    offices = []
    for file in messages.offices():
        below = file.addresses[0] if file.addresses else f"https://{file.hosts[0]}/messages"
        offices.append(
            Office(file.name, file.file, below.rstrip("/") + "/", file.places, file.one_person, file.rules)
        )
    return offices


def preview_drafts(messages: Messages) -> list[Preview]:
    """Return what would come out of each draft that is not out as it is, withdrawn or gone."""
    from onrecord.publishing.statement.previews import Preview, empty_statement, with_id

    found = []
    for draft, checked, _ in all_drafts(messages):
        if checked is None or draft.state not in ("draft", "changed", "released"):
            continue
        read = checked.statement
        statement = with_id(read, draft) if read is not None else empty_statement(draft)
        found.append(Preview(draft, statement, checked.capture))
    return found
