"""The shape of a route table: which function serves which command, tap, answer or intent.

Each subject that talks has a `routes.py` with a `ROUTES`; the gateway merges them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.turn import Turn

Command = Callable[[Turn, str], None]
"""Serves `/command argument text`."""
Tap = Callable[..., None]
"""Serves a button: called with the turn and the button's args by name."""
Answer = Callable[..., None]
"""Serves the typed answer to an open question: called with the turn, the text and the question's args by name."""
Intent = Callable[[Turn, str], None]
"""Serves free text that the engine understood as an intent: called with the turn and the text."""


@dataclass(frozen=True)
class Routes:
    """What a subject answers to."""

    commands: dict[str, Command] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    intents: dict[str, Intent] = field(default_factory=dict)


def merge(tables: Iterable[Routes]) -> Routes:
    """One table of all. Raises ValueError where two subjects claim the same name."""
    merged = Routes()
    for table in tables:
        for mine, theirs in (
            (merged.commands, table.commands),
            (merged.taps, table.taps),
            (merged.answers, table.answers),
            (merged.intents, table.intents),
        ):
            _add(mine, theirs)
    return merged


def _add(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    twice = mine.keys() & theirs.keys()
    if twice:
        raise ValueError(f"two subjects answer to {sorted(twice)}")
    mine.update(theirs)
