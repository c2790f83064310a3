"""The supervisor keeps small children running, as it keeps app and engine."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.engine import supervisor
from bot.engine.parent import STOP_WITH_STDIN
from bot.engine.supervisor import Child, Supervisor
from bot.settings import ROOT

RUNS_ON = "import os, time; open('lives', 'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
DIES = "open('lives', 'a').write('x\\n'); raise SystemExit(3)"
IGNORES_SIGTERM = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + RUNS_ON

ALONE = """
import asyncio, os, sys
from pathlib import Path
from bot.engine.parent import STOP_WITH_STDIN
from bot.engine.supervisor import Child, Supervisor

code = '''
import os, time
from bot.engine.parent import end_with_parent
end_with_parent()
open("lives", "a").write(f"{os.getpid()}\\\\n")
time.sleep(60)
'''
environment = {**os.environ, STOP_WITH_STDIN: "1"}
children = [Child(name, [sys.executable, "-c", code], environment, Path.cwd(), log=None) for name in ("one", "two")]
asyncio.run(Supervisor(children, print).run())
print("stopped", flush=True)
"""


async def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        await asyncio.sleep(0.01)


class Watched:
    """A supervisor at work on one child in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.moments: list[float] = []

    def say(self, words: str) -> None:
        self.said.append(words)
        self.moments.append(time.monotonic())

    def child(self, code: str, name: str = "app", log: Path | None = None) -> Child:
        return Child(name, [sys.executable, "-c", code], dict(os.environ), self.folder, log or self.folder / "out.log")

    def lives(self) -> list[str]:
        path = self.folder / "lives"
        return path.read_text().splitlines() if path.exists() else []

    @asynccontextmanager
    async def running(self, *children: Child) -> AsyncIterator[Supervisor]:
        keeper = Supervisor(children, self.say)
        running = asyncio.create_task(keeper.run(handle_signals=False))
        try:
            yield keeper
        finally:
            keeper.stop()
            await asyncio.wait_for(running, 20)


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        return "zombie" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:  # it went this moment, or the system has no /proc
        return not Path("/proc/self").exists()


async def test_a_child_that_is_killed_is_started_again(watched: Watched) -> None:
    async with watched.running(watched.child(RUNS_ON)):
        await until(lambda: len(watched.lives()) == 1)
        os.kill(int(watched.lives()[0]), signal.SIGKILL)
        await until(lambda: len(watched.lives()) == 2)
    assert watched.said == ["The app ended (killed by SIGKILL); starting it again."]


async def test_a_child_that_gives_up_is_named_with_its_exit_code(watched: Watched) -> None:
    async with watched.running(watched.child(DIES)):
        await until(lambda: len(watched.said) == 1)
    assert watched.said[0] == "The app ended (exit code 3); starting it again."


