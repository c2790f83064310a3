"""The web chat over a fake gateway, asked without a network."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from starlette.applications import Starlette

from bot.conversation.messages import Messages
from bot.webchat.routes import make_webchat
from tests.unit.webchat.fake_gateway import FakeGateway

TOKEN = "local-token"
BASE = "http://localhost:8000"


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def app(gateway: FakeGateway, messages: Messages) -> Starlette:
    return make_webchat(gateway, local_token=TOKEN, messages=messages)


@pytest.fixture
def new_browser(app: Starlette) -> Callable[[], httpx.AsyncClient]:
    """A browser that has not been here before."""
    return lambda: httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url=BASE, headers={"Origin": BASE}, follow_redirects=False
    )


@pytest.fixture
async def browser(new_browser: Callable[[], httpx.AsyncClient]) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that has loaded the page."""
    async with new_browser() as browser:
        await browser.get("/chat")
        yield browser


@pytest.fixture
async def terminal(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": f"Bearer {TOKEN}", "X-Kith-Name": "ana"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE, headers=headers) as client:
        yield client
