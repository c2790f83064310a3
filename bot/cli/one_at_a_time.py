"""At most one Kith runs on a KITH_HOME: two would keep two engines on one memory, and tick twice."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bot.errors import SettingsError

LOCK = "up.lock"


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold the folder while the block runs; the system lets go of it when the process ends, in whatever way.

    Raises SettingsError where another process holds it.
    """
    with (home / LOCK).open("a") as file:
        if not _take(file):
            raise SettingsError(
                f"Kith is running already with KITH_HOME={home}. Stop it, or give this one a folder of its own: "
                "KITH_HOME=/path/to/another"
            )
        yield


def is_running(home: Path) -> bool:
    """Whether a Kith runs on that folder."""
    try:
        with (home / LOCK).open("r") as file:
            return not _take(file)
    except FileNotFoundError:
        return False


def _take(file: IO[str]) -> bool:
    """Children do not inherit the file, so one that outlives us for a moment does not keep it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
