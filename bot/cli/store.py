"""Opens the store for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import StoreError, UsageError
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.privacy.opening import open_vault
from bot.settings import Settings, load_settings
from bot.store.clock import SystemClock
from bot.store.database import Database
from bot.store.migrate import KEYS, STORE, is_current

SHORTEST_ID = 6


@dataclass(frozen=True)
class Store:
    """What a command works with."""

    settings: Settings
    database: Database
    vault: KeyVault
    clock: SystemClock


@contextmanager
def open_store() -> Iterator[Store]:
    """The store that the settings name. Raises StoreError where it is not up to date."""
    settings, clock = load_settings(), SystemClock()
    vault = open_vault(settings.keys_url, settings.key_file, clock)
    database = Database(settings.database_url, vault)
    try:
        if not (is_current(database.engine, STORE) and is_current(vault.engine, KEYS)):
            raise StoreError("The database is not there yet, or older than this version of Kith. Run: kith migrate")
        yield Store(settings, database, vault, clock)
    finally:
        database.close()
        vault.close()


def find_person(session: Session, given: str) -> Person:
    """The person whose id begins with `given`. Raises UsageError where none or several do."""
    if len(given) < SHORTEST_ID or not given.isalnum():
        raise UsageError(f"PERSON is an id, or at least its first {SHORTEST_ID} characters. See: kith people list")
    found = session.scalars(select(Person).where(Person.id.startswith(given)).limit(2)).all()
    if not found:
        raise UsageError(f"Nobody has an id that begins with {given}. See: kith people list")
    if len(found) > 1:
        raise UsageError(f"Several ids begin with {given}. Give more of it; see: kith people list")
    return found[0]
