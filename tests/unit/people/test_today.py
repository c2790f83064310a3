"""One thing for today, the nearest first."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot.counselling.assignments import assign
from bot.network.contacts import add_contact
from bot.skills.runs import new_run, stop
from bot.store.clock import VirtualClock
from tests.unit.people.conftest import Talk


def test_with_nothing_due_a_practice_is_offered_with_the_reason(talk: Talk) -> None:
    said = talk.command("today")
    assert "Nobody is due" in said
    assert "Say it with I" in said


def test_the_one_who_is_due_longest_is_offered(talk: Talk, session: Session, clock: VirtualClock) -> None:
    add_contact(session, talk.person, "Ben", now=clock.now(), ideal_days=14)
    add_contact(session, talk.person, "Ada", now=clock.now(), ideal_days=10)
    add_contact(session, talk.person, "Far", now=clock.now(), ideal_days=100)
    clock.advance(days=20)
    said = talk.command("today")
    assert "Ada" in said
    assert "20 days" in said
    assert "Ben" not in said
    talk.taps("We talked")


def test_nobody_is_offered_while_reminders_are_paused(talk: Talk, session: Session, clock: VirtualClock) -> None:
    add_contact(session, talk.person, "Ben", now=clock.now(), ideal_days=1)
    clock.advance(days=20)
    talk.command("pause")
    assert "Ben" not in talk.command("today")


def test_what_was_suggested_comes_before_who_is_due(talk: Talk, session: Session, clock: VirtualClock) -> None:
    add_contact(session, talk.person, "Ben", now=clock.now(), ideal_days=1)
    clock.advance(days=20)
    turn = talk.make_turn()
    assign(
        session,
        talk.person,
        "say_it_with_i",
        due=None,
        reason="You spoke of your brother.",
        assigned_by="Kim",
        now=clock.now(),
        content=turn.content,
    )
    assert "your brother" in talk.command("today")


def test_an_open_practice_comes_first_of_all_even_a_stopped_one(talk: Talk, clock: VirtualClock) -> None:
    turn = talk.make_turn()
    run = new_run(turn.session, talk.person.id, turn.content.modules.get("say_it_with_i"), None, turn.now)
    assert "in the middle" in talk.command("today")
    stop(run, clock.now())
    talk.command("today")
    assert talk.button("Go on with it").do == "skills.resume"
    talk.taps("Not today")
