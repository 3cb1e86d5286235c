"""What becomes of an address and its statement: gone, refused, cut off, moved, reused, continued."""

from __future__ import annotations

from histories_pages import PLACE, Page, capture, print_lines
from histories_tell import MIRRORED, NEW, SECOND, Change, Key, Teller, Told, of_kind


def _ends(tell: Teller, page: Page, status: str, *events: str, back: bool = False) -> Told:
    captures = [tell.at(1), tell.at(2), capture(page, 5, status=status)]
    return [*captures, *([tell.at(9)] if back else [])], Key(events=("new", *events))


@of_kind("gone: 404")
def _gone(tell: Teller) -> Told:
    return _ends(tell, print_lines(tell.words, tell.words["gone"]), "404 Not Found", "removed")


@of_kind("gone: 410")
def _gone_for_good(tell: Teller) -> Told:
    return _ends(tell, print_lines(tell.words, tell.words["gone"][:1]), "410 Gone", "removed")


@of_kind("gone: told with status 200")
def _soft(tell: Teller) -> Told:
    return _ends(tell, print_lines(tell.words, tell.words["gone"]), "200 OK", "removed")


@of_kind("gone and back")
def _returned(tell: Teller) -> Told:
    page = print_lines(tell.words, tell.words["gone"])
    return _ends(tell, page, "404 Not Found", "removed", "returned", back=True)


@of_kind("blocked: 403")
def _blocked(tell: Teller) -> Told:
    return _ends(tell, print_lines(tell.words, tell.words["denied"]), "403 Forbidden", "blocked", back=True)


@of_kind("blocked: told with status 200")
def _denied(tell: Teller) -> Told:
    return _ends(tell, print_lines(tell.words, tell.words["denied"]), "200 OK", "blocked")


@of_kind("blocked: a check of visitors")
def _challenge(tell: Teller) -> Told:
    return _ends(tell, print_lines(tell.words, tell.words["check"]), "200 OK", "blocked", back=True)


@of_kind("no version: an error of the server")
def _error(tell: Teller) -> Told:
    return _ends(
        tell, print_lines(tell.words, ["503 Service Unavailable"]), "503 Service Unavailable", back=True
    )


@of_kind("no version: an empty shell")
def _shell(tell: Teller) -> Told:
    html = f"<!doctype html><html lang='{tell.words['code']}'><head><title>{tell.words['speech']}</title></head><body><div id='app'></div><script src='/app.js'></script></body></html>"
    return _ends(tell, Page(html.encode(), "text/html"), "200 OK", back=True)


@of_kind("no version: cut off, as the record says")
def _cut(tell: Teller) -> Told:
    whole = tell.page()
    at = len(whole.body) * 2 // 3
    body = whole.body[:at].decode("utf-8", "ignore").encode()
    cut = capture(Page(body, whole.media), 5, warc="WARC-Truncated: length\r\n")
    return [tell.at(1), cut, tell.at(9)], Key()


