"""Plays a scenario in virtual time against the real services: store, gateway, outbox, reminders, scheduler's ticks."""

from __future__ import annotations

import contextlib
import random
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.app import App, load_content
from bot.cli.scenario import Scenario, Step
from bot.conversation.turn import Content
from bot.counselling import assignments
from bot.engine.action_route import ActionRoute
from bot.engine.local_token import local_token
from bot.engine.process import running_engine
from bot.errors import ContentError, EngineError, UsageError
from bot.gateway.chats import find_chat, open_chat
from bot.gateway.delivery import Delivery
from bot.gateway.gateway import Engine, NoEngine
from bot.gateway.messages import Incoming, OutgoingMessage
from bot.people.tables import Person
from bot.serving import bind, serve
from bot.settings import Settings
from bot.store.clock import VirtualClock

CHANNEL = "telegram"
"""The simulated channel takes Telegram's place: messages are sent to it, one by one, as there."""
SMALLEST_STEP = timedelta(seconds=30)
SEED = 20260301


@dataclass(frozen=True)
class Line:
    """One message, in or out, with its virtual time in the person's zone."""

    at: str
    person: str
    direction: str
    text: str
    buttons: list[str]
    picture: bool
    kind: str

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


class SimulatedChannel:
    """Prints what it is sent, and remembers each person's latest buttons."""

    name = CHANNEL

    def __init__(self, say: Callable[[str, OutgoingMessage], None]) -> None:
        self._say = say
        self._buttons: dict[str, dict[str, str]] = {}

    async def send(self, address: str, message: OutgoingMessage, picture: bytes | None) -> str | None:
        """Take a message; always arrives."""
        tokens = {button.title: button.token for row in message.buttons for button in row}
        if tokens:
            self._buttons[address] = tokens
        self._say(address, message)
        return str(message.id)

    async def show_typing(self, address: str) -> None:
        """Nothing to show."""

    async def spend_buttons(self, address: str, remote_id: str) -> None:
        """Nothing to take away: the next message's buttons take their place."""

    def token(self, address: str, title: str) -> str:
        """The token of a button of the person's latest message with buttons. Raises UsageError with what there is."""
        tokens = self._buttons.get(address, {})
        if title not in tokens:
            raise UsageError(f"{address} has no button {title!r} now; there are: {', '.join(tokens) or 'none'}")
        return tokens[title]


@contextlib.contextmanager
def _naming(step: int) -> Iterator[None]:
    try:
        yield
    except (UsageError, ContentError) as problem:
        raise ContentError(f"Step {step} of the scenario cannot be played: {problem}") from None


class Simulation:
    """One play of one scenario."""

    def __init__(self, scenario: Scenario, settings: Settings, show: Callable[[Line], None]) -> None:
        self._scenario = scenario
        self._settings = settings
        self._show = show
        self._zone = ZoneInfo(scenario.zone)
        self._clock = VirtualClock(scenario.starts_at())
        self._content: Content = load_content()
        self._channel = SimulatedChannel(self._outgoing)
        self._count = 0
        self._app: App | None = None
        self._route: ASGIApp | None = None

    async def play(self) -> None:
        """Play every step. Raises ContentError, with the step's number, for one that cannot be played."""
        async with self._engine() as engine:
            app, delivery = self._build(engine)
            try:
                for number, step in enumerate(self._scenario.steps, start=1):
                    with _naming(number):
                        app, delivery = await self._step(step, app, delivery, engine)
            finally:
                await self._app_now().close()

    async def _step(self, step: Step, app: App, delivery: Delivery, engine: Engine) -> tuple[App, Delivery]:
        await self._run_until(app, delivery, self._scenario.starts_at() + step.at)
        if step.restart:
            await app.close()
            app, delivery = self._build(engine)
            delivery.recover()
            app.gateway.take_up_work()
        elif step.assign is not None:
            self._assign(step, app)
        elif step.person is not None:
            await self._person_acts(step, app, step.person)
        await self._settle(app, delivery)
        return app, delivery

    def _build(self, engine: Engine) -> tuple[App, Delivery]:
        app = App.build(
            self._settings, engine=engine, clock=self._clock, chance=random.Random(SEED), content=self._content
        )
        self._app, self._route = app, None
        return app, Delivery(app.database, app.clock, self._channel)

    def _app_now(self) -> App:
        if self._app is None:
            raise EngineError("the engine called before the app was there")
        return self._app

    async def _run_until(self, app: App, delivery: Delivery, moment: datetime) -> None:
        """Jump from one due moment to the next, ticking at each, up to `moment`."""
        while (due := app.ticks.next_moment()) is not None and due <= moment:
            self._clock.advance_to(max(due, self._clock.now() + SMALLEST_STEP))
            await self._settle(app, delivery)
        self._clock.advance_to(moment)
        await self._settle(app, delivery)

    async def _settle(self, app: App, delivery: Delivery) -> None:
        await app.ticks.run_all()
        await app.gateway.settle()
        while await delivery.deliver_next():
            pass

    async def _person_acts(self, step: Step, app: App, name: str) -> None:
        self._meet(app, name)
        self._count += 1
        kind, body, shown = ("text", step.says or "", step.says or "")
        if step.taps is not None:
            kind, body, shown = "tap", self._channel.token(name, step.taps), step.taps
        self._show(self._line(name, "in", shown, [], False, kind))
        incoming = Incoming(CHANNEL, name, f"simulated-{self._count}", "tap" if kind == "tap" else "text", body)
        await app.gateway.receive(incoming)

    def _meet(self, app: App, name: str) -> None:
        """Make the person on their first act, in the scenario's zone."""
        with app.database.begin() as session:
            if find_chat(session, app.vault, CHANNEL, name) is not None:
                return
            chat = open_chat(session, app.vault, CHANNEL, name, self._clock.now())
            person = session.get_one(Person, chat.person_id)
            person.zone = self._scenario.zone
            if self._scenario.onboarded:
                person.onboarding_step, person.age_band = None, "adult"

    def _assign(self, step: Step, app: App) -> None:
        self._meet(app, step.to or "")
        with app.database.begin() as session:
            chat = open_chat(session, app.vault, CHANNEL, step.to or "", self._clock.now())
            due = (self._clock.now() + step.due).astimezone(self._zone).date() if step.due else None
            assignments.assign(
                session,
                session.get_one(Person, chat.person_id),
                step.assign or "",
                due=due,
                reason=step.reason,
                assigned_by=step.counsellor or "",
                now=self._clock.now(),
                content=self._content,
            )

    def _outgoing(self, address: str, message: OutgoingMessage) -> None:
        titles = [button.title for row in message.buttons for button in row]
        self._show(self._line(address, "out", message.text, titles, message.picture is not None, message.kind))

    def _line(self, person: str, direction: str, text: str, buttons: list[str], picture: bool, kind: str) -> Line:
        at = self._clock.now().astimezone(self._zone).isoformat(timespec="seconds")
        return Line(at, person, direction, text, buttons, picture, kind)

    @contextlib.asynccontextmanager
    async def _engine(self) -> AsyncIterator[Engine]:
        if not self._scenario.engine:
            yield NoEngine()
            return
        token = local_token(self._settings.home)
        async with (
            serve(self._actions, bind("KITH_ACTION_PORT", self._settings.action_port)),
            running_engine(self._settings, token) as engine,
        ):
            yield engine

    async def _actions(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The action route of the app of the moment: a restart in the scenario puts another in its place."""
        if self._route is None:
            route = ActionRoute(self._app_now().answering, self._app_now().vault, local_token(self._settings.home))
            self._route = route.app()
        await self._route(scope, receive, send)
