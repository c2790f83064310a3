"""Every answer to a reminder does what it says, and an old reminder says what has happened since."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.conversation.reply import Reply
from bot.conversation.turn import Turn
from bot.counselling.assignments import assign, withdraw
from bot.counselling.tables import Assignment
from bot.network.connections import log_connection, undo_last
from bot.network.contacts import set_standing
from bot.network.tables import Connection, Contact
from bot.people.tables import Person
from bot.reminders.planning import plan_for_plan
from bot.reminders.tables import Plan
from bot.skills import exercise
from tests.unit.reminders.conftest import Delivered, Post

DUE = datetime(2026, 3, 15, 17, 0, tzinfo=UTC)


@pytest.fixture
def nudge(post: Post, ben: Contact) -> Delivered:
    """Ben's reminder, just sent."""
    [message] = post.run(days=14, hours=8, minutes=10)
    return message


@pytest.fixture
def plan(post: Post, person: Person, ben: Contact) -> Plan:
    plan = Plan(
        person_id=person.id,
        contact_id=ben.id,
        on_date=date(2026, 3, 5),
        created_at=post.clock.now(),
        words="Hello you.",
    )
    post.session.add(plan)
    post.session.flush()
    plan_for_plan(post.session, person, plan, post.clock.now())
    return plan


@pytest.fixture
def assignment(post: Post, person: Person) -> Assignment:
    return assign(
        post.session,
        person,
        "say_it_with_i",
        due=date(2026, 3, 20),
        reason=None,
        assigned_by="Dana",
        now=post.clock.now(),
        content=post.new_turn().content,
    )


def texts(replies: list[Reply]) -> str:
    return "\n".join(reply.text for reply in replies)


def connections(post: Post) -> list[Connection]:
    return list(post.session.scalars(select(Connection)))


def test_a_preview_names_nobody_without_leave(nudge: Delivered) -> None:
    assert "Ben" not in nudge.reply.text
    assert not any("Ben" in button.title for button in nudge.reply.buttons)


def test_who_is_it_names_them_with_a_first_line_and_every_answer(post: Post, nudge: Delivered) -> None:
    [reply] = post.tap("Who is it?", nudge)
    assert "Ben" in reply.text
    assert "“Hi Ben" in reply.text
    assert [post.title(button.title) for button in reply.buttons] == [
        "Done",
        "I tried",
        "Later",
        "Not now",
        "Stop these",
    ]


def test_with_leave_the_name_is_said_at_once(post: Post, person: Person, ben: Contact) -> None:
    person.names_in_previews = True
    [message] = post.run(days=14, hours=10)
    assert "Ben" in message.reply.text


def test_done_logs_the_contact_and_moves_the_due_date(post: Post, nudge: Delivered) -> None:
    replies = post.tap("Done", nudge)
    [connection] = connections(post)
    assert (connection.happened_on, connection.source) == (date(2026, 3, 15), "reminder")
    assert (nudge.reminder.status, nudge.reminder.answer) == ("answered", "done")
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 29)]
    assert "29 March" in texts(replies)


def test_done_asks_how_it_was_and_who_started(post: Post, nudge: Delivered) -> None:
    _, how = post.tap("Done", nudge)
    [who] = post.tap("Good", how)
    post.tap("They did", who)
    [connection] = connections(post)
    assert (connection.feeling, connection.started_by) == (4, "them")


def test_both_questions_can_be_skipped(post: Post, nudge: Delivered) -> None:
    _, how = post.tap("Done", nudge)
    assert len(post.tap("Skip", how)) == 1


def test_a_feeling_about_an_undone_contact_is_answered_clearly(post: Post, person: Person, nudge: Delivered) -> None:
    _, how = post.tap("Done", nudge)
    undo_last(post.session, person, post.clock.now())
    [reply] = post.tap("Good", how)
    assert "no longer noted" in reply.text


def test_done_twice_logs_once(post: Post, nudge: Delivered) -> None:
    post.tap("Done", nudge)
    replies = post.tap("Done", nudge)
    assert len(connections(post)) == 1
    assert "Ben" in texts(replies)
    assert "29 March" in texts(replies)


