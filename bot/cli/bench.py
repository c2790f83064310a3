"""Measurements, each beside its baseline in the same run."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import statistics
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated

import httpx
import typer

from bot.cli.instances import Instance, running_instance
from bot.cli.stock_rasa import stock_rasa
from bot.errors import EngineError, UsageError
from bot.gateway.chats import open_chat
from bot.people.tables import Person
from bot.privacy.opening import open_vault
from bot.store.clock import SystemClock
from bot.store.database import Database

bench = typer.Typer(help="Measure, beside a baseline in the same run.", no_args_is_help=True)

NAME = "bench"
WARM_UP = 10
STOCK_SESSION_TURNS = 15
"""As many turns as Kith lets a session of its own engine have."""
WAIT_SECONDS = 20.0
STREAM_TIMEOUT = httpx.Timeout(WAIT_SECONDS, read=None)
SAYINGS = (
    "I feel tired when the dishes pile up, and I would like us to share them",
    "When you came late I felt worried because I had waited, please call next time",
    "I felt left out when you made plans without me",
    "I need some quiet after work, could we talk at eight",
)
STOCK_SAYINGS = ("hello", "I am very sad", "yes", "are you a bot?")


@bench.command()
def turns(
    count: Annotated[int, typer.Option(min=20, help="Turns to measure on each side.")] = 200,
    against: Annotated[str | None, typer.Option(help="stock-rasa: measure `rasa init`'s bot in turn.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
) -> None:
    """Time from a typed text to its reply on a warm system: web chat, gateway, engine, action, store and back.

    Example: kith bench turns --against stock-rasa
    """
    if against not in (None, "stock-rasa"):
        raise UsageError("There is one baseline: kith bench turns --against stock-rasa")
    with contextlib.ExitStack() as stack:
        webhook = stack.enter_context(stock_rasa()) if against else None
        instance = stack.enter_context(running_instance())
        _prepare_person(instance)
        kith, stock = asyncio.run(_measure(instance, webhook, count))
    _report(kith, stock, as_json=as_json)


def _prepare_person(instance: Instance) -> None:
    """Someone through with onboarding and in the middle of a practice."""
    clock = SystemClock()
    settings = instance.settings
    vault = open_vault(settings.keys_url, settings.key_file, clock)
    database = Database(settings.database_url, vault)
    with database.begin() as session:
        chat = open_chat(session, vault, "terminal", NAME, clock.now())
        person = session.get_one(Person, chat.person_id)
        person.onboarding_step, person.age_band = None, "adult"
    database.close()
    vault.close()


async def _measure(instance: Instance, webhook: str | None, count: int) -> tuple[list[float], list[float]]:
    kith_times: list[float] = []
    stock_times: list[float] = []
    async with _kith(instance) as ask_kith, _stock(webhook) as ask_stock:
        await ask_kith("/practise say_it_with_i")
        for turn in range(-WARM_UP, count):
            # Side by side, turn about, so that whatever else the machine does falls on both alike.
            ours = await _timed(ask_kith, SAYINGS[turn % len(SAYINGS)])
            theirs = await _timed(ask_stock, STOCK_SAYINGS[turn % len(STOCK_SAYINGS)]) if ask_stock else 0.0
            if turn >= 0:
                kith_times.append(ours)
                stock_times.append(theirs)
    return kith_times, stock_times if webhook else []


async def _timed(ask: Callable[[str], Awaitable[None]], text: str) -> float:
    started = time.perf_counter()
    await ask(text)
    return (time.perf_counter() - started) * 1000


@contextlib.asynccontextmanager
async def _kith(instance: Instance) -> AsyncIterator[Callable[[str], Awaitable[None]]]:
    headers = {"Authorization": f"Bearer {instance.token}", "X-Kith-Name": NAME}
    async with httpx.AsyncClient(
        base_url=instance.url, headers=headers, timeout=STREAM_TIMEOUT, trust_env=False
    ) as client:
        heard: asyncio.Queue[str] = asyncio.Queue()
        listening = asyncio.create_task(_listen(client, heard))

        async def ask(text: str) -> None:
            while not heard.empty():
                heard.get_nowait()
            (await client.post("/chat/say", json={"id": uuid.uuid4().hex, "text": text})).raise_for_status()
            try:
                await asyncio.wait_for(heard.get(), WAIT_SECONDS)
            except TimeoutError:
                raise EngineError("No reply came within 20 seconds; see the log in KITH_HOME.") from None

        try:
            yield ask
        finally:
            listening.cancel()


async def _listen(client: httpx.AsyncClient, heard: asyncio.Queue[str]) -> None:
    async with client.stream("GET", "/chat/stream") as answer:
        async for line in answer.aiter_lines():
            if line.startswith("id:"):
                heard.put_nowait(line)


@contextlib.asynccontextmanager
async def _stock(webhook: str | None) -> AsyncIterator[Callable[[str], Awaitable[None]] | None]:
    if webhook is None:
        yield None
        return
    async with httpx.AsyncClient(timeout=WAIT_SECONDS, trust_env=False) as client:
        turns = itertools.count()

        async def ask(text: str) -> None:
            # A stock turn grows with its session; a new sender now and then keeps the baseline at its best.
            sender = f"{NAME}-{next(turns) // STOCK_SESSION_TURNS}"
            (await client.post(webhook, json={"sender": sender, "message": text})).raise_for_status()

        yield ask


def _report(kith: list[float], stock: list[float], *, as_json: bool) -> None:
    figures: dict[str, dict[str, float] | float] = {"kith_ms": _summary(kith)}
    if stock:
        figures["stock_rasa_ms"] = _summary(stock)
        figures["ratio_p50"] = round(statistics.median(kith) / statistics.median(stock), 3)
    if as_json:
        print(json.dumps(figures))
        return
    for name, times in (("kith", kith), ("stock rasa", stock)):
        if times:
            summary = _summary(times)
            print(f"{name:<11} p50 {summary['p50']:6.1f} ms   p95 {summary['p95']:6.1f} ms   turns {len(times)}")
    if stock:
        print(f"ratio of medians: {figures['ratio_p50']} (aim: at most 0.7)")


def _summary(times: list[float]) -> dict[str, float]:
    return {
        "p50": round(statistics.median(times), 1),
        "p95": round(statistics.quantiles(times, n=20)[-1], 1),
        "count": len(times),
    }
