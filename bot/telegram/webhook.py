"""Telegram's webhook: `POST /telegram`, with a secret that only Telegram and we know. 200 means that it is stored."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest, TelegramError

from bot.telegram.intake import Intake
from bot.telegram.limits import WEBHOOK_BODY_BYTES
from bot.telegram.polling import Connection, Stopping
from bot.telegram.status import State
from bot.telegram.translate import ALLOWED_UPDATES, Json

log = logging.getLogger(__name__)

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name


def webhook_secret(token: str) -> str:
    """The secret that Telegram sends along: made from the bot's token, so that every replica knows it."""
    return hmac.new(token.encode(), b"kith webhook", hashlib.sha256).hexdigest()


def webhook_route(intake: Intake, secret: str) -> Route:
    """The route: 403 without the secret, 400 for what is no update, 503 if it cannot be stored (Telegram repeats)."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        update = await _read_update(request)
        if update is None:
            return Response(status_code=400)
        return await _store(intake, update)

    return Route(PATH, receive, methods=["POST"])


async def register_webhook(connection: Connection, url: str, secret: str) -> None:
    """Tells Telegram where to send updates, until it agrees or the channel is stopped."""
    try:
        await connection.introduce()
        while not await _registered(connection, url, secret):
            pass
    except Stopping:
        return


async def _registered(connection: Connection, url: str, secret: str) -> bool:
    try:
        await connection.unless_stopped(
            connection.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        )
    except BadRequest as error:
        connection.board.become(State.WEBHOOK_REFUSED, error.message)
        await connection.wait_a_little()
        return False
    except TelegramError as error:
        await connection.wait_after(error)
        return False
    connection.went_well()
    return True


async def _read_update(request: Request) -> Json | None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > WEBHOOK_BODY_BYTES:
            return None
    try:
        update = json.loads(body)
    except ValueError:
        return None
    return update if isinstance(update, dict) and isinstance(update.get("update_id"), int) else None


async def _store(intake: Intake, update: Json) -> Response:
    try:
        await intake.take(update)
    except Exception as problem:  # an edge: Telegram repeats what is not answered with 200
        log.error("update %s could not be stored: %s", update["update_id"], type(problem).__name__)
        return Response(status_code=503)
    return Response(status_code=200)
