"""The connection: no failure ends the poll, each is told once, and neither words nor the token are."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.telegram.channel import TelegramChannel, probe
from bot.telegram.status import State
from tests.bot_api import BotApiServer
from tests.bot_api.server import TOKEN
from tests.integration.telegram_fakes import NOTICE, QUICK, FakeGateway, running, settings_for, until


@pytest.fixture
def server() -> Iterator[BotApiServer]:
    with BotApiServer() as server:
        yield server


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def settings(server: BotApiServer, tmp_path: Path) -> Settings:
    return settings_for(server.url, tmp_path)


async def test_a_server_that_cannot_be_reached_at_start_is_tried_again(gateway: FakeGateway, tmp_path: Path) -> None:
    with BotApiServer() as gone:
        port = gone.port
    settings = settings_for(f"http://127.0.0.1:{port}", tmp_path)
    async with running(settings, gateway) as channel:
        await until(lambda: channel.status.state == State.UNREACHABLE)
        with BotApiServer(port) as back:
            back.push_text(7, "hello")
            await until(lambda: gateway.bodies == ["hello"])
            assert channel.status.state == State.CONNECTED


async def test_a_server_that_goes_away_for_a_while_loses_nothing(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    async with running(settings, gateway):
        server.fail_next("getUpdates", 3, code=502)
        server.push_text(7, "hello")
        await until(lambda: gateway.bodies == ["hello"])
        assert len(server.calls_of("getUpdates")) >= 4


async def test_a_429_on_polling_waits_what_it_says(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    server.fail_next("getUpdates", code=429, retry_after=1)
    server.push_text(7, "hello")
    async with running(settings, gateway):
        await until(lambda: gateway.bodies == ["hello"])
    refused, accepted = server.calls_of("getUpdates")[:2]
    assert 1.0 <= accepted.at - refused.at < 1.5


async def test_a_wrong_token_is_said_once_and_does_not_spin(
    server: BotApiServer, gateway: FakeGateway, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings_for(server.url, tmp_path, TELEGRAM_TOKEN="4242:another-one")
    async with running(settings, gateway) as channel:
        await until(lambda: channel.status.state == State.TOKEN_REFUSED)
        await asyncio.sleep(0.4)
        assert len(server.calls) <= 8
    assert caplog.text.count("Telegram refuses the token") == 1
    assert "another-one" not in caplog.text


async def test_two_pollers_of_one_token_are_told(
    server: BotApiServer, gateway: FakeGateway, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    server.refuse_next(
        "getUpdates", 409, "Conflict: terminated by other getUpdates request; make sure that only one ...", times=2
    )
    async with running(settings, gateway) as channel:
        await until(lambda: channel.status.state == State.CONFLICT)
        server.push_text(7, "hello")
        await until(lambda: gateway.bodies == ["hello"])
    assert "Another program polls" in caplog.text


async def test_a_webhook_left_from_before_is_removed(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    server.world.webhook = {"url": "http://127.0.0.1:9/telegram"}
    server.push_text(7, "hello")
    async with running(settings, gateway):
        await until(lambda: gateway.bodies == ["hello"])
    assert server.world.webhook == {}


async def test_a_start_does_not_wait_for_telegram(gateway: FakeGateway, tmp_path: Path, server: BotApiServer) -> None:
    server.never_answer("getMe")
    channel = TelegramChannel(settings_for(server.url, tmp_path), gateway, NOTICE, QUICK)
    begun = time.monotonic()
    await channel.start()
    await until(lambda: bool(server.calls))
    await channel.stop()
    assert time.monotonic() - begun < 1
    assert channel.status.state == State.STOPPED


async def test_the_probe_tells_a_good_token_from_a_bad_one(server: BotApiServer, tmp_path: Path) -> None:
    assert (await probe(settings_for(server.url, tmp_path))).state == State.CONNECTED
    wrong = await probe(settings_for(server.url, tmp_path, TELEGRAM_TOKEN="1:wrong-token"))
    assert wrong.state == State.TOKEN_REFUSED
    assert not wrong.well
    assert "wrong-token" not in str(wrong)


async def test_no_words_and_no_token_are_logged(
    server: BotApiServer, gateway: FakeGateway, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    async with running(settings, gateway):
        server.push_text(7, "a secret of Ana")
        await until(lambda: bool(gateway.kept))
    assert "secret" not in caplog.text
    assert TOKEN not in caplog.text
