"""General talk, stop and pause."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.people.routes import ROUTES
from bot.safety import protocol
from bot.safety.detect import assess
from bot.skills.runs import current_run, new_run
from bot.store.clock import VirtualClock
from tests.unit.people.conftest import Talk


@pytest.mark.parametrize("intent", sorted(ROUTES.intents))
def test_every_intent_is_answered_at_any_time(talk: Talk, intent: str) -> None:
    assert talk.means(intent, "some words")


@pytest.mark.parametrize("intent", sorted(ROUTES.intents))
def test_every_intent_is_answered_before_the_welcome_too(newcomer: Talk, intent: str) -> None:
    assert newcomer.means(intent, "some words")


@pytest.mark.parametrize("command", sorted(ROUTES.commands))
@pytest.mark.parametrize("argument", ["", "{}", "x" * 5000, "🙂"])
def test_every_command_is_answered_with_any_argument(talk: Talk, command: str, argument: str) -> None:
    assert talk.command(command, argument)


def test_after_a_long_silence_there_is_one_warm_line(talk: Talk, clock: VirtualClock) -> None:
    talk.person.last_seen_at = clock.now() - timedelta(days=15)
    said = talk.means("greet", "hi")
    assert said.startswith(("Good to see you.", "It is good to hear"))
    assert "Sam" not in said


def test_the_next_day_it_is_a_plain_hello(talk: Talk, clock: VirtualClock) -> None:
    talk.person.last_seen_at = clock.now() - timedelta(days=1)
    assert "Sam" in talk.means("greet", "hi")


def test_a_greeting_before_the_welcome_is_the_welcome(newcomer: Talk) -> None:
    assert "not a therapist" in newcomer.means("greet", "hi")


def test_it_says_that_it_is_a_program(talk: Talk) -> None:
    assert "program" in talk.means("are_you_human")


def test_the_operator_is_named_where_there_is_one(talk: Talk) -> None:
    turn = talk.make_turn()
    turn.settings = turn.settings.model_copy(update={"operator": "The Harbour", "operator_contact": "a@b.example"})
    ROUTES.intents["what_is_kith"](turn, "")
    ROUTES.intents["complain"](turn, "")
    assert "The Harbour" in turn.replies[0].text
    assert "a@b.example" in turn.replies[1].text


def test_taking_leave_is_not_answered_by_leading_back(talk: Talk) -> None:
    turn = talk.make_turn()
    ROUTES.intents["goodbye"](turn, "bye")
    assert turn.in_exercise


def test_help_says_what_is_possible_from_where_the_person_is(talk: Talk) -> None:
    general = talk.command("help")
    talk.command("settings", "name")
    assert "what shall I call you" in talk.means("help")
    talk.says("Sam")
    turn = talk.make_turn()
    new_run(turn.session, talk.person.id, turn.content.modules.get("say_it_with_i"), None, turn.now)
    assert "middle of a practice" in talk.command("help")
    assert "middle of a practice" not in general


def test_stop_keeps_the_practice_for_later(talk: Talk) -> None:
    turn = talk.make_turn()
    run = new_run(turn.session, talk.person.id, turn.content.modules.get("say_it_with_i"), None, turn.now)
    talk.command("stop")
    assert run.state == "stopped"
    assert current_run(turn.session, talk.person.id) is None
    assert talk.button("Go on with it").do == "skills.resume"


def test_stop_puts_an_open_question_aside(talk: Talk) -> None:
    talk.command("settings", "name")
    talk.means("stop", "stop")
    assert talk.person.waiting_for is None


def test_stop_during_the_way_in_keeps_the_place(newcomer: Talk) -> None:
    newcomer.command("start")
    newcomer.taps("Let's start")
    newcomer.means("stop", "stop")
    assert newcomer.person.onboarding_put_off
    newcomer.taps("Go on")
    assert newcomer.person.waiting_for["args"]["step"] == "year"


def test_stop_with_nothing_running_offers_a_pause(talk: Talk, clock: VirtualClock) -> None:
    talk.command("stop")
    talk.taps("Pause reminders")
    assert talk.person.paused_at == clock.now()


def test_a_pause_lasts_until_it_is_ended(talk: Talk) -> None:
    talk.command("pause")
    assert "already" in talk.command("pause")
    talk.taps("Remind me again")
    assert talk.person.paused_at is None
    assert "not paused" in talk.command("pause", "resume")


def test_a_pause_shows_in_the_settings(talk: Talk) -> None:
    talk.command("pause")
    assert "paused" in talk.command("settings")


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        ("affirm", "bruh"),
        ("goodbye", "tomorrow"),
        ("goodbye", "keep all off"),
        ("small_talk", "friend"),
        ("deny", "nora"),
    ],
)
def test_what_only_sounds_like_something_is_not_taken_for_it(talk: Talk, intent: str, text: str) -> None:
    talk.means(intent, text)
    assert {"One thing for today", "Practise", "Add someone"} <= talk.buttons().keys()


def test_a_yes_to_nothing_leads_to_one_thing(talk: Talk) -> None:
    assert "Say it with I" in talk.means("affirm", "yes")
    assert "hurt you" in talk.says("yes")


def test_a_report_that_the_engine_missed_is_heard(talk: Talk) -> None:
    assert talk.means("out_of_scope", "i call my brother yesterday, talk 1 hour").startswith("Brother, yesterday, call")


@pytest.mark.parametrize("intent", ["out_of_scope", "small_talk", "complain"])
def test_shortly_after_danger_nothing_is_brushed_aside(talk: Talk, intent: str) -> None:
    protocol.answer_in_crisis(talk.make_turn(), assess("i want to kill myself"))
    said = talk.means(intent, "he said i should rest")
    assert "112" in said or "110" in said


def test_settings_take_their_value_from_the_sentence(talk: Talk) -> None:
    talk.means("settings", "change my reminder time to 8pm")
    assert talk.person.reminder_minute == 20 * 60
    talk.means("settings", "change my name to Joe")
    assert talk.person.name == "Joe"
