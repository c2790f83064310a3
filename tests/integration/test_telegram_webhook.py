"""The webhook: only Telegram may call it, and 200 means stored."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.telegram.channel import TelegramChannel
from bot.telegram.intake import Intake
from bot.telegram.status import State
from bot.telegram.webhook import SECRET_HEADER, webhook_route, webhook_secret
from tests.bot_api import TOKEN, BotApiServer
from tests.integration.telegram_fakes import NOTICE, QUICK, FakeGateway, running, settings_for, until

SECRET = webhook_secret(TOKEN)
UPDATE = {"update_id": 1, "message": {"chat": {"id": 7, "type": "private"}, "text": "hello"}}
RIGHT = {SECRET_HEADER: SECRET}


class NoCourtesies:
    async def acknowledge_tap(self, tap_id: str) -> None: ...

    async def point_to_private_chat(self, address: str) -> None: ...


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
async def client(gateway: FakeGateway) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=[webhook_route(Intake(gateway, NoCourtesies()), SECRET)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://kith") as client:
        yield client


async def test_an_update_with_the_secret_is_stored(client: httpx.AsyncClient, gateway: FakeGateway) -> None:
    assert (await client.post("/telegram", json=UPDATE, headers=RIGHT)).status_code == 200
    assert gateway.bodies == ["hello"]


@pytest.mark.parametrize("given", [None, "wrong", "é"])
async def test_nobody_else_is_let_in(client: httpx.AsyncClient, gateway: FakeGateway, given: str | None) -> None:
    headers = httpx.Headers({} if given is None else {SECRET_HEADER: given}, encoding="latin-1")
    assert (await client.post("/telegram", json=UPDATE, headers=headers)).status_code == 403
    assert gateway.bodies == []


async def test_200_is_not_said_before_it_is_stored(client: httpx.AsyncClient, gateway: FakeGateway) -> None:
    gateway.failures = 1
    assert (await client.post("/telegram", json=UPDATE, headers=RIGHT)).status_code == 503
    assert (await client.post("/telegram", json=UPDATE, headers=RIGHT)).status_code == 200
    assert gateway.bodies == ["hello"]


@pytest.mark.parametrize("body", [b"", b"no json", b"[]", b'{"message": {}}', b'{"update_id": "x"}', b" " * 1_000_001])
async def test_what_is_no_update_is_refused(client: httpx.AsyncClient, body: bytes) -> None:
    assert (await client.post("/telegram", content=body, headers=RIGHT)).status_code == 400


def test_the_secret_is_one_that_telegram_accepts_and_does_not_show_the_token() -> None:
    assert SECRET.isalnum()
    assert len(SECRET) <= 256
    assert TOKEN not in SECRET


async def test_updates_come_by_webhook_in_order(tmp_path: Path, gateway: FakeGateway) -> None:
    with BotApiServer() as server, _listening() as listener:
        settings = settings_for(server.url, tmp_path, TELEGRAM_WEBHOOK_URL=f"http://127.0.0.1:{listener.port}/telegram")
        async with running(settings, gateway) as channel:
            listener.serve(channel)
            gateway.failures = 2
            await until(lambda: channel.status.state == State.CONNECTED)
            for number in range(5):
                server.push_text(7, str(number))
            await until(lambda: not server.unconfirmed())
        assert gateway.bodies == ["0", "1", "2", "3", "4"]
        assert server.calls_of("getUpdates") == []


async def test_a_webhook_address_that_telegram_refuses_is_told(tmp_path: Path, gateway: FakeGateway) -> None:
    with BotApiServer() as server:
        settings = settings_for(server.url, tmp_path, TELEGRAM_WEBHOOK_URL="http://kith.example.org/telegram")
        async with running(settings, gateway) as channel:
            await until(lambda: channel.status.state == State.WEBHOOK_REFUSED)
            assert "an https url must be" in str(channel.status)


def test_polling_needs_no_route(tmp_path: Path, gateway: FakeGateway) -> None:
    assert TelegramChannel(settings_for("http://127.0.0.1:9", tmp_path), gateway, NOTICE, QUICK).routes() == []


class _Listener:
    """A web server in a thread, as the app's public one would be."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def serve(self, channel: TelegramChannel) -> None:
        app = Starlette(routes=channel.routes())
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.005)

    def close(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(5)
        self._socket.close()


@contextmanager
def _listening() -> Iterator[_Listener]:
    listener = _Listener()
    try:
        yield listener
    finally:
        listener.close()
