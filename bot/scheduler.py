"""Calls a few ticks over and over. What is due stands in rows of ours; this only makes the clock knock."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

log = logging.getLogger(__name__)


class Tick(Protocol):
    """Something to do now and then: short, single, safe to run twice."""

    @property
    def name(self) -> str: ...

    @property
    def run(self) -> Callable[[], Awaitable[None]]: ...

    @property
    def every_seconds(self) -> int: ...


def start_ticks(ticks: Iterable[Tick]) -> AsyncIOScheduler:
    """Start calling each tick at its interval in the running loop; end it with `shutdown(wait=False)`.

    A tick that is late (the machine slept) runs once, not once for every time it missed, and never beside itself.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    for tick in ticks:
        scheduler.add_job(
            guarded(tick),
            IntervalTrigger(seconds=tick.every_seconds, timezone="UTC"),
            id=tick.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    scheduler.start()
    return scheduler


def guarded(tick: Tick) -> Callable[[], Awaitable[None]]:
    """The tick as the scheduler may call it: what goes wrong is logged by name, without anyone's words."""

    async def run() -> None:
        try:
            await tick.run()
        except Exception as problem:
            # One of the four edges: the next tick must come whatever happened in this one.
            log.error("tick failed: tick=%s error=%s", tick.name, type(problem).__name__)

    return run
