"""The balance after a kill, drawn from the store and from what arrived: nothing lost, nothing doubled in silence.

Reads through a vault of its own, beside the running app, and trusts no answer of the app's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.gateway.tables import InboxRow, OutboxRow
from bot.network.tables import Connection, ConnectionContact, Contact
from bot.privacy.keys import KeyVault, installation_key
from bot.settings import Settings
from bot.skills.tables import ExerciseRun, PracticeTurn
from bot.store.clock import SystemClock
from bot.store.database import Database
from tests.bot_api.world import Sent

OPEN = ("planned", "sending")


@dataclass(frozen=True)
class Message:
    """A row of the outbox that was sent."""

    id: int
    inbox_id: int | None
    remote_id: str
    text: str
    copies_allowed: int
    """Once, and once more for each attempt that is marked uncertain."""


@dataclass(frozen=True)
class Books:
    """What the store says at one moment."""

    heard: dict[str, str]
    """State of each kept update."""
    answered: frozenset[str]
    """Updates with an answer in the outbox."""
    practised: list[str]
    """Words of every practised turn, in order."""
    logged: list[str]
    """With whom each connection was."""
    running: list[tuple[str, int]]
    """Module and step of running practices."""
    messages: list[Message]
    uncertain: int
    open: int
    """Messages not yet sent."""
    failed: int


class Bookkeeper:
    """Reads the store of a running Kith."""

    def __init__(self, settings: Settings) -> None:
        self.clock = SystemClock()
        self.vault = KeyVault(settings.keys_url, installation_key(settings.key_file), self.clock)
        self.database = Database(settings.database_url, self.vault)

    def close(self) -> None:
        """Give back the connections."""
        self.database.close()
        self.vault.close()

    def waiting_for(self, updates: Sequence[int]) -> bool:
        """Whether any of these updates lacks its answer, or any message waits to be sent."""
        with self.database.read() as session:
            done = session.scalars(select(InboxRow.update_id).where(InboxRow.state != "waiting")).all()
            unsent = session.scalar(select(OutboxRow.id).where(OutboxRow.state.in_(OPEN)).limit(1))
        return unsent is not None or not {str(update) for update in updates} <= set(done)

    def read(self) -> Books:
        """The balance of this moment."""
        with self.database.read() as session:
            inbox = session.scalars(select(InboxRow).order_by(InboxRow.id)).all()
            outbox = session.scalars(select(OutboxRow).order_by(OutboxRow.id)).all()
            turns = session.scalars(select(PracticeTurn).order_by(PracticeTurn.id)).all()
            states = Counter(row.state for row in outbox)
            replied = {row.inbox_id for row in outbox if row.state == "sent"}
            return Books(
                heard={row.update_id: row.state for row in inbox},
                answered=frozenset(row.update_id for row in inbox if row.id in replied),
                practised=[turn.words or "" for turn in turns],
                logged=_logged(session),
                running=_running(session),
                messages=_messages(outbox),
                uncertain=states["uncertain"],
                open=sum(states[state] for state in OPEN),
                failed=states["failed"],
            )


def check_delivery(messages: Sequence[Message], arrived: Sequence[Sent]) -> None:
    """Every message arrived, in order; one that arrived again is marked so.

    A row keeps the remote id of its last copy; a copy before that needs an `uncertain` row of the message.
    """
    left = list(arrived)
    for message in messages:
        copies = 1
        while left and str(left[0].message_id) != message.remote_id:
            copy = left.pop(0)
            copies += 1
            assert copy.text == message.text, f"out of order or never planned: {copy.text!r} before {message.text!r}"
        assert left, f"marked as sent, but never arrived: {message.text!r}"
        assert left.pop(0).text == message.text
        assert copies <= message.copies_allowed, f"{copies} copies, {message.copies_allowed} allowed: {message.text!r}"
    assert not left, f"arrived without a row: {[copy.text for copy in left]}"


def _messages(outbox: Sequence[OutboxRow]) -> list[Message]:
    attempts = Counter(row.repeats for row in outbox if row.state == "uncertain")
    return [
        Message(row.id, row.inbox_id, row.remote_id or "", row.body["text"], 1 + attempts[row.id])
        for row in outbox
        if row.state == "sent"
    ]


def _logged(session: Session) -> list[str]:
    contacts = session.scalars(
        select(Contact)
        .join(ConnectionContact, ConnectionContact.contact_id == Contact.id)
        .join(Connection, Connection.id == ConnectionContact.connection_id)
        .where(Connection.undone_at.is_(None))
        .order_by(Connection.logged_at)
    )
    return [contact.name or "" for contact in contacts]


def _running(session: Session) -> list[tuple[str, int]]:
    runs = session.scalars(select(ExerciseRun).where(ExerciseRun.state == "running"))
    return [(run.module_id, run.step_index) for run in runs]