async def test_the_pause_grows_while_it_keeps_dying(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_SECONDS", 0.1)
    async with watched.running(watched.child(DIES)):
        await until(lambda: len(watched.said) >= 4)
    pauses = [later - earlier for earlier, later in itertools.pairwise(watched.moments)]
    assert pauses[0] >= 0.2
    assert pauses[1] >= 0.4
    assert pauses[2] >= 0.8


async def test_the_pause_is_short_again_after_a_steady_time(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STEADY_SECONDS", 0.0)
    started = time.monotonic()
    async with watched.running(watched.child(DIES)):
        await until(lambda: len(watched.lives()) == 5)
    assert time.monotonic() - started < 5


async def test_one_that_dies_leaves_the_other_alone(watched: Watched) -> None:
    async with watched.running(watched.child(RUNS_ON), watched.child("raise SystemExit(1)", name="engine")):
        await until(lambda: len(watched.said) == 2)
        [pid] = watched.lives()
        assert is_alive(int(pid))
    assert all(words.startswith("The engine ended") for words in watched.said)


async def test_stopping_ends_every_child(watched: Watched) -> None:
    async with watched.running(watched.child(RUNS_ON), watched.child(RUNS_ON, name="engine")):
        await until(lambda: len(watched.lives()) == 2)
    assert not any(is_alive(int(pid)) for pid in watched.lives())
    assert watched.said == []


async def test_a_child_that_does_not_listen_is_killed(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STOP_SECONDS", 0.2)
    async with watched.running(watched.child(IGNORES_SIGTERM)):
        await until(lambda: len(watched.lives()) == 1)
    assert watched.said == []


async def test_stopping_does_not_wait_for_a_pause(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_SECONDS", 30.0)
    monkeypatch.setattr(supervisor, "LONGEST_PAUSE_SECONDS", 30.0)
    async with watched.running(watched.child(DIES)):
        await until(lambda: len(watched.said) == 1)
        started = time.monotonic()
    assert time.monotonic() - started < 5


async def test_a_program_that_is_not_there_is_told_and_the_others_run_on(watched: Watched) -> None:
    missing = Child("engine", ["/nowhere/python"], {}, watched.folder, watched.folder / "engine.log")
    async with watched.running(watched.child(RUNS_ON), missing):
        await until(lambda: len(watched.said) == 2 and len(watched.lives()) == 1)
        assert is_alive(int(watched.lives()[0]))
    assert watched.said[0] == (
        "The engine ended (it could not be started: No such file or directory); starting it again."
    )


async def test_output_goes_to_the_log_and_is_added_to_it(watched: Watched) -> None:
    log = watched.folder / "logs" / "engine.log"
    code = "import sys; print('one'); print('two', file=sys.stderr); sys.exit(1)"
    async with watched.running(watched.child(code, log=log)):
        await until(lambda: len(watched.said) == 2)
    assert sorted(log.read_text().split())[:4] == ["one", "one", "two", "two"]


async def test_a_log_that_grew_large_is_put_aside_at_the_next_start(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "LOG_BYTES", 100)
    log = watched.folder / "engine.log"
    log.write_text("x" * 101)
    async with watched.running(watched.child("print('fresh')", log=log)):
        await until(lambda: len(watched.said) == 1)
    assert log.read_text().startswith("fresh")
    assert (watched.folder / "engine.old.log").read_text() == "x" * 101


async def test_a_log_of_allowed_size_is_kept(watched: Watched) -> None:
    log = watched.folder / "engine.log"
    log.write_text("earlier\n")
    async with watched.running(watched.child("print('fresh')", log=log)):
        await until(lambda: len(watched.said) == 1)
    assert log.read_text().startswith("earlier\nfresh")
    assert not (watched.folder / "engine.old.log").exists()


@pytest.fixture
def alone(tmp_path: Path) -> subprocess.Popen[str]:
    """A supervisor in a process of its own, with two children."""
    return subprocess.Popen(
        [sys.executable, "-c", ALONE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


async def children_of(folder: Path) -> list[int]:
    lives = folder / "lives"
    await until(lambda: lives.exists() and len(lives.read_text().split()) == 2)
    return [int(pid) for pid in lives.read_text().split()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_all_cleanly(number: signal.Signals, alone: subprocess.Popen[str], tmp_path: Path) -> None:
    pids = await children_of(tmp_path)
    alone.send_signal(number)
    out, _ = await asyncio.to_thread(alone.communicate, timeout=20)
    assert (alone.returncode, out) == (0, "stopped\n")
    assert not any(is_alive(pid) for pid in pids)


async def test_children_end_when_the_supervisor_is_killed(alone: subprocess.Popen[str], tmp_path: Path) -> None:
    pids = await children_of(tmp_path)
    alone.kill()
    await until(lambda: not any(is_alive(pid) for pid in pids))
    await asyncio.to_thread(alone.communicate)


def test_a_process_without_a_supervisor_runs_on(tmp_path: Path) -> None:
    code = "from bot.engine.parent import end_with_parent; end_with_parent(); print('still here')"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop(STOP_WITH_STDIN, None)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "still here\n"
