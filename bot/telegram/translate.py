"""What an update of the Bot API means to Kith. Reads plain JSON, so that polling and webhook share it; does nothing.

Groups get no content (domain: "a neutral 'please open a private chat'"); channels and other bots are not heard.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.gateway.messages import Incoming, IncomingKind
from bot.telegram.splitting import clean

CHANNEL = "telegram"

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""All kinds of update that are asked for."""

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Me:
    """Who the bot is, as getMe says."""

    id: int = 0
    username: str = ""


@dataclass(frozen=True)
class Said:
    """A person said, sent or tapped something. `tap_id` is Telegram's id of a tap, which wants to be acknowledged."""

    incoming: Incoming
    tap_id: str | None = None


@dataclass(frozen=True)
class ReachabilityChanged:
    """A person blocked the bot, or let it in again."""

    address: str
    reachable: bool


@dataclass(frozen=True)
class AddressedInGroup:
    """Somebody spoke to the bot in a group."""

    address: str


Meaning = Said | ReachabilityChanged | AddressedInGroup | None

KINDS: tuple[tuple[IncomingKind, tuple[str, ...]], ...] = (
    ("voice", ("voice", "audio", "video_note")),
    ("picture", ("photo", "video", "animation", "live_photo")),
    ("sticker", ("sticker",)),
    ("file", ("document",)),
    ("contact", ("contact",)),
)
"""Which field tells the kind. An animation also carries a `document`, so pictures are looked for before files."""

NOTHING_SAID = (
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "users_shared",
    "chat_shared",
    "boost_added",
    "proximity_alert_triggered",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "successful_payment",
    "refunded_payment",
    "gift",
    "unique_gift",
)
"""Service messages: Telegram's own notes in a chat, which want no answer. Whatever else is unknown is answered."""

COMMAND_WITH_BOT = re.compile(r"^(/\w+)@\w+", re.ASCII)


def translate(update: Json, me: Me) -> Meaning:
    """What one update means; None if it is none of our business. Raises KeyError or TypeError for a broken one."""
    update_id = str(update["update_id"])
    if message := update.get("message"):
        return _message(message, update_id, me)
    if edited := update.get("edited_message"):
        return _edited(edited, update_id)
    if tap := update.get("callback_query"):
        return _tap(tap, update_id)
    if change := update.get("my_chat_member"):
        return _membership(change)
    return None


def unreadable(update: Json) -> Said | None:
    """A stand-in for an update that cannot be understood or kept as it is, so that its sender still gets an answer."""
    message = update.get("message") or update.get("edited_message")
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(chat, dict) or chat.get("type") != "private" or "id" not in chat:
        return None
    return _said(chat, str(update["update_id"]), "other", "")


def _message(message: Json, update_id: str, me: Me) -> Meaning:
    chat = message["chat"]
    if chat["type"] in ("group", "supergroup"):
        return AddressedInGroup(str(chat["id"])) if _speaks_to(message, me) else None
    if chat["type"] != "private" or _from_a_bot(message) or any(field in message for field in NOTHING_SAID):
        return None
    if "text" in message:
        return _said(chat, update_id, "text", COMMAND_WITH_BOT.sub(r"\1", clean(message["text"])))
    kind: IncomingKind = next((kind for kind, fields in KINDS if any(field in message for field in fields)), "other")
    return _said(chat, update_id, kind, clean(message.get("caption", "")))


def _edited(message: Json, update_id: str) -> Meaning:
    words = clean(message.get("text") or message.get("caption") or "")
    # A live location that moves is an edit without words.
    if message["chat"]["type"] != "private" or _from_a_bot(message) or not words:
        return None
    return _said(message["chat"], update_id, "edited", COMMAND_WITH_BOT.sub(r"\1", words))


def _tap(tap: Json, update_id: str) -> Meaning:
    message, token = tap.get("message"), tap.get("data")
    if not message or not token or message["chat"]["type"] != "private":
        return None
    said = _said(message["chat"], update_id, "tap", token)
    return Said(said.incoming, tap_id=str(tap["id"]))


def _membership(change: Json) -> Meaning:
    if change["chat"]["type"] != "private":
        return None
    return ReachabilityChanged(str(change["chat"]["id"]), change["new_chat_member"]["status"] != "kicked")


def _said(chat: Json, update_id: str, kind: IncomingKind, body: str) -> Said:
    return Said(Incoming(channel=CHANNEL, address=str(chat["id"]), update_id=update_id, kind=kind, body=body))


def _from_a_bot(message: Json) -> bool:
    return bool(message.get("from", {}).get("is_bot"))


def _speaks_to(message: Json, me: Me) -> bool:
    """Whether a group's message is for us: a command, our name, or an answer to what we said."""
    if _from_a_bot(message):
        return False
    text = message.get("text") or message.get("caption") or ""
    answered = message.get("reply_to_message", {}).get("from", {}).get("id")
    named = bool(me.username) and f"@{me.username}".lower() in text.lower()
    bare_command = text.startswith("/") and COMMAND_WITH_BOT.match(text) is None
    return named or bare_command or (me.id != 0 and answered == me.id)
