"""Telegram as a channel of Kith: starts in the background, takes updates by poll or webhook, sends, and stops cleanly.

A Telegram that cannot be reached delays nothing else: the connection is made by a task that tries again.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from starlette.routing import Route
from telegram.error import TelegramError

from bot.gateway.messages import OutgoingMessage
from bot.settings import Settings
from bot.telegram.client import make_bot
from bot.telegram.failures import as_status
from bot.telegram.intake import Intake, Receiver
from bot.telegram.polling import Connection, Pace, PollLoop
from bot.telegram.sending import Sender
from bot.telegram.status import State, Status, StatusBoard
from bot.telegram.translate import CHANNEL
from bot.telegram.webhook import register_webhook, webhook_route, webhook_secret

log = logging.getLogger(__name__)

FAREWELL_SECONDS = 5.0
"""How long a stop waits for a message that is under way."""


class TelegramChannel:
    """The one object that the app wires. `group_notice` is said where somebody speaks to the bot in a group."""

    name = CHANNEL

    def __init__(self, settings: Settings, receiver: Receiver, group_notice: str, pace: Pace | None = None) -> None:
        self._bot = make_bot(settings)
        self._secret = webhook_secret(settings.telegram_token or "")
        self._webhook_url = settings.telegram_webhook_url
        self._group_notice = group_notice
        self._sender = Sender(self._bot)
        self._board = StatusBoard()
        self._intake = Intake(receiver, self)
        self._connection = Connection(self._bot, self._intake, self._board, pace or Pace())
        self._task: asyncio.Task[None] | None = None

    @property
    def status(self) -> Status:
        """How the connection is; `str()` of it is a sentence for an operator."""
        return self._board.present

    def routes(self) -> list[Route]:
        """What the public web server must serve: the webhook, or nothing when polling."""
        return [webhook_route(self._intake, self._secret)] if self._webhook_url else []

    async def start(self) -> None:
        """Begins to connect, and comes back at once."""
        if self._webhook_url:
            work = register_webhook(self._connection, self._webhook_url, self._secret)
        else:
            work = PollLoop(self._connection).run()
        self._task = asyncio.create_task(work, name="telegram")
        self._task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """Ends poll and sends, after what is being stored is stored and what is under way has arrived."""
        self._connection.stop()
        await self._sender.finish(FAREWELL_SECONDS)
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)
        await self._intake.close()
        with suppress(TelegramError):
            await self._bot.shutdown()
        self._board.become(State.STOPPED)

    async def send(self, address: str, message: OutgoingMessage, picture: bytes | None) -> str | None:
        """Deliver; gives back Telegram's id of the message with the buttons. Raises TryLater or Undeliverable."""
        return await self._sender.send(address, message, picture)

    async def show_typing(self, address: str) -> None:
        """Show that an answer is under way; does not raise."""
        await self._sender.show_typing(address)

    async def acknowledge_tap(self, tap_id: str) -> None:
        """Stop the tapped button's spinner; does not raise. The channel does so by itself once a tap is stored."""
        await self._sender.acknowledge_tap(tap_id)

    async def spend_buttons(self, address: str, remote_id: str) -> None:
        """Take the buttons off a message that was sent; does not raise."""
        await self._sender.spend_buttons(address, remote_id)

    async def point_to_private_chat(self, address: str) -> None:
        """Say in a group that talking is for private chats; does not raise."""
        await self._sender.say_in_group(address, self._group_notice)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (problem := task.exception()) is not None:
            log.critical("Telegram's loop has died of %s; restart Kith and report it", type(problem).__name__)
            self._board.become(State.STOPPED, type(problem).__name__)


async def probe(settings: Settings) -> Status:
    """Asks Telegram once whether it knows our token: for `kith doctor`. Does not raise; needs no running app."""
    bot = make_bot(settings)
    try:
        await bot.initialize()
    except TelegramError as error:
        return as_status(error)
    finally:
        await bot.shutdown()
    return Status(State.CONNECTED)
