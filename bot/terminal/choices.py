"""The buttons a person can choose from in the terminal: those shown since their last line, by number or by title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Choice:
    """One button."""

    number: int
    title: str
    token: str


class Choices:
    """Buttons on offer now. Once a line is said they are put away: a later "Yes" must not tap an old one."""

    def __init__(self) -> None:
        self._offered: list[Choice] = []

    def offer(self, message: dict[str, Any]) -> list[Choice]:
        """Number a message's buttons, going on from those already on offer."""
        fresh = [one for row in message["buttons"] for one in row if not one["spent"]]
        first = len(self._offered) + 1
        added = [Choice(first + index, one["title"], one["token"]) for index, one in enumerate(fresh)]
        self._offered += added
        return added

    def find(self, line: str) -> Choice | None:
        """The button that a line means, or None if it is just words."""
        said = line.strip().casefold()
        for choice in reversed(self._offered):
            if said in (str(choice.number), choice.title.strip().casefold()):
                return choice
        return None

    def put_away(self) -> None:
        """The person said something: what was on offer is answered or passed over."""
        self._offered.clear()
