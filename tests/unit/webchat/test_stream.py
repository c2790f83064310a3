"""The stream of events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx

from bot.gateway.messages import Incoming
from bot.webchat.stream import Stream
from bot.webchat.visitors import Visitor
from tests.unit.webchat.fake_gateway import FakeGateway, says

VISITOR = Visitor("web", "someone")


class Listener:
    """Takes events from a stream one at a time."""

    def __init__(self, gateway: FakeGateway, after: int = 0, heartbeat: float = 5.0) -> None:
        self.closing = asyncio.Event()
        stream = Stream(gateway, VISITOR, gateway.open_chat("web", "someone"), after)
        self._events: AsyncIterator[str] = stream.events(self.closing, heartbeat=heartbeat)

    async def next(self) -> str:
        return await asyncio.wait_for(anext(self._events), 2)

    async def until(self, name: str) -> dict[str, str]:
        """The fields of the next event of that name."""
        while True:
            fields = dict(line.split(": ", 1) for line in (await self.next()).strip().split("\n"))
            if fields.get("event") == name:
                return fields

    async def text(self) -> str:
        return str(json.loads((await self.until("message"))["data"])["text"])

    async def end(self) -> None:
        async for _ in self._events:
            pass


def parse(body: str) -> list[tuple[str, Any]]:
    """Name and data of every event in a finished stream."""
    events = [dict(line.split(": ", 1) for line in block.split("\n")) for block in body.split("\n\n") if block]
    return [(event["event"], json.loads(event["data"])) for event in events if "event" in event]


async def test_a_message_comes_with_its_id_as_soon_as_it_is_there() -> None:
    gateway = FakeGateway()
    listener = Listener(gateway)
    await listener.until("idle")
    message_id = gateway.say(gateway.the_chat(), says("Hello.\nThere.", "Start"))
    event = await listener.until("message")
    message = json.loads(event["data"])
    assert event["id"] == str(message_id)
    assert message["text"] == "Hello.\nThere."
    assert message["buttons"][0][0]["title"] == "Start"


async def test_who_comes_back_gets_what_they_missed_and_nothing_twice() -> None:
    gateway = FakeGateway()
    chat_id = gateway.open_chat("web", "someone")
    seen = gateway.say(chat_id, says("one"))
    gateway.say(chat_id, says("two"))
    gateway.say(chat_id, says("three"))
    listener = Listener(gateway, after=seen)
    assert [await listener.text(), await listener.text()] == ["two", "three"]
    gateway.say(chat_id, says("four"))
    assert await listener.text() == "four"


async def test_more_messages_than_one_page_all_come() -> None:
    gateway = FakeGateway()
    chat_id = gateway.open_chat("web", "someone")
    for number in range(450):
        gateway.say(chat_id, says(str(number)))
    listener = Listener(gateway)
    assert [await listener.text() for _ in range(450)] == [str(number) for number in range(450)]


async def test_a_message_whose_lower_id_is_committed_late_is_not_lost() -> None:
    gateway = FakeGateway()
    chat_id = gateway.open_chat("web", "someone")
    gateway.say(chat_id, says("late"))
    late = gateway._out[chat_id].pop()
    gateway.say(chat_id, says("early"))
    listener = Listener(gateway)
    assert await listener.text() == "early"
    await listener.until("idle")
    gateway._out[chat_id].insert(0, late)
    gateway._ring(chat_id)
    assert await listener.text() == "late"


async def test_typing_is_told_when_it_begins_and_ends() -> None:
    gateway = FakeGateway()
    gateway.holding = True
    listener = Listener(gateway)
    await listener.until("idle")
    await gateway.receive(incoming("hello"))
    assert json.loads((await listener.until("typing"))["data"]) == {"on": True}
    gateway.answer(gateway.the_chat())
    assert await listener.text() == "You said: hello"
    assert json.loads((await listener.until("typing"))["data"]) == {"on": False}
    await listener.until("idle")


async def test_a_silent_stream_keeps_its_line_open() -> None:
    listener = Listener(FakeGateway(), heartbeat=0.01)
    await listener.until("idle")
    assert (await listener.next()).startswith(":")


async def test_the_stream_ends_at_once_when_the_app_closes() -> None:
    listener = Listener(FakeGateway())
    await listener.until("idle")
    ending = asyncio.ensure_future(listener.end())
    await asyncio.sleep(0)
    listener.closing.set()
    await asyncio.wait_for(ending, 1)


async def test_a_listener_who_left_is_not_kept_in_mind() -> None:
    gateway = FakeGateway()
    listener = Listener(gateway)
    await listener.until("idle")
    assert gateway.listeners() == 1
    listener.closing.set()
    await listener.end()
    assert gateway.listeners() == 0


async def test_after_an_erasure_the_listener_is_told_and_let_go() -> None:
    gateway = FakeGateway()
    listener = Listener(gateway)
    await listener.until("idle")
    gateway.say(gateway.the_chat(), says("All is erased."))
    gateway.erase("web", "someone")
    assert await listener.text() == "All is erased."
    await listener.until("gone")
    await asyncio.wait_for(listener.end(), 1)


async def test_a_reader_can_ask_for_all_answers_and_then_an_end(terminal: httpx.AsyncClient) -> None:
    await terminal.post("/chat/say", json={"id": "0123456789", "text": "hello"})
    answer = await terminal.get("/chat/stream?until=idle")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert [name for name, _ in parse(answer.text)] == ["message", "idle"]


async def test_the_header_of_a_reconnecting_browser_counts_before_the_address(terminal: httpx.AsyncClient) -> None:
    for text in ("one", "two", "three"):
        await terminal.post("/chat/say", json={"id": f"message-{text}", "text": text})
    answer = await terminal.get("/chat/stream?until=idle&after=0", headers={"Last-Event-ID": "2"})
    assert [data["text"] for name, data in parse(answer.text) if name == "message"] == ["You said: three"]


async def test_a_senseless_last_id_starts_from_the_beginning(terminal: httpx.AsyncClient) -> None:
    await terminal.post("/chat/say", json={"id": "0123456789", "text": "hello"})
    for after in ("-1", "abc", "9" * 30, "²"):
        answer = await terminal.get("/chat/stream", params={"until": "idle", "after": after})
        assert [name for name, _ in parse(answer.text)] == ["message", "idle"]


def incoming(text: str) -> Incoming:
    return Incoming("web", "someone", f"id-{text}", "text", text)
