"""The app's side of the engine: what each answer of the engine means."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from bot.engine.client import EngineClient
from bot.errors import EngineError, EngineNotReady

Answers = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def client_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answers], EngineClient]:
    """A client whose engine answers by a function."""
    real = httpx.AsyncClient

    def make(answers: Answers) -> EngineClient:
        monkeypatch.setattr(
            "bot.engine.client.httpx.AsyncClient",
            lambda **given: real(**given, transport=httpx.MockTransport(answers)),
        )
        return EngineClient("http://engine", "token")

    return make


def failing(problem: type[httpx.TransportError]) -> Answers:
    def answer(request: httpx.Request) -> httpx.Response:
        raise problem("gone", request=request)

    return answer


async def test_a_message_carries_sender_text_and_metadata_with_the_token(
    client_of: Callable[[Answers], EngineClient],
) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=[])

    client = client_of(answer)
    await client.say("someone", "hello", {"inbox_id": 3})
    await client.forget("someone")
    await client.close()
    assert [request.url.path for request in seen] == ["/webhooks/kith/message", "/webhooks/kith/forget"]
    assert json.loads(seen[0].content) == {"sender": "someone", "message": "hello", "metadata": {"inbox_id": 3}}
    assert all(request.headers["authorization"] == "Bearer token" for request in seen)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (lambda _: httpx.Response(503), EngineNotReady),
        (lambda _: httpx.Response(500), EngineError),
        (lambda _: httpx.Response(401), EngineError),
        (failing(httpx.ConnectError), EngineNotReady),
        (failing(httpx.ConnectTimeout), EngineNotReady),
        (failing(httpx.RemoteProtocolError), EngineNotReady),
        (failing(httpx.ReadTimeout), EngineError),
    ],
)
async def test_what_goes_wrong_is_told_apart(
    answer: Answers, error: type[EngineError], client_of: Callable[[Answers], EngineClient]
) -> None:
    client = client_of(answer)
    with pytest.raises(EngineError) as said:
        await client.say("someone", "a secret", {})
    assert type(said.value) is error
    assert "secret" not in str(said.value)
    with pytest.raises(error):
        await client.forget("someone")
    await client.close()


@pytest.mark.parametrize(
    ("answer", "well"),
    [
        (lambda _: httpx.Response(200, json={"ready": True}), True),
        (lambda _: httpx.Response(200, json={"ready": False}), False),
        (lambda _: httpx.Response(503, json={"ready": False}), False),
        (lambda _: httpx.Response(401), False),
        (failing(httpx.ConnectError), False),
        (failing(httpx.ReadTimeout), False),
    ],
)
async def test_it_is_well_only_when_it_says_so(
    answer: Answers, well: bool, client_of: Callable[[Answers], EngineClient]
) -> None:
    client = client_of(answer)
    assert await client.is_well() is well
    await client.close()


async def test_waiting_ends_when_it_is_well(
    client_of: Callable[[Answers], EngineClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engine.client.PAUSE_SECONDS", 0.0)
    answers = iter([httpx.Response(503), httpx.Response(503), httpx.Response(200, json={"ready": True})])
    client = client_of(lambda _: next(answers))
    await client.wait_until_well()
    await client.close()
    assert list(answers) == []
