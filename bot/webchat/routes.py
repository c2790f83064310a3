"""The web chat's addresses. It turns requests into what the gateway takes, and what the gateway gives into pages."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.conversation.messages import Messages
from bot.gateway.messages import Incoming
from bot.webchat.bodies import read_said, read_tapped
from bot.webchat.guards import Guards
from bot.webchat.page import STATIC, render_page
from bot.webchat.ports import ChatGateway
from bot.webchat.refusals import Refusal, refuse
from bot.webchat.shapes import history_shape
from bot.webchat.stream import Stream
from bot.webchat.visitors import Door, Visitor, remember

HISTORY_ITEMS = 100

Reader = Callable[[Request, Visitor], Awaitable[Incoming]]


def make_webchat(
    gateway: ChatGateway,
    *,
    local_token: str,
    messages: Messages,
    allowed_hosts: Iterable[str] = (),
    closing: asyncio.Event | None = None,
) -> Starlette:
    """The web chat as an app to serve at the root or to mount there.

    `local_token` lets the terminal in; empty, it lets none in. `allowed_hosts` are names beside localhost's under which
    Kith may be asked for. Set `closing` (also found as `app.state.closing`) before the server is stopped: the open
    streams then end at once. Raises ContentError where a sentence of the page is missing.
    """
    welcome = messages.text("webchat.terminal_welcome")
    chat = WebChat(gateway, Door(local_token), render_page(messages), welcome, closing or asyncio.Event())

    async def refused(_: Request, problem: Exception) -> Response:
        return refuse(messages, problem if isinstance(problem, Refusal) else Refusal(404, "not_found"))

    app = Starlette(
        routes=chat.routes(),
        middleware=[Middleware(Guards, allowed_hosts=tuple(allowed_hosts), messages=messages)],
        exception_handlers={Refusal: refused, 404: refused},
    )
    app.state.closing = chat.closing
    return app


class WebChat:
    """Serves each address."""

    def __init__(self, gateway: ChatGateway, door: Door, page: str, welcome: str, closing: asyncio.Event) -> None:
        self._gateway = gateway
        self._door = door
        self._page = page
        self._welcome = welcome
        self.closing = closing

    def routes(self) -> list[Route | Mount]:
        """All addresses."""
        return [
            Route("/", self._to_chat),
            Route("/chat", self._show_page),
            Route("/chat/say", self._say, methods=["POST"]),
            Route("/chat/tap", self._tap, methods=["POST"]),
            Route("/chat/history", self._history),
            Route("/chat/stream", self._stream),
            Route("/chat/picture/{outbox_id:int}.png", self._picture),
            Route("/chat/document/{outbox_id:int}", self._document),
            Mount("/chat/static", StaticFiles(directory=STATIC)),
        ]

    async def _to_chat(self, _: Request) -> Response:
        return RedirectResponse("/chat")

    async def _show_page(self, request: Request) -> Response:
        response = HTMLResponse(self._page)
        remember(request, response)
        return response

    async def _say(self, request: Request) -> Response:
        return await self._receive(request, read_said)

    async def _tap(self, request: Request) -> Response:
        return await self._receive(request, read_tapped)

    async def _receive(self, request: Request, read: Reader) -> Response:
        stored = await self._gateway.receive(await read(request, self._door.visitor(request)))
        return JSONResponse({"stored": True, "again": not stored})

    async def _history(self, request: Request) -> Response:
        visitor = self._door.visitor(request)
        chat_id = self._gateway.find_chat(visitor.channel, visitor.address)
        items = [] if chat_id is None else self._gateway.history(chat_id, HISTORY_ITEMS)
        last = max((item.id for item in items if item.direction == "out"), default=0)
        past = {"started": chat_id is not None, "last": last, "items": history_shape(items), "welcome": self._welcome}
        return JSONResponse(past)

    async def _stream(self, request: Request) -> Response:
        visitor, chat_id = self._chat_of(request)
        stream = Stream(self._gateway, visitor, chat_id, _last_seen(request))
        until_idle = request.query_params.get("until") == "idle"
        return StreamingResponse(
            stream.events(self.closing, until_idle=until_idle),
            media_type="text/event-stream",
            headers={"X-Accel-Buffering": "no"},
        )

    async def _picture(self, request: Request) -> Response:
        _, chat_id = self._chat_of(request)
        picture = await self._gateway.picture(chat_id, request.path_params["outbox_id"])
        if picture is None:
            raise Refusal(404, "not_found")
        return Response(picture, media_type="image/png")

    async def _document(self, request: Request) -> Response:
        _, chat_id = self._chat_of(request)
        document = self._gateway.document(chat_id, request.path_params["outbox_id"])
        if document is None:
            raise Refusal(404, "not_found")
        disposition = f"attachment; filename*=utf-8''{quote(document.filename, safe='')}"
        return Response(document.text, media_type=document.media_type, headers={"Content-Disposition": disposition})

    def _chat_of(self, request: Request) -> tuple[Visitor, int]:
        visitor = self._door.visitor(request)
        chat_id = self._gateway.find_chat(visitor.channel, visitor.address)
        if chat_id is None:
            raise Refusal(404, "no_chat")
        return visitor, chat_id


def _last_seen(request: Request) -> int:
    """The id to go on after: a browser that reconnects by itself tells it in a header, newer than the address."""
    given = request.headers.get("last-event-id") or request.query_params.get("after", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0
