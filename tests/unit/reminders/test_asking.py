"""`/remind` and its free-text sisters: set, list, call off; strict about days, kind about it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.conversation.reply import Reply
from bot.network.contacts import add_contact, set_standing
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.routes import ROUTES
from bot.reminders.rows import ONE_OFF
from bot.reminders.tables import Reminder
from tests.unit.reminders.conftest import Post


def one_offs(post: Post) -> list[Reminder]:
    return [row for row in post.planned() if row.kind == ONE_OFF]


def hears(post: Post, intent: str, text: str) -> list[Reply]:
    turn = post.new_turn()
    ROUTES.intents[intent](turn, text)
    post.session.flush()
    return turn.replies


def answers(post: Post, text: str) -> list[Reply]:
    turn = post.new_turn()
    question = turn.person.waiting_for
    ROUTES.answers[question["flow"]](turn, text, **question["args"])
    post.session.flush()
    return turn.replies


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("Ben on=tomorrow", "2026-03-02T17:00"),
        ("ben on=friday 18:30", "2026-03-06T17:30"),
        ('"Ben" on="20 March at 7pm"', "2026-03-20T18:00"),
        ("on=2026-04-01 Ben", "2026-04-01T16:00"),
    ],
)
def test_a_reminder_is_set_for_a_day_in_words(post: Post, ben: Contact, argument: str, expected: str) -> None:
    [reply] = post.says(argument)
    [row] = one_offs(post)
    assert row.planned_at == datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert "Ben" in reply.text


def test_a_time_in_quiet_hours_is_moved_and_said(post: Post, ben: Contact) -> None:
    [reply] = post.says("Ben on=tomorrow 23:00")
    assert "quiet hours" in reply.text
    assert "Tuesday 3 March at 09:00" in reply.text


def test_today_after_the_hour_comes_a_little_later(post: Post, ben: Contact) -> None:
    post.clock.advance_to(datetime(2026, 3, 1, 17, 30, tzinfo=UTC))
    post.says("Ben on=today")
    assert [row.planned_at for row in one_offs(post)] == [datetime(2026, 3, 1, 18, 30, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("argument", "hint"),
    [
        ("", "/remind Ben on=friday"),
        ("on=friday", "/remind Ben on=friday"),
        ("Ben on=banana", "on=friday 18:00"),
        ("Ben on=03/04", "on=20 March"),
        ("Ben on=2025-01-01", "passed"),
        ("Ben when=friday", "on"),
        ("Zoe on=friday", "/contact add Zoe"),
        ("stop", "/remind stop 12"),
        ("stop 999", "/remind list"),
        ("stop two", "/remind stop 12"),
    ],
)
def test_what_cannot_be_set_is_answered_with_an_example(post: Post, ben: Contact, argument: str, hint: str) -> None:
    [reply] = post.says(argument)
    assert hint in reply.text
    assert one_offs(post) == []


def test_two_of_one_name_are_told_apart_by_a_tap(post: Post, person: Person, ben: Contact) -> None:
    add_contact(post.session, person, "Ben", now=post.clock.now(), relation="colleague")
    [reply] = post.says("Ben on=friday 18:30")
    post.tap("Ben (colleague)", reply)
    assert [row.subject != f"contact:{ben.id}" for row in one_offs(post)] == [True]


def test_nobody_is_set_whom_the_person_left(post: Post, person: Person, ben: Contact) -> None:
    set_standing(post.session, person, ben, "paused", post.clock.now())
    [reply] = post.says("Ben on=friday")
    assert "leave Ben out" in reply.text


def test_the_list_names_what_is_coming_with_its_number(post: Post, ben: Contact) -> None:
    post.says("Ben on=friday")
    [reply] = post.says("list")
    regular, once = post.planned()
    assert f"{once.id}. Ben, once: Friday 6 March at 18:00" in reply.text
    assert f"{regular.id}. Ben: Sunday 15 March at 18:00" in reply.text


def test_an_empty_list_says_how_to_fill_it(post: Post, person: Person) -> None:
    [reply] = post.says("list")
    assert "remind me to ring Ben" in reply.text


def test_a_long_list_is_cut_and_says_so(post: Post, person: Person) -> None:
    for number in range(20):
        add_contact(post.session, person, f"Friend {number}", now=post.clock.now())
    [reply] = post.says("list")
    assert "5 more" in reply.text


def test_stop_calls_one_off(post: Post, ben: Contact) -> None:
    post.says("Ben on=friday")
    [row] = one_offs(post)
    post.says(f"stop {row.id}")
    assert row.status == "cancelled"
    assert len(post.planned()) == 1


def test_stop_of_a_regular_reminder_ends_it_for_that_person(post: Post, ben: Contact) -> None:
    [row] = post.planned()
    post.says(f"stop {row.id}")
    assert (post.planned(), ben.ideal_days) == ([], 0)


def test_remind_me_understands_who_and_when(post: Post, ben: Contact) -> None:
    [reply] = hears(post, "remind_me", "please remind me on Friday to call Ben")
    assert [row.due_date for row in one_offs(post)] == [date(2026, 3, 6)]
    assert "Friday 6 March at 18:00" in reply.text


def test_remind_me_asks_when(post: Post, ben: Contact) -> None:
    hears(post, "remind_me", "remind me about ben")
    answers(post, "hm, not sure")
    assert one_offs(post) == []
    answers(post, "tomorrow at six")
    assert [row.planned_at for row in one_offs(post)] == [datetime(2026, 3, 2, 17, 0, tzinfo=UTC)]
    assert post.new_turn().person.waiting_for is None


def test_remind_me_asks_who_and_keeps_the_day(post: Post, ben: Contact) -> None:
    [ask] = hears(post, "remind_me", "remind me to call someone on friday at 18:30")
    post.tap("Ben", ask)
    assert [row.planned_at for row in one_offs(post)] == [datetime(2026, 3, 6, 17, 30, tzinfo=UTC)]


def test_remind_me_can_be_left(post: Post, ben: Contact) -> None:
    [ask] = hears(post, "remind_me", "remind me about ben")
    post.tap("Leave it", ask)
    assert post.new_turn().person.waiting_for is None


def test_a_name_that_is_a_month_is_not_taken_for_a_day(post: Post, person: Person) -> None:
    add_contact(post.session, person, "May", now=post.clock.now())
    hears(post, "remind_me", "remind me of May tomorrow")
    assert [row.due_date for row in one_offs(post)] == [date(2026, 3, 2)]


def test_stop_reminding_ends_it_for_the_one_named(post: Post, ben: Contact) -> None:
    [reply] = hears(post, "stop_reminding", "stop reminding me about Ben")
    assert post.planned() == []
    post.tap("Start again", reply)
    assert len(post.planned()) == 1


def test_stop_reminding_asks_who(post: Post, ben: Contact) -> None:
    [ask] = hears(post, "stop_reminding", "no more of these")
    post.tap("Ben", ask)
    assert post.planned() == []


def test_whats_coming_is_the_list(post: Post, ben: Contact) -> None:
    [reply] = hears(post, "whats_coming", "what is coming up")
    assert "Ben: Sunday 15 March at 18:00" in reply.text


@pytest.mark.parametrize("argument", ["Ben tomorrow at 18:30", "me to ring Ben tomorrow 18:30", "ben tomorrow 6:30pm"])
def test_the_command_takes_plain_words_too(post: Post, ben: Contact, argument: str) -> None:
    [reply] = post.says(argument)
    assert [row.planned_at for row in one_offs(post)] == [datetime(2026, 3, 2, 17, 30, tzinfo=UTC)]
    assert "I'll remind you of Ben: tomorrow at 18:30." in reply.text


def test_a_name_alone_is_asked_for_its_day(post: Post, ben: Contact) -> None:
    [reply] = post.says("Ben")
    assert "When shall I remind you of Ben?" in reply.text


def test_somebody_new_is_added_on_a_yes_and_reminded_of(post: Post) -> None:
    [asked] = hears(post, "remind_me", "remind me to call jess tomorrow at 6pm")
    assert "Shall I add Jess" in asked.text
    answers(post, "yes please")
    assert [row.planned_at for row in one_offs(post)] == [datetime(2026, 3, 2, 17, 0, tzinfo=UTC)]


def test_a_rhythm_is_kept_as_one(post: Post, ben: Contact) -> None:
    [reply] = hears(post, "remind_me", "remind me to ring Ben every three weeks")
    assert "every 3 weeks" in reply.text
    assert ben.ideal_days == 21
    assert one_offs(post) == []


def test_a_rhythm_for_somebody_new_adds_them(post: Post) -> None:
    [reply] = hears(post, "remind_me", "remind me to ring my neighbour Albert every fortnight")
    assert "Albert is on your list, every two weeks" in reply.text


def test_a_day_that_cannot_be_read_twice_is_left(post: Post, ben: Contact) -> None:
    hears(post, "remind_me", "remind me of Ben")
    [first], [second] = answers(post, "bananas"), answers(post, "more bananas")
    assert first.text != second.text
    assert post.new_turn().person.waiting_for is None
