"""Words are sealed at rest, bound to their person, and gone with their key."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.errors import KeyDestroyed, StoreError
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.store.database import Database


def test_a_name_is_readable_through_the_model_and_not_in_the_file(
    database: Database, person: Person, session: Session
) -> None:
    assert person.name == "Sam"
    raw = session.execute(text("select name_sealed from people")).scalar_one()
    assert b"Sam" not in raw


def test_a_sealed_json_value_comes_back_as_it_was(session: Session, person: Person) -> None:
    person.waiting_for = {"flow": "onboarding.name", "args": {"n": 1}}
    session.flush()
    session.expire(person)
    assert person.waiting_for == {"flow": "onboarding.name", "args": {"n": 1}}
    person.waiting_for = None
    session.flush()
    session.expire(person)
    assert person.waiting_for is None


def test_a_ciphertext_cannot_be_moved_to_another_column_or_person(vault: KeyVault) -> None:
    vault.create_key("p")
    vault.create_key("q")
    sealed = vault.seal("p", b"secret", "contacts.name_sealed")
    assert vault.open("p", sealed, "contacts.name_sealed") == b"secret"
    for owner, column in (("q", "contacts.name_sealed"), ("p", "people.name_sealed")):
        with pytest.raises(StoreError):
            vault.open(owner, sealed, column)


def test_a_destroyed_key_leaves_nothing_readable(vault: KeyVault) -> None:
    vault.create_key("p")
    sealed = vault.seal("p", b"secret", "x")
    vault.destroy_key("p")
    with pytest.raises(KeyDestroyed):
        vault.open("p", sealed, "x")
    assert vault.living() == set()
