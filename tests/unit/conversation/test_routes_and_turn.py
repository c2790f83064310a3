"""Route tables are merged without doubt about who answers; a turn collects what is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.reply import Button
from bot.conversation.routes import Routes, merge
from bot.conversation.turn import Turn, current_turn
from bot.gateway.routes import ROUTES
from bot.store.clock import VirtualClock


def _serve(turn: Turn, text: str = "") -> None:
    turn.say_text(text)


def test_tables_of_several_subjects_become_one() -> None:
    merged = merge((Routes(commands={"a": _serve}), Routes(commands={"b": _serve}, intents={"greet": _serve})))
    assert merged.commands.keys() == {"a", "b"}
    assert merged.intents.keys() == {"greet"}


@pytest.mark.parametrize("kind", ["commands", "taps", "answers", "intents"])
def test_two_subjects_cannot_answer_to_the_same_name(kind: str) -> None:
    claim: dict[str, Any] = {kind: {"x": _serve}}
    with pytest.raises(ValueError, match=r"two subjects answer to \['x'\]"):
        merge((Routes(**claim), Routes(**claim)))


def test_merging_leaves_the_tables_as_they_were() -> None:
    one = Routes(commands={"a": _serve})
    merge((one, Routes(commands={"b": _serve})))
    assert one.commands.keys() == {"a"}


def test_the_commands_in_chat_that_others_rely_on_are_served() -> None:
    promised = (
        "start today practise contact log remind network safe pause settings export erase consent who_saw help stop"
    )
    assert set(promised.split()) <= ROUTES.commands.keys()


def test_replies_are_kept_in_the_order_they_were_said(new_turn: Callable[[], Turn]) -> None:
    turn = new_turn()
    turn.say_text("One.", buttons=[Button("Yes", "go", {"n": 1})])
    turn.say_text("Two.", kind="crisis")
    assert [(reply.text, reply.kind) for reply in turn.replies] == [("One.", "reply"), ("Two.", "crisis")]
    assert turn.replies[0].buttons == (Button("Yes", "go", {"n": 1}),)


def test_without_a_zone_it_is_utc(new_turn: Callable[[], Turn]) -> None:
    turn = new_turn()
    turn.person.zone = None
    assert turn.zone == ZoneInfo("UTC")
    assert turn.local_now == turn.now


def test_the_wall_clock_is_the_persons(new_turn: Callable[[], Turn], clock: VirtualClock) -> None:
    turn = new_turn()
    assert turn.local_now.hour == 10
    assert turn.local_now.utcoffset() == timedelta(hours=1)
    assert turn.now.tzinfo is UTC


def test_an_open_question_is_remembered_and_forgotten(new_turn: Callable[[], Turn]) -> None:
    turn = new_turn()
    turn.wait_for("people.name", n=1)
    assert turn.person.waiting_for == {"flow": "people.name", "args": {"n": 1}}
    turn.stop_waiting()
    assert turn.person.waiting_for is None


def test_outside_a_turn_there_is_none() -> None:
    with pytest.raises(LookupError):
        current_turn.get()
