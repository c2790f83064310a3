"""The channel-neutral conversation: keeps what comes in, reads it for danger first, answers in order per chat.

Channels call `receive` and read transcripts; they know nothing of what lies behind. Taps and commands are served here,
without the engine; free text goes to the engine, which calls back through the action route.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, Protocol

from sqlalchemy import select

from bot.conversation.turn import Turn
from bot.errors import EngineError, EngineNotReady
from bot.gateway import chats, inbox
from bot.gateway.answering import Answering, speaks_of_danger, wanted_form
from bot.gateway.courtesies import Courtesies
from bot.gateway.dispatch import Plan, plan_for
from bot.gateway.messages import Incoming
from bot.gateway.posting import metadata_for
from bot.gateway.tables import Chat, InboxRow
from bot.gateway.transcripts import Transcripts
from bot.gateway.watching import Watchers
from bot.people.tables import Person
from bot.people.zones import offer_zone
from bot.privacy.keys import KeyVault

log = logging.getLogger(__name__)

TURNS_PER_ENGINE_SESSION = 15
"""The engine's turn grows with the events of its session (design, section 4), so a session is kept short."""
TRIES_OF_A_FAILING_TURN = 3
SLOW_SECONDS = 0.4
"""After that long without an answer a person is shown that one is under way."""


class Engine(Protocol):
    """What the gateway needs of the engine."""

    async def say(self, sender_id: str, text: str, metadata: dict[str, Any]) -> None: ...

    async def wait_until_well(self) -> None: ...

    async def forget(self, sender_id: str) -> None: ...


class NoEngine:
    """Stands for an engine that is switched off: what needs it waits."""

    async def say(self, sender_id: str, text: str, metadata: dict[str, Any]) -> None:
        """Always not ready."""
        raise EngineNotReady("the engine is switched off")

    async def forget(self, sender_id: str) -> None:
        """Always not ready."""
        raise EngineNotReady("the engine is switched off")

    async def wait_until_well(self) -> None:
        """Never comes back; the gateway's stop ends the wait."""
        await asyncio.Event().wait()


