"""Decides who serves one inbox row: a command, a tap, a short word about what cannot be read, or the engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.conversation.routes import Routes
from bot.conversation.turn import Turn
from bot.gateway.answering import speaks_of_danger
from bot.gateway.tables import ButtonToken, Chat, InboxRow, OutboxRow
from bot.people import onboarding
from bot.people.tables import Person
from bot.safety import protocol

COMMAND = re.compile(r"/(?P<name>[a-z_]{1,32})(?:@\w+)?(?:\s+(?P<argument>.*))?", re.DOTALL | re.IGNORECASE)
COMMAND_START = re.compile(r"/[a-z_]{1,32}", re.IGNORECASE)
LONGEST_TITLE = 48
FOR_EVERYBODY = frozenset({"safe", "erase", "export", "help", "who_saw"})
"""Commands that also serve someone too young for the rest."""
TAPS_FOR_EVERYBODY = ("safety.", "privacy.")


@dataclass(frozen=True)
class Plan:
    """What to do about one row: `serve` it here, or give `text` to the engine."""

    inbox_id: int
    sender_id: str
    text: str
    serve: Callable[[Turn], None] | None
    dangerous: bool = False
    tapped: bool = False


def plan_for(session: Session, row: InboxRow, routes: Routes) -> Plan:
    """The plan for a waiting row. Reads, never writes: it may be made again after a crash."""
    chat = session.get_one(Chat, row.chat_id)
    person = session.get_one(Person, row.person_id)
    text = (row.body or "").strip()
    if row.kind != "tap" and speaks_of_danger(text):
        return Plan(row.id, chat.sender_id, text, None, dangerous=True)
    return Plan(row.id, chat.sender_id, text, _server(session, row, person, text, routes), tapped=row.kind == "tap")


def _server(
    session: Session, row: InboxRow, person: Person, text: str, routes: Routes
) -> Callable[[Turn], None] | None:
    if row.kind == "tap":
        return _tap(session, row.chat_id, text, routes, person)
    if row.kind == "edited":
        return _say("gateway.edited")
    if row.kind != "text":
        return partial(_cannot_read, kind=row.kind)
    if not text:
        return _say("gateway.empty")
    if text.startswith("/"):
        return _command(person, text, routes)
    if person.age_band == "minor":
        return protocol.younger_person
    token = _button_named(session, row.chat_id, text)
    if token is not None:
        return _tap(session, row.chat_id, token, routes, person)
    if onboarding.must_onboard(person) and not person.waiting_for:
        return onboarding.begin
    return None


def _command(person: Person, text: str, routes: Routes) -> Callable[[Turn], None]:
    match = COMMAND.fullmatch(text)
    if match is None:
        start = COMMAND_START.match(text)
        known = start is not None and start.group()[1:].lower() in routes.commands
        if start is not None and known:
            return _say("gateway.nearly_a_command", command=start.group().lower())
        return _say("gateway.unknown_command", command=start.group() if start else "/")
    name = match["name"].lower()
    if name not in routes.commands:
        return _say("gateway.unknown_command", command=f"/{name}")
    if person.age_band == "minor" and name not in FOR_EVERYBODY:
        return protocol.younger_person
    return partial(_run_command, serve=routes.commands[name], argument=(match["argument"] or "").strip())


def _run_command(turn: Turn, serve: Callable[[Turn, str], None], argument: str) -> None:
    turn.stop_waiting()  # a command changes the subject; the open question can be asked again
    serve(turn, argument)


def _tap(session: Session, chat_id: int, token: str, routes: Routes, person: Person) -> Callable[[Turn], None]:
    button = session.get(ButtonToken, token)
    if button is None or button.chat_id != chat_id:
        return _say("gateway.old_button")
    if button.used_at is not None:
        return _say("gateway.already_tapped")
    payload = button.payload
    if person.age_band == "minor" and not payload["do"].startswith(TAPS_FOR_EVERYBODY):
        return protocol.younger_person
    serve = routes.taps.get(payload["do"])
    if serve is None:
        return _say("gateway.old_button")
    return partial(_run_tap, token=token, serve=serve, args=payload["args"], once=button.once)


def _run_tap(turn: Turn, token: str, serve: Callable[..., None], args: dict[str, object], once: bool) -> None:
    if once:
        _spend(turn, token)
    serve(turn, **args)


def _spend(turn: Turn, token: str) -> None:
    """One tap answers a message: its other buttons are spent with it."""
    message = select(ButtonToken.outbox_id).where(ButtonToken.token == token).scalar_subquery()
    turn.session.execute(
        update(ButtonToken)
        .where(ButtonToken.outbox_id == message, ButtonToken.used_at.is_(None), ButtonToken.once)
        .values(used_at=turn.now)
    )


def _button_named(session: Session, chat_id: int, text: str) -> str | None:
    """The token of a live button of the newest message with buttons, where the text is its title."""
    if len(text) > LONGEST_TITLE:
        return None
    newest = (
        select(ButtonToken.outbox_id)
        .join(OutboxRow, OutboxRow.id == ButtonToken.outbox_id)
        .where(ButtonToken.chat_id == chat_id)
        .order_by(OutboxRow.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    said = _plain(text)
    for button in session.scalars(
        select(ButtonToken).where(ButtonToken.outbox_id == newest, ButtonToken.used_at.is_(None))
    ):
        if _plain(button.payload["title"]) == said:
            return button.token
    return None


def _plain(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())


def _cannot_read(turn: Turn, kind: str) -> None:
    turn.say(f"gateway.{kind}")
    if kind in ("voice", "picture"):
        turn.say_text(protocol.urgent_line(turn))


def _say(key: str, **values: str) -> Callable[[Turn], None]:
    return lambda turn: turn.say_text(turn.words(key, **values))
