"""Fixtures for all tests: a clock that stands still, a store in memory of its own, a person, and a turn to answer."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.conversation.messages import Messages
from bot.conversation.turn import Content, Turn
from bot.gateway.tables import Chat
from bot.people.tables import Person
from bot.privacy.keys import KeysBase, KeyVault
from bot.settings import ROOT, Settings
from bot.store.clock import VirtualClock
from bot.store.database import Database
from bot.store.tables import metadata


@pytest.fixture
def clock() -> VirtualClock:
    """Sunday 1 March 2026, nine in the morning, UTC."""
    return VirtualClock(datetime(2026, 3, 1, 9, 0, tzinfo=UTC))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, KITH_HOME=tmp_path)


@pytest.fixture
def vault(tmp_path: Path, clock: VirtualClock) -> Iterator[KeyVault]:
    vault = KeyVault(f"sqlite:///{tmp_path / 'keys.db'}", bytes(range(32)), clock)
    KeysBase.metadata.create_all(vault.engine)
    yield vault
    vault.close()


@pytest.fixture
def database(tmp_path: Path, vault: KeyVault) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'kith.db'}", vault)
    metadata.create_all(database.engine)
    yield database
    database.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.begin() as session:
        yield session


@pytest.fixture(scope="session")
def messages() -> Messages:
    return Messages.load(ROOT / "skills_content" / "messages" / "en")


@pytest.fixture(scope="session")
def content(messages: Messages) -> Content:
    from bot.safety.resources import CrisisResources
    from bot.skills.library import ModuleLibrary

    return Content(
        messages=messages,
        modules=ModuleLibrary.load(ROOT / "skills_content"),
        resources=CrisisResources.load(ROOT / "skills_content" / "crisis"),
    )


@pytest.fixture(scope="session")
def encoder_exports(request: pytest.FixtureRequest) -> Path:
    """A folder with the sentence encoder's present export.

    In pytest's cache: its name tells what it was made of, so one of an earlier run is as good, and saves three seconds.
    """
    from bot.understanding.encoder.export import export_encoder

    return export_encoder(request.config.cache.mkdir("encoder")).folder.parent


@pytest.fixture
def person(session: Session, vault: KeyVault, clock: VirtualClock) -> Person:
    """An adult in Berlin who is through with onboarding."""
    person = Person(
        created_at=clock.now(), zone="Europe/Berlin", name="Sam", age_band="adult", onboarding_step=None, id="a" * 32
    )
    vault.create_key(person.id)
    session.add(person)
    session.flush()
    return person


@pytest.fixture
def chat(session: Session, person: Person, clock: VirtualClock) -> Chat:
    chat = Chat(person_id=person.id, channel="terminal", address_hash="x", address="sam", created_at=clock.now())
    session.add(chat)
    session.flush()
    return chat


@pytest.fixture
def new_turn(
    session: Session, person: Person, chat: Chat, clock: VirtualClock, content: Content, settings: Settings
) -> Callable[[], Turn]:
    """Makes a fresh turn of the same person at the clock's present moment."""

    def make() -> Turn:
        return Turn(
            session=session,
            person=person,
            chat=chat,
            now=clock.now(),
            content=content,
            settings=settings,
            chance=random.Random(7),
        )

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run long simulations in full, as CI does")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="a long simulation: run with --long"))
