"""A process to be killed: polls, and keeps each new update's id in a file before it says that it is stored."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from bot.gateway.messages import Incoming
from bot.telegram.channel import TelegramChannel
from tests.integration.telegram_fakes import NOTICE, QUICK, settings_for


class FileGateway:
    """An inbox of one file."""

    def __init__(self, path: Path, stop_after_first: bool) -> None:
        self._path = path
        self._stop_after_first = stop_after_first

    async def receive(self, incoming: Incoming) -> bool:
        known = self._path.read_text().split() if self._path.exists() else []
        if incoming.update_id in known:
            return False
        if known and self._stop_after_first:
            await asyncio.Event().wait()
        with self._path.open("a") as file:
            file.write(f"{incoming.update_id}\n")
            file.flush()
            os.fsync(file.fileno())
        return True

    def set_reachable(self, channel: str, address: str, reachable: bool) -> None:
        """Nothing to remember here."""


async def main(url: str, stored: Path, how: str) -> None:
    """Poll until killed."""
    gateway = FileGateway(stored, how == "stop-after-first")
    await TelegramChannel(settings_for(url, stored.parent), gateway, NOTICE, QUICK).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
