"""How commands speak beside their output, and how they read what several of them take."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from bot.errors import UsageError

OPERATOR = "operator"
"""Who acts, as people and reports are told."""
PERSON = Annotated[str, typer.Argument(help="An id, or the first characters of one.")]


def say(words: str) -> None:
    """A sentence for whoever called; standard output is for what was asked for."""
    print(words, file=sys.stderr, flush=True)


def as_date(given: str, option: str) -> date:
    """A date typed as YYYY-MM-DD. Raises UsageError with the option's name."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{option} takes a date as YYYY-MM-DD, such as 2026-12-01.") from None
