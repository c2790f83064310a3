"""Keeps the two processes, app and engine, running: starts, watches, restarts with a growing pause, stops cleanly.

The children hold the other end of a pipe on their standard input: if this process dies in whatever way, they end too.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 15.0
STEADY_SECONDS = 30.0
"""A child that ran this long has recovered: the next pause is short again."""
STOP_SECONDS = 10.0
LOG_BYTES = 5_000_000


@dataclass(frozen=True)
class Child:
    """One process to keep running. Its output goes to `log`, or to ours where that is None."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    folder: Path
    log: Path | None


class Supervisor:
    """Runs children until told to stop."""

    def __init__(self, children: Sequence[Child], say: Callable[[str], None]) -> None:
        self._children = children
        self._say = say
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """End all children; `run` then comes back."""
        self._stopping.set()

    async def run(self, *, handle_signals: bool = True) -> None:
        """Start all, keep them running, and come back once SIGINT, SIGTERM or `stop` has ended them."""
        if handle_signals:
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self.stop)
        await asyncio.gather(*(self._keep_running(child) for child in self._children))

    async def _keep_running(self, child: Child) -> None:
        pause = FIRST_PAUSE_SECONDS
        while not self._stopping.is_set():
            started = asyncio.get_running_loop().time()
            how = await self._run_once(child)
            if self._stopping.is_set():
                return
            steady = asyncio.get_running_loop().time() - started > STEADY_SECONDS
            pause = FIRST_PAUSE_SECONDS if steady else min(pause * 2, LONGEST_PAUSE_SECONDS)
            self._say(f"The {child.name} ended ({how}); starting it again.")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _run_once(self, child: Child) -> str:
        """One life of a child; gives back how it ended."""
        try:
            process = await self._start(child)
        except OSError as problem:  # its program was removed, say, or the disk is full
            return f"it could not be started: {problem.strerror}"
        ended = asyncio.create_task(process.wait())
        stop = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({ended, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if self._stopping.is_set():
            await _stop(process, ended)
        return _how(process.returncode)

    async def _start(self, child: Child) -> asyncio.subprocess.Process:
        output = _open_log(child.log) if child.log else None
        try:
            return await asyncio.create_subprocess_exec(
                *child.command,
                cwd=child.folder,
                env=child.environment,
                stdin=asyncio.subprocess.PIPE,
                stdout=output or sys.stderr,
                stderr=asyncio.subprocess.STDOUT if output else sys.stderr,
                start_new_session=True,
            )
        finally:
            if output:
                output.close()


async def _stop(process: asyncio.subprocess.Process, ended: asyncio.Task[int]) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(asyncio.shield(ended), STOP_SECONDS)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await ended


def _open_log(path: Path):  # type: ignore[no-untyped-def]  # a plain binary file
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LOG_BYTES:
        path.replace(path.with_suffix(".old.log"))
    return path.open("ab")


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit code {code}"
