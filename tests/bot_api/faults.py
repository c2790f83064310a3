"""Lets a test step in at exact points of a call: watch, hold, fail, or leave without an answer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.bot_api.forms import Call
from tests.bot_api.rules import Refusal

Point = Literal["before", "after", "written"]
"""before: the call was read, nothing is done. after: it is done, nothing is answered. written: the answer's bytes are
in the caller's socket, whether the caller has read them or not."""

Predicate = Callable[[Call], bool]


@dataclass
class Hook:
    """Something to be done at a point, so many times."""

    point: Point
    method: str
    do: Callable[[Call], None]
    predicate: Predicate
    times: int


@dataclass
class Hold:
    """Stops calls at a point until it is released."""

    point: Point
    method: str
    predicate: Predicate
    call: Call | None = None
    _reached: threading.Event = field(default_factory=threading.Event)
    _released: threading.Event = field(default_factory=threading.Event)

    def wait_reached(self, timeout: float = 10) -> Call:
        """Blocks until a call is held here, and gives it back."""
        assert self._reached.wait(timeout), f"no {self.method} came to be held within {timeout} s"
        assert self.call is not None
        return self.call

    def release(self) -> None:
        """Lets the held call go on; later ones are not held."""
        self._released.set()

    async def stand(self, call: Call) -> None:
        """Waits here as the server."""
        self.call = call
        self._reached.set()
        await asyncio.to_thread(self._released.wait)

    @property
    def open(self) -> bool:
        """Whether calls still stop here."""
        return not self._released.is_set()


@dataclass
class Failure:
    """What the next calls get instead of an answer: a refusal, or (None) silence."""

    method: str
    times: int
    refusal: Refusal | None
    done_first: bool
    predicate: Predicate


class Faults:
    """All that tests asked for. Threads: tests add, the server's thread uses up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.hooks: list[Hook] = []
        self.holds: list[Hold] = []
        self.failures: list[Failure] = []

    async def reach(self, point: Point, call: Call) -> None:
        """Runs the hooks of a point, then stands at its holds."""
        for hook in [h for h in self.hooks if h.point == point and h.method == call.method and h.predicate(call)]:
            if self._use_up(hook):
                hook.do(call)
        for hold in [h for h in self.holds if h.point == point and h.method == call.method and h.predicate(call)]:
            if hold.open:
                await hold.stand(call)

    def next_failure(self, call: Call) -> Failure | None:
        """The failure that this call is to meet, if any."""
        matching = (f for f in self.failures if f.method == call.method and f.predicate(call))
        return next((failure for failure in matching if self._use_up(failure)), None)

    def release_all(self) -> None:
        """Lets go of everything that is held."""
        for hold in self.holds:
            hold.release()

    def _use_up(self, counted: Hook | Failure) -> bool:
        with self._lock:
            counted.times -= 1
            return counted.times >= 0
