"""The app: the one place where real parts are wired together. One asyncio process holds gateway, action route,
scheduler, web and Telegram.

`python -m bot.app` runs it under the supervisor; tests and the simulator build an `App` and drive it themselves.
"""

from __future__ import annotations

import asyncio
import logging
import random
import signal
import sys
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.routing import Mount

from bot.conversation.messages import Messages
from bot.conversation.turn import Content
from bot.engine.action_route import ActionRoute
from bot.engine.client import EngineClient
from bot.engine.local_token import local_token
from bot.engine.parent import end_with_parent
from bot.errors import KithError, StoreError
from bot.gateway.answering import Answering
from bot.gateway.courtesies import Courtesies
from bot.gateway.delivery import Delivery
from bot.gateway.gateway import Engine, Gateway
from bot.gateway.routes import ROUTES
from bot.privacy.keys import KeyVault
from bot.privacy.opening import open_vault
from bot.safety.detect import assess
from bot.safety.resources import CrisisResources
from bot.scheduler import start_ticks
from bot.serving import bind, serve
from bot.settings import ROOT, Settings, load_settings
from bot.skills.library import ModuleLibrary
from bot.store.clock import Clock, SystemClock
from bot.store.database import Database
from bot.store.migrate import KEYS, STORE, is_current
from bot.telegram.channel import TelegramChannel
from bot.ticks import Ticks
from bot.webchat.routes import make_webchat

log = logging.getLogger(__name__)


def load_content() -> Content:
    """All content, checked. Raises ContentError with file, line and what to do."""
    folder = ROOT / "skills_content"
    return Content(
        messages=Messages.load(folder / "messages" / "en"),
        modules=ModuleLibrary.load(folder),
        resources=CrisisResources.load(folder / "crisis"),
    )


@dataclass
class App:
    """The wired parts."""

    settings: Settings
    clock: Clock
    vault: KeyVault
    database: Database
    answering: Answering
    gateway: Gateway
    ticks: Ticks

    @classmethod
    def build(
        cls,
        settings: Settings,
        *,
        engine: Engine,
        clock: Clock | None = None,
        chance: random.Random | None = None,
        content: Content | None = None,
    ) -> App:
        """Wire everything but the servers. Raises KithError where content, keys or database are not fit for use."""
        clock = clock or SystemClock()
        vault = open_vault(settings.keys_url, settings.key_file, clock)
        database = Database(settings.database_url, vault)
        for engine_of, history in ((database.engine, STORE), (vault.engine, KEYS)):
            if not is_current(engine_of, history):
                raise StoreError("The database is older than this version of Kith. Run: kith migrate")
        answering = Answering(
            database=database,
            clock=clock,
            content=content or load_content(),
            settings=settings,
            routes=ROUTES,
            chance=chance or random.Random(),
        )
        gateway = Gateway(answering, vault, engine)
        return cls(settings, clock, vault, database, answering, gateway, Ticks(answering, vault, engine))

    async def close(self) -> None:
        """Stop work and give back connections; what is unanswered stays in the inbox."""
        await self.gateway.stop()
        self.database.close()
        self.vault.close()


async def run(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Binds every port before anything starts."""
    token = local_token(settings.home)
    action_socket = bind("KITH_ACTION_PORT", settings.action_port)
    web_socket = bind("KITH_PORT", settings.port)
    engine = EngineClient(settings.engine_url, token)
    app = App.build(settings, engine=engine)
    assess("")  # compiles the safety rules now rather than at somebody's first message
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)

    actions = ActionRoute(app.answering, app.vault, token)
    webchat = make_webchat(app.gateway, local_token=token, messages=app.answering.content.messages)
    telegram = _telegram(app)
    public = Starlette(routes=[*(telegram.routes() if telegram else []), Mount("/", app=webchat)])
    async with serve(actions.app(), action_socket), serve(public, web_socket):
        scheduler = start_ticks(app.ticks.all())
        app.gateway.take_up_work()
        delivery = _deliver(app, telegram) if telegram else None
        if telegram:
            await telegram.start()
        log.info("ready on port %s", settings.port)
        await stop.wait()
        webchat.state.closing.set()
        scheduler.shutdown(wait=False)
        if telegram:
            await telegram.stop()
        if delivery:
            delivery.cancel()
    await app.close()
    await engine.close()


def _telegram(app: App) -> TelegramChannel | None:
    if app.settings.telegram_token is None:
        return None
    notice = app.answering.content.messages.text("gateway.open_private_chat")
    return TelegramChannel(app.settings, app.gateway, notice)


def _deliver(app: App, channel: TelegramChannel) -> asyncio.Task[None]:
    delivery = Delivery(app.database, app.clock, channel)
    delivery.recover()
    app.answering.on_news.append(delivery.ring)
    app.gateway.courtesies.append(Courtesies(app.database, channel))
    return asyncio.create_task(delivery.run(), name="delivery")


def main() -> int:
    """Run under the supervisor: ends when standard input ends, because then the supervisor is gone."""
    try:
        end_with_parent()
        settings = load_settings()
        logging.basicConfig(
            level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s", stream=sys.stderr
        )
        for noisy in ("httpx", "httpcore", "apscheduler", "uvicorn.access", "telegram", "rasa_sdk", "alembic"):
            logging.getLogger(noisy).setLevel(logging.WARNING)
        asyncio.run(run(settings))
    except KithError as problem:
        print(f"kith: {problem}", file=sys.stderr)  # noqa: T201  # the supervisor shows it to the operator
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
