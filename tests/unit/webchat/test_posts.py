"""What people send, good and bad."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.unit.webchat.fake_gateway import FakeGateway, says

ID = "0123456789abcdef"


async def say(browser: httpx.AsyncClient, text: Any, message_id: Any = ID, **more: Any) -> httpx.Response:
    return await browser.post("/chat/say", json={"id": message_id, "text": text, **more})


async def test_what_is_said_reaches_the_gateway_as_it_was_written(
    browser: httpx.AsyncClient, gateway: FakeGateway
) -> None:
    assert (await say(browser, "two\nlines ")).json() == {"stored": True, "again": False}
    assert (gateway.received[0].kind, gateway.received[0].body) == ("text", "two\nlines ")


async def test_the_same_id_again_is_the_same_message(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    await say(browser, "hello")
    assert (await say(browser, "hello")).json() == {"stored": True, "again": True}
    assert len(gateway.received) == 1


async def test_one_persons_id_is_not_anothers(
    browser: httpx.AsyncClient, terminal: httpx.AsyncClient, gateway: FakeGateway
) -> None:
    await say(browser, "hello")
    await say(terminal, "hello")
    first, second = gateway.received
    assert first.update_id != second.update_id
    assert len(first.update_id) == 64


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\0"])
async def test_an_empty_message_gets_a_hint(browser: httpx.AsyncClient, gateway: FakeGateway, text: str) -> None:
    answer = await say(browser, text)
    assert answer.status_code == 422
    assert answer.json()["error"] == "empty"
    assert answer.json()["message"].startswith("There is nothing to send yet.")
    assert gateway.received == []


@pytest.mark.parametrize("text", ["x" * 5000, "é" * 8000, "🙂" * 8000, "مرحبا كيف حالك", '/stop{"a":1}'])
async def test_long_and_strange_texts_are_taken_whole(
    browser: httpx.AsyncClient, gateway: FakeGateway, text: str
) -> None:
    assert (await say(browser, text)).status_code == 200
    assert gateway.received[0].body == text


async def test_more_than_eight_thousand_characters_are_too_long(browser: httpx.AsyncClient) -> None:
    answer = await say(browser, "x" * 8001)
    assert answer.status_code == 422
    assert "8,000" in answer.json()["message"]


async def test_half_a_character_does_no_harm(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    body = b'{"id": "0123456789", "text": "a\\ud83d b"}'
    answer = await browser.post("/chat/say", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 200
    assert gateway.received[0].body == "a? b"


async def test_a_body_above_64_kilobytes_is_not_read_to_its_end(browser: httpx.AsyncClient) -> None:
    answer = await say(browser, "x" * 70_000)
    assert answer.status_code == 413
    assert answer.json()["error"] == "too_large"


@pytest.mark.parametrize("content", [b"", b"hello", b"[]", b'"text"', b"\xff\xfe", b"[" * 60_000])
async def test_what_is_no_json_object_is_refused(browser: httpx.AsyncClient, content: bytes) -> None:
    answer = await browser.post("/chat/say", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"] == "not_json"


async def test_a_form_of_another_page_is_refused(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/chat/say", content=b"{}", headers={"Content-Type": "text/plain"})
    assert answer.status_code == 415


@pytest.mark.parametrize("message_id", [None, 7, "", "short", "x" * 65, "with spaces in"])
async def test_a_message_without_a_proper_id_is_refused(browser: httpx.AsyncClient, message_id: Any) -> None:
    assert (await say(browser, "hello", message_id)).json()["error"] == "bad_id"


@pytest.mark.parametrize("text", [None, 7, ["hello"]])
async def test_a_message_without_a_text_is_refused(browser: httpx.AsyncClient, text: Any) -> None:
    assert (await say(browser, text)).json()["error"] == "bad_text"


async def test_the_browsers_zone_goes_along(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    await say(browser, "hello", zone="Europe/Berlin")
    assert gateway.received[0].zone_hint == "Europe/Berlin"


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "/etc/passwd", "", 7, None, "x" * 100, "a\0b"])
async def test_a_wrong_zone_is_passed_over(browser: httpx.AsyncClient, gateway: FakeGateway, zone: Any) -> None:
    assert (await say(browser, "hello", zone=zone)).status_code == 200
    assert gateway.received[0].zone_hint is None


async def test_a_tap_carries_the_buttons_token(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    gateway.script["hello"] = [says("Shall we?", "Yes")]
    await say(browser, "hello")
    token = gateway.transcript(gateway.the_chat())[0].buttons[0][0].token
    await browser.post("/chat/tap", json={"id": "another-id", "token": token})
    assert (gateway.received[1].kind, gateway.received[1].body) == ("tap", token)


@pytest.mark.parametrize("token", [None, "", "x" * 65, "a b", 7])
async def test_a_tap_without_a_proper_token_is_refused(browser: httpx.AsyncClient, token: Any) -> None:
    answer = await browser.post("/chat/tap", json={"id": ID, "token": token})
    assert answer.json()["error"] == "bad_token"
