"""What the engine remembers of a conversation, read in its own file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.settings import Settings


class Trackers:
    """The engine's tracker store."""

    def __init__(self, settings: Settings) -> None:
        self._file = settings.home / "engine.db"
        self._store = settings.home / "kith.db"

    def newest_sender(self) -> str:
        """The id under which the engine knows the chat that was opened last."""
        with _open(self._store) as store:
            sender: str = store.execute("SELECT sender_id FROM chats ORDER BY id DESC LIMIT 1").fetchone()[0]
        return sender

    def events(self, sender: str) -> list[tuple[str, str | None]]:
        """Type and name (of action, slot or form) of each event, oldest first."""
        with _open(self._file) as events:
            rows = events.execute("SELECT type_name, action_name FROM events WHERE sender_id = ? ORDER BY id", [sender])
            return list(rows)

    def sessions(self, sender: str) -> int:
        """How many sessions the engine has opened for that chat."""
        return [kind for kind, _ in self.events(sender)].count("session_started")

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else can write to the engine's file for as long as the block runs."""
        with _open(self._file) as events:
            events.execute("BEGIN IMMEDIATE")
            yield
            events.rollback()


@contextlib.contextmanager
def _open(file: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(file, timeout=10)) as connection, connection:
        yield connection
