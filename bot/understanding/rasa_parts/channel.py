"""The engine's only way in: the app's gateway, proven by the local token.

Rasa's stock REST channel asks nobody for a token and answers a failed turn with an empty 200. This one refuses
strangers, says 500 when a turn failed, checks on request that the tracker store really stores, and can forget.
"""

from __future__ import annotations

import hmac
from typing import Any, Awaitable, Callable, Dict, Optional

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.understanding.hearing.plain_text import whole_characters

PROBE = "kith-health-probe"


class GatewayInput(InputChannel):
    """POST /webhooks/kith/message, POST /webhooks/kith/forget, GET /webhooks/kith/health."""

    @classmethod
    def name(cls) -> str:
        """Its place in the address: /webhooks/kith."""
        return "kith"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> InputChannel:
        """Built from credentials.yml; a token is a must."""
        if not credentials or not credentials.get("token"):
            cls.raise_missing_credentials_exception()
        return cls(str(credentials["token"]))  # type: ignore[index]

    def __init__(self, token: str) -> None:
        self._expected = f"Bearer {token}".encode()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The three routes."""
        routes = Blueprint("kith_gateway", __name__)

        @routes.middleware("request")
        async def refuse_strangers(request: Request) -> HTTPResponse | None:
            # As bytes: compare_digest raises for text that is not ASCII, which a stranger may send.
            if not hmac.compare_digest(request.headers.get("Authorization", "").encode(), self._expected):
                return response.json({"error": "wrong or missing token"}, status=401)
            return None

        @routes.route("/message", methods=["POST"])
        async def message(request: Request) -> HTTPResponse:
            collector = CollectingOutputChannel()
            body = request.json
            await on_new_message(
                UserMessage(
                    whole_characters(body["message"]),
                    collector,
                    body["sender"],
                    input_channel=self.name(),
                    metadata=body.get("metadata"),
                )
            )
            return response.json(collector.messages)

        @routes.route("/forget", methods=["POST"])
        async def forget(request: Request) -> HTTPResponse:
            _own_store(request).forget(request.json["sender"])
            return response.json({"forgotten": True})

        @routes.route("/health", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            if agent is None or not agent.is_ready():
                return response.json({"ready": False}, status=503)
            store = _own_store(request)
            tracker = await store.get_or_create_tracker(PROBE)
            await store.save(tracker)
            kept = store.load(PROBE)
            store.forget(PROBE)
            return response.json({"ready": kept is not None})

        return routes


def _own_store(request: Request) -> Any:
    """Our tracker store behind Rasa's fail-safe wrapper, which would hide a failing store behind memory."""
    wrapped = request.app.ctx.agent.tracker_store
    return getattr(wrapped, "_tracker_store", wrapped)
