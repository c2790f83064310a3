"""What is due is said once, at an allowed moment, in the right order, and never above the cap."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.counselling.assignments import assign
from bot.network.contacts import add_contact
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.reminders.firing import claim, fire_due, mark_failed, mark_uncertain, next_moment
from bot.reminders.planning import plan_one_off
from bot.reminders.tables import Reminder
from bot.skills.tables import ExerciseRun
from bot.store.database import Database
from tests.unit.reminders.conftest import Post

DUE = datetime(2026, 3, 15, 17, 0, tzinfo=UTC)
"""Ben's day: six in the evening in Berlin."""


def add(
    post: Post,
    person: Person,
    name: str,
    *,
    ring: int = 2,
    ideal_days: int | None = None,
    max_days: int | None = None,
) -> Contact:
    now = post.clock.now()
    return add_contact(post.session, person, name, now=now, ring=ring, ideal_days=ideal_days, max_days=max_days)


def test_a_reminder_goes_out_at_the_persons_hour_and_only_once(post: Post, ben: Contact) -> None:
    [message] = post.run(days=15)
    assert message.at == DUE
    assert message.reminder.sent_at == DUE
    assert post.tick() == 0


def test_it_follows_the_clocks_into_summer(post: Post, person: Person) -> None:
    add(post, person, "Ana", ideal_days=28)  # 29 March, the night on which the hour is lost
    [message] = post.run(days=28, hours=12)
    assert message.at == datetime(2026, 3, 29, 16, 0, tzinfo=UTC)


def test_a_row_is_claimed_by_one_only(session: Session, ben: Contact, post: Post) -> None:
    [row] = post.planned()
    assert claim(session, row, DUE)
    assert not claim(session, row, DUE)
    assert (row.status, row.claimed_at) == ("sending", DUE)


def test_a_second_scheduler_finds_nothing_left(database: Database, vault: KeyVault, post: Post, ben: Contact) -> None:
    post.clock.advance_to(DUE)
    assert post.tick() == 1
    post.session.commit()
    with database.begin() as other:
        assert fire_due(other, DUE, post.make_turn, post.deliver) == 0


def test_what_fell_due_during_an_outage_is_said_once_and_late(post: Post, ben: Contact) -> None:
    post.clock.advance_to(DUE + timedelta(days=40, hours=5))  # eleven at night
    post.tick()
    assert post.out == []
    [message] = post.run(hours=20)
    local = message.at.astimezone(ZoneInfo("Europe/Berlin"))
    assert (local.hour, local.minute) == (9, 0)


def test_nothing_is_said_in_quiet_hours_even_if_a_row_says_so(post: Post, ben: Contact) -> None:
    [row] = post.planned()
    row.planned_at = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    [message] = post.run(days=2)
    assert message.at == datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("field", ["paused_at", "unreachable_since"])
def test_a_paused_or_unreachable_person_hears_nothing_and_loses_nothing(
    post: Post, person: Person, ben: Contact, field: str
) -> None:
    setattr(person, field, post.clock.now())
    assert post.run(days=30) == []
    setattr(person, field, None)
    assert len(post.run(hours=24)) == 1


def test_ordinary_reminders_are_held_after_a_crisis(post: Post, person: Person, ben: Contact) -> None:
    person.held_until = DUE + timedelta(hours=48)
    [message] = post.run(days=18)
    assert message.at == person.held_until


def test_a_minor_is_not_reminded(post: Post, person: Person, ben: Contact) -> None:
    person.age_band = "minor"
    assert post.run(days=20) == []


def test_a_running_practice_is_not_interrupted(post: Post, person: Person, ben: Contact) -> None:
    run = ExerciseRun(
        person_id=person.id,
        module_id="say_it_with_i",
        module_version=1,
        started_at=DUE - timedelta(minutes=10),
        updated_at=DUE - timedelta(minutes=10),
    )
    post.session.add(run)
    [message] = post.run(days=15)
    assert message.at == DUE + timedelta(minutes=30)


def test_an_open_question_that_was_just_asked_comes_first(post: Post, person: Person, ben: Contact) -> None:
    person.waiting_for, person.last_seen_at = {"flow": "people.name", "args": {}}, DUE
    [message] = post.run(days=15)
    assert message.at == DUE + timedelta(minutes=30)


def test_without_a_chat_it_waits(post: Post, ben: Contact) -> None:
    post.has_chat = False
    assert post.run(days=14, hours=10) == []
    post.has_chat = True
    assert len(post.run(days=1)) == 1


def test_above_the_cap_one_digest_names_the_rest(post: Post, person: Person) -> None:
    person.names_in_previews = True
    for name in ("Ana", "Ben", "Cem", "Dora"):
        add(post, person, name)
    first, second, digest = (message.reply.text for message in post.run(days=14, hours=12))
    assert "Ana" in first
    assert "Ben" in second
    assert "Cem, Dora" in digest


