"""Inside a practice, only words that plainly speak to Kith interrupt it."""

from __future__ import annotations

import pytest

from bot.skills.addressing import speaks_to_kith
from bot.skills.interruptions import is_interruption, serve
from bot.skills.plain_forms import FORMS
from bot.store.clock import VirtualClock
from tests.unit.skills.conftest import Practice

INTERRUPTS = [
    ("practise", "help", "help"),
    ("practise", "help", "Help!"),
    ("practise", "help", "I don't know what to write"),
    ("practise", "help", "what should I do here?"),
    ("practise", "help", "I'm stuck"),
    ("role_play", "help", "help"),
    ("practise", "stop", "stop"),
    ("practise", "stop", "Stop."),
    ("practise", "stop", "please stop now"),
    ("practise", "stop", "I'd like to stop for today"),
    ("role_play", "stop", "stop"),
    ("role_play", "stop", "I want to stop"),
    ("role_play", "stop", "stop the exercise"),
    ("reflect", "stop", "quit"),
    ("practise", "skip", "skip"),
    ("practise", "skip", "skip this step"),
    ("plan", "skip", "skip this"),
    ("role_play", "skip", "next step please"),
    ("practise", "repeat", "repeat"),
    ("practise", "repeat", "What was the question?"),
    ("practise", "repeat", "say that again"),
    ("practise", "step_back", "back"),
    ("practise", "step_back", "go back"),
    ("role_play", "step_back", "previous step"),
    ("practise", "why", "why this?"),
    ("practise", "why", "What is this good for?"),
    ("role_play", "why", "why are we doing this?"),
    ("practise", "who_reads", "who can read this?"),
    ("practise", "who_reads", "Who else can see what I write here?"),
    ("role_play", "who_reads", "is this private?"),
    ("practise", "are_you_human", "are you a real person?"),
    ("role_play", "are_you_human", "Are you a bot?"),
    ("practise", "what_is_kith", "what are you?"),
    ("practise", "log_connection", "log that I called Ben"),
    ("role_play", "log_connection", "Log that I rang Ben yesterday for 20 minutes, he really listened"),
    ("practise", "log_connection", "please note that I met Anna on Monday"),
    ("practise", "undo_last", "undo that"),
    ("practise", "add_contact", "add Ben every two weeks"),
    ("role_play", "see_network", "show me my network"),
    ("practise", "see_contacts", "show my people"),
    ("practise", "remind_me", "remind me to call Ben tomorrow"),
    ("practise", "stop_reminding", "stop reminding me about Ben"),
    ("practise", "whats_coming", "what's coming up?"),
    ("practise", "today", "what should I do today?"),
    ("practise", "settings", "change my time zone"),
    ("practise", "pause_kith", "pause reminders for a week"),
    ("practise", "export_data", "export my data"),
    ("role_play", "erase_data", "delete everything you know about me"),
    ("practise", "see_consent", "what did I agree to?"),
    ("role_play", "complain", "this exercise is silly"),
    ("practise", "help", "Kith, what does that mean?"),
    ("role_play", "are_you_human", "hey Kith, is anybody there?"),
    ("teach", "log_connection", "I called Ben yesterday"),
    ("teach", "why", "why?"),
    ("choice", "see_network", "could I see my circle"),
    ("example", "help", "what do you mean by that"),
]

