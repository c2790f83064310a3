"""Reads a text for danger: which kinds, and how urgent. Rules only, no model; nothing of the text is kept or logged.

`assess` is all that others use. What replaces the rules later keeps its signature.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from bot.safety.context import Hit, Reader, has_means
from bot.safety.rules import Kind, rule_book
from bot.safety.spelling import plain_words

KINDS: tuple[Kind, ...] = get_args(Kind)
LONGEST = 20_000
"""Characters read; a longer text is read at its beginning and its end."""


class Level(StrEnum):
    """How urgent. Concern is distress without present danger; imminent means help is needed within the day."""

    NONE = "none"
    CONCERN = "concern"
    RISK = "risk"
    IMMINENT = "imminent"

    @property
    def rank(self) -> int:
        """Order of urgency, 0 to 3."""
        return list(Level).index(self)


_SCORES = {Level.NONE: 0.02, Level.CONCERN: 0.4, Level.RISK: 0.8, Level.IMMINENT: 0.95}


@dataclass(frozen=True)
class Assessment:
    """What a text speaks of. `score` runs from 0 to 1; it orders texts and is no probability."""

    level: Level
    kinds: tuple[Kind, ...]
    score: float

    @property
    def is_danger(self) -> bool:
        """Whether the full protocol is due."""
        return self.level.rank >= Level.RISK.rank


def assess(text: str) -> Assessment:
    """The most urgent reading of the text, with all kinds found at `concern` or above."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}\n{text[-LONGEST // 2 :]}"
    line = plain_words(text)
    reader, means = Reader(), has_means(line)
    readings = [reading for hit in _hits(line) if (reading := _read(hit, reader, means)).level != Level.NONE]
    if not readings:
        return Assessment(Level.NONE, (), _SCORES[Level.NONE])
    level = max((reading.level for reading in readings), key=lambda level: level.rank)
    kinds = {kind for reading in readings for kind in reading.kinds}
    score = min(0.99, _SCORES[level] + 0.01 * (len(readings) - 1))
    return Assessment(level, tuple(kind for kind in KINDS if kind in kinds), score)


@dataclass(frozen=True)
class _Reading:
    level: Level
    kinds: tuple[Kind, ...]


def _hits(line: str) -> list[Hit]:
    every = (Hit(rule, found) for rule, found in rule_book().hits(line))
    # The same words in the same surroundings read the same: said a hundred times, they are read once.
    return list({(hit.rule.id, hit.before[-160:], hit.surroundings): hit for hit in every}.values())


def _read(hit: Hit, reader: Reader, means: bool) -> _Reading:
    """One wording in its context. `means`: the text speaks of means at hand."""
    if reader.is_denied(hit) or reader.is_a_story(hit):
        return _Reading(Level.NONE, ())
    level = Level(hit.rule.level)
    if reader.is_long_over(hit) or reader.is_light(hit):
        return _Reading(Level.CONCERN, hit.rule.kinds)
    if level is Level.RISK and hit.rule.plan and (means or reader.is_soon(hit)):
        level = Level.IMMINENT
    return _Reading(level, _whose(hit, reader))


def _whose(hit: Hit, reader: Reader) -> tuple[Kind, ...]:
    if reader.is_said_by_another(hit) and "third_person" not in hit.rule.kinds:
        return (*hit.rule.kinds, "third_person")
    return hit.rule.kinds
