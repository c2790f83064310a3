"""The server as a test uses it: runs in a thread of its own, so that the app under test may be another process.

with BotApiServer() as server:
    ana = TelegramPerson(server, 7)
    ... start the app with TELEGRAM_TOKEN=TOKEN and TELEGRAM_API_BASE=server.url ...
    ana.say("hello"); ana.wait_for_reply("Hello")
"""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from typing import Self

import uvicorn

from tests.bot_api.asgi import BotApi
from tests.bot_api.faults import Failure, Faults, Hold, Hook, Point, Predicate
from tests.bot_api.forms import Call
from tests.bot_api.pushing import Pushing
from tests.bot_api.rules import Refusal
from tests.bot_api.world import Sent, World

TOKEN = "4242:a-token-for-tests"
PHRASES = {429: "Too Many Requests: retry after", 500: "Internal Server Error", 502: "Bad Gateway"}


def always(_call: Call) -> bool:
    """The predicate that every call meets."""
    return True


class BotApiServer(Pushing):
    """A Bot API server. `port` 0 takes a free one; give the port of a closed one to let it "come back"."""

    def __init__(self, port: int = 0, token: str = TOKEN) -> None:
        super().__init__(World())
        self.token = token
        self.calls: list[Call] = []
        self._faults = Faults()
        self._changed = threading.Condition()
        self._app = BotApi(token, self.world, self._faults, self.calls)
        self._app.on_call = self._notify
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port = int(self._socket.getsockname()[1])
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = asyncio.Event()
        self._uvicorn = uvicorn.Server(uvicorn.Config(self._app, log_level="critical", lifespan="off", ws="none"))
        self._thread = threading.Thread(target=self._run, name="bot-api", daemon=True)

    @property
    def url(self) -> str:
        """What TELEGRAM_API_BASE must be."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        while not self._uvicorn.started:
            time.sleep(0.005)
        return self

    def __exit__(self, *_: object) -> None:
        self._faults.release_all()
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(10)
        self._socket.close()

    def sent(self, chat_id: int | None = None) -> list[Sent]:
        """What the bot has sent, to one chat or to all, oldest first."""
        with self.world.lock:
            return [sent for sent in self.world.sent if chat_id in (None, sent.chat_id)]

    def calls_of(self, method: str) -> list[Call]:
        """Every call of a method, refused ones too."""
        return [call for call in list(self.calls) if call.method == method]

    def unconfirmed(self) -> list[int]:
        """Ids of the updates that would come again."""
        with self.world.lock:
            return [int(update["update_id"]) for update in self.world.updates]

    def wait_until(self, condition: Callable[[], bool], timeout: float = 10, what: str = "it") -> None:
        """Blocks until the condition holds; looks after each call. Raises AssertionError at the timeout."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while not condition():
                assert time.monotonic() < deadline, f"{what} did not happen within {timeout} s"
                self._changed.wait(0.02)

    def before(self, method: str, do: Callable[[Call], None], *, times: int = 1, when: Predicate = always) -> None:
        """Calls `do` once a call was read and nothing was done."""
        self._hook("before", method, do, times, when)

    def after(self, method: str, do: Callable[[Call], None], *, times: int = 1, when: Predicate = always) -> None:
        """Calls `do` once a call was done, before its answer is written."""
        self._hook("after", method, do, times, when)

    def after_response_bytes(
        self, method: str, do: Callable[[Call], None], *, times: int = 1, when: Predicate = always
    ) -> None:
        """Calls `do` the instant after the answer's bytes are in the caller's socket.

        To be sure that the caller has not read them yet, let a `before` hook SIGSTOP it, and `do` SIGKILL it.
        """
        self._hook("written", method, do, times, when)

    def hold(self, method: str, predicate: Predicate = always, point: Point = "before") -> Hold:
        """Stops calls at a point: `hold.wait_reached()`, then look around, then `hold.release()`."""
        hold = Hold(point, method, predicate)
        self._faults.holds.append(hold)
        return hold

    def fail_next(
        self, method: str, times: int = 1, *, code: int = 500, retry_after: int = 1, when: Predicate = always
    ) -> None:
        """The next calls are refused: 429 with `retry_after` seconds, or any other code, and do nothing."""
        description = f"{PHRASES.get(code, 'Bad Request: test')}{f' {retry_after}' if code == 429 else ''}"
        refusal = Refusal(code, description, retry_after=retry_after) if code == 429 else Refusal(code, description)
        self._faults.failures.append(Failure(method, times, refusal, done_first=False, predicate=when))

    def refuse_next(self, method: str, code: int, description: str, times: int = 1) -> None:
        """The next calls are refused in these words, and do nothing."""
        self._faults.failures.append(Failure(method, times, Refusal(code, description), False, always))

    def never_answer(self, method: str, times: int = 1, *, done: bool = False, when: Predicate = always) -> None:
        """The next calls get no answer at all; `done` says whether they are carried out nevertheless."""
        self._faults.failures.append(Failure(method, times, None, done_first=done, predicate=when))

    def _hook(self, point: Point, method: str, do: Callable[[Call], None], times: int, when: Predicate) -> None:
        self._faults.hooks.append(Hook(point, method, do, when, times))

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        work = [
            asyncio.create_task(self._app.deliver_to_webhook()),
            asyncio.create_task(self._uvicorn.serve(sockets=[self._socket])),
        ]
        await self._ended.wait()
        # Connections are cut, not drained: uvicorn's own way out takes two tenths of a second.
        for listener in self._uvicorn.servers:
            listener.close()
        for connection in list(self._uvicorn.server_state.connections):
            connection.transport.abort()
        for task in work:
            task.cancel()
        await asyncio.gather(*work, return_exceptions=True)

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _pushed(self) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._app.tell)
