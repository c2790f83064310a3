"""The database: one engine, short transactions. SQLite in WAL mode by default, PostgreSQL when it grows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

from bot.store.base import Vault

SQLITE_BUSY_MS = 10_000
"""How long a writer waits for another process's transaction (a command beside the running app)."""


READ_ONLY = "kith_read_only"


class Database:
    """Opens sessions that know the vault. Holds no state of its own beside the connection pool."""

    def __init__(self, url: str, vault: Vault) -> None:
        self.engine = open_engine(url)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False, info={"vault": vault})
        reading = self.engine.execution_options(**{READ_ONLY: True})
        self._readers = sessionmaker(reading, expire_on_commit=False, info={"vault": vault})

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """One transaction: committed at the end of the block, rolled back if it raises."""
        with self._sessions.begin() as session:
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One transaction that only reads: takes no write lock. What it changes is not kept."""
        with self._readers() as session:
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def open_engine(url: str) -> Engine:
    """An SQLAlchemy engine for `url`, with SQLite made safe for several processes (WAL, foreign keys, waiting)."""
    engine = create_engine(url, hide_parameters=True)  # an error must not quote what somebody wrote
    if make_url(url).get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediately)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # BEGIN is ours, below: pysqlite's own comes too late for reads
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={SQLITE_BUSY_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")  # what is erased is overwritten, not only unlinked
    cursor.close()


def _begin_immediately(connection: Any) -> None:
    if connection.get_execution_options().get(READ_ONLY):
        connection.exec_driver_sql("BEGIN")
        return
    # A deferred transaction that reads first and writes later fails at once when another process wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
