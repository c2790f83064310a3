"""Fixtures for tests in a real browser. `browser` and `listen_for_trouble` serve for any app; the rest is the web chat
over a fake gateway."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from bot.conversation.messages import Messages
from bot.webchat.routes import make_webchat
from tests.unit.webchat.fake_gateway import FakeGateway
from tests.web.browsing import chromium, find_chromium, listen_for_trouble
from tests.web.serving import Served, serving

TOKEN = "local-token"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, for all browser tests; skips them where none is installed."""
    if find_chromium() is None:
        pytest.skip("No Chromium is installed, so pages cannot be tested in a browser (Debian: apt install chromium).")
    with chromium() as browser:
        yield browser


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def serve(gateway: FakeGateway, messages: Messages) -> Callable[[int | None], Served]:
    """Starts a web chat over the gateway; the test stops it."""

    def start(port: int | None = None) -> Served:
        return Served(make_webchat(gateway, local_token=TOKEN, messages=messages), port).start()

    return start


@pytest.fixture
def served(gateway: FakeGateway, messages: Messages) -> Iterator[Served]:
    with serving(make_webchat(gateway, local_token=TOKEN, messages=messages)) as served:
        yield served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser profile of its own, in Berlin, on a laptop."""
    with browser.new_context(viewport={"width": 1280, "height": 800}, timezone_id="Europe/Berlin") as context:
        context.set_default_timeout(10_000)
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def trouble(page: Page) -> list[str]:
    """What the page has complained about so far."""
    return listen_for_trouble(page)
