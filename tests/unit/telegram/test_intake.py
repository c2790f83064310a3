"""The door: stored first, courtesies beside."""

import asyncio
from typing import Any

import pytest

from bot.gateway.messages import Incoming
from bot.telegram.intake import Intake

CHAT = {"id": 7, "type": "private"}


class FakeReceiver:
    def __init__(self) -> None:
        self.received: list[Incoming] = []
        self.reachable: dict[str, bool] = {}
        self.raising: list[Exception] = []

    async def receive(self, incoming: Incoming) -> bool:
        if self.raising:
            raise self.raising.pop(0)
        self.received.append(incoming)
        return True

    def set_reachable(self, channel: str, address: str, reachable: bool) -> None:
        self.reachable[address] = reachable


class FakeCourtesies:
    def __init__(self) -> None:
        self.taps: list[str] = []
        self.groups: list[str] = []

    async def acknowledge_tap(self, tap_id: str) -> None:
        self.taps.append(tap_id)

    async def point_to_private_chat(self, address: str) -> None:
        self.groups.append(address)


def text(words: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"chat": CHAT, "text": words}}


@pytest.fixture
def receiver() -> FakeReceiver:
    return FakeReceiver()


@pytest.fixture
def courtesies() -> FakeCourtesies:
    return FakeCourtesies()


@pytest.fixture
def intake(receiver: FakeReceiver, courtesies: FakeCourtesies) -> Intake:
    return Intake(receiver, courtesies)


async def test_a_text_is_stored(intake: Intake, receiver: FakeReceiver) -> None:
    await intake.take(text("hello"))
    assert [incoming.body for incoming in receiver.received] == ["hello"]


async def test_a_tap_is_acknowledged_once_it_is_stored(
    intake: Intake, receiver: FakeReceiver, courtesies: FakeCourtesies
) -> None:
    await intake.take({"update_id": 1, "callback_query": {"id": "9", "data": "tok", "message": {"chat": CHAT}}})
    await asyncio.sleep(0)
    assert [incoming.kind for incoming in receiver.received] == ["tap"]
    assert courtesies.taps == ["9"]


async def test_a_tap_that_was_not_stored_is_not_acknowledged(
    intake: Intake, receiver: FakeReceiver, courtesies: FakeCourtesies
) -> None:
    receiver.raising.append(OSError())
    with pytest.raises(OSError):
        await intake.take({"update_id": 1, "callback_query": {"id": "9", "data": "tok", "message": {"chat": CHAT}}})
    await asyncio.sleep(0)
    assert courtesies.taps == []


async def test_a_group_is_pointed_to_a_private_chat_and_nothing_is_stored(
    intake: Intake, receiver: FakeReceiver, courtesies: FakeCourtesies
) -> None:
    await intake.take({"update_id": 1, "message": {"chat": {"id": -5, "type": "group"}, "text": "/help"}})
    await asyncio.sleep(0)
    assert (courtesies.groups, receiver.received) == (["-5"], [])


async def test_a_block_is_told_to_the_gateway(intake: Intake, receiver: FakeReceiver) -> None:
    await intake.take({"update_id": 1, "my_chat_member": {"chat": CHAT, "new_chat_member": {"status": "kicked"}}})
    assert receiver.reachable == {"7": False}


async def test_an_update_that_is_not_as_documented_is_still_answered(intake: Intake, receiver: FakeReceiver) -> None:
    await intake.take(text(5))
    assert [(incoming.kind, incoming.body) for incoming in receiver.received] == [("other", "")]


async def test_a_text_that_the_store_cannot_hold_does_not_block_the_others(
    intake: Intake, receiver: FakeReceiver
) -> None:
    receiver.raising.append(UnicodeEncodeError("utf-8", "x", 0, 1, "no"))
    await intake.take(text("odd"))
    assert [incoming.kind for incoming in receiver.received] == ["other"]


async def test_nobodys_words_reach_the_log(
    intake: Intake, receiver: FakeReceiver, caplog: pytest.LogCaptureFixture
) -> None:
    receiver.raising.append(ValueError("a secret of Ana"))
    await intake.take(text("a secret of Ana"))
    assert "secret" not in caplog.text
    assert "ValueError" in caplog.text
