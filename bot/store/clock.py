"""Time, injected. Nothing in Kith asks the machine for the time except SystemClock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time in UTC."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)


class VirtualClock:
    """A clock that only moves when told to, so that a whole quarter can be played in a test."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("VirtualClock needs an aware start time, such as datetime(2026, 3, 1, tzinfo=UTC)")
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The virtual moment, aware, in UTC."""
        return self._now

    def advance_to(self, moment: datetime) -> None:
        """Move on to `moment`; a clock never goes back."""
        self._now = max(self._now, moment.astimezone(UTC))

    def advance(self, **timedelta_arguments: float) -> None:
        """Move on by a timedelta, given as its arguments: `clock.advance(hours=1)`."""
        self._now += timedelta(**timedelta_arguments)