def test_rows_of_one_digest_share_its_fate(post: Post, person: Person) -> None:
    for name in ("Ana", "Ben", "Cem", "Dora"):
        add(post, person, name)
    post.run(days=14, hours=12)
    assert [row.status for row in post.rows()] == ["sent"] * 4
    assert len({row.outbox_id for row in post.rows()}) == 3


def test_after_the_digest_the_day_is_over(post: Post, person: Person) -> None:
    for name in ("Ana", "Ben", "Cem"):
        add(post, person, name)
    late = add(post, person, "Dora")
    [*_, row] = post.planned()
    row.planned_at = DUE + timedelta(hours=1)
    messages = post.run(days=14, hours=15)
    assert len(messages) == 3
    [waiting] = post.planned()
    assert (waiting.subject, waiting.planned_at) == (f"contact:{late.id}", DUE + timedelta(days=1))


def test_overdue_comes_before_due_and_inner_before_outer(post: Post, person: Person) -> None:
    person.daily_cap = 5
    outer = add(post, person, "Outer", ring=3, ideal_days=14)
    inner = add(post, person, "Inner", ring=1, ideal_days=14, max_days=20)
    late = add(post, person, "Late", ring=3, ideal_days=14, max_days=14)
    messages = post.run(days=14, hours=12)
    expected = [f"contact:{contact.id}" for contact in (late, inner, outer)]
    assert [message.reminder.subject for message in messages] == expected


def test_without_an_answer_two_more_attempts_follow_and_then_silence(post: Post, ben: Contact) -> None:
    messages = post.run(days=120)
    assert [message.at.date() for message in messages] == [date(2026, 3, 15), date(2026, 3, 18), date(2026, 3, 23)]
    assert [row.status for row in post.rows()] == ["unanswered"] * 3
    assert [row.attempt for row in post.rows()] == [1, 2, 3]
    assert next_moment(post.session) is None


def test_an_uncertain_reminder_is_not_repeated_but_counts_as_an_attempt(post: Post, ben: Contact) -> None:
    post.arrives = False
    post.run(days=14, hours=12)
    mark_uncertain(post.session, post.out[0].reminder.id, post.clock.now())
    first, second = post.rows()
    assert (first.status, second.status) == ("uncertain", "planned")
    assert second.planned_at == DUE + timedelta(days=3)


def test_a_failed_reminder_is_tried_anew_the_next_day_a_few_times(post: Post, ben: Contact) -> None:
    post.arrives = False
    days = []
    for _ in range(6):
        for message in post.run(days=15):
            days.append(message.at.date())
            mark_failed(post.session, message.reminder.id, post.clock.now())
    assert len(days) == 3
    assert next_moment(post.session) is None


def test_a_one_off_is_said_once_and_then_left(post: Post, person: Person, ben: Contact) -> None:
    plan_one_off(post.session, person, ben, date(2026, 3, 4), 10 * 60, post.clock.now())
    messages = post.run(days=10)
    assert [message.at for message in messages] == [datetime(2026, 3, 4, 9, 0, tzinfo=UTC)]


def test_an_offer_goes_out_with_its_reason_and_marks_the_assignment(post: Post, person: Person) -> None:
    assignment = assign(
        post.session,
        person,
        "say_it_with_i",
        due=date(2026, 3, 20),
        reason="Mornings are tense.",
        assigned_by="Dana",
        now=post.clock.now(),
        content=post.new_turn().content,
    )
    [message] = post.run(hours=1)
    assert "Mornings are tense." in message.reply.text
    assert (message.reply.kind, assignment.state) == ("offer", "offered")


def test_what_lost_its_point_is_not_said(post: Post, ben: Contact) -> None:
    ben.standing = "died"
    assert post.run(days=20) == []
    assert [row.status for row in post.rows()] == ["cancelled"]


def test_one_persons_trouble_does_not_hold_up_another(post: Post, ben: Contact, vault: KeyVault) -> None:
    other = Person(created_at=post.clock.now(), zone="Europe/Berlin", name="Jo", onboarding_step=None, id="0" * 32)
    vault.create_key(other.id)
    post.session.add(other)
    post.session.flush()
    add(post, other, "Zoe")
    post.session.flush()
    post.session.expire_all()
    vault.destroy_key(other.id)
    post.clock.advance_to(DUE)
    other_row = post.session.scalars(select(Reminder).where(Reminder.person_id == other.id)).one()

    def make_turn(session: Session, whose: Person) -> object:
        turn = post.new_turn()
        turn.person = whose
        whose.names_in_previews = True
        return turn

    assert fire_due(post.session, DUE, make_turn, post.deliver) == 1  # type: ignore[arg-type]
    assert (other_row.status, other_row.planned_at) == ("planned", DUE + timedelta(hours=1))


def test_texts_rotate(post: Post, person: Person) -> None:
    person.daily_cap = 10
    for number in range(6):
        add(post, person, f"Friend {number}", ideal_days=5 + number)
    post.run(days=12)
    said = [message.reminder.text_variant for message in post.out]
    assert len(said) > 5
    assert all(one != following for one, following in pairwise(said))
