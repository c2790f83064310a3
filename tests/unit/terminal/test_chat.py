"""The conversation in a terminal, piped."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.conversation.reply import Document
from bot.errors import ChannelError
from bot.terminal.chat import chat
from bot.terminal.client import Client
from tests.unit.terminal.conftest import BASE, TOKEN
from tests.unit.webchat.fake_gateway import FakeGateway, says

Talk = Callable[..., Awaitable[str]]
TalkJson = Callable[..., Awaitable[list[dict[str, Any]]]]


async def test_each_line_is_a_message_and_its_answer_comes_before_the_next(talk_json: TalkJson) -> None:
    lines = await talk_json("one", "two")
    assert [(line["direction"], line["text"]) for line in lines] == [
        ("in", "one"),
        ("out", "You said: one"),
        ("in", "two"),
        ("out", "You said: two"),
    ]


async def test_json_lines_have_just_the_agreed_keys(talk_json: TalkJson, gateway: FakeGateway) -> None:
    gateway.script["network"] = [says("Your circle.", "Done", alt="Rings.")]
    said, answered = await talk_json("network")
    assert said == {"direction": "in", "text": "network", "buttons": [], "picture": False, "kind": "text"}
    assert answered == {
        "direction": "out",
        "text": "Your circle.",
        "buttons": ["Done"],
        "picture": True,
        "kind": "reply",
    }


@pytest.mark.parametrize("line", ["2", "Not now", "not now", "  NOT NOW "])
async def test_a_button_is_chosen_by_its_title_or_number(talk_json: TalkJson, gateway: FakeGateway, line: str) -> None:
    gateway.script["hello"] = [says("Shall we?", "Yes", "Not now")]
    lines = await talk_json("hello", line)
    assert [one.kind for one in gateway.received] == ["text", "tap"]
    assert lines[2] == {"direction": "in", "text": "Not now", "buttons": [], "picture": False, "kind": "tap"}
    assert lines[3]["text"] == "You said: Not now"


async def test_buttons_of_two_messages_are_numbered_on(talk: Talk, gateway: FakeGateway) -> None:
    gateway.script["hello"] = [says("One.", "A", "B"), says("Two.", "C")]
    printed = await talk("hello", "3")
    assert "[1] A   [2] B" in printed
    assert "[3] C" in printed
    assert "You said: C" in printed


async def test_an_old_button_is_not_tapped_by_a_later_word(talk_json: TalkJson, gateway: FakeGateway) -> None:
    gateway.script["hello"] = [says("Shall we?", "Yes")]
    await talk_json("hello", "rather tell me more", "Yes")
    assert [one.kind for one in gateway.received] == ["text", "text", "text"]


async def test_a_number_without_buttons_is_just_a_word(talk_json: TalkJson, gateway: FakeGateway) -> None:
    await talk_json("1984")
    assert gateway.received[0].kind == "text"


async def test_buttons_left_open_last_time_can_still_be_chosen(talk_json: TalkJson, gateway: FakeGateway) -> None:
    gateway.script["hello"] = [says("Shall we?", "Yes")]
    await talk_json("hello")
    lines = await talk_json("Yes")
    assert gateway.received[1].kind == "tap"
    assert [line["text"] for line in lines] == ["Yes", "You said: Yes"]


async def test_names_keep_people_apart(talk_json: TalkJson, gateway: FakeGateway) -> None:
    await talk_json("hello", name="Zoë")
    await talk_json("hello", name="ana")
    assert [(one.channel, one.address) for one in gateway.received] == [("terminal", "Zoë"), ("terminal", "ana")]


async def test_text_is_wrapped_and_a_picture_told_in_words(talk: Talk, gateway: FakeGateway) -> None:
    gateway.script["network"] = [says("word " * 60 + "\nsecond line", alt="Three rings.")]
    printed = await talk("network")
    assert max(len(line) for line in printed.splitlines()) <= 78
    assert "\n  second line\n" in printed
    assert "[Picture: Three rings.]" in printed


async def test_a_file_is_saved_and_never_over_another(talk: Talk, gateway: FakeGateway, tmp_path: Path) -> None:
    gateway.script["/export"] = [says("All of it.", file=Document("kith-export.json", "application/json", "{}"))]
    (tmp_path / "kith-export.json").write_text("mine")
    printed = await talk("/export")
    assert (tmp_path / "kith-export.json").read_text() == "mine"
    assert (tmp_path / "kith-export-2.json").read_text() == "{}"
    assert "kith-export-2.json" in printed


async def test_a_files_name_cannot_lead_elsewhere(talk: Talk, gateway: FakeGateway, tmp_path: Path) -> None:
    gateway.script["/export"] = [says("All of it.", file=Document("../../evil.txt", "text/plain", "x"))]
    await talk("/export")
    assert (tmp_path / "evil.txt").read_text() == "x"


async def test_an_empty_line_gets_a_hint_and_the_chat_goes_on(
    talk_json: TalkJson, gateway: FakeGateway, stderr: io.StringIO
) -> None:
    lines = await talk_json("", "hello")
    assert "nothing to send yet" in stderr.getvalue()
    assert [line["text"] for line in lines] == ["hello", "You said: hello"]


async def test_a_line_that_is_too_long_gets_a_hint(talk: Talk, gateway: FakeGateway) -> None:
    assert "8,000" in await talk("x" * 9000)
    assert gateway.received == []


async def test_the_last_line_needs_no_line_break(gateway: FakeGateway, transport: httpx.ASGITransport) -> None:
    stdout = io.StringIO()
    await chat(BASE, TOKEN, "ana", True, io.StringIO("hello"), stdout, transport=transport)
    assert "You said: hello" in stdout.getvalue()


async def test_a_wrong_token_is_told_in_a_sentence(talk: Talk) -> None:
    with pytest.raises(ChannelError, match="does not fit"):
        await talk("hello", token="wrong")


async def test_an_app_that_is_not_there_is_told_in_a_sentence() -> None:
    with pytest.raises(ChannelError, match="kith up"):
        await chat("http://127.0.0.1:9", TOKEN, "ana", False, io.StringIO("hello\n"), io.StringIO())


async def test_another_program_on_the_port_is_told_apart() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, text="<html>"))
    with pytest.raises(ChannelError, match="not Kith's"):
        await chat(BASE, TOKEN, "ana", False, io.StringIO("hello\n"), io.StringIO(), transport=transport)


class Unsteady(httpx.AsyncBaseTransport):
    """Delivers every request, and loses the answer to the first `losses` of those to `path`."""

    def __init__(self, inner: httpx.AsyncBaseTransport, path: str, losses: int) -> None:
        self._inner = inner
        self._path = path
        self._losses = losses

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        if request.url.path == self._path and self._losses:
            self._losses -= 1
            raise httpx.ReadError("lost")
        return response


@pytest.mark.parametrize("path", ["/chat/say", "/chat/stream"])
async def test_a_broken_line_neither_loses_nor_doubles(
    transport: httpx.ASGITransport, gateway: FakeGateway, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.terminal.client.RETRY_SECONDS", 0.001)
    stdout = io.StringIO()
    unsteady = Unsteady(transport, path, losses=2)
    await chat(BASE, TOKEN, "ana", True, io.StringIO("one\ntwo\n"), stdout, transport=unsteady)
    assert [one.body for one in gateway.received] == ["one", "two"]
    assert stdout.getvalue().count('"out"') == 2


async def test_an_app_that_stays_away_is_told_in_a_sentence(
    transport: httpx.ASGITransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.terminal.client.RETRY_SECONDS", 0.001)
    monkeypatch.setattr("bot.terminal.client.PATIENCE_SECONDS", 0.002)
    client = Client.connect(BASE, TOKEN, "ana", transport=Unsteady(transport, "/chat/say", losses=99))
    with pytest.raises(ChannelError, match="stopped answering"):
        await client.say("hello")
    await client.close()
