"""What stands before every page: who may ask (host, origin), what a browser may do with the answer (headers), and the
edge where an unforeseen error becomes a sentence."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.conversation.messages import Messages
from bot.webchat.refusals import Refusal, refuse

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Any other name in the Host header may be a stranger's page that had its name point here (DNS rebinding)."""

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ]
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_LOG = logging.getLogger(__name__)


class Guards:
    """ASGI middleware around the whole web chat."""

    def __init__(self, app: ASGIApp, *, allowed_hosts: Iterable[str], messages: Messages) -> None:
        self._app = app
        self._hosts = LOCAL_HOSTS | {host.lower() for host in allowed_hosts}
        self._messages = messages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        out = _Out(scope, send)
        try:
            self._check(scope)
            await self._app(scope, receive, out)
        except Refusal as refusal:
            await refuse(self._messages, refusal)(scope, receive, out)
        except ClientDisconnect:
            return
        except Exception as problem:  # the edge of a web request
            # The message of an unforeseen error might quote a person, so only its kind and place are logged.
            _LOG.error("web request failed: %s %s: %s", scope["method"], _place(scope), _describe(problem))
            if not out.started:
                await refuse(self._messages, Refusal(500, "trouble"))(scope, receive, out)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if _name(host) not in self._hosts:
            raise Refusal(403, "wrong_host")
        if scope["method"] in ("GET", "HEAD"):
            return
        origin = headers.get("origin")
        if origin is None and "authorization" in headers:
            return
        if origin is None or urlsplit(origin).netloc.lower() != host:
            raise Refusal(403, "wrong_origin")


class _Out:
    """Adds the headers to whatever is answered."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        # A file of the page may be kept if it is asked for again each time; what a person reads must not be kept.
        self._cache = "no-cache" if "/static/" in scope["path"] else "no-store"
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers["Cache-Control"] = self._cache
        await self._send(message)


def _name(netloc: str) -> str:
    """The host's name without its port."""
    if netloc.startswith("["):
        return netloc.partition("]")[0] + "]"
    return netloc.partition(":")[0].removesuffix(".")


def _place(scope: Scope) -> str:
    route = scope.get("route")
    return str(getattr(route, "path", "?"))


def _describe(problem: Exception) -> str:
    frames = traceback.extract_tb(problem.__traceback__)
    where = f" in {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(problem).__name__}{where}"
