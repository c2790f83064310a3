"""What the engine heard in one message: its best meaning, the others in order, and what is named in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Guess:
    """One meaning a text may have. `confidence` is the classifier's, 0 to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Entity:
    """Something named in the text, such as a person or a day; `start` and `end` are places of characters in it."""

    entity: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True)
class Heard:
    """One understood message. Where the engine was `unsure`, `intent` is out_of_scope and `ranking` says what it may
    have been, best first."""

    intent: str
    confidence: float
    text: str
    ranking: tuple[Guess, ...] = ()
    unsure: bool = False
    entities: tuple[Entity, ...] = ()
