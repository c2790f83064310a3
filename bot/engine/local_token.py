"""The secret that app, engine and terminal on this machine share. Only its owner can read it."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from bot.errors import SettingsError

SHORTEST = 32


def local_token(home: Path) -> str:
    """Read the token, or make it on the first start.

    Raises SettingsError where others could read it, or where it is damaged: an empty secret would let everybody in.
    """
    path = home / "local_token"
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise SettingsError(f"KITH_HOME is wrong: {path} can be read by others. Run: chmod 600 {path}")
    token = path.read_text().strip()
    if len(token) < SHORTEST:
        raise SettingsError(f"KITH_HOME is wrong: {path} is damaged. Remove it and start Kith again.")
    return token


def _make(path: Path) -> None:
    """It gets its name when it is complete: a terminal may look while the app starts."""
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent)  # its owner's alone from the start
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(SHORTEST))
    with contextlib.suppress(FileExistsError):  # another process was first: theirs counts
        os.link(unfinished, path)
    Path(unfinished).unlink()
