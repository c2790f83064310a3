"""A durable poll loop. It does not use python-telegram-bot's `Updater`, which confirms before anything is processed.

Telegram forgets an update as soon as getUpdates is called with a higher offset. `Updater` calls it again right after
queueing a batch in memory, so a kill then loses the batch. Here the offset moves past an update only after the
gateway has committed it to the inbox. Nothing is remembered between starts: what was not confirmed comes again, and
what was stored already ends at the inbox's unique `update_id`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from telegram.error import RetryAfter, TelegramError

from bot.telegram.client import TelegramBot
from bot.telegram.failures import as_status, is_about_a_webhook, retry_seconds
from bot.telegram.intake import Intake
from bot.telegram.status import State, StatusBoard
from bot.telegram.translate import Json, Me

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Pace:
    """How patient the loop is, in seconds."""

    poll: float = 30.0
    """How long Telegram may hold a poll that has nothing to say."""
    first_pause: float = 1.0
    longest_pause: float = 60.0


class Stopping(Exception):
    """The loop was asked to stop while it was waiting."""


class Connection:
    """What polling and webhook share: getting to know the bot, waiting after failures, stopping."""

    def __init__(self, bot: TelegramBot, intake: Intake, board: StatusBoard, pace: Pace) -> None:
        self.bot = bot
        self.intake = intake
        self.board = board
        self.pace = pace
        self._pause = pace.first_pause
        self._stop = asyncio.Event()

    def stop(self) -> None:
        """Ends any waiting; what is being stored is stored first."""
        self._stop.set()

    async def introduce(self) -> None:
        """Asks Telegram who we are, until it answers. Raises Stopping."""
        while True:
            try:
                await self.unless_stopped(self.bot.initialize())
            except TelegramError as error:
                await self.wait_after(error)
            else:
                self.intake.me = Me(self.bot.id, self.bot.username)
                self.went_well()
                return

    def went_well(self) -> None:
        """Telegram answered: the next failure waits the shortest pause again."""
        self._pause = self.pace.first_pause
        self.board.become(State.CONNECTED)

    async def wait_after(self, error: TelegramError) -> None:
        """Says what is wrong, and waits: what a 429 asks for, else a growing pause. Raises Stopping."""
        if isinstance(error, RetryAfter):
            await self.unless_stopped(asyncio.sleep(retry_seconds(error)))
            return
        status = as_status(error)
        self.board.become(status.state, status.reason)
        await self.wait_a_little()

    async def wait_a_little(self) -> None:
        """A pause that doubles each time until something goes well. Raises Stopping."""
        pause, self._pause = self._pause, min(self._pause * 2, self.pace.longest_pause)
        await self.unless_stopped(asyncio.sleep(pause))

    async def unless_stopped(self, work: Awaitable[Answer]) -> Answer:
        """The work's result. Raises Stopping, and gives the work up, if the loop is asked to stop before it is done."""
        task, stop = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        try:
            await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise Stopping
            return task.result()
        finally:
            unfinished = [future for future in (task, stop) if not future.done()]
            for future in unfinished:
                future.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)


class PollLoop:
    """Fetches updates, and confirms each only once it is stored."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._offset: int | None = None

    async def run(self) -> None:
        """Polls until stopped. Never raises for what Telegram or the store does."""
        try:
            await self._connection.introduce()
            while True:
                for update in await self._fetch():
                    await self._keep(update)
        except Stopping:
            await self._confirm()

    async def _fetch(self) -> list[Any]:
        connection = self._connection
        try:
            poll = connection.bot.fetch_updates(self._offset, connection.pace.poll)
            updates = await connection.unless_stopped(poll)
        except TelegramError as error:
            await self._mend(error)
            return []
        connection.went_well()
        if not updates:
            # All before the offset is confirmed now. Telegram may start anew at a lower number after a quiet week,
            # so the next poll asks for whatever there is.
            self._offset = None
        return updates

    async def _mend(self, error: TelegramError) -> None:
        if is_about_a_webhook(error):
            log.warning("A webhook is set for this bot; removing it, because TELEGRAM_WEBHOOK_URL is not set here.")
            with suppress(TelegramError):
                await self._connection.bot.delete_webhook(drop_pending_updates=False)
            await self._connection.wait_a_little()
        else:
            await self._connection.wait_after(error)

    async def _keep(self, update: Json) -> None:
        """Stores one update, however long that takes; later ones wait, so that order holds. Raises Stopping."""
        while True:
            try:
                await self._connection.intake.take(update)
            except Exception as problem:  # an edge: whatever the store raises, the update must not be lost
                log.error("update %s could not be stored: %s", update["update_id"], type(problem).__name__)
                self._connection.board.become(State.STORE_FAILING, type(problem).__name__)
                await self._connection.wait_a_little()
            else:
                self._offset = int(update["update_id"]) + 1
                self._connection.went_well()
                return

    async def _confirm(self) -> None:
        """Tells Telegram what is stored, so that it is not sent again at the next start. A courtesy: it may fail."""
        if self._offset is not None:
            with suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(self._connection.pace.first_pause * 2):
                    await self._connection.bot.fetch_updates(self._offset, 0, limit=1)