ANSWERS = [
    ("practise", "stop", "I'd like to stop being angry when you shout"),
    ("practise", "help", "I need help with the dishes, could you help me?"),
    ("practise", "stop", "Stop shouting at me"),
    ("practise", "stop", "Could you stop leaving cups in the sink?"),
    ("practise", "help", "I felt alone when nobody helped me. Could you help me on Sunday?"),
    ("practise", "why", "Why do you always leave the door open?"),
    ("practise", "log_connection", "I called you yesterday and you did not answer"),
    ("practise", "log_connection", "I met Ben on Monday and I was sad"),
    ("practise", "remind_me", "Could you remind me a day before?"),
    ("practise", "add_contact", "add up how often I cook"),
    ("practise", "skip", "I was hurt that you skipped my birthday"),
    ("practise", "step_back", "I was tense when you came back so late"),
    ("practise", "repeat", "I don't want to repeat myself any more"),
    ("practise", "who_reads", "I was upset when you read this diary of mine"),
    ("practise", "erase_data", "I was hurt when you deleted everything on my phone"),
    ("practise", "pause_kith", "Could we pause for a minute when it gets loud?"),
    ("practise", "settings", "Could you change the settings of the heating?"),
    (
        "practise",
        "stop_reminding",
        "I'd like you to stop reminding me of my mistakes in front of everybody else",
    ),
    ("practise", "affirm", "yes"),
    ("practise", "greet", "hello"),
    ("practise", "small_talk", "nice weather"),
    ("practise", "out_of_scope", "blah"),
    ("role_play", "what_is_kith", "who are you to tell me that"),
    ("role_play", "what_is_kith", "Who are you?"),
    ("role_play", "why", "Why?"),
    ("role_play", "why", "Why did you leave the pots?"),
    ("role_play", "help", "Can you help me?"),
    ("role_play", "help", "I don't understand that"),
    ("role_play", "help", "I need help with the kitchen"),
    ("role_play", "stop", "Can you stop?"),
    ("role_play", "stop", "Stop it"),
    ("role_play", "stop", "enough"),
    ("role_play", "stop", "Let's take a break"),
    ("role_play", "repeat", "Say that again!"),
    ("role_play", "stop", "stop blaming me"),
    ("role_play", "deny", "no"),
    ("role_play", "goodbye", "bye"),
    ("role_play", "thanks", "thanks"),
    ("role_play", "today", "today"),
    ("plan", "today", "today"),
    ("plan", "skip", "next Friday"),
    ("plan", "add_contact", "Ben"),
    ("plan", "remind_me", "tomorrow"),
    ("reflect", "why", "why it matters to me"),
    ("reflect", "stop", "to stop before I shout"),
    ("reflect", "help", "that help is there"),
    ("reflect", "start_practice", "that I want to practise more"),
    ("choice", "affirm", "B"),
    ("teach", "affirm", "ok"),
    ("teach", "thanks", "thanks"),
    ("practise", "help", "kith"),
    ("practise", "stop", ""),
    ("practise", "stop", "stop " * 30),
]


@pytest.mark.parametrize(("kind", "intent", "text"), INTERRUPTS)
def test_words_to_kith_interrupt(kind: str, intent: str, text: str) -> None:
    assert speaks_to_kith(kind, intent, 0.9, text)


@pytest.mark.parametrize(("kind", "intent", "text"), ANSWERS)
def test_words_of_the_practice_stay_answers(kind: str, intent: str, text: str) -> None:
    assert not speaks_to_kith(kind, intent, 0.95, text)


def test_an_unsure_hearing_is_no_interruption() -> None:
    assert not speaks_to_kith("practise", "stop", 0.3, "stop")


def test_a_form_counts_only_for_the_intent_that_was_heard() -> None:
    assert not speaks_to_kith("practise", "settings", 0.9, "stop")


@pytest.mark.parametrize("intent", sorted(FORMS))
def test_a_very_long_text_is_an_answer_whatever_was_heard(intent: str) -> None:
    assert not speaks_to_kith("practise", intent, 0.99, "add log remind me to " * 250)


@pytest.mark.parametrize("typed", ["next", "ok", "got it", "continue", "go on", "carry on", "k", "understood"])
@pytest.mark.parametrize("intent", ["skip", "start_practice", "affirm", "out_of_scope"])
def test_going_on_after_reading_is_no_interruption(practice: Practice, typed: str, intent: str) -> None:
    practice.begin()
    assert not is_interruption(practice.new_turn(), intent, 0.99, typed)
    practice.type(typed)
    assert practice.step_id == "two_ways"
    assert "leave that out" not in practice.text


@pytest.mark.parametrize("step", ["three_parts", "which_one", "your_words", "to_keep"])
def test_a_hello_in_the_middle_is_met_with_where_we_are(practice: Practice, step: str) -> None:
    practice.to_step(step)
    assert is_interruption(practice.new_turn(), "greet", 0.9, "hi")
    practice.turn(lambda turn: serve(turn, "greet", "hi"))
    assert practice.step_id == step
    assert "Say it with I" in practice.text


def test_a_hello_in_a_scene_is_said_to_the_partner_unless_it_comes_after_a_while(
    practice: Practice, clock: VirtualClock
) -> None:
    practice.to_step("the_kitchen")
    assert not is_interruption(practice.new_turn(), "greet", 0.9, "hello")
    clock.advance(hours=1)
    assert is_interruption(practice.new_turn(), "greet", 0.9, "hello")


@pytest.mark.parametrize("typed", ["I have nobody to say this to", "idk", "i don't know what to write", "nothing"])
def test_being_stuck_is_no_try(practice: Practice, typed: str) -> None:
    practice.to_step("your_words")
    practice.type(typed)
    assert "made up" in practice.text


def test_words_in_which_nothing_worked_are_not_offered_for_the_real_talk(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("play it over there again now")
    assert practice.run.progress["your_words"]["best"] is None


def test_a_reflection_of_i_do_not_know_is_not_kept(practice: Practice) -> None:
    practice.to_step("to_keep")
    practice.type("i don't know")
    assert practice.run.state == "completed"
    assert "don't know" not in practice.text
