"""One practice from its start to its end, and what is kept of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.network.contacts import add_contact
from bot.people.tables import Person
from bot.reminders.tables import Plan, Reminder
from bot.store.clock import VirtualClock
from tests.unit.skills.conftest import GOOD, MODULE, Practice


def test_a_practice_runs_from_its_start_to_its_end(
    practice: Practice, session: Session, person: Person, clock: VirtualClock
) -> None:
    ben = add_contact(session, person, "Ben", now=clock.now())
    practice.begin()
    assert "1 of 7" in practice.text
    practice.tap("Next")
    assert "2 of 7" in practice.text
    practice.tap("Next")
    practice.do("skills.choose", run=practice.run.id, step="which_one", option="says_it")
    assert "what you saw" in practice.text
    practice.tap("Next")
    practice.type("You never wash your cups.")
    assert "You never wash your cups" in practice.text
    practice.type(GOOD)
    assert "I would change nothing here" in practice.text or "I would leave it just like that" in practice.text
    practice.tap("Next")
    for words in (
        "I know you had a rough week.",
        "I was tense when I saw the pots this morning.",
        "Could you wash them before lunch?",
        "What would work for you?",
    ):
        practice.type(words)
    assert "Tension, turn by turn: 5 → " in practice.text
    practice.tap("Next")
    practice.tap("Ben")
    practice.tap("Tomorrow")
    practice.tap("Use that one")
    plan = session.scalars(select(Plan)).one()
    assert (plan.contact_id, plan.on_date, plan.words) == (ben.id, date(2026, 3, 2), GOOD)
    reminder = session.scalars(select(Reminder).where(Reminder.subject == f"plan:{plan.id}")).one()
    assert reminder.due_date == date(2026, 3, 2)
    practice.tap("Next")
    practice.type("To say what it does to me.")
    assert practice.run.state == "completed"
    assert practice.run.ended_at == clock.now()
    assert "Ben" in practice.text
    assert "Monday, 2 March" in practice.text


def test_every_free_text_is_kept(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("You never wash your cups.")
    practice.type("😀")
    practice.type(GOOD)
    assert [(turn.words, turn.attempt) for turn in practice.written] == [
        ("You never wash your cups.", 1),
        ("😀", 2),
        (GOOD, 3),
    ]
    assert "blame" in practice.written[0].found
    assert practice.written[2].found[:1] == ["i_statement"]


def test_the_words_are_sealed_in_the_store(practice: Practice, session: Session) -> None:
    practice.to_step("your_words")
    practice.type(GOOD)
    assert b"cups" not in practice.written[0].words_sealed
    assert b"cups" not in (practice.run.progress_sealed or b"")


def test_skipping_everything_ends_the_practice_too(practice: Practice) -> None:
    practice.begin()
    for _ in range(7):
        practice.do("skills.skip", run=practice.run.id, step=practice.step_id)
    assert practice.run.state == "completed"


def test_typing_does_what_the_buttons_do(practice: Practice) -> None:
    practice.do("skills.start", module=MODULE)
    practice.type("no")
    practice.type("next")
    practice.type("ok")
    assert practice.step_id == "which_one"
    practice.type("A")
    practice.type("next")
    assert practice.step_id == "your_words"


def test_minutes_left_grow_fewer(practice: Practice) -> None:
    practice.begin()
    assert "about 15 min left" in practice.text
    practice.tap("Next")
    assert "about 14 min left" in practice.text
