"""A person with a row in every table, for tests of export and erasure."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.counselling.tables import Assignment
from bot.gateway.tables import ButtonToken, Chat, InboxRow, OutboxRow
from bot.insight.tables import FigureMember, ReleasedFigure
from bot.network.tables import Connection, ConnectionContact, Contact
from bot.people.tables import Consent, Person
from bot.privacy.looks import record_look
from bot.reminders.tables import Plan, Reminder
from bot.safety.tables import SafetyEvent
from bot.skills.tables import ExerciseRun, PracticeTurn

TODAY = date(2026, 3, 1)


def fill_every_table(session: Session, person: Person, chat: Chat, now: datetime) -> None:
    """Give the person something in each table that can hold something of theirs."""
    person_id = person.id
    contact = Contact(person_id=person_id, name="Ben", created_at=now)
    connection = Connection(person_id=person_id, happened_on=TODAY, note="He listened", logged_at=now)
    run = ExerciseRun(person_id=person_id, module_id="m", module_version=1, started_at=now, updated_at=now)
    figure = ReleasedFigure(asked_id="q", figure="f", period="2026-W09", filter={}, asked_by="Lee", asked_at=now)
    session.add_all([contact, connection, run, figure])
    session.flush()
    session.add_all(
        [
            ConnectionContact(person_id=person_id, connection_id=connection.id, contact_id=contact.id),
            PracticeTurn(person_id=person_id, run_id=run.id, step_id="s", attempt=1, words="I felt", written_at=now),
            Assignment(
                person_id=person_id,
                module_id="m",
                module_version=1,
                reason="You asked for it",
                assigned_by="Ana",
                created_at=now,
            ),
            Reminder(person_id=person_id, subject="contact:1", kind="reach_out", due_date=TODAY, planned_at=now),
            Plan(person_id=person_id, on_date=TODAY, created_at=now, words="Hey Ben"),
            Consent(person_id=person_id, category="progress", version="1", given=True, decided_at=now),
            FigureMember(person_id=person_id, released_id=figure.id),
        ]
    )
    record_look(session, person_id, "Ana", "progress", now)
    add_messages(session, person_id, chat, now)
    session.flush()


def add_messages(session: Session, person_id: str, chat: Chat, now: datetime) -> None:
    """An ordinary message, a tap, and a message of a crisis, each with its reply."""
    token = token_of(chat)
    for number, (kind, body) in enumerate([("text", "I rang Ben"), ("tap", token), ("text", "dark words")], start=1):
        row = InboxRow(
            person_id=person_id,
            chat_id=chat.id,
            channel=chat.channel,
            update_id=f"{chat.id}-{number}",
            kind=kind,
            body=body,
            received_at=now,
        )
        session.add(row)
        session.flush()
        add_reply(session, person_id, chat, now, row.id, "crisis" if body == "dark words" else "reply")
        if body == "dark words":
            session.add(
                SafetyEvent(person_id=person_id, inbox_id=row.id, level="risk", kinds=["suicide"], noticed_at=now)
            )
    session.add(
        ButtonToken(
            token=token, person_id=person_id, chat_id=chat.id, created_at=now, payload={"do": "x", "title": "Done"}
        )
    )


def token_of(chat: Chat) -> str:
    """The token of the chat's one button."""
    return f"token-{chat.id}"


def add_reply(session: Session, person_id: str | None, chat: Chat, now: datetime, inbox_id: int, kind: str) -> None:
    """One message of Kith's, as the gateway keeps it."""
    token = token_of(chat)
    body = {
        "text": f"A {kind}",
        "buttons": [[{"title": "Done", "token": token}]],
        "picture": None,
        "document": {"filename": "old.json", "media_type": "application/json", "text": "an older export"},
    }
    session.add(
        OutboxRow(
            person_id=person_id,
            chat_id=chat.id,
            channel=chat.channel,
            inbox_id=inbox_id,
            kind=kind,
            created_at=now,
            state="sent",
            body=body,
        )
    )
