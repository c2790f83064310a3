"""One message, one transaction: opens a turn, lets a route answer, keeps the replies and closes the inbox row.

Effect, replies and the mark on the inbox are committed together, so a kill at any moment either loses nothing (the row
is answered again) or repeats nothing (the row is closed).
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from bot.conversation.routes import Routes
from bot.conversation.turn import Content, Turn
from bot.gateway import inbox, outbox
from bot.gateway.tables import Chat, InboxRow, OutboxRow
from bot.people import onboarding
from bot.people.tables import Person
from bot.safety import protocol
from bot.safety.detect import Level, assess
from bot.settings import Settings
from bot.skills import exercise
from bot.store.clock import Clock
from bot.store.database import Database

log = logging.getLogger(__name__)

EXERCISE_FORM = "exercise_form"
QUESTION_FORM = "question_form"


@dataclass
class Answering:
    """What every turn needs, wired once."""

    database: Database
    clock: Clock
    content: Content
    settings: Settings
    routes: Routes
    chance: random.Random
    on_news: list[Callable[[int], None]] = field(default_factory=list)
    """Called with a chat's id once something new was committed for it."""

    def open_turn(self, session: Session, chat: Chat, person: Person, inbox_id: int | None = None) -> Turn:
        """A turn of that person, at the present moment."""
        return Turn(
            session=session,
            person=person,
            chat=chat,
            now=self.clock.now(),
            content=self.content,
            settings=self.settings,
            chance=self.chance,
            inbox_id=inbox_id,
        )

    def answer_danger(self, inbox_id: int) -> None:
        """Answer a text that speaks of danger, by the protocol and with nothing else in between."""
        self.answer(inbox_id, _serve_danger, sorry="gateway.apology_in_danger")

    def answer(self, inbox_id: int, serve: Callable[[Turn], None], sorry: str = "gateway.apology") -> None:
        """Answer one inbox row by `serve`, unless it was answered before."""
        with self.turn(inbox_id, sorry) as turn:
            if turn is not None:
                serve(turn)

    @contextmanager
    def turn(self, inbox_id: int, sorry: str = "gateway.apology") -> Iterator[Turn | None]:
        """A turn to answer one inbox row in; None where it was answered before.

        When the block ends, effect and replies are committed and the row is closed. When it raises, nothing of it
        stays, the person is told so with the message `sorry`, and the error goes no further.
        """
        chat_id = None
        try:
            with self.database.begin() as session:
                row = session.get(InboxRow, inbox_id)
                if row is None or row.state != "waiting":
                    yield None
                    return
                chat = session.get_one(Chat, row.chat_id)
                chat_id = chat.id
                turn = self.open_turn(session, chat, session.get_one(Person, row.person_id), row.id)
                yield turn
                if not turn.erased:
                    self._close(turn, row)
                self.put_replies(turn)
        except Exception as problem:
            # One of the four edges: whatever went wrong, the person gets an answer and their state is kept.
            log.error("turn failed: inbox=%s error=%s", inbox_id, _where(problem))
            self._apologise(inbox_id, sorry)
        self.news(chat_id)

    def put_replies(self, turn: Turn, reminder_id: int | None = None) -> OutboxRow | None:
        """Keep what the turn says in its own transaction; gives back the last row."""
        row = None
        for reply in turn.replies:
            row = outbox.put(
                turn.session,
                turn.chat,
                reply,
                now=turn.now,
                messages=self.content.messages,
                person_id=None if turn.erased else turn.person.id,
                inbox_id=None if turn.erased else turn.inbox_id,
                reminder_id=reminder_id,
            )
        return row

    def news(self, chat_id: int | None) -> None:
        """Tell whoever waits for that chat."""
        if chat_id is not None:
            for ring in self.on_news:
                ring(chat_id)

    def notice(self, chat_id: int, key: str) -> None:
        """Say something from the catalogue outside any turn, such as that an answer will take a moment."""
        with self.database.begin() as session:
            chat = session.get_one(Chat, chat_id)
            if chat.person_id is not None:
                person = session.get_one(Person, chat.person_id)
                turn = self.open_turn(session, chat, person)
                turn.say(key, kind="notice")
                self.put_replies(turn)
        self.news(chat_id)

    def _close(self, turn: Turn, row: InboxRow) -> None:
        assessment = assess(row.body or "")
        if assessment.level is Level.CONCERN and row.kind != "tap":
            protocol.notice_concern(turn, assessment)
        lead_back(turn)
        turn.person.last_seen_at = turn.now
        turn.person.unreachable_since = None
        turn.chat.told_to_wait = False
        inbox.close(row, turn.now)

    def _apologise(self, inbox_id: int, sorry: str) -> None:
        with self.database.begin() as session:
            row = session.get_one(InboxRow, inbox_id)
            chat = session.get_one(Chat, row.chat_id)
            turn = self.open_turn(session, chat, session.get_one(Person, row.person_id), row.id)
            turn.say(sorry)
            self.put_replies(turn)
            chat.engine_loop = "?"
            inbox.close(row, turn.now, "failed")


def speaks_of_danger(text: str) -> bool:
    """Whether a text speaks of risk, so that the safety protocol answers it and nothing else."""
    return bool(text) and assess(text).level in (Level.RISK, Level.IMMINENT)


def _serve_danger(turn: Turn) -> None:
    row = turn.session.get_one(InboxRow, turn.inbox_id)
    protocol.answer_in_crisis(turn, assess(row.body or ""))


def lead_back(turn: Turn) -> None:
    """After something else was served: where the person was, if they were in the middle of something."""
    if turn.in_exercise or turn.person.waiting_for or any(reply.kind == "crisis" for reply in turn.replies):
        return
    if onboarding.must_onboard(turn.person):
        onboarding.remind_where(turn)
    elif exercise.current_run(turn.session, turn.person.id) is not None:
        exercise.remind_where(turn)


def wanted_form(session: Session, person: Person) -> str:
    """Which form the engine should believe to be active: decided by our tables alone."""
    if person.waiting_for:
        return QUESTION_FORM
    return EXERCISE_FORM if exercise.current_run(session, person.id) is not None else ""


def _where(problem: BaseException) -> str:
    """Class and place of an error, without its message, which might quote somebody."""
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    return f"{type(problem).__name__} at {place}"
