"""Polling: nothing is confirmed before it is stored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT, Settings
from bot.telegram.status import State
from tests.bot_api import BotApiServer, TelegramPerson
from tests.integration.telegram_fakes import NOTICE, FakeGateway, running, settings_for, until


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


async def test_texts_are_stored_in_order_and_then_confirmed(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    ana = TelegramPerson(server, 7)
    async with running(settings, gateway):
        for number in range(150):
            ana.say(str(number))
        await until(lambda: len(gateway.kept) == 150 and not server.unconfirmed())
    assert gateway.bodies == [str(number) for number in range(150)]


async def test_an_update_is_not_confirmed_while_it_cannot_be_stored(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    gateway.failures = 3
    first, second = server.push_text(7, "one"), server.push_text(7, "two")
    async with running(settings, gateway) as channel:
        await until(lambda: channel.status.state == State.STORE_FAILING)
        assert server.unconfirmed() == [first, second]
        await until(lambda: not server.unconfirmed())
        assert channel.status.state == State.CONNECTED
    assert gateway.bodies == ["one", "two"]


async def test_what_was_stored_is_confirmed_when_the_channel_stops(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    async with running(settings, gateway):
        # The poll that would confirm is held up; stopping confirms in a call of its own.
        server.hold("getUpdates", lambda call: call.params.get("timeout") != "0" and "offset" in call.params)
        server.push_text(7, "one")
        await until(lambda: bool(gateway.kept))
    assert server.unconfirmed() == []


async def test_a_redelivered_update_is_handed_on_under_its_own_id(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    async with running(settings, gateway):
        update_id = server.push_text(7, "one")
        await until(lambda: not server.unconfirmed() and bool(gateway.kept))
        # Once nothing is left, the offset starts anew, as it must after a quiet week.
        await until(lambda: "offset" not in server.calls_of("getUpdates")[-1].params, timeout=3)
        server.push_again(update_id)
        await until(lambda: gateway.duplicates == 1)
    assert gateway.bodies == ["one"]


async def test_edits_taps_and_things_arrive_as_what_they_are(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    async with running(settings, gateway):
        server.push_text(7, "/start@kith_test_bot CODE")
        server.push_edit(7, "changed")
        server.push_sticker(7)
        server.push_voice(7)
        server.push_photo(7, "us two")
        server.push_tap(7, "token-1")
        await until(lambda: len(gateway.kept) == 6)
        await until(lambda: len(server.calls_of("answerCallbackQuery")) == 1)
    assert [(incoming.kind, incoming.body) for incoming in gateway.kept.values()] == [
        ("text", "/start CODE"),
        ("edited", "changed"),
        ("sticker", ""),
        ("voice", ""),
        ("picture", "us two"),
        ("tap", "token-1"),
    ]


async def test_a_tap_too_old_to_be_acknowledged_is_still_stored(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    server.push_tap(7, "token-1")
    server.expire_taps()
    async with running(settings, gateway):
        await until(lambda: len(server.calls_of("answerCallbackQuery")) == 1)
    assert gateway.bodies == ["token-1"]


async def test_blocking_and_unblocking_reach_the_gateway(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    async with running(settings, gateway):
        server.block(7)
        await until(lambda: gateway.reachable == {"7": False})
        server.unblock(7)
        await until(lambda: gateway.reachable == {"7": True})


async def test_a_group_is_told_to_open_a_private_chat(
    server: BotApiServer, gateway: FakeGateway, settings: Settings
) -> None:
    async with running(settings, gateway):
        server.push_group_text(-5, "nobody spoke to the bot")
        server.push_group_text(-5, "@kith_test_bot I feel awful")
        await until(lambda: [sent.text for sent in server.sent(-5)] == [NOTICE])
    assert gateway.bodies == []


def test_a_kill_between_two_updates_loses_neither(server: BotApiServer, tmp_path: Path) -> None:
    stored = tmp_path / "stored.txt"
    first, second = server.push_text(7, "one"), server.push_text(7, "two")
    child = _start_child(server, stored, "stop-after-first")
    server.wait_until(lambda: stored.exists() and stored.read_text().count("\n") == 1, 20, "the first one stored")
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert server.unconfirmed() == [first, second]

    child = _start_child(server, stored, "go-on")
    server.wait_until(lambda: not server.unconfirmed(), 20, "both confirmed")
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert stored.read_text().split() == [str(first), str(second)]


def _start_child(server: BotApiServer, stored: Path, how: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.integration.telegram_child", server.url, str(stored), how]
    return subprocess.Popen(command, cwd=ROOT)
