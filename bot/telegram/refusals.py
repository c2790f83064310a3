"""Telegram's refusals by their texts: which mean that a chat is gone, and which that one message never passes.

Texts are those of the Bot API server (github.com/tdlib/telegram-bot-api, `Client::fail_query_with_error`) without
their "Bad Request: " or "Forbidden: ", in lower case. Knows nothing of python-telegram-bot.
"""

from __future__ import annotations

CHAT_IS_GONE = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation with a user",
    "bot can't send messages to bots",
    "bot was kicked from",
    "bot is not a member of",
    "group chat was deactivated",
    "group chat was upgraded to a supergroup chat",
    "the group chat was deleted",
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_write_forbidden",
    "input_user_deactivated",
    "user_is_blocked",
)
"""The person or the group cannot be reached any more, whatever is sent."""

MESSAGE_NEVER_PASSES = (
    "message is too long",
    "message caption is too long",
    "message text is empty",
    "button_data_invalid",
    "reply_markup_too_long",
    "can't parse inline keyboard button",
    "can't parse reply keyboard markup",
    "strings must be encoded in utf-8",
    "photo_invalid_dimensions",
    "image_process_failed",
    "photo_ext_invalid",
    "file must be non-empty",
    "request entity too large",
)
"""This one message is wrong, and stays so. The last one comes as HTTP 413, which looks like a network fault."""


def chat_is_gone(description: str) -> bool:
    """Whether a refusal's text says that the whole chat is out of reach."""
    return _holds_one_of(description, CHAT_IS_GONE)


def message_never_passes(description: str) -> bool:
    """Whether a refusal's text says that this message can never be sent as it is."""
    return _holds_one_of(description, MESSAGE_NEVER_PASSES)


def _holds_one_of(description: str, texts: tuple[str, ...]) -> bool:
    lowered = description.lower()
    return any(text in lowered for text in texts)
