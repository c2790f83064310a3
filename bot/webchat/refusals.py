"""What the web chat refuses. The sentence comes from `webchat.errors` of the messages, under the refusal's code."""

from __future__ import annotations

from starlette.responses import JSONResponse

from bot.conversation.messages import Messages
from bot.errors import ChannelError


class Refusal(ChannelError):
    """A request that cannot be served as it is. `code` names its sentence, `status` is the HTTP status."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


def refuse(messages: Messages, refusal: Refusal) -> JSONResponse:
    """The answer to a refused request: {"error": code, "message": sentence}."""
    sentence = messages.text(f"webchat.errors.{refusal.code}")
    return JSONResponse({"error": refusal.code, "message": sentence}, refusal.status)
