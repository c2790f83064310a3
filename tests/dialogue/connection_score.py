"""How well reports of contacts are read, against sentences whose fields are known. Pure functions; reads JSON lines.

A field that the sentence states counts as missed when it is marked uncertain; one that it does not state may be marked.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.hearing.connection import JSON_FIELDS, parse_connection

FIELDS = tuple(name for name in JSON_FIELDS if name != "uncertain")
"""The eight that can be marked."""

Reading = dict[str, Any]
Pair = tuple[Reading, Reading]
"""What a sentence states, and what was read in it."""


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1 over all sentences; contacts are counted one by one (micro), whatever their case."""

    sentences: int
    precision: float
    recall: float
    contact_f1: float
    day: float
    channel: float
    started_by: float
    minutes: float
    marked: float

    def __str__(self) -> str:
        return (
            f"{self.sentences} sentences: contact F1 {self.contact_f1:.3f} (precision {self.precision:.3f}, recall "
            f"{self.recall:.3f}), day {self.day:.3f}, channel {self.channel:.3f}, started_by {self.started_by:.3f}, "
            f"minutes {self.minutes:.3f}, marked {self.marked:.3f}"
        )


def read_pairs(path: Path) -> list[Pair]:
    """Every sentence of a file of JSON lines with what is read in it at its moment and in its zone."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(line, read(line)) for line in lines]


def read(line: Reading) -> Reading:
    """What `analyse connection` says about a line; nobody is known beforehand."""
    now, zone = datetime.fromisoformat(line["now"]), ZoneInfo(line["zone"])
    return parse_connection(line["text"], now=now, zone=zone, known=()).as_json()


def score(pairs: Iterable[Pair]) -> Score:
    """The figures for a list of pairs."""
    pairs = list(pairs)
    hits = sum(len(_contacts(stated) & _heard(heard)) for stated, heard in pairs)
    precision = _share(hits, sum(len(_heard(heard)) for _, heard in pairs))
    recall = _share(hits, sum(len(_contacts(stated)) for stated, _ in pairs))
    return Score(
        sentences=len(pairs),
        precision=precision,
        recall=recall,
        contact_f1=_share(2 * precision * recall, precision + recall),
        **{name: _accuracy(pairs, judge) for name, judge in JUDGES.items()},
        marked=_share(sum(len(set(heard["uncertain"]) & set(FIELDS)) for _, heard in pairs), len(FIELDS) * len(pairs)),
    )


def is_right(field: str, stated: Reading, heard: Reading) -> bool:
    """A stated value has to be read and unmarked; one that is not stated must be left empty or marked."""
    marked = field in heard["uncertain"]
    return (
        marked
        if stated[field] is None and heard[field] is not None
        else stated[field] == heard[field] and not (marked and stated[field] is not None)
    )


def _day_is_right(stated: Reading, heard: Reading) -> bool:
    marked = "when" in heard["uncertain"]
    if stated["when"] is None:
        return marked
    return not marked and stated["when"][:10] == heard["when"][:10]


JUDGES: dict[str, Callable[[Reading, Reading], bool]] = {
    "day": _day_is_right,
    "channel": lambda stated, heard: is_right("channel", stated, heard),
    "started_by": lambda stated, heard: is_right("started_by", stated, heard),
    "minutes": lambda stated, heard: is_right("minutes", stated, heard),
}


def _contacts(reading: Reading) -> set[str]:
    return {name.lower() for name in reading["contacts"]}


def _heard(heard: Reading) -> set[str]:
    return set() if "contacts" in heard["uncertain"] else _contacts(heard)


def _accuracy(pairs: list[Pair], judge: Callable[[Reading, Reading], bool]) -> float:
    return _share(sum(judge(stated, heard) for stated, heard in pairs), len(pairs))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
