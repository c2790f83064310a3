"""What a page or the terminal posts, read with limits and checked."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from starlette.requests import Request

from bot.gateway.messages import MAX_TEXT, Incoming, IncomingKind
from bot.webchat.refusals import Refusal
from bot.webchat.visitors import Visitor

MAX_BODY_BYTES = 64 * 1024

_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_TOKEN = re.compile(r"[\x21-\x7e]{1,64}")


async def read_said(request: Request, visitor: Visitor) -> Incoming:
    """{"id", "text", "zone"?}. Raises Refusal for an empty text, one above MAX_TEXT characters, or a wrong shape."""
    body = await _read_object(request)
    text = body.get("text")
    if not isinstance(text, str):
        raise Refusal(422, "bad_text")
    if len(text) > MAX_TEXT:
        raise Refusal(422, "too_long")
    # Half a surrogate pair is no character: it could be neither stored nor sent back.
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    if not text.strip():
        raise Refusal(422, "empty")
    return _incoming(visitor, body, "text", text)


async def read_tapped(request: Request, visitor: Visitor) -> Incoming:
    """{"id", "token", "zone"?}. Raises Refusal for a wrong shape; what the token means is not known here."""
    body = await _read_object(request)
    token = body.get("token")
    if not isinstance(token, str) or not _TOKEN.fullmatch(token):
        raise Refusal(422, "bad_token")
    return _incoming(visitor, body, "tap", token)


def _incoming(visitor: Visitor, body: dict[str, Any], kind: IncomingKind, text: str) -> Incoming:
    own_id = body.get("id")
    if not isinstance(own_id, str) or not _ID.fullmatch(own_id):
        raise Refusal(422, "bad_id")
    # The sender chose the id, so it counts for this sender only: nobody can spend another's.
    update_id = hashlib.sha256(f"{visitor.address}\n{own_id}".encode()).hexdigest()
    return Incoming(visitor.channel, visitor.address, update_id, kind, text, _zone(body.get("zone")))


async def _read_object(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refusal(415, "not_json")
    try:
        body = json.loads(await _read_limited(request))
    except (ValueError, RecursionError):
        raise Refusal(400, "not_json") from None
    if not isinstance(body, dict):
        raise Refusal(400, "not_json")
    return body


async def _read_limited(request: Request) -> bytes:
    chunks = bytearray()
    async for chunk in request.stream():
        chunks += chunk
        if len(chunks) > MAX_BODY_BYTES:
            raise Refusal(413, "too_large")
    return bytes(chunks)


def _zone(name: object) -> str | None:
    """The IANA name if it is one. A browser's wrong zone is no reason to refuse what a person said."""
    if not isinstance(name, str) or not 1 <= len(name) <= 64:
        return None
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
