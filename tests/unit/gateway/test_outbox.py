"""The outbox: order, pauses, and what becomes of a message that was under way when everything stopped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.messages import Messages
from bot.conversation.reply import Button
from bot.gateway import outbox
from bot.gateway.tables import ButtonToken, Chat, OutboxRow
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.gateway.letters import PUSHED, push_chat, reminder_under_way, states, write

Write = Callable[..., OutboxRow]
Claim = Callable[[], str | None]


@pytest.fixture
def pushed(session: Session, person: Person, clock: VirtualClock) -> Chat:
    return push_chat(session, person, clock)


@pytest.fixture
def put(session: Session, pushed: Chat, clock: VirtualClock, messages: Messages) -> Write:
    """Writes into the pushed chat, or into another one."""

    def into(text: str, chat: Chat = pushed, **how: object) -> OutboxRow:
        return write(session, chat, text, clock, messages, **how)  # type: ignore[arg-type]

    return into


@pytest.fixture
def claim(session: Session, clock: VirtualClock) -> Claim:
    """Takes the next message and gives back its text."""

    def take() -> str | None:
        row = outbox.claim_next(session, PUSHED, clock.now())
        return None if row is None else str(row.body["text"])

    return take


def crash(session: Session, clock: VirtualClock) -> list[OutboxRow]:
    """Everything stopped, and starts anew."""
    session.flush()
    reminders = outbox.recover(session, PUSHED, clock.now())
    session.flush()
    return reminders


def test_a_channel_that_is_looked_at_has_a_message_at_once(put: Write, chat: Chat, claim: Claim) -> None:
    assert put("Hello.", chat).state == "sent"
    assert claim() is None


def test_a_channel_that_is_sent_to_gets_a_message_planned(put: Write) -> None:
    row = put("Hello.")
    assert (row.state, row.sent_at) == ("planned", None)


def test_a_button_becomes_a_token_that_says_what_it_does(put: Write, session: Session) -> None:
    row = put("Which?", buttons=[Button(f"B{number}", "pick", {"number": number}) for number in range(4)])
    assert [[button["title"] for button in line] for line in row.body["buttons"]] == [["B0", "B1", "B2"], ["B3"]]
    token = session.get_one(ButtonToken, row.body["buttons"][1][0]["token"])
    assert token.payload == {"do": "pick", "args": {"number": 3}, "title": "B3"}


def test_a_spent_button_is_shown_as_spent(put: Write, session: Session, clock: VirtualClock) -> None:
    row = put("Which?", buttons=[Button("Tea", "pick")])
    session.scalars(select(ButtonToken)).one().used_at = clock.now()
    session.flush()
    [[button]] = outbox.shown(row, outbox.spent_tokens(session, [row.id])).buttons
    assert button.spent


def test_messages_of_one_chat_go_one_after_the_other(put: Write, claim: Claim) -> None:
    first = put("one")
    put("two")
    assert [claim(), claim()] == ["one", None]
    first.state = "sent"
    assert claim() == "two"


def test_a_chat_whose_message_waits_holds_up_no_other_chat(
    put: Write, claim: Claim, session: Session, person: Person, clock: VirtualClock
) -> None:
    other = push_chat(session, person, clock, "8")
    outbox.put_back(put("one"), clock.now())
    put("two")
    put("other", other)
    assert [claim(), claim()] == ["other", None]


def test_a_crisis_message_waits_for_nothing(put: Write, claim: Claim, clock: VirtualClock) -> None:
    outbox.put_back(put("one"), clock.now())
    put("two")
    put("help", kind="crisis")
    assert claim() == "help"


def test_another_channels_messages_are_left_alone(put: Write, session: Session, clock: VirtualClock) -> None:
    put("one")
    assert outbox.claim_next(session, "other", clock.now()) is None


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 2), (2, 4), (5, 32), (10, 600), (5000, 600)])
def test_the_pause_grows_up_to_ten_minutes(put: Write, clock: VirtualClock, attempt: int, seconds: int) -> None:
    row = put("one")
    row.attempts = attempt
    outbox.put_back(row, clock.now())
    assert row.not_before is not None
    assert (row.not_before - clock.now()).total_seconds() == seconds


def test_what_the_channel_asks_for_counts_more_than_our_own_pause(put: Write, clock: VirtualClock) -> None:
    row = put("one")
    outbox.put_back(row, clock.now(), 37)
    assert row.not_before is not None
    assert (row.not_before - clock.now()).total_seconds() == 37


def test_a_message_waits_for_its_time(put: Write, claim: Claim, session: Session, clock: VirtualClock) -> None:
    outbox.put_back(put("one"), clock.now(), 10)
    session.flush()
    assert claim() is None
    moment = outbox.next_moment(session, PUSHED)
    assert moment is not None
    clock.advance_to(moment)
    assert claim() == "one"


def test_a_reply_under_way_at_a_crash_is_marked_uncertain_and_sent_again_in_its_place(
    put: Write, claim: Claim, session: Session, clock: VirtualClock
) -> None:
    row = put("one")
    put("two")
    claim()
    crash(session, clock)
    assert states(session) == [("one", "planned"), ("two", "planned"), ("one", "uncertain")]
    assert session.scalars(select(OutboxRow.repeats).where(OutboxRow.state == "uncertain")).one() == row.id
    assert claim() == "one"


def test_an_uncertain_row_itself_is_never_sent(put: Write, claim: Claim, session: Session, clock: VirtualClock) -> None:
    row = put("one")
    claim()
    crash(session, clock)
    row.state = "sent"
    assert claim() is None


def test_a_crash_leaves_one_uncertain_row_and_a_second_crash_one_more(
    put: Write, claim: Claim, session: Session, clock: VirtualClock
) -> None:
    put("one")
    put("two")
    for _ in range(2):
        claim()
        crash(session, clock)
    assert [state for _, state in states(session)].count("uncertain") == 2
    crash(session, clock)
    assert [state for _, state in states(session)].count("uncertain") == 2


@pytest.mark.parametrize("kind", ["reminder", "offer"])
def test_a_reminder_under_way_at_a_crash_is_not_sent_again(
    put: Write, claim: Claim, session: Session, person: Person, clock: VirtualClock, kind: str
) -> None:
    reminder = reminder_under_way(session, person, clock)
    row = put("Ben?", reminder_id=reminder.id, kind=kind)
    claim()
    assert crash(session, clock) == [row]
    assert states(session) == [("Ben?", "uncertain")]
    assert claim() is None


def test_a_reminder_shown_because_somebody_asked_is_sent_again(
    put: Write, claim: Claim, session: Session, clock: VirtualClock
) -> None:
    put("Ben?", kind="reminder")
    claim()
    assert crash(session, clock) == []
    assert claim() == "Ben?"


def test_a_crisis_message_under_way_at_a_crash_is_sent_again(
    put: Write, claim: Claim, session: Session, clock: VirtualClock
) -> None:
    put("help", kind="crisis")
    claim()
    crash(session, clock)
    assert claim() == "help"
