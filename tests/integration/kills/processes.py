"""Finds the processes that a supervisor keeps, stops them for a moment, and kills them. Reads Linux's /proc."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Literal

Name = Literal["app", "engine"]

COMMANDS: dict[Name, bytes] = {"app": b"bot.app", "engine": b"bot.understanding.rasa_parts.serve"}
DEATH_SECONDS = 5.0


def child_of(supervisor: int, name: Name) -> int:
    """The process id of a supervisor's child. Raises LookupError where it does not run just now."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _parent(entry) == supervisor and COMMANDS[name] in _command(entry):
            return int(entry.name)
    raise LookupError(f"{name} is not running")


def freeze(pid: int) -> None:
    """Nothing of it runs any more when this comes back, until it is killed."""
    os.kill(pid, signal.SIGSTOP)
    _wait_for(pid, "TtZX")


def kill(pid: int) -> None:
    """SIGKILL; nothing of it runs any more when this comes back."""
    os.kill(pid, signal.SIGKILL)
    _wait_for(pid, "ZX")


def is_gone(pid: int) -> bool:
    """Whether it has ended."""
    return all(state in "ZX" for state in _thread_states(pid))


def _wait_for(pid: int, states: str) -> None:
    deadline = time.monotonic() + DEATH_SECONDS
    while not all(state in states for state in _thread_states(pid)):
        assert time.monotonic() < deadline, f"process {pid} did not come to {states}"
        time.sleep(0.001)


def _thread_states(pid: int) -> list[str]:
    """Of every thread: the first may have ended while others still run."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except FileNotFoundError:
        return []
    return [_stat(thread)[0] for thread in threads]


def _parent(process: Path) -> int:
    return int(_stat(process)[1])


def _stat(entry: Path) -> list[str]:
    """State, parent and the rest, as proc(5) has it; a process that is gone is dead and nobody's."""
    stat = _read(entry / "stat")
    return stat.rpartition(b")")[2].decode().split() if stat else ["X", "0"]


def _command(entry: Path) -> list[bytes]:
    return _read(entry / "cmdline").split(b"\0")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):  # it ended while we looked
        return b""
