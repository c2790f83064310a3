"""Migrations make exactly what the models say, on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, text

from bot.errors import SettingsError, StoreError
from bot.privacy.keys import KeysBase, KeyVault
from bot.store.database import Database, open_engine
from bot.store.migrate import KEYS, STORE, is_current, upgrade
from bot.store.tables import metadata
from tests.unit.store.conftest import Databases

HISTORIES = {"store": (STORE, metadata), "keys": (KEYS, KeysBase.metadata)}


def revisions(history: Path) -> list[str]:
    """From the first to the newest."""
    return [script.revision for script in ScriptDirectory(str(history)).walk_revisions()][::-1]


def differences(url: str, models: MetaData) -> list[Any]:
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        found: list[Any] = compare_metadata(context, models)
    engine.dispose()
    return found


@pytest.mark.parametrize("name", HISTORIES)
def test_a_migrated_database_is_what_the_models_say(name: str, databases: Databases) -> None:
    history, models = HISTORIES[name]
    address = databases.empty()
    engine = open_engine(address)
    assert upgrade(engine, history)
    engine.dispose()
    assert differences(address, models) == []


@pytest.mark.parametrize("name", HISTORIES)
def test_migrating_twice_changes_nothing(name: str, databases: Databases) -> None:
    history, _ = HISTORIES[name]
    engine = open_engine(databases.empty())
    assert not is_current(engine, history)
    assert upgrade(engine, history)
    assert is_current(engine, history)
    assert not upgrade(engine, history)
    engine.dispose()


@pytest.mark.parametrize("name", HISTORIES)
def test_a_history_is_one_line_of_numbers(name: str) -> None:
    history, _ = HISTORIES[name]
    numbers = revisions(history)
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert len(ScriptDirectory(str(history)).get_heads()) == 1


def test_the_two_histories_cannot_be_confused() -> None:
    names = {table.name for table in metadata.sorted_tables}
    assert not names & {table.name for table in KeysBase.metadata.sorted_tables}


def test_a_database_of_a_newer_version_is_left_alone(store: Database) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    assert not is_current(store.engine, STORE)
    with pytest.raises(StoreError, match="newer version of Kith"):
        upgrade(store.engine, STORE)
    with store.engine.connect() as connection:
        assert connection.execute(text("select version_num from alembic_version")).scalar_one() == "9999"


@pytest.mark.parametrize(("history", "setting"), [(STORE, "DATABASE_URL"), (KEYS, "KITH_KEYS_URL")])
@pytest.mark.parametrize("address", ["sqlite:////nowhere/x.db", "postgresql+psycopg://k:hush@127.0.0.1:1/k"])
def test_one_that_cannot_be_opened_names_its_setting(history: Path, setting: str, address: str) -> None:
    engine = open_engine(address)
    with pytest.raises(SettingsError, match=f"{setting} is wrong: the database cannot be opened") as said:
        is_current(engine, history)
    assert "hush" not in str(said.value)
    engine.dispose()


def test_every_table_of_a_person_is_there(store: Database, keys: KeyVault) -> None:
    with store.read() as session:
        for table in metadata.sorted_tables:
            assert session.execute(table.select()).all() == []
