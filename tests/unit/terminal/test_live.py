"""The conversation on a real terminal, against a real server."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.conversation.messages import Messages
from bot.terminal.lines import read_lines
from bot.webchat.routes import make_webchat
from tests.unit.webchat.fake_gateway import FakeGateway, says
from tests.web.serving import Served, serving

TOKEN = "local-token"
PROGRAM = """
import sys
from bot.terminal.chat import run_chat
run_chat(sys.argv[1], "local-token", "ana", False, sys.stdin, sys.stdout)
"""
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def gateway() -> FakeGateway:
    return FakeGateway()


@pytest.fixture
def served(gateway: FakeGateway, messages: Messages) -> Iterator[Served]:
    with serving(make_webchat(gateway, local_token=TOKEN, messages=messages)) as served:
        yield served


class Terminal:
    """A chat in a pseudo-terminal, driven as by a person."""

    def __init__(self, url: str) -> None:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, url], stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT
        )
        os.close(theirs)
        os.set_blocking(self._ours, False)
        self.seen = ""

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def wait_for(self, text: str, seconds: float = 20) -> None:
        until = time.monotonic() + seconds
        while text not in self.seen:
            assert time.monotonic() < until, f"{text!r} did not come; seen: {self.seen!r}"
            self._look()
            time.sleep(0.02)

    def end(self) -> int:
        """The exit status; what was printed last is seen."""
        status = self.process.wait(20)
        self._look()
        return status

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)

    def _look(self) -> None:
        try:
            self.seen += os.read(self._ours, 65_536).decode()
        except (BlockingIOError, OSError):  # nothing yet, or the other side is closed
            return


@pytest.fixture
def terminal(served: Served) -> Iterator[Terminal]:
    terminal = Terminal(served.url)
    yield terminal
    terminal.close()


def test_a_person_is_greeted_talks_and_leaves_with_ctrl_d(terminal: Terminal, gateway: FakeGateway) -> None:
    terminal.wait_for("Type /start to begin")
    terminal.type("hello\n")
    terminal.wait_for("You said: hello")
    terminal.type("\x04")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.seen


def test_a_message_nobody_asked_for_is_shown_when_it_comes(terminal: Terminal, gateway: FakeGateway) -> None:
    terminal.wait_for("> ")
    terminal.type("hello\n")
    terminal.wait_for("You said: hello")
    gateway.say(gateway.the_chat(), says("Time to ring Ben?", "Done", kind="reminder"))
    terminal.wait_for("[1] Done")
    terminal.type("1\n")
    terminal.wait_for("You said: Done")


def test_ctrl_c_ends_it_without_a_trace(terminal: Terminal) -> None:
    terminal.wait_for("> ")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.end() == 0
    assert "Traceback" not in terminal.seen


def test_who_comes_back_sees_where_they_were(served: Served, gateway: FakeGateway) -> None:
    gateway.say(gateway.open_chat("terminal", "ana"), says("We were here.", "Go on"))
    terminal = Terminal(served.url)
    try:
        terminal.wait_for("[1] Go on")
        assert "We were here." in terminal.seen
        terminal.type("go on\n")
        terminal.wait_for("You said: Go on")
    finally:
        terminal.close()


async def test_lines_come_from_a_pipe_as_they_are_written() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as stdin:
        lines = read_lines(stdin)
        os.write(writing, "zoë\r\ntw".encode())
        assert await anext(lines) == "zoë"
        rest = asyncio.ensure_future(anext(lines))
        await asyncio.sleep(0)
        os.write(writing, b"o")
        os.close(writing)
        assert await asyncio.wait_for(rest, 2) == "two"


async def test_lines_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("one\n\ntwo", encoding="utf-8")
    with path.open(encoding="utf-8") as stdin:
        assert [line async for line in read_lines(stdin)] == ["one", "", "two"]
