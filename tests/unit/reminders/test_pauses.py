"""A pause that was meant to last so long ends by the clock, and nothing piles up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.pauses import end_pauses, next_end
from tests.unit.reminders.conftest import Post


def test_a_pause_ends_by_itself_and_what_came_due_comes_once(post: Post, person: Person, ben: Contact) -> None:
    person.paused_at, person.paused_until = post.clock.now(), post.clock.now() + timedelta(days=20)
    assert post.run(days=19) == []
    [message] = post.run(days=2)
    assert person.paused_at is None
    assert message.reminder.subject == f"contact:{ben.id}"


def test_a_pause_without_an_end_lasts(post: Post, person: Person, ben: Contact) -> None:
    person.paused_at = post.clock.now()
    assert post.run(days=60) == []
    assert person.paused_at is not None


def test_an_end_left_over_from_an_earlier_pause_ends_no_later_one(post: Post, person: Person, ben: Contact) -> None:
    person.paused_at, person.paused_until = post.clock.now(), post.clock.now() - timedelta(days=1)
    assert end_pauses(post.session, post.clock.now()) == 0
    assert next_end(post.session) is None
    assert person.paused_at is not None


@pytest.mark.parametrize("minutes", [-1, 0])
def test_it_ends_at_its_moment_and_not_before(post: Post, person: Person, minutes: int) -> None:
    end = post.clock.now() + timedelta(days=1)
    person.paused_at, person.paused_until = post.clock.now(), end
    assert end_pauses(post.session, end + timedelta(minutes=minutes)) == (minutes == 0)
