"""Who a visitor is."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import SimpleCookie

import httpx
import pytest

from bot.conversation.messages import Messages
from bot.webchat.routes import make_webchat
from tests.unit.webchat.conftest import BASE
from tests.unit.webchat.fake_gateway import FakeGateway

HELLO = {"id": "0123456789", "text": "hello"}


async def test_a_new_browser_gets_a_cookie_that_scripts_and_other_sites_cannot_use(
    new_browser: Callable[[], httpx.AsyncClient],
) -> None:
    async with new_browser() as browser:
        cookie = SimpleCookie((await browser.get("/chat")).headers["set-cookie"])["kith_visitor"]
    assert len(cookie.value) == 43
    assert cookie["httponly"]
    assert cookie["samesite"].lower() == "strict"
    assert cookie["path"] == "/"


async def test_the_cookie_stays_the_same_over_visits(browser: httpx.AsyncClient) -> None:
    first = browser.cookies["kith_visitor"]
    await browser.get("/chat")
    assert browser.cookies["kith_visitor"] == first


async def test_the_cookie_is_the_address(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    await browser.post("/chat/say", json=HELLO)
    assert (gateway.received[0].channel, gateway.received[0].address) == ("web", browser.cookies["kith_visitor"])


async def test_two_browsers_are_two_people(
    browser: httpx.AsyncClient, new_browser: Callable[[], httpx.AsyncClient]
) -> None:
    await browser.post("/chat/say", json=HELLO)
    async with new_browser() as other:
        await other.get("/chat")
        assert (await other.get("/chat/history")).json()["started"] is False


@pytest.mark.parametrize("value", ["", "short", "x" * 43 + "y", "a b" + "x" * 40])
async def test_a_browser_without_its_cookie_is_asked_to_load_the_page(
    new_browser: Callable[[], httpx.AsyncClient], value: str
) -> None:
    async with new_browser() as browser:
        answer = await browser.post("/chat/say", json=HELLO, headers={"Cookie": f"kith_visitor={value}"})
    assert answer.status_code == 403
    assert answer.json()["error"] == "no_cookie"


async def test_the_terminal_is_known_by_its_name(terminal: httpx.AsyncClient, gateway: FakeGateway) -> None:
    await terminal.post("/chat/say", json=HELLO, headers={"X-Kith-Name": "Zo%C3%AB"})
    assert (gateway.received[0].channel, gateway.received[0].address) == ("terminal", "Zoë")


@pytest.mark.parametrize("name", ["", "   ", "x" * 65, "a%0Ab"])
async def test_the_terminal_must_give_a_usable_name(terminal: httpx.AsyncClient, name: str) -> None:
    answer = await terminal.post("/chat/say", json=HELLO, headers={"X-Kith-Name": name})
    assert answer.status_code == 422
    assert answer.json()["error"] == "bad_name"


@pytest.mark.parametrize("given", ["Bearer wrong", "Bearer ", "Basic local-token", "Bearer löcal"])
async def test_a_wrong_token_lets_nobody_in(terminal: httpx.AsyncClient, gateway: FakeGateway, given: str) -> None:
    answer = await terminal.post("/chat/say", json=HELLO, headers=[(b"Authorization", given.encode("latin-1"))])
    assert answer.status_code == 401
    assert gateway.received == []


async def test_without_a_local_token_no_terminal_is_let_in(gateway: FakeGateway, messages: Messages) -> None:
    app = make_webchat(gateway, local_token="", messages=messages)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        headers = {"Authorization": "Bearer ", "X-Kith-Name": "ana"}
        assert (await client.get("/chat/history", headers=headers)).status_code == 401
