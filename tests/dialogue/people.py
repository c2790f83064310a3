"""Somebody who talks with a running Kith, whatever the channel: says, taps, waits for words, remembers all of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from bot.conversation.messages import Messages
from bot.settings import ROOT

PATIENCE_SECONDS = 20.0
"""Far above any turn: a test that waits as long is about to fail."""
PAUSE_SECONDS = 0.02


@dataclass(frozen=True)
class Heard:
    """One message of Kith's as the channel shows it, white space made single."""

    text: str
    titles: tuple[str, ...] = ()
    picture: Callable[[], bytes] | None = None
    """Fetches the picture as PNG; None where the message has none."""


@dataclass(frozen=True)
class Said:
    """A sentence of the catalogue, in any of its variants, anywhere in a message."""

    key: str
    pattern: re.Pattern[str]

    def __call__(self, heard: Heard) -> bool:
        return self.pattern.search(heard.text) is not None

    def __str__(self) -> str:
        return f"{self.key} ({catalogue().variants(self.key)[0]!r})"


Wanted = str | Callable[[Heard], bool]
"""Words that a message must contain, or any other condition, such as `said(...)`."""


class Person(Protocol):
    """What a conversation needs of the one who has it."""

    readers: str
    """The key of the sentence that says who can read this channel."""
    tells_zone: bool
    """Whether the channel tells the time zone, so that Kith need only offer it."""

    def say(self, text: str) -> None:
        """Write a message."""

    def tap(self, title: str) -> None:
        """Tap the newest button of that title, waiting for it to appear."""

    def expect(self, wanted: Wanted) -> Heard:
        """Wait for a message that is as wanted; those before it count as read.

        Raises AssertionError with the conversation so far.
        """


class Talker:
    """The part that all channels share. A channel gives `_send`, `_press` and `_arrived`."""

    readers = "people.readers.here"
    tells_zone = False

    def __init__(self) -> None:
        self.transcript: list[str] = []
        self._unread: list[Heard] = []

    def say(self, text: str) -> None:
        """Write a message."""
        self.transcript.append(f"me: {text}")
        self._send(text)

    def tap(self, title: str) -> None:
        """Tap the newest button of that title, waiting for it to appear."""
        self._wait(lambda: self._press(title), f"there is no button {title!r}")
        self.transcript.append(f"me: [{title}]")

    def expect(self, wanted: Wanted) -> Heard:
        """Wait for a message that is as wanted; those before it count as read."""
        found: list[Heard] = []

        def is_there() -> bool:
            while self._unread and not found:
                heard = self._unread.pop(0)
                self._check_that_it_worked(heard, wanted)
                found.extend([heard] if _fits(heard, wanted) else [])
            return bool(found)

        self._wait(is_there, f"nobody said {wanted}")
        return found[0]

    def read(self) -> str:
        """The conversation so far."""
        return "\n".join(self.transcript)

    def _wait(self, happened: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            self._take_in()
            if happened():
                return
            assert time.monotonic() < deadline, f"{otherwise}; the conversation:\n{self.read()}"
            time.sleep(PAUSE_SECONDS)

    def _take_in(self) -> None:
        for heard in self._arrived():
            self._unread.append(heard)
            titles = "".join(f" [{title}]" for title in heard.titles)
            self.transcript.append(f"kith: {heard.text}{' (picture)' if heard.picture else ''}{titles}")

    def _check_that_it_worked(self, heard: Heard, wanted: Wanted) -> None:
        if said("gateway.apology")(heard) and not _fits(heard, wanted):
            raise AssertionError(f"Kith failed where it should have said {wanted}; the conversation:\n{self.read()}")

    def _send(self, text: str) -> None:
        raise NotImplementedError

    def _press(self, title: str) -> bool:
        raise NotImplementedError

    def _arrived(self) -> list[Heard]:
        raise NotImplementedError


@cache
def catalogue() -> Messages:
    """Every sentence of Kith's."""
    return Messages.load(ROOT / "skills_content" / "messages" / "en")


def said(key: str, **values: object) -> Said:
    """The sentence of that key in any variant; a placeholder without a value stands for any words."""
    known = {name: re.escape(str(value)) for name, value in values.items()}
    variants = (_pattern(variant, known) for variant in catalogue().variants(key))
    return Said(key, re.compile("|".join(variants)))


def single_spaced(text: str) -> str:
    """Text with every run of white space made one blank: channels break lines in their own ways."""
    return " ".join(text.split())


def _pattern(variant: str, known: dict[str, str]) -> str:
    parts = re.split(r"\{(\w+)\}", single_spaced(variant))
    return "".join(known.get(part, ".+?") if index % 2 else re.escape(part) for index, part in enumerate(parts))


def _fits(heard: Heard, wanted: Wanted) -> bool:
    return wanted in heard.text if isinstance(wanted, str) else wanted(heard)
