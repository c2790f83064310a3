"""What texts say, as JSON lines in and out, with no server: for scripts, evaluations and the curious."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.engine import model
from bot.engine.interpreter import Understood, interpreter
from bot.errors import UsageError
from bot.settings import load_settings
from bot.understanding.hearing.connection import parse_connection

analyse = typer.Typer(help="What texts say: JSON lines in, JSON lines out, no server needed.", no_args_is_help=True)

HALF_A_PAIR = re.compile("[\ud800-\udfff]")
"""JSON can carry half a surrogate pair, which no encoding can write."""
SOURCE = Annotated[
    Path | None, typer.Argument(help="A file of JSON lines; standard input when left out.", exists=True, dir_okay=False)
]


@analyse.command()
def intent(source: SOURCE = None) -> None:
    """Which intent each text has, how surely, and which entities stand in it.

    Reads {"id","text"} and writes {"id","intent","confidence","entities"}; "unsure" and "ranking" beside them tell
    where Kith would ask back, and between what.

    Example: echo '{"id": 1, "text": "remind me to ring Ana on friday"}' | kith analyse intent
    """
    settings = load_settings()
    with interpreter(settings, model.train(settings)) as engine:
        for asked in _asked(source):
            _print({"id": asked.get("id"), **_shown(engine.understand(asked["text"]))})


@analyse.command()
def connection(source: SOURCE = None) -> None:
    """Who, when, how and how long, in reports of contact.

    Reads {"id","text","now","zone"} and writes the fields of a connection; "uncertain" names those that were guessed.

    Example: echo '{"id": 1, "text": "rang mum last night", "now": "2026-05-01T09:00:00Z", "zone": "Europe/Berlin"}'
    | kith analyse connection
    """
    for number, asked in enumerate(_asked(source), 1):
        now, zone = _moment(asked.get("now"), number), _zone(asked.get("zone"), number)
        now = now if now.tzinfo else now.replace(tzinfo=zone)
        known = [name for name in asked.get("known", ()) if isinstance(name, str)]
        _print({"id": asked.get("id"), **parse_connection(asked["text"], now=now, zone=zone, known=known).as_json()})


def _shown(understood: Understood) -> dict[str, Any]:
    return {
        "intent": understood.served_as,
        "confidence": round(understood.confidence, 4),
        "entities": understood.entities,
        "unsure": understood.unsure,
        "ranking": [
            {"intent": name, "confidence": round(confidence, 4)}
            for name, confidence in understood.ranking[:5]
            if name != understood.intent or not understood.unsure
        ],
    }


def _asked(source: Path | None) -> Iterator[dict[str, Any]]:
    if source is None:
        yield from _objects(sys.stdin.buffer)
    else:
        with source.open("rb") as lines:
            yield from _objects(lines)


def _objects(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _object(line, number)


def _object(line: bytes, number: int) -> dict[str, Any]:
    """One request. Raises UsageError with the line's number, and without its words."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise UsageError(f'Line {number} is not JSON. A line looks like {{"id": 1, "text": "hello"}}.') from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise UsageError(f'Line {number} has no "text". A line looks like {{"id": 1, "text": "hello"}}.')
    return {**asked, "text": HALF_A_PAIR.sub("\ufffd", asked["text"])}


def _moment(given: Any, number: int) -> datetime:
    try:
        return datetime.fromisoformat(given)
    except (TypeError, ValueError):
        raise UsageError(f'Line {number} needs "now" as a moment, such as "2026-05-01T09:00:00+02:00".') from None


def _zone(given: Any, number: int) -> ZoneInfo:
    try:
        return ZoneInfo(given)
    except (TypeError, ValueError, OSError, ZoneInfoNotFoundError):
        raise UsageError(f'Line {number} needs "zone" as an IANA name, such as "Europe/Berlin".') from None


def _print(answer: dict[str, Any]) -> None:
    print(HALF_A_PAIR.sub("\ufffd", json.dumps(answer, ensure_ascii=False)), flush=True)
