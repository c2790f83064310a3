"""Ticks come again and again, one at a time, whatever goes wrong in one of them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from bot.scheduler import guarded, start_ticks


@dataclass(frozen=True)
class FakeTick:
    name: str
    run: Callable[[], Awaitable[None]]
    every_seconds: int = 1


async def test_a_failing_tick_is_logged_without_words_and_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise ValueError("what Sam wrote")

    with caplog.at_level(logging.ERROR):
        await guarded(FakeTick("reminders", fail))()
    assert "reminders" in caplog.text
    assert "ValueError" in caplog.text
    assert "Sam" not in caplog.text


async def test_a_tick_is_called_at_its_interval() -> None:
    called = asyncio.Event()

    async def run() -> None:
        called.set()

    scheduler = start_ticks([FakeTick("reminders", run)])
    try:
        await asyncio.wait_for(called.wait(), 5)
    finally:
        scheduler.shutdown(wait=False)


async def test_each_tick_is_single_and_forgives_lateness() -> None:
    async def run() -> None:
        return

    scheduler = start_ticks([FakeTick("reminders", run, 60), FakeTick("expiries", run, 300)])
    try:
        jobs = {job.id: job for job in scheduler.get_jobs()}
        assert sorted(jobs) == ["expiries", "reminders"]
        assert all(job.max_instances == 1 and job.coalesce and job.misfire_grace_time is None for job in jobs.values())
    finally:
        scheduler.shutdown(wait=False)