def test_done_after_an_undo_logs_again(post: Post, person: Person, nudge: Delivered) -> None:
    post.tap("Done", nudge)
    undo_last(post.session, person, post.clock.now())
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 15)]
    post.tap("Done", nudge)
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 29)]


def test_done_on_an_old_reminder_ends_the_later_attempts(post: Post, nudge: Delivered) -> None:
    post.run(days=2)
    assert [row.attempt for row in post.planned()] == [2]
    post.tap("Done", nudge)
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 31)]


def test_an_old_reminder_tells_of_a_contact_logged_since(
    post: Post, person: Person, ben: Contact, nudge: Delivered
) -> None:
    post.clock.advance(days=1)
    log_connection(post.session, person, [ben], on=date(2026, 3, 14), now=post.clock.now())
    replies = post.tap("Done", nudge)
    assert len(connections(post)) == 1
    assert "14 March" in texts(replies)
    assert (nudge.reminder.status, nudge.reminder.answer) == ("answered", "contact")


def test_an_old_reminder_about_someone_left_alone_says_so(
    post: Post, person: Person, ben: Contact, nudge: Delivered
) -> None:
    set_standing(post.session, person, ben, "ended", post.clock.now())
    assert "I leave Ben out" in texts(post.tap("Done", nudge))
    assert connections(post) == []


def test_an_old_reminder_about_a_removed_contact_says_so(post: Post, ben: Contact, nudge: Delivered) -> None:
    post.session.delete(ben)
    post.session.flush()
    assert "no longer among your people" in texts(post.tap("Done", nudge))


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("In an hour", DUE + timedelta(hours=1, minutes=10)),
        ("Tonight", DUE + timedelta(hours=2)),
        ("Tomorrow", DUE + timedelta(days=1)),
    ],
)
def test_later_adds_an_attempt(post: Post, nudge: Delivered, choice: str, expected: datetime) -> None:
    post.clock.advance_to(DUE + timedelta(minutes=10))
    nudge.reminder.sent_at = DUE
    [ask] = post.tap("Later", nudge)
    post.tap(choice, ask)
    [row] = post.planned()
    assert (row.planned_at, row.attempt, nudge.reminder.status) == (expected, 2, "snoozed")
    assert post.run(days=1, hours=1)[0].at == expected


def test_a_snooze_into_quiet_hours_says_the_real_moment(post: Post, nudge: Delivered) -> None:
    post.clock.advance_to(DUE + timedelta(hours=2, minutes=30))
    [ask] = post.tap("Later", nudge)
    [reply] = post.tap("In an hour", ask)
    assert "tomorrow at 09:00" in reply.text


def test_a_snoozed_reminder_can_still_be_done(post: Post, nudge: Delivered) -> None:
    [ask] = post.tap("Later", nudge)
    post.tap("Tomorrow", ask)
    post.tap("Done", nudge)
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 29)]


def test_tried_blames_nobody_and_comes_back_within_a_week(post: Post, nudge: Delivered) -> None:
    [full] = post.tap("Who is it?", nudge)
    [reply] = post.tap("I tried", full)
    assert [post.title(button.title) for button in reply.buttons] == ["A smaller step", "Give it room", "Tomorrow"]
    assert [row.planned_at for row in post.planned()] == [DUE + timedelta(days=7)]


def test_room_means_a_whole_interval(post: Post, nudge: Delivered) -> None:
    [full] = post.tap("Who is it?", nudge)
    [reply] = post.tap("I tried", full)
    post.tap("Give it room", reply)
    assert [row.on_date for row in post.planned()] == [date(2026, 3, 29)]


def test_two_tries_in_a_row_bring_silence_until_the_next_contact(
    post: Post, person: Person, ben: Contact, nudge: Delivered
) -> None:
    [full] = post.tap("Who is it?", nudge)
    post.tap("I tried", full)
    [second] = post.run(days=8)
    [full] = post.tap("Who is it?", second)
    [reply] = post.tap("I tried", full)
    assert "needs some room" in reply.text
    assert post.run(days=60) == []
    log_connection(post.session, person, [ben], on=post.new_turn().local_now.date(), now=post.clock.now())
    assert len(post.planned()) == 1


