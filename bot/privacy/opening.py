"""Opens the vault, and makes sure that key file and key database belong together.

A key file that is missing or not the right one must be noticed at start, not at somebody's first message.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, select

from bot.errors import StoreError
from bot.people.tables import Person
from bot.privacy.keys import KeyVault, PersonKey, installation_key
from bot.store.clock import Clock
from bot.store.migrate import KEYS, STORE, naming_setting_of


def open_vault(keys_url: str, key_file: Path, clock: Clock) -> KeyVault:
    """The vault, with a new installation key if there is no key of any person yet.

    Raises SettingsError where the key file or the key database cannot be used, StoreError where the key file is missing
    or is another installation's.
    """
    if not key_file.exists() and _holds_keys(keys_url, clock):
        raise StoreError(
            f"The key file {key_file} is missing, and the key database cannot be opened without it. "
            "Put the file back, or name where it is: KITH_KEY_FILE=/path/to/installation.key"
        )
    vault = KeyVault(keys_url, installation_key(key_file), clock)
    try:
        _prove(vault)
    except BaseException:
        vault.close()
        raise
    return vault


def check_keys_of_people(vault: KeyVault, store: Engine) -> None:
    """Refuse a key database without any key for a store with people in it: an empty one, taken for the right one,
    would make every stored word unreadable. Raises StoreError; SettingsError where the store cannot be opened.
    """
    with naming_setting_of(STORE):
        people = inspect(store).has_table(Person.__tablename__) and _has_rows(store)
    if people and not _living(vault):
        raise StoreError(
            "There are people in the database, but the key database holds no key of theirs. "
            "Name the right one, or put it back from a backup: KITH_KEYS_URL=sqlite:///path/to/keys.db"
        )


def _has_rows(store: Engine) -> bool:
    with store.connect() as connection:
        return connection.execute(select(Person.id).limit(1)).first() is not None


def _holds_keys(keys_url: str, clock: Clock) -> bool:
    looking = KeyVault(keys_url, bytes(32), clock)  # whose key it is does not matter: nothing is unwrapped
    try:
        return bool(_living(looking))
    finally:
        looking.close()


def _prove(vault: KeyVault) -> None:
    """Unwrap one person's key."""
    for person_id in sorted(_living(vault))[:1]:
        vault.seal(person_id, b"", "proof")


def _living(vault: KeyVault) -> set[str]:
    with naming_setting_of(KEYS):
        return vault.living() if inspect(vault.engine).has_table(PersonKey.__tablename__) else set()
