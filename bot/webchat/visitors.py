"""Who is asking: a browser by its cookie, or the terminal by the installation's local token and a name."""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

from bot.webchat.refusals import Refusal

COOKIE = "kith_visitor"
COOKIE_DAYS = 400
"""The longest that browsers keep a cookie (RFC 6265bis); renewed with each visit."""

MAX_NAME = 64

_COOKIE_VALUE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Visitor:
    """Someone's address in a channel."""

    channel: str
    address: str


class Door:
    """Tells visitors apart."""

    def __init__(self, local_token: str) -> None:
        self._expected = f"Bearer {local_token}".encode() if local_token else None

    def visitor(self, request: Request) -> Visitor:
        """Who sent this request. Raises Refusal for a wrong token, a missing name or a browser without its cookie."""
        if "authorization" in request.headers:
            return self._terminal(request)
        address = _cookie(request)
        if address is None:
            raise Refusal(403, "no_cookie")
        return Visitor("web", address)

    def _terminal(self, request: Request) -> Visitor:
        given = request.headers["authorization"].encode()
        if self._expected is None or not hmac.compare_digest(given, self._expected):
            raise Refusal(401, "bad_token_given")
        name = unquote(request.headers.get("x-kith-name", "")).strip()
        if not 1 <= len(name) <= MAX_NAME or not name.isprintable():
            raise Refusal(422, "bad_name")
        return Visitor("terminal", name)


def remember(request: Request, response: Response) -> None:
    """Give a browser its cookie, or renew the one it has. The value is 32 random bytes and all that is known of it."""
    response.set_cookie(
        COOKIE,
        _cookie(request) or secrets.token_urlsafe(32),
        max_age=COOKIE_DAYS * 24 * 3600,
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def _cookie(request: Request) -> str | None:
    value = request.cookies.get(COOKIE, "")
    return value if _COOKIE_VALUE.fullmatch(value) else None
