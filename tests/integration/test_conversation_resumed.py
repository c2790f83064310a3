"""A conversation goes on where it was: after a restart of everything, and after the engine's session has run out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.dialogue.channels import AtTheTerminal
from tests.dialogue.conversation import (
    add_ben,
    arrive,
    begin_to_practise,
    plan_with_a_detour_to_the_settings,
    play_the_last_turns,
    play_two_turns,
    practise_own_words,
    read_and_choose,
    reflect_and_finish,
)
from tests.dialogue.people import said
from tests.dialogue.running import Kith, running_kith
from tests.dialogue.short_sessions import SESSION_SECONDS, shorten_sessions
from tests.dialogue.trackers import Trackers
from tests.integration.conftest import Meet

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


Resumed = dict[Callable[[AtTheTerminal], None], AtTheTerminal]
"""People, by how they got to where they were."""


def to_the_scene(person: AtTheTerminal) -> None:
    """Into the middle of a practice, two turns into its scene."""
    arrive(person)
    add_ben(person)
    begin_to_practise(person)
    read_and_choose(person)
    practise_own_words(person)
    play_two_turns(person)


def from_the_scene(person: AtTheTerminal) -> None:
    """The rest of the practice."""
    play_the_last_turns(person)
    plan_with_a_detour_to_the_settings(person)
    reflect_and_finish(person)


def to_a_question(person: AtTheTerminal) -> None:
    """Into the middle of the way in."""
    person.say("/start")
    person.tap("Let's start")
    person.expect(said("people.year.ask"))


def to_a_report(person: AtTheTerminal) -> None:
    """A call was read, and not confirmed yet."""
    arrive(person)
    add_ben(person)
    person.say("I rang Ben yesterday for 20 minutes")
    person.expect("Right?")


@pytest.fixture(scope="module")
def resumed(kith: Kith, meet: Meet) -> Resumed:
    """Three people, each somewhere else when app and engine were stopped and started again."""
    people: Resumed = {get_there: meet(kith) for get_there in (to_the_scene, to_a_question, to_a_report)}
    for get_there, person in people.items():
        get_there(person)
    kith.stop()
    kith.start()
    return people


def test_a_practice_goes_on_after_a_restart(resumed: Resumed) -> None:
    from_the_scene(resumed[to_the_scene])


def test_an_open_question_is_still_open_after_a_restart(resumed: Resumed) -> None:
    resumed[to_a_question].say("1984")
    resumed[to_a_question].expect(said("people.consent.ask"))


def test_a_button_still_works_after_a_restart(resumed: Resumed) -> None:
    resumed[to_a_report].tap("Yes")
    resumed[to_a_report].expect(said("network.log.again", who="Ben"))


@pytest.fixture(scope="module")
def short_lived() -> Iterator[Kith]:
    """A Kith whose engine opens a new session after a second, as Rasa does after an hour: the form is dropped then."""
    with running_kith(prepare=lambda kith: shorten_sessions(kith.model)) as kith:
        yield kith


def wait_for_the_session_to_run_out() -> None:
    time.sleep(SESSION_SECONDS * 1.2)


def test_a_practice_goes_on_after_the_engines_session_has_run_out(short_lived: Kith, meet: Meet) -> None:
    person, trackers = meet(short_lived), Trackers(short_lived.settings)
    to_the_scene(person)
    before = trackers.sessions(trackers.newest_sender())
    wait_for_the_session_to_run_out()
    person.say("I felt stressed when I had to wash them on Friday.")
    person.expect(said("skills.role_play.eased", number=3, total=4))
    assert trackers.sessions(trackers.newest_sender()) == before + 1, "the engine should have opened a new session"


def test_something_else_in_between_is_served_after_the_engines_session_has_run_out(
    short_lived: Kith, meet: Meet
) -> None:
    person = meet(short_lived)
    to_the_scene(person)
    wait_for_the_session_to_run_out()
    person.say("who can read this?")
    person.expect(said(person.readers))
    person.expect(said("skills.back_here"))
    wait_for_the_session_to_run_out()
    from_the_scene(person)


def test_an_open_question_is_still_open_after_the_engines_session_has_run_out(short_lived: Kith, meet: Meet) -> None:
    person = meet(short_lived)
    to_a_question(person)
    wait_for_the_session_to_run_out()
    person.say("1984")
    person.expect(said("people.consent.ask"))