def test_not_now_rests_for_a_week_and_takes_a_reason(post: Post, nudge: Delivered) -> None:
    [full] = post.tap("Who is it?", nudge)
    [reply] = post.tap("Not now", full)
    post.tap("Too busy", reply)
    assert (nudge.reminder.answer, nudge.reminder.reason) == ("not_now", "busy")
    assert [row.on_date for row in post.planned()] == [date(2026, 3, 22)]


def test_less_often_doubles_the_interval_once(post: Post, ben: Contact, nudge: Delivered) -> None:
    [full] = post.tap("Who is it?", nudge)
    [reply] = post.tap("Not now", full)
    post.tap("Less often", reply)
    post.tap("Less often", reply)
    assert (ben.ideal_days, ben.cadence_version) == (28, 2)
    assert [row.due_date for row in post.planned()] == [date(2026, 3, 29)]


def test_stop_ends_it_and_can_be_taken_back(post: Post, ben: Contact, nudge: Delivered) -> None:
    [full] = post.tap("Who is it?", nudge)
    [reply] = post.tap("Stop these", full)
    assert post.planned() == []
    assert post.run(days=60) == []
    post.tap("Start again", reply)
    assert ben.ideal_days is None
    assert len(post.run(days=3)) == 1


def test_a_plan_done_is_logged_and_closed(post: Post, plan: Plan) -> None:
    [message] = post.run(days=4, hours=10)
    post.tap("Done", message)
    [connection] = connections(post)
    assert (plan.state, connection.source) == ("done", "plan")
    assert "done already" in texts(post.tap("Done", message))


def test_a_plan_shows_the_persons_own_words(post: Post, plan: Plan) -> None:
    [message] = post.run(days=4, hours=10)
    [reply] = post.tap("What is it?", message)
    assert "Hello you" in reply.text


def test_a_plan_can_be_dropped_or_put_off(post: Post, plan: Plan) -> None:
    [message] = post.run(days=4, hours=10)
    [ask] = post.tap("Later", message)
    post.tap("Tomorrow", ask)
    [again] = post.run(days=1)
    [full] = post.tap("What is it?", again)
    post.tap("Drop it", full)
    assert plan.state == "dropped"
    assert "dropped since" in texts(post.tap("Done", message))


def test_an_offer_leads_into_the_practice(post: Post, assignment: Assignment, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, int | None]] = []

    def start(turn: Turn, module_id: str, assignment_id: int | None = None) -> None:
        started.append((module_id, assignment_id))

    monkeypatch.setattr(exercise, "start", start)
    [message] = post.run(hours=1)
    post.tap("Let's start")
    assert started == [("say_it_with_i", assignment.id)]
    assert message.reminder.answer == "start"


def test_an_offer_put_off_comes_back_tomorrow(post: Post, assignment: Assignment) -> None:
    post.run(hours=1)
    post.tap("Tomorrow")
    offers = [row for row in post.planned() if row.kind == "offer"]
    assert [row.planned_at for row in offers] == [datetime(2026, 3, 2, 17, 0, tzinfo=UTC)]


def test_an_offer_declined_is_gone(post: Post, assignment: Assignment) -> None:
    [message] = post.run(hours=1)
    post.tap("Not for me", message)
    assert assignment.state == "declined"
    assert post.planned() == []
    assert "said no" in texts(post.tap("Let's start", message))


def test_an_offer_taken_back_says_so(post: Post, assignment: Assignment) -> None:
    [message] = post.run(hours=1)
    withdraw(post.session, assignment.id, post.clock.now())
    assert "taken back" in texts(post.tap("Let's start", message))


def test_a_digest_opens_to_names_that_lead_to_each(post: Post, person: Person, ben: Contact) -> None:
    person.daily_cap = 0
    [message] = post.run(days=14, hours=10)
    [opened] = post.tap("Show me", message)
    [full] = post.tap("Ben", opened)
    post.tap("Done", full)
    assert len(connections(post)) == 1
    assert "settled" in texts(post.tap("Show me", message))


def test_somebody_elses_reminder_is_not_found(post: Post, person: Person, nudge: Delivered) -> None:
    nudge.reminder.person_id = "b" * 32
    post.session.flush()
    assert "no longer with me" in texts(post.tap("Done", nudge))
