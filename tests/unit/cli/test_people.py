"""`kith people`: who is there, without a name, and the pause of their reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.gateway.chats import open_chat
from bot.people.tables import Person
from tests.unit.cli.conftest import Ran, opened


def test_nobody_yet_is_an_empty_list(installed: Callable[..., Ran]) -> None:
    assert installed("people", "list") == Ran(0, "", "")
    assert installed("people", "list", "--json") == Ran(0, "", "")


def test_people_are_listed_one_a_line_by_id_without_their_names(installed: Callable[..., Ran], ana: str) -> None:
    ran = installed("people", "list")
    assert ran.code == 0
    assert ran.out.split() == [ana, ran.out.split()[1], "terminal", "active"]
    assert "Ana" not in ran.out
    assert "Quince" not in ran.out


def test_as_json_each_person_is_one_object(installed: Callable[..., Ran], ana: str) -> None:
    [line] = installed("people", "list", "--json").json_lines()
    assert line.keys() == {"id", "since", "channels", "state"}
    assert (line["id"], line["channels"], line["state"]) == (ana, "terminal", "active")


def test_all_channels_of_a_person_are_shown(installed: Callable[..., Ran], ana: str) -> None:
    with opened() as (store, session):
        chat = open_chat(session, store.vault, "telegram", "4711", store.clock.now())
        chat.person_id = ana
    [line] = [line for line in installed("people", "list", "--json").json_lines() if line["id"] == ana]
    assert line["channels"] == "telegram+terminal"


@pytest.mark.parametrize(
    ("field", "value", "state"),
    [
        ("onboarding_step", "name", "onboarding"),
        ("age_band", "minor", "too young"),
        ("unreachable_since", "now", "unreachable"),
        ("paused_at", "now", "paused"),
    ],
)
def test_a_state_is_told_in_a_word(field: str, value: str, state: str, installed: Callable[..., Ran], ana: str) -> None:
    with opened() as (store, session):
        setattr(session.get_one(Person, ana), field, store.clock.now() if value == "now" else value)
    assert installed("people", "list", "--json").json_lines()[0]["state"] == state


def test_a_pause_lasts_until_it_is_ended(installed: Callable[..., Ran], ana: str) -> None:
    assert installed("people", "pause", ana[:6]) == Ran(0, "", "Reminders are paused.\n")
    assert "paused" in installed("people", "list").out
    assert installed("people", "pause", ana[:6], "--resume") == Ran(0, "", "Reminders run again.\n")
    assert "active" in installed("people", "list").out


def test_a_second_pause_keeps_the_first_moment(installed: Callable[..., Ran], ana: str) -> None:
    installed("people", "pause", ana)
    with opened() as (_, session):
        person = session.get_one(Person, ana)
        assert person.paused_at is not None
        person.paused_at -= timedelta(days=3)
        first = person.paused_at
    installed("people", "pause", ana)
    with opened() as (_, session):
        assert session.get_one(Person, ana).paused_at == first


@pytest.mark.parametrize("command", [["people", "pause"], ["export"], ["erase", "--yes"], ["assign", "say_it_with_i"]])
def test_nobody_of_that_id_is_wrong_use(command: list[str], installed: Callable[..., Ran], ana: str) -> None:
    ran = installed(*command, "ffffff" if ana[0] != "f" else "eeeeee")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kith: Nobody has an id that begins with")
    assert ran.err.endswith("See: kith people list\n")


def test_an_id_that_two_people_share_the_beginning_of_is_refused(installed: Callable[..., Ran], ana: str) -> None:
    with opened() as (store, session):
        twin = Person(id=ana[:10] + "0" * 22, created_at=store.clock.now())
        store.vault.create_key(twin.id)
        session.add(twin)
    ran = installed("people", "pause", ana[:10])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kith: Several ids begin with")
