"""Who may ask, and what goes with each answer."""

from __future__ import annotations

import logging

import httpx
import pytest
from starlette.applications import Starlette

from bot.conversation.messages import Messages
from bot.gateway.messages import Incoming
from bot.webchat.routes import make_webchat
from tests.unit.webchat.conftest import BASE, TOKEN
from tests.unit.webchat.fake_gateway import FakeGateway

HELLO = {"id": "0123456789", "text": "hello"}


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
async def test_kith_answers_under_the_names_of_this_machine(browser: httpx.AsyncClient, host: str) -> None:
    assert (await browser.get("/chat", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io:8000", ""])
async def test_a_name_that_was_made_to_point_here_is_refused(browser: httpx.AsyncClient, host: str) -> None:
    answer = await browser.get("/chat", headers={"Host": host})
    assert answer.status_code == 403
    assert answer.json()["error"] == "wrong_host"
    assert "localhost" in answer.json()["message"]


async def test_an_operators_own_name_can_be_allowed(gateway: FakeGateway, messages: Messages) -> None:
    app = make_webchat(gateway, local_token=TOKEN, messages=messages, allowed_hosts=["kith.example.org"])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://kith.example.org") as client:
        assert (await client.get("/chat")).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:9999"])
async def test_what_another_page_posts_is_refused(
    browser: httpx.AsyncClient, gateway: FakeGateway, origin: str
) -> None:
    answer = await browser.post("/chat/say", json=HELLO, headers={"Origin": origin})
    assert answer.status_code == 403
    assert answer.json()["error"] == "wrong_origin"
    assert gateway.received == []


async def test_a_browser_must_say_where_its_post_comes_from(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    del browser.headers["Origin"]
    assert (await browser.post("/chat/say", json=HELLO)).status_code == 403
    assert gateway.received == []


async def test_the_terminal_needs_no_origin(terminal: httpx.AsyncClient) -> None:
    assert (await terminal.post("/chat/say", json=HELLO)).status_code == 200


@pytest.mark.parametrize("path", ["/chat", "/chat/history", "/chat/static/chat.css", "/nowhere"])
async def test_every_answer_carries_the_guarding_headers(browser: httpx.AsyncClient, path: str) -> None:
    headers = (await browser.get(path)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


async def test_what_a_person_reads_is_not_kept_by_the_browser(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/chat/history")).headers["cache-control"] == "no-store"
    assert (await browser.get("/chat/static/chat.js")).headers["cache-control"] == "no-cache"


async def test_an_unforeseen_error_becomes_a_sentence_and_no_words_reach_the_log(
    app: Starlette, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(self: FakeGateway, incoming: Incoming) -> bool:
        raise RuntimeError(f"cannot store {incoming.body}")

    monkeypatch.setattr(FakeGateway, "receive", fail)
    with caplog.at_level(logging.DEBUG):
        answer = await browser.post("/chat/say", json={"id": "0123456789", "text": "my secret"})
    assert answer.status_code == 500
    assert answer.json()["error"] == "trouble"
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


async def test_a_wrong_address_says_where_the_conversation_is(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/nowhere")
    assert answer.status_code == 404
    assert "/chat" in answer.json()["message"]


async def test_the_root_leads_to_the_chat(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/")
    assert answer.headers["location"] == "/chat"
    assert str(answer.url).startswith(BASE)
