"""Says which setting is wrong where a database cannot be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from bot.errors import SettingsError


@contextmanager
def naming(setting: str, example: str) -> Iterator[None]:
    """Around the first use of a database. Raises SettingsError naming the setting in place of the driver's error."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as problem:
        # A driver's first line tells the reason, never the password.
        reason = str(getattr(problem, "orig", None) or problem).splitlines()[0]
        raise SettingsError(
            f"{setting} is wrong: the database cannot be opened ({reason}). "
            f"Start it, or name another. For example: {setting}={example}"
        ) from None
