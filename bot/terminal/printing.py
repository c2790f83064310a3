"""How the conversation looks in a terminal, for eyes or, as JSON lines, for scripts."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Sequence
from typing import Any, Protocol, TextIO

from bot.terminal.choices import Choice

WIDEST = 78
INDENT = "  "
PROMPT = "> "


class Printer(Protocol):
    """Shows what is said, either way."""

    def said(self, text: str, kind: str) -> None:
        """The person wrote or tapped this."""
        ...

    def earlier(self, text: str) -> None:
        """The person said this in an earlier conversation, which is shown again."""
        ...

    def message(self, message: dict[str, Any], choices: Sequence[Choice]) -> None:
        """Kith says this, and offers these buttons."""
        ...

    def note(self, sentence: str) -> None:
        """Something about the chat itself."""
        ...

    def prompt(self) -> None:
        """The person has the turn."""
        ...


class TextPrinter:
    """For eyes."""

    def __init__(self, stdout: TextIO, *, is_terminal: bool) -> None:
        self._stdout = stdout
        self._is_terminal = is_terminal

    def said(self, text: str, kind: str) -> None:
        """Repeats what was piped in; what was typed stands there already."""
        if not self._is_terminal:
            self._print(f"{PROMPT}{text}\n")

    def earlier(self, text: str) -> None:
        """Shows it again."""
        self._print(f"{PROMPT}{text}\n")

    def message(self, message: dict[str, Any], choices: Sequence[Choice]) -> None:
        """Words wrapped to the window, what a picture shows, and numbered buttons."""
        width = min(shutil.get_terminal_size().columns, WIDEST)
        lines = [part for line in message["text"].split("\n") for part in _wrap(line, width)]
        if message["picture"]:
            lines += _wrap(f"[Picture: {message['picture']['alt']}]", width)
        if choices:
            lines += ["", *_wrap("   ".join(f"[{one.number}] {one.title}" for one in choices), width)]
        self._print("\n".join(["", *lines, "", ""]))

    def note(self, sentence: str) -> None:
        """The sentence in brackets."""
        self._print(f"({sentence})\n")

    def prompt(self) -> None:
        """A mark to write after, on a terminal."""
        if self._is_terminal:
            self._print(PROMPT)

    def _print(self, text: str) -> None:
        self._stdout.write(text)
        self._stdout.flush()


class JsonPrinter:
    """For scripts: one object a line on standard output; notes go to standard error."""

    def __init__(self, stdout: TextIO, stderr: TextIO) -> None:
        self._stdout = stdout
        self._stderr = stderr

    def said(self, text: str, kind: str) -> None:
        """What was sent."""
        self._print({"direction": "in", "text": text, "buttons": [], "picture": False, "kind": kind})

    def earlier(self, text: str) -> None:
        """Scripts read what is new."""

    def message(self, message: dict[str, Any], choices: Sequence[Choice]) -> None:
        """What came back."""
        titles = [one["title"] for row in message["buttons"] for one in row]
        self._print(
            {
                "direction": "out",
                "text": message["text"],
                "buttons": titles,
                "picture": message["picture"] is not None,
                "kind": message["kind"],
            }
        )

    def note(self, sentence: str) -> None:
        """Not part of the conversation."""
        self._stderr.write(f"{sentence}\n")

    def prompt(self) -> None:
        """Scripts need none."""

    def _print(self, line: dict[str, Any]) -> None:
        self._stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._stdout.flush()


def _wrap(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, initial_indent=INDENT, subsequent_indent=INDENT) or [""]
