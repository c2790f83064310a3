"""The grammar of /contact and /log: a name, perhaps quoted, and key=value pairs. Says what is wrong by message key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.errors import UsageError
from bot.network.contacts import RINGS
from bot.understanding.hearing.relations import RELATIONS, relation_named
from bot.understanding.hearing.way import CHANNELS, hear_channel

LONGEST_INTERVAL_DAYS = 3660
LONGEST_MINUTES = 24 * 60

_PIECE = re.compile(r"(?P<key>[A-Za-z_]+)=|\"(?P<quoted>[^\"]*)\"|(?P<word>\S+?)(?=\s|\"|$)|\s+")
_INTERVAL = re.compile(r"(\d{1,5})\s*(d|days?|w|weeks?|m|months?)?")
_UNIT_DAYS = {"d": 1, "w": 7, "m": 30}
_NEVER = ("never", "none", "no", "off", "0", "0d", "0w")


class Misused(UsageError):
    """A command was written wrongly; `key` names the sentence that says how to write it, `values` fill it in."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(f"The command was used wrongly; the message {key} says how it is used")
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Written:
    """What stands in a command: the bare words (a name) and the values by key."""

    words: str
    values: dict[str, str]


def read_command(argument: str, keys: Sequence[str]) -> Written:
    """Take a command apart. Raises Misused for a key that is not in `keys`, stands twice, or has no value."""
    words: list[str] = []
    values: dict[str, list[str]] = {}
    key: str | None = None
    for piece in _PIECE.finditer(_plain_quotes(argument)):
        if piece["key"]:
            key = _known_key(piece["key"], keys, values)
            values[key] = []
        elif text := piece["quoted"] or piece["word"]:
            # Bare words after a pair belong to its value ("on=last tuesday"), unless the name is still to come.
            values[key].append(text) if key and not (words == [] and values[key]) else words.append(text)
    empty = next((name for name, parts in values.items() if not parts), None)
    if empty:
        raise Misused("network.grammar.no_value", name=empty)
    return Written(" ".join(words), {name: " ".join(parts) for name, parts in values.items()})


def read_ring(text: str) -> int:
    """1, 2 or 3. Raises Misused."""
    if text not in [str(ring) for ring in RINGS]:
        raise Misused("network.grammar.ring")
    return int(text)


def read_relation(text: str) -> str:
    """One of the twelve relations, also from words such as "sister". Raises Misused."""
    relation = relation_named(text)
    if relation is None:
        raise Misused("network.grammar.relation", known=", ".join(RELATIONS))
    return relation


def read_interval(text: str) -> int:
    """Days, from "14d", "2w" or "never" (0). Raises Misused."""
    plain = text.strip().lower()
    if plain in _NEVER:
        return 0
    match = _INTERVAL.fullmatch(plain)
    days = int(match[1]) * _UNIT_DAYS[(match[2] or "d")[0]] if match else 0
    if not 1 <= days <= LONGEST_INTERVAL_DAYS:
        raise Misused("network.grammar.interval")
    return days


def read_minutes(text: str) -> int:
    """1 to 1440. Raises Misused."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= LONGEST_MINUTES:
        raise Misused("network.grammar.minutes")
    return int(text)


def read_channel(text: str) -> str:
    """One of the channels, also from words such as "zoom" or "coffee". Raises Misused."""
    plain = text.strip().lower().replace("-", "_").replace(" ", "_")
    if plain in CHANNELS:
        return plain
    heard = hear_channel(text.lower())
    if heard is None:
        raise Misused("network.grammar.channel", known=", ".join(CHANNELS))
    return heard[0]


def read_by(text: str) -> str:
    """Who started: "me" or "them". Raises Misused."""
    who = {"me": "me", "i": "me", "them": "them", "they": "them", "he": "them", "she": "them"}.get(text.lower())
    if who is None:
        raise Misused("network.grammar.by")
    return who


def read_felt(text: str) -> int:
    """1 (bad) to 5 (good). Raises Misused."""
    if text not in ("1", "2", "3", "4", "5"):
        raise Misused("network.grammar.felt")
    return int(text)


def _known_key(key: str, keys: Sequence[str], values: dict[str, list[str]]) -> str:
    name = key.lower()
    if name not in keys:
        raise Misused("network.grammar.unknown_key", name=name[:20], known=", ".join(keys))
    if name in values:
        raise Misused("network.grammar.twice", name=name)
    return name


def _plain_quotes(text: str) -> str:
    return text.translate(str.maketrans("“”„«»", '"' * 5))
