"""Runs commands in this process, on a folder of their own, with nothing of a developer's own settings."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.cli.__main__ import main
from bot.cli.instances import free_port
from bot.cli.preparing import bring_up_to_date
from bot.cli.store import Store, open_store
from bot.gateway.chats import open_chat
from bot.people.tables import Person
from bot.settings import Settings, load_settings


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    def json_lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; fails where anything else is there."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """KITH_HOME, which is not there yet, with ports that nothing uses."""
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.alias), raising=False)
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    monkeypatch.setenv("KITH_HOME", str(tmp_path / "home"))
    for name in ("KITH_PORT", "KITH_ENGINE_PORT", "KITH_ACTION_PORT"):
        monkeypatch.setenv(name, str(free_port()))
    return Path(os.environ["KITH_HOME"])


@pytest.fixture
def kith(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command: kith("people", "list")."""

    def run(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def keys_and_databases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which `kith migrate` was run, to copy: migrating takes its time."""
    home = tmp_path_factory.mktemp("migrated") / "home"
    bring_up_to_date(load_settings(_env_file=None, KITH_HOME=home))
    return home


@pytest.fixture
def installed(kith: Callable[..., Ran], home: Path, keys_and_databases: Path) -> Callable[..., Ran]:
    """The same, with keys and database made."""
    shutil.copytree(keys_and_databases, home)
    return kith


@contextmanager
def opened() -> Iterator[tuple[Store, Session]]:
    """The commands' own store, in one transaction."""
    with open_store() as store, store.database.begin() as session:
        yield store, session


@pytest.fixture
def ana(installed: Callable[..., Ran]) -> str:
    """The id of an adult in Berlin who is through with onboarding and talks in the terminal."""
    with opened() as (store, session):
        chat = open_chat(session, store.vault, "terminal", "ana", store.clock.now())
        person = session.get_one(Person, chat.person_id)
        person.onboarding_step, person.age_band = None, "adult"
        person.zone, person.name = "Europe/Berlin", "Ana Quince"
        return person.id
