"""What the real Bot API refuses, in its own words. Limits are written out anew, not taken from the code under test."""

from __future__ import annotations

import re
from typing import Any

from tests.bot_api.forms import Call

PARAMETERS = {
    "getMe": set[str](),
    "getUpdates": {"offset", "limit", "timeout", "allowed_updates"},
    "sendMessage": {"chat_id", "text", "reply_markup", "link_preview_options"},
    "sendPhoto": {"chat_id", "photo", "caption", "reply_markup"},
    "sendDocument": {"chat_id", "document", "caption", "reply_markup"},
    "sendChatAction": {"chat_id", "action"},
    "answerCallbackQuery": {"callback_query_id", "text"},
    "editMessageReplyMarkup": {"chat_id", "message_id", "reply_markup"},
    "setWebhook": {"url", "secret_token", "allowed_updates"},
    "deleteWebhook": {"drop_pending_updates"},
    "getWebhookInfo": set[str](),
}
"""The methods there are, and what each may be given. The real server ignores what it does not know; tests must not."""

IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class Refusal(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        """The body of the answer."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


def bad(description: str) -> Refusal:
    """A 400."""
    return Refusal(400, f"Bad Request: {description}")


def check_names(call: Call) -> None:
    """Refuses unknown methods and parameters."""
    if call.method not in PARAMETERS:
        raise Refusal(404, "Not Found")
    unknown = (call.params.keys() | call.files.keys()) - PARAMETERS[call.method]
    if unknown:
        raise bad(f"test server: {call.method} was given unknown parameters {sorted(unknown)}")


def check_text(text: str) -> str:
    """The text as it is shown, trimmed."""
    if not (trimmed := text.strip()):
        raise bad("message text is empty")
    if len(trimmed.encode("utf-16-le")) // 2 > 4096:
        raise bad("message is too long")
    return trimmed


def check_caption(caption: str) -> str:
    """The caption as it is shown."""
    if len(caption.strip().encode("utf-16-le")) // 2 > 1024:
        raise bad("message caption is too long")
    return caption.strip()


def check_file(call: Call, name: str, most_bytes: int) -> bytes:
    """The uploaded file's content."""
    if name not in call.files:
        raise bad(f"there is no {name} in the request")
    content = call.files[name].content
    if not content:
        raise bad("file must be non-empty")
    if len(content) > most_bytes:
        raise Refusal(413, "Request Entity Too Large")
    if name == "photo" and not content.startswith(IMAGES):
        raise bad("IMAGE_PROCESS_FAILED")
    return content


def check_keyboard(markup: Any) -> list[list[dict[str, str]]]:
    """The rows of an inline keyboard; [] for none."""
    if markup is None:
        return []
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad("object expected as reply markup")
    for button in (button for row in rows for button in row):
        _check_button(button)
    if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
        raise bad("REPLY_MARKUP_TOO_LONG")
    return [row for row in rows if row]


def check_secret(secret: str | None) -> None:
    """Refuses a webhook secret of a wrong shape."""
    if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad("secret token contains unallowed characters")


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    if set(button) != {"text", "callback_data"}:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if not 1 <= len(str(button["callback_data"]).encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
