"""An export holds everything, in plain JSON, without what is sensitive unless asked for."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.conversation.messages import Messages
from bot.gateway.tables import Chat
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.privacy.export import as_json, export_person
from bot.privacy.keys import KeyVault
from bot.privacy.readable import readable
from bot.store.clock import VirtualClock
from tests.unit.privacy.whole_person import fill_every_table


@pytest.fixture(autouse=True)
def whole_person(session: Session, person: Person, chat: Chat, clock: VirtualClock) -> None:
    fill_every_table(session, person, chat, clock.now())


@pytest.fixture
def export(session: Session, person: Person, clock: VirtualClock) -> dict[str, Any]:
    return export_person(session, person, clock.now())


def test_every_exported_table_has_the_persons_row(export: dict[str, Any]) -> None:
    assert [name for name, rows in export["tables"].items() if not rows] == []


def test_sealed_words_are_opened(export: dict[str, Any]) -> None:
    tables = export["tables"]
    assert tables["people"][0]["name"] == "Sam"
    assert tables["contacts"][0]["name"] == "Ben"
    assert tables["practice_turns"][0]["words"] == "I felt"


def test_an_export_is_json_and_comes_back_the_same(export: dict[str, Any]) -> None:
    assert json.loads(as_json(export)) == export


def test_times_are_utc_and_dates_are_calendar_dates(export: dict[str, Any]) -> None:
    assert export["made_at"] == "2026-03-01T09:00:00+00:00"
    assert export["tables"]["connections"][0]["happened_on"] == "2026-03-01"


def test_nobody_elses_rows_are_in_it(session: Session, person: Person, vault: KeyVault, clock: VirtualClock) -> None:
    vault.create_key("b" * 32)
    session.add(Person(id="b" * 32, created_at=clock.now(), name="Kim"))
    session.add(Contact(person_id="b" * 32, name="Jo", created_at=clock.now()))
    text = as_json(export_person(session, person, clock.now(), include_sensitive=True))
    assert "Kim" not in text
    assert "Jo" not in text


def test_a_crisis_and_its_messages_are_left_out(export: dict[str, Any]) -> None:
    text = as_json(export)
    assert "safety_events" not in export["tables"]
    assert "dark words" not in text
    assert "A crisis" not in text
    assert "suicide" not in text


def test_fields_that_show_a_crisis_are_left_out(export: dict[str, Any]) -> None:
    assert {"held_until", "waiting_for"}.isdisjoint(export["tables"]["people"][0])
    assert "standing" not in export["tables"]["contacts"][0]


def test_a_second_wish_brings_the_sensitive_records(session: Session, person: Person, clock: VirtualClock) -> None:
    tables = export_person(session, person, clock.now(), include_sensitive=True)["tables"]
    assert tables["safety_events"][0]["kinds"] == ["suicide"]
    assert [row["body"] for row in tables["inbox"]] == ["I rang Ben", "Done", "dark words"]
    assert "held_until" in tables["people"][0]


def test_a_tap_is_shown_by_the_buttons_words(export: dict[str, Any]) -> None:
    assert export["tables"]["inbox"][1]["body"] == "Done"
    assert "token-1" not in as_json(export)


def test_an_older_export_is_named_but_not_repeated(export: dict[str, Any]) -> None:
    assert export["tables"]["outbox"][0]["body"]["document"] == "old.json"
    assert "an older export" not in as_json(export)


def test_the_readable_form_has_headings_and_words_and_no_ids(export: dict[str, Any], messages: Messages) -> None:
    text = readable(export, messages)
    assert "People in your circle\n---------------------\n* name: Ben; ring: 2" in text
    assert "note: He listened" in text
    assert "a" * 32 not in text


def test_the_readable_form_says_when_private_notes_are_in_it(
    session: Session, person: Person, clock: VirtualClock, messages: Messages
) -> None:
    export = export_person(session, person, clock.now(), include_sensitive=True)
    text = readable(export, messages)
    assert "dark words" in text
    assert text.endswith("Keep it where only you can look.\n")
