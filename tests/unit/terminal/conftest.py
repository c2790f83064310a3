"""A terminal chat over a fake gateway, without a network."""

from __future__ import annotations

import io
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.conversation.messages import Messages
from bot.terminal.chat import chat
from bot.webchat.routes import make_webchat
from tests.unit.webchat.fake_gateway import FakeGateway

TOKEN = "local-token"
BASE = "http://127.0.0.1:8000"


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def transport(gateway: FakeGateway, messages: Messages) -> httpx.ASGITransport:
    return httpx.ASGITransport(make_webchat(gateway, local_token=TOKEN, messages=messages))


@pytest.fixture
def stderr() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def talk(transport: httpx.ASGITransport, tmp_path: Path, stderr: io.StringIO) -> Callable[..., Awaitable[str]]:
    """Pipes lines into a chat and gives back what it printed."""

    async def run(*lines: str, name: str = "ana", as_json: bool = False, token: str = TOKEN) -> str:
        stdin, stdout = io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO()
        await chat(BASE, token, name, as_json, stdin, stdout, stderr=stderr, folder=tmp_path, transport=transport)
        return stdout.getvalue()

    return run


@pytest.fixture
def talk_json(talk: Callable[..., Awaitable[str]]) -> Callable[..., Awaitable[list[dict[str, Any]]]]:
    """The same as objects."""

    async def run(*lines: str, name: str = "ana") -> list[dict[str, Any]]:
        return [json.loads(line) for line in (await talk(*lines, name=name, as_json=True)).splitlines()]

    return run
