"""The conversation in a terminal: one message a line, a button by its title or number."""

from __future__ import annotations

import asyncio
import os
import sys
from itertools import chain, count
from pathlib import Path
from typing import Any, TextIO

import httpx

from bot.terminal.choices import Choices
from bot.terminal.client import Client, Message, Refused
from bot.terminal.lines import read_lines
from bot.terminal.printing import JsonPrinter, Printer, TextPrinter
from bot.terminal.zone import machine_zone

EARLIER_MESSAGES = 6
"""Shown again at the start on a terminal, so that a person sees where they were."""


async def chat(
    base_url: str,
    token: str,
    name: str,
    as_json: bool,
    stdin: TextIO,
    stdout: TextIO,
    *,
    stderr: TextIO | None = None,
    folder: Path | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
) -> None:
    """Talk to the app at `base_url` as `name`, line by line, until the end of input.

    On a terminal, messages are shown whenever they come. Otherwise each line waits until everything before it is
    answered. Files that Kith hands over are saved in `folder` (by default the current one), never over another.
    Raises ChannelError where the app does not answer, or no longer does.
    """
    is_terminal = stdin.isatty()
    client = Client.connect(base_url, token, name, zone=machine_zone(), transport=transport)
    printer: Printer = (
        JsonPrinter(stdout, stderr or sys.stderr) if as_json else TextPrinter(stdout, is_terminal=is_terminal)
    )
    talk = Talk(client, printer, None if as_json else folder or Path())
    try:
        await (talk.live(stdin) if is_terminal else talk.in_turns(stdin))
    finally:
        await client.close()


def run_chat(base_url: str, token: str, name: str, as_json: bool, stdin: TextIO, stdout: TextIO) -> None:
    """`chat` for a command: Ctrl-C ends it as the end of input does. Raises ChannelError as `chat` does."""
    try:
        asyncio.run(chat(base_url, token, name, as_json, stdin, stdout))
    except KeyboardInterrupt:
        stdout.write("" if as_json else "\n")


class Talk:
    """One conversation under way. Files are saved in `folder`, or not at all."""

    def __init__(self, client: Client, printer: Printer, folder: Path | None) -> None:
        self._client = client
        self._printer = printer
        self._folder = folder
        self._choices = Choices()
        self._has_chat = asyncio.Event()

    async def in_turns(self, stdin: TextIO) -> None:
        """Say each line once the one before is answered. Raises ChannelError if the app stays away."""
        self._take_up(await self._client.history(), show_last=0)
        async for line in read_lines(stdin):
            if await self._send(line):
                async for message in self._client.replies():
                    await self._show(message)

    async def live(self, stdin: TextIO) -> None:
        """Say lines as they are typed and show messages as they come. Raises ChannelError if the app stays away."""
        self._take_up(await self._client.history(), show_last=EARLIER_MESSAGES)
        self._printer.prompt()
        tasks = [asyncio.create_task(self._type(stdin)), asyncio.create_task(self._listen())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()

    def _take_up(self, past: dict[str, Any], show_last: int) -> None:
        """Go on where the chat was left: buttons that came after the person's last message can still be chosen."""
        items = past["items"]
        said_last = max((place for place, item in enumerate(items) if item["direction"] == "in"), default=-1)
        for place, item in enumerate(items):
            choices = self._choices.offer(item) if place > said_last else []
            if place < len(items) - show_last:
                continue
            if item["direction"] == "in":
                self._printer.earlier(item["text"])
            else:
                self._printer.message(item, choices)
        if past["started"]:
            self._has_chat.set()
        elif show_last:
            self._printer.note(past["welcome"])

    async def _type(self, stdin: TextIO) -> None:
        async for line in read_lines(stdin):
            if not line.strip() or not await self._send(line):
                self._printer.prompt()

    async def _listen(self) -> None:
        while True:
            await self._has_chat.wait()
            self._has_chat.clear()
            async for message in self._client.listen():
                await self._show(message)
                self._printer.prompt()

    async def _send(self, line: str) -> bool:
        """Tap or say; False if it was not taken, with a note that tells why."""
        choice = self._choices.find(line)
        try:
            if choice is None:
                await self._client.say(line)
            else:
                await self._client.tap(choice.token)
        except Refused as refusal:
            self._printer.note(str(refusal))
            return False
        self._choices.put_away()
        self._printer.said(choice.title if choice else line, "tap" if choice else "text")
        self._has_chat.set()
        return True

    async def _show(self, message: Message) -> None:
        self._printer.message(message, self._choices.offer(message))
        if message["document"] and self._folder is not None:
            await self._save(message["document"], self._folder)

    async def _save(self, document: dict[str, str], folder: Path) -> None:
        content = await self._client.file(document["url"])
        path = _free_path(folder, Path(document["name"]).name)
        try:
            # What Kith keeps of a person is for their own eyes.
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
        except OSError as problem:
            self._printer.note(f"{path} cannot be written ({problem.strerror}). Go to another folder and ask again.")
        else:
            self._printer.note(f"Saved as {path}")


def _free_path(folder: Path, name: str) -> Path:
    """A path that is not taken: name.json, name-2.json, name-3.json."""
    wanted = folder / (name or "kith.txt")
    paths = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return next(path for path in chain([wanted], paths) if not path.exists())
