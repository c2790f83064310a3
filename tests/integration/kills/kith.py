"""A Kith whose processes can be killed at a chosen moment."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager

from bot.cli.instances import Instance, running_instance, start, wait_until_answering
from tests.bot_api import TOKEN, BotApiServer
from tests.bot_api.world import Sent
from tests.integration.kills import processes
from tests.integration.kills.books import Bookkeeper
from tests.integration.kills.processes import Name
from tests.integration.kills.proxy import LOOPBACK, Proxy, Request
from tests.integration.kills.talk import Talk

STRIKE_SECONDS = 30.0
ANA = 7


class Strike:
    """Freezes or kills certain processes when it is called, from whatever thread, and says that it did."""

    def __init__(self, pids: list[int]) -> None:
        self._pids = pids
        self._struck = threading.Event()

    def freeze(self, *_: object) -> None:
        """They run no further, but their sockets still take what is written to them."""
        for pid in self._pids:
            processes.freeze(pid)

    def __call__(self, *_: object) -> None:
        for pid in self._pids:
            processes.kill(pid)
        self._struck.set()

    def wait(self) -> None:
        """Blocks until it has struck. Raises AssertionError where it never does."""
        assert self._struck.wait(STRIKE_SECONDS), "the conversation never came to the point of the kill"


class Kith:
    """Supervisor, app and engine; the Bot API server; and the proxies between app and engine."""

    def __init__(self, instance: Instance, server: BotApiServer, to_engine: Proxy, to_app: Proxy) -> None:
        self.server = server
        self.to_engine = to_engine
        self.to_app = to_app
        self.supervisor = instance.process
        self._instance = instance
        self._uncertain = 0
        self._environment = _environment(server, to_engine, to_app)
        self.talk = Talk(server, Bookkeeper(instance.settings), ANA)

    def strike(self, *names: Name) -> Strike:
        """A strike at these processes as they run now."""
        return Strike([processes.child_of(self.supervisor.pid, name) for name in names])

    def children(self) -> list[int]:
        """The process ids of app and engine."""
        return [processes.child_of(self.supervisor.pid, name) for name in processes.COMMANDS]

    def stands(self, uncertain: Collection[int] = (0,)) -> list[Sent]:
        """The conversation goes on, the books balance, and the kill left one of so many messages marked uncertain.

        Gives back what arrived meanwhile, copies too.
        """
        self.talk.settle()
        arrived = self.talk.news()
        left = self.talk.check().uncertain
        assert left - self._uncertain in uncertain
        self.talk.goes_on()
        assert self.talk.check().uncertain == left
        self._uncertain = left
        return arrived

    def start_again(self) -> None:
        """A new `kith up` in the same folder, after the supervisor was killed."""
        self.supervisor.wait()
        self.supervisor = start(self._instance.settings, self._environment)
        wait_until_answering(self._instance.settings, self.supervisor)

    def close(self) -> None:
        """Stop what was started again, and close the books."""
        if self.supervisor is not self._instance.process:
            _end(self.supervisor)
        self.talk.books.close()


def saying(text: str) -> Callable[[Request], bool]:
    """Matches the message that hands this text to the engine."""
    return lambda request: request.json.get("message") == text


def about(text: str) -> Callable[[Request], bool]:
    """Matches the action call that this text led to."""
    return lambda request: request.json.get("tracker", {}).get("latest_message", {}).get("text") == text


@contextmanager
def running_kith() -> Iterator[Kith]:
    """A Kith with somebody in the middle of a practice."""
    with ExitStack() as stack:
        server = stack.enter_context(BotApiServer())
        to_engine, to_app = stack.enter_context(Proxy()), stack.enter_context(Proxy())
        instance = stack.enter_context(running_instance(_environment(server, to_engine, to_app)))
        to_engine.upstream = instance.settings.engine_port
        to_app.upstream = instance.settings.action_port
        kith = Kith(instance, server, to_engine, to_app)
        stack.callback(kith.close)
        kith.talk.begin()
        yield kith


def _environment(server: BotApiServer, to_engine: Proxy, to_app: Proxy) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": server.url,
        "KITH_ENGINE_URL": f"http://{LOOPBACK}:{to_engine.port}",
        "KITH_ACTION_URL": f"http://{LOOPBACK}:{to_app.port}/webhook",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait()
