"""Why a page could not be fetched, raised inside this folder alone and returned as an Issue."""

from __future__ import annotations

from onrecord.model import Issue, Locator


class Fault(Exception):
    """A page was not fetched; `said` is one sentence for people, that says what to do next."""

    def __init__(self, said: str, named: str) -> None:
        """Take the sentence and the code of the issue."""
        super().__init__(said)
        self._named = named

    def about(self, asked: str, url: str) -> Fault:
        """Return the fault with another address in its sentence than the one that was asked for on its behalf."""
        return Fault(str(self).replace(asked, url), self._named)

    def issue(self, url: str) -> Issue:
        """Return the issue, about the address that was asked for."""
        code = self._named
        return Issue(code, str(self), Locator(url, 0, 0), "error")


def refused(code: str, said: str) -> Fault:
    """Return the fault that an address is not asked for at all."""
    return Fault(said, code)


def failed(url: str, why: str, advice: str = "look at the address in a browser, or try again later") -> Fault:
    """Return the fault that asking for an address came to nothing; `why` completes "… was not fetched: "."""
    return refused("not_fetched", f"{url} was not fetched: {why}; {advice}.")
