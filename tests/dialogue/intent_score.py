"""How well messages are understood, against what they mean. Pure functions over what the engine answered."""

from __future__ import annotations

import json
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli.bench_nlu import macro_f1
from bot.engine.interpreter import OUT_OF_SCOPE, Understood


@dataclass(frozen=True)
class Message:
    """One line of a test set. `kind` is far or near for what is out of scope, else ""."""

    text: str
    intent: str
    hard: bool
    kind: str


@dataclass(frozen=True)
class Heard:
    """A message and what the engine made of it."""

    message: Message
    understood: Understood

    @property
    def right(self) -> bool:
        """Whether it was served as it was meant; what is not understood surely enough counts as out of scope."""
        return self.understood.served_as == self.message.intent


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1. `rejected` is the false-rejection rate: the share of in-scope messages judged out of it."""

    messages: int
    macro_f1: float
    macro_f1_of_guesses: float
    accuracy: float
    in_scope: float
    hard: float
    rejected: float
    far: float
    near: float
    asked: float

    def __str__(self) -> str:
        return (
            f"{self.messages} messages: macro-F1 {self.macro_f1:.3f} (of the likeliest intent, however unsure: "
            f"{self.macro_f1_of_guesses:.3f}), accuracy {self.accuracy:.3f}, in scope {self.in_scope:.3f}, hard ones "
            f"{self.hard:.3f}; out-of-scope recall far {self.far:.3f}, near {self.near:.3f} at a false-rejection rate "
            f"of {self.rejected:.3f}; unsure {self.asked:.3f}"
        )


def read_messages(*paths: Path) -> list[Message]:
    """All messages of some files of JSON lines."""
    lines = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [Message(line["text"], line["intent"], line["hard"], line.get("kind", "")) for line in lines]


def score(heard: Sequence[Heard]) -> Score:
    """The figures for a test set."""
    inside = [one for one in heard if one.message.intent != OUT_OF_SCOPE]
    return Score(
        messages=len(heard),
        macro_f1=macro_f1([(one.message.intent, one.understood.served_as) for one in heard]),
        macro_f1_of_guesses=macro_f1([(one.message.intent, one.understood.best or "") for one in heard]),
        accuracy=share_right(heard),
        in_scope=share_right(inside),
        hard=share_right([one for one in inside if one.message.hard]),
        rejected=statistics.mean(one.understood.served_as == OUT_OF_SCOPE for one in inside),
        far=share_right([one for one in heard if one.message.kind == "far"]),
        near=share_right([one for one in heard if one.message.kind == "near"]),
        asked=statistics.mean(one.understood.unsure for one in heard),
    )


def share_right(heard: Sequence[Heard]) -> float:
    """The share that was served as it was meant."""
    return statistics.mean(one.right for one in heard)


def confusions(heard: Sequence[Heard]) -> list[tuple[tuple[str, str], int]]:
    """Pairs of wanted and given intents with their counts, most frequent first."""
    return Counter((one.message.intent, one.understood.served_as) for one in heard if not one.right).most_common()


def curve(heard: Sequence[Heard]) -> list[tuple[float, float, float]]:
    """By threshold of confidence: the share of messages below it, and of those the share guessed wrong."""
    rows = []
    for threshold in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8):
        below = [one for one in heard if _likeliest(one.understood) < threshold]
        wrong = sum(one.understood.best != one.message.intent for one in below)
        rows.append((threshold, len(below) / len(heard), wrong / max(len(below), 1)))
    return rows


def _likeliest(understood: Understood) -> float:
    return max((confidence for name, confidence in understood.ranking if name == understood.best), default=0.0)
