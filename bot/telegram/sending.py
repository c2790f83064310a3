"""Sends one message of Kith to Telegram: in parts where it must, plain text, buttons under the last part."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import suppress

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.errors import TryLater, Undeliverable
from bot.gateway.messages import OutgoingMessage
from bot.telegram.failures import GROWING_PAUSE, as_channel_error
from bot.telegram.parts import Part, Rows, plan_parts, words_instead
from bot.telegram.refusals import chat_is_gone

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Sender:
    """Sends parts in order and remembers, while the app lives, which parts of a message arrived before a failure."""

    def __init__(self, bot: ExtBot[int]) -> None:
        self._bot = bot
        self._arrived: defaultdict[int, list[int]] = defaultdict(list)
        self._under_way: set[int] = set()
        self._closing = False
        self._idle = asyncio.Event()
        self._idle.set()

    async def send(self, address: str, message: OutgoingMessage, picture: bytes | None) -> str:
        """Telegram's id of the last part, the one with the buttons. Raises TryLater or Undeliverable."""
        if self._closing:
            raise TryLater("Telegram's channel is stopping", GROWING_PAUSE)
        self._under_way.add(message.id)
        self._idle.clear()
        try:
            return await self._send(address, message, picture)
        finally:
            self._under_way.discard(message.id)
            if not self._under_way:
                self._idle.set()

    async def finish(self, seconds: float) -> None:
        """Takes no more messages, and waits so long for those under way: cut off, nobody would know if they arrived."""
        self._closing = True
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), seconds)

    async def _send(self, address: str, message: OutgoingMessage, picture: bytes | None) -> str:
        parts = plan_parts(message, picture)
        if not parts:
            raise Undeliverable(f"message {message.id} holds nothing that Telegram can show", chat_gone=False)
        arrived = self._arrived[message.id]
        try:
            for part in parts[len(arrived) :]:
                arrived.append(await self._send_or_say(int(address), part))
        except TelegramError as error:
            problem = as_channel_error(error)
            if isinstance(problem, Undeliverable):
                del self._arrived[message.id]
            # Telegram's own error may hold the token or the words: it is not passed on.
            raise problem from None
        del self._arrived[message.id]
        return str(arrived[-1])

    async def show_typing(self, address: str) -> None:
        """Shows "typing" for some seconds; does nothing where that fails."""
        with suppress(TelegramError):
            await self._bot.send_chat_action(int(address), ChatAction.TYPING)

    async def acknowledge_tap(self, tap_id: str) -> None:
        """Stops the tapped button's spinner; does nothing where Telegram has given up on the tap."""
        with suppress(TelegramError):
            await self._bot.answer_callback_query(tap_id)

    async def spend_buttons(self, address: str, remote_id: str) -> None:
        """Takes the buttons off a message; does nothing where they or the message are gone."""
        with suppress(TelegramError):
            await self._bot.edit_message_reply_markup(chat_id=int(address), message_id=int(remote_id))

    async def say_in_group(self, address: str, text: str) -> None:
        """One plain line in a group; does nothing where that fails."""
        with suppress(TelegramError):
            await self._bot.send_message(int(address), text, link_preview_options=NO_PREVIEW)

    async def _send_or_say(self, chat_id: int, part: Part) -> int:
        """Telegram's id of the part. A picture that Telegram refuses is said in words."""
        try:
            return await self._send_part(chat_id, part)
        except BadRequest as error:
            words = words_instead(part)
            if words is None or chat_is_gone(error.message):
                raise
            return await self._send_part(chat_id, words)

    async def _send_part(self, chat_id: int, part: Part) -> int:
        markup = keyboard(part.rows)
        if part.kind == "text":
            sent = await self._bot.send_message(
                chat_id, part.text, reply_markup=markup, link_preview_options=NO_PREVIEW
            )
        elif part.kind == "photo":
            photo = InputFile(part.file, filename=part.filename)
            sent = await self._bot.send_photo(chat_id, photo, caption=part.text or None, reply_markup=markup)
        else:
            document = InputFile(part.file, filename=part.filename)
            sent = await self._bot.send_document(chat_id, document, caption=part.text or None, reply_markup=markup)
        return sent.message_id


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The inline keyboard of these buttons; None where there are none."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.title, callback_data=button.token) for button in row] for row in rows]
    )