@of_kind("no version: cut off, shorter than announced")
def _short(tell: Teller) -> Told:
    whole = tell.page()
    body = whole.body[: len(whole.body) * 2 // 3].decode("utf-8", "ignore").encode()
    cut = capture(Page(body, whole.media), 5, http=f"Content-Length: {len(whole.body)}\r\n")
    return [tell.at(1), cut, tell.at(9)], Key()


def _sent_on(day: float, to: str, url: str = PLACE) -> bytes:
    return capture(Page(b"", "text/html"), day, url, "301 Moved Permanently", f"Location: {to}\r\n")


@of_kind("moved: sent on")
def _moved(tell: Teller) -> Told:
    captures = [tell.at(1), tell.at(2), _sent_on(5, NEW), tell.at(5.01, url=NEW)]
    return captures, Key(events=("new", "moved", "joined"), relations=MIRRORED)


@of_kind("moved: the page names another address")
def _canonical(tell: Teller) -> Told | None:
    if tell.form == "text":
        return None
    head = f"<link rel='canonical' href='{NEW}'>"
    captures = [tell.at(1), tell.at(2), tell.at(5, head=head), tell.at(5.01, url=NEW, head=head)]
    return captures, Key(events=("new", "moved", "joined"), relations=MIRRORED)


@of_kind("moved and edited")
def _moved_edited(tell: Teller) -> Told:
    text = tell.with_("wording")
    captures = [
        tell.at(1),
        tell.at(2),
        _sent_on(5, NEW),
        tell.at(5.01, text, url=NEW),
        tell.at(6, text, url=NEW),
    ]
    old, new = tell.words["wording"]
    steps = ((Change(("wording",), old, new),),)
    events = ("new", "moved", "joined", "edited")
    return captures, Key((2,), steps, events, relations=MIRRORED, current=new)


@of_kind("moved, and edited there later")
def _moved_then_edited(tell: Teller) -> Told:
    text, (old, new) = tell.with_("number"), tell.words["number"]
    captures = [tell.at(1), tell.at(2), _sent_on(5, NEW), tell.at(5.01, url=NEW), tell.at(9, text, url=NEW)]
    steps = ((Change(("number",), old, new),),)
    events = ("new", "moved", "joined", "edited")
    return captures, Key((2,), steps, events, relations=MIRRORED, current=new)


@of_kind("gone, shown elsewhere, edited")
def _gone_elsewhere(tell: Teller) -> Told:
    text, (old, new) = tell.with_("date"), tell.words["date"]
    gone = capture(print_lines(tell.words, tell.words["gone"]), 5, status="404 Not Found")
    captures = [tell.at(1), tell.at(2), gone, b"", tell.at(6, text, url=NEW)]
    steps = ((Change(("date",), old, new),),)
    events = ("new", "removed", "joined", "edited", "returned")
    return captures, Key((2,), steps, events, relations=MIRRORED, current=new)


@of_kind("two addresses beside each other")
def _beside(tell: Teller) -> Told:
    text = tell.with_("wording")
    captures = [tell.at(1), tell.at(2, text, url=SECOND), tell.at(3), tell.at(4, text, url=SECOND)]
    key = Key((2,), events=("new", "joined"), relations=MIRRORED, current=tell.words["wording"][0])
    return captures, key


@of_kind("address given to another statement")
def _reused(tell: Teller) -> Told:
    words = tell.words
    later = {"title": words["other_title"], "day": words["day"].replace("14", "28")}
    captures = [tell.at(1), tell.at(2), *(tell.at(day, words["other"], **later) for day in (16, 17))]
    return captures, Key((1, 1), events=("new", "new", "removed"))


@of_kind("part: to be continued, and never is")
def _never(tell: Teller) -> Told:
    words = tell.words
    return [tell.at(1, title=words["part"][0], below=(words["continued"],))], Key(awaits=1, parts=1)


@of_kind("part: the second comes later")
def _second(tell: Teller) -> Told:
    words, rest = tell.words, tell.words["more"]
    first = tell.at(1, words["said"] + rest[:1], title=words["part"][0], below=(words["continued"],))
    captures = [first, b"", tell.at(4, rest[1:], SECOND, title=words["part"][1])]
    return captures, Key((1, 1), events=("new", "new"), parts=4)


@of_kind("part: the second comes later, without numbers")
def _unnumbered(tell: Teller) -> Told:
    words, rest = tell.words, tell.words["more"]
    first = tell.at(1, words["said"] + rest[:1], title=words["part"][2], below=(words["continued"],))
    later = words["day"].replace("14", "16")
    captures = [first, b"", tell.at(4, rest[1:], SECOND, title=words["part"][2], day=later)]
    return captures, Key((1, 1), events=("new", "new"), parts=4)


@of_kind("part: the second alone")
def _alone(tell: Teller) -> Told:
    return [tell.at(1, title=tell.words["part"][1])], Key(awaits=1, parts=1)
