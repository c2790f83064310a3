"""What each method of the Bot API does, all but getUpdates (which waits, so it is the HTTP side's)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.bot_api.forms import Call
from tests.bot_api.rules import bad, check_caption, check_file, check_keyboard, check_secret, check_text
from tests.bot_api.world import BOT, World

ACTIONS = ("typing", "upload_photo", "upload_document")


def perform(world: World, call: Call) -> Any:
    """Do what a call asks, and give back its result. Raises Refusal."""
    with world.lock:
        return METHODS[call.method](world, call)


def _send_message(world: World, call: Call) -> Any:
    return world.send(call, check_text(str(call.params.get("text", ""))))


def _send_photo(world: World, call: Call) -> Any:
    caption = check_caption(str(call.params.get("caption", "")))
    return world.send(call, caption, check_file(call, "photo", 10_000_000), call.files["photo"].filename)


def _send_document(world: World, call: Call) -> Any:
    caption = check_caption(str(call.params.get("caption", "")))
    return world.send(call, caption, check_file(call, "document", 50_000_000), call.files["document"].filename)


def _send_chat_action(world: World, call: Call) -> Any:
    world.reachable(call)
    if call.params.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def _answer_callback_query(world: World, call: Call) -> Any:
    if call.params.get("callback_query_id") not in world.taps_open:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    world.taps_open.discard(call.params["callback_query_id"])
    return True


def _edit_message_reply_markup(world: World, call: Call) -> Any:
    chat_id, buttons = world.reachable(call), check_keyboard(call.params.get("reply_markup"))
    wanted = (chat_id, int(call.params.get("message_id", 0)))
    found = next((sent for sent in world.sent if (sent.chat_id, sent.message_id) == wanted), None)
    if found is None:
        raise bad("message to edit not found")
    if found.buttons == buttons:
        raise bad("message is not modified: specified new message content and reply markup are exactly the same")
    found.buttons = buttons
    return world.as_message(found)


def _set_webhook(world: World, call: Call) -> Any:
    url = str(call.params.get("url", ""))
    if url and not url.startswith(("https://", "http://127.0.0.1")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    check_secret(call.params.get("secret_token"))
    world.webhook = dict(call.params) if url else {}
    return True


def _delete_webhook(world: World, call: Call) -> Any:
    world.webhook = {}
    if str(call.params.get("drop_pending_updates", "false")).lower() == "true":
        world.updates.clear()
    return True


def _get_me(_world: World, _call: Call) -> Any:
    return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}


def _get_webhook_info(world: World, _call: Call) -> Any:
    pending = len(world.updates)
    return {"url": world.webhook.get("url", ""), "has_custom_certificate": False, "pending_update_count": pending}


METHODS: dict[str, Callable[[World, Call], Any]] = {
    "getMe": _get_me,
    "sendMessage": _send_message,
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "sendChatAction": _send_chat_action,
    "answerCallbackQuery": _answer_callback_query,
    "editMessageReplyMarkup": _edit_message_reply_markup,
    "setWebhook": _set_webhook,
    "deleteWebhook": _delete_webhook,
    "getWebhookInfo": _get_webhook_info,
}