class Gateway(Transcripts):
    """One per app process."""

    def __init__(self, answering: Answering, vault: KeyVault, engine: Engine) -> None:
        super().__init__(answering.database)
        self._answering = answering
        self._vault = vault
        self._engine = engine
        self._watchers = Watchers()
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._typing: set[int] = set()
        self.courtesies: list[Courtesies] = []
        self.watch = self._watchers.watch
        answering.on_news.append(self._watchers.ring)

    async def receive(self, incoming: Incoming) -> bool:
        """Keep what came in and see to its answer; False where it was known already.

        When this returns, the message is stored, and whatever spoke of danger has been answered.
        """
        now = self._answering.clock.now()
        with self._answering.database.begin() as session:
            chat = chats.open_chat(session, self._vault, incoming.channel, incoming.address, now)
            row = inbox.keep(session, chat, incoming, now)
            if row is None:
                return False
            if incoming.zone_hint:
                offer_zone(session.get_one(Person, row.person_id), incoming.zone_hint)
            inbox_id, chat_id = row.id, chat.id
        self._watchers.ring(chat_id)
        if incoming.kind != "tap" and speaks_of_danger(incoming.body):
            self._answering.answer_danger(inbox_id)  # at once, before whatever else waits in this chat
        else:
            self._work_on(chat_id)
        return True

    def open_chat(self, channel: str, address: str) -> int:
        """The id of the chat at that address, made where there is none."""
        with self._answering.database.begin() as session:
            return chats.open_chat(session, self._vault, channel, address, self._answering.clock.now()).id

    def find_chat(self, channel: str, address: str) -> int | None:
        """The id of the chat at that address, or None."""
        with self._answering.database.read() as session:
            chat = chats.find_chat(session, self._vault, channel, address)
            return chat.id if chat else None

    def set_reachable(self, channel: str, address: str, reachable: bool) -> None:
        """A channel learned that a person blocked or unblocked us: everything pauses, nothing is deleted."""
        with self._answering.database.begin() as session:
            chat = chats.find_chat(session, self._vault, channel, address)
            person = session.get(Person, chat.person_id) if chat and chat.person_id else None
            if person is not None:
                person.unreachable_since = None if reachable else self._answering.clock.now()

    def is_typing(self, chat_id: int) -> bool:
        """Whether an answer is under way."""
        return chat_id in self._typing

    def is_idle(self, chat_id: int) -> bool:
        """Whether nothing of that chat waits for an answer."""
        worker = self._workers.get(chat_id)
        return worker is None or worker.done()

    def take_up_work(self) -> None:
        """Go on with what was unanswered when the process ended."""
        with self._answering.database.read() as session:
            waiting = inbox.chats_waiting(session)
        for chat_id in waiting:
            self._work_on(chat_id)

    async def settle(self) -> None:
        """Come back once nothing waits for an answer."""
        while working := [worker for worker in self._workers.values() if not worker.done()]:
            await asyncio.gather(*working, return_exceptions=True)

    async def stop(self) -> None:
        """Stop working; what is unanswered stays in the inbox."""
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self._workers.clear()

    def _work_on(self, chat_id: int) -> None:
        worker = self._workers.get(chat_id)
        if worker is None or worker.done():
            self._workers[chat_id] = asyncio.create_task(self._work(chat_id), name=f"chat-{chat_id}")

    async def _work(self, chat_id: int) -> None:
        """Answer everything that waits in one chat, in order, then end."""
        try:
            while self._has_waiting(chat_id):
                await self._answer_all(chat_id)
                await self._bring_in_step(chat_id)  # now, so that the next message need not wait for it
        except EngineError:
            self._lost_step(chat_id)  # nothing waits for an answer: the next message brings it in step
        except Exception as problem:
            # One of the four edges: the row stays in the inbox and is taken up with the chat's next message.
            log.error("chat worker failed: chat=%s error=%s", chat_id, type(problem).__name__)
        finally:
            self._workers.pop(chat_id, None)
            self._watchers.ring(chat_id)

    async def _answer_all(self, chat_id: int) -> None:
        self._typing.add(chat_id)
        slow = asyncio.create_task(self._tell_when_slow(chat_id))
        try:
            while (plan := self._plan_next(chat_id)) is not None:
                await self._carry_out(chat_id, plan)
        finally:
            slow.cancel()
            self._typing.discard(chat_id)
            self._watchers.ring(chat_id)

    def _has_waiting(self, chat_id: int) -> bool:
        with self._answering.database.read() as session:
            return inbox.next_waiting(session, chat_id) is not None

    def _plan_next(self, chat_id: int) -> Plan | None:
        with self._answering.database.read() as session:
            row = inbox.next_waiting(session, chat_id)
            return None if row is None else plan_for(session, row, self._answering.routes)

    async def _carry_out(self, chat_id: int, plan: Plan) -> None:
        if plan.dangerous:
            self._answering.answer_danger(plan.inbox_id)
        elif plan.serve is not None:
            self._answering.answer(plan.inbox_id, plan.serve)
            if plan.tapped:
                for signs in self.courtesies:
                    signs.tapped(plan.inbox_id)
        else:
            await self._ask_engine(chat_id, plan)

    async def _ask_engine(self, chat_id: int, plan: Plan) -> None:
        try:
            await self._bring_in_step(chat_id)
            await self._engine.say(plan.sender_id, plan.text, self._metadata(plan))
        except EngineNotReady:
            self._lost_step(chat_id)
            if not self._is_answered(plan.inbox_id):
                self._tell_to_wait_once(chat_id)
            await self._engine.wait_until_well()
            return
        except EngineError as problem:
            log.error("engine turn failed: inbox=%s error=%s", plan.inbox_id, problem)
            self._lost_step(chat_id)
        if not self._is_answered(plan.inbox_id):
            await self._answer_without_engine(plan)

    def _metadata(self, plan: Plan) -> dict[str, Any]:
        with self._answering.database.read() as session:
            return metadata_for(session, plan.inbox_id, plan.text, self._answering.clock.now())

    async def _bring_in_step(self, chat_id: int) -> None:
        """Start a new session in the engine where it believes in another form than our tables do, or talked long.

        Raises EngineNotReady, EngineError.
        """
        with self._answering.database.read() as session:
            chat = session.get(Chat, chat_id)
            if chat is None or chat.person_id is None:  # erased in the turn that just ended
                return
            person = session.get_one(Person, chat.person_id)
            long = chat.engine_turns >= TURNS_PER_ENGINE_SESSION
            in_step = chat.engine_loop == wanted_form(session, person) and not long
            sender_id = chat.sender_id
        if not in_step:
            await self._engine.say(sender_id, "/session_start", {"inbox_id": None})

    async def _answer_without_engine(self, plan: Plan) -> None:
        """The engine ended its turn and nobody answered: try again a little later, then apologise. Never silence."""
        with self._answering.database.begin() as session:
            row = session.get_one(InboxRow, plan.inbox_id)
            row.attempts += 1
            attempts = row.attempts
        if attempts >= TRIES_OF_A_FAILING_TURN:
            self._answering.answer(plan.inbox_id, _apologise)
        else:
            await asyncio.sleep(0.2 * attempts)

    def _tell_to_wait_once(self, chat_id: int) -> None:
        with self._answering.database.begin() as session:
            chat = session.get_one(Chat, chat_id)
            told, chat.told_to_wait = chat.told_to_wait, True
        if not told:
            self._answering.notice(chat_id, "gateway.starting")

    def _lost_step(self, chat_id: int) -> None:
        with self._answering.database.begin() as session:
            chat = session.get(Chat, chat_id)
            if chat is not None:
                chat.engine_loop = "?"

    def _is_answered(self, inbox_id: int) -> bool:
        with self._answering.database.read() as session:
            state = session.scalar(select(InboxRow.state).where(InboxRow.id == inbox_id))
            return state != "waiting"  # None: the person was erased in this very turn

    async def _tell_when_slow(self, chat_id: int) -> None:
        await asyncio.sleep(SLOW_SECONDS)
        for signs in self.courtesies:
            signs.slow(chat_id)


def _apologise(turn: Turn) -> None:
    turn.say("gateway.apology")
