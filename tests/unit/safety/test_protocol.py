"""What happens when a text speaks of danger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.conversation.reply import Reply
from bot.conversation.turn import Content, Turn
from bot.people.tables import Person
from bot.safety import protocol
from bot.safety.detect import KINDS, Assessment, Level, assess
from bot.safety.resources import CrisisResources
from bot.safety.tables import SafetyEvent
from bot.skills.tables import ExerciseRun
from bot.store.clock import VirtualClock

NewTurn = Callable[[], Turn]

BY_KIND = {
    "suicide": "I want to die",
    "self_harm": "I've been cutting again",
    "violence_to_others": "I want to stab my boss",
    "abuse": "my husband hits me",
    "acute_danger": "someone is breaking into my house",
    "medical": "I can't breathe",
    "overdose": "I took all my pills",
    "eating_disorder": "I make myself throw up after every meal",
    "psychosis": "I hear voices in my head",
    "third_person": "my friend wants to kill herself",
}


def _crisis(turn: Turn, text: str) -> list[Reply]:
    protocol.answer_in_crisis(turn, assess(text))
    return turn.replies


def _all(turn: Turn) -> str:
    return "\n\n".join(reply.text for reply in turn.replies)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_answered_in_at_most_two_messages_of_the_crisis_kind(turn: Turn, kind: str) -> None:
    replies = _crisis(turn, BY_KIND[kind])
    assert 1 <= len(replies) <= 2
    assert all(reply.kind == "crisis" for reply in replies)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_names_the_emergency_number_on_its_own_line(turn: Turn, kind: str) -> None:
    _crisis(turn, BY_KIND[kind])
    assert "112" in turn.replies[0].text.splitlines()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_that_it_is_a_program_and_nobody_watches(turn: Turn, kind: str) -> None:
    _crisis(turn, BY_KIND[kind])
    assert "I am a program, and nobody watches this chat live" in turn.replies[0].text


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_a_steady_voice(turn: Turn, kind: str) -> None:
    _crisis(turn, BY_KIND[kind])
    assert "!" not in _all(turn)
    assert all(reply.text.count("?") <= 1 for reply in turn.replies)
    assert all(len(reply.buttons) <= 3 for reply in turn.replies)


def test_suicide_is_asked_about_directly(turn: Turn) -> None:
    _crisis(turn, "I want to die")
    assert turn.replies[-1].text == "Are you thinking about killing yourself?"


@pytest.mark.parametrize(
    "text", ["I'm going to kill myself tonight", "I took all my pills", "he is hitting me right now", "I can't breathe"]
)
def test_in_imminent_danger_the_emergency_number_comes_first(turn: Turn, text: str) -> None:
    first = _crisis(turn, text)[0].text
    assert first.splitlines()[1] == "112"


def test_untried_lines_come_after_the_emergency_number_and_the_directory_and_are_marked(turn: Turn) -> None:
    text = _crisis(turn, "I want to die")[0].text
    places = [text.index(words) for words in ("112", "findahelpline.com", "Please check", "TelefonSeelsorge")]
    assert places == sorted(places)


def test_a_tried_line_comes_before_the_directory_and_unmarked(turn: Turn) -> None:
    resources = turn.content.resources
    germany = resources.for_country("DE")
    tried = tuple(line.model_copy(update={"verified_on": date(2026, 2, 1)}) for line in germany.lines)
    known = CrisisResources(resources.international, {"DE": germany.model_copy(update={"lines": tried})})
    turn.content = Content(turn.content.messages, turn.content.modules, known)
    text = _crisis(turn, "I want to die")[0].text
    assert text.index("TelefonSeelsorge") < text.index("findahelpline.com")
    assert "Please check" not in text


def test_without_a_known_country_several_emergency_numbers_are_given(turn: Turn) -> None:
    turn.person.zone = None
    text = _crisis(turn, "I want to die")[0].text
    assert {"112 in the EU", "999 in the UK"} <= set(text.splitlines())
    assert "findahelpline.com" in text


def test_the_exercise_is_stopped_and_its_place_kept(turn: Turn, run: ExerciseRun) -> None:
    _crisis(turn, "I want to die")
    assert (run.state, run.step_index) == ("stopped", 1)


def test_an_open_question_of_another_subject_is_closed(turn: Turn) -> None:
    turn.wait_for("people.name")
    _crisis(turn, "I want to die")
    assert turn.person.waiting_for["flow"] == "safety.answer"


def test_reminders_are_held_for_48_hours(turn: Turn) -> None:
    _crisis(turn, "I want to die")
    assert turn.person.held_until == turn.now + timedelta(hours=48)


def test_a_longer_hold_is_not_shortened(turn: Turn) -> None:
    later = turn.now + timedelta(days=9)
    turn.person.held_until = later
    _crisis(turn, "I want to die")
    assert turn.person.held_until == later


def test_level_and_kinds_are_noted_and_the_words_are_not(turn: Turn, person: Person) -> None:
    _crisis(turn, "I want to die")
    event = turn.session.scalars(select(SafetyEvent)).one()
    assert (event.person_id, event.level, event.kinds, event.noticed_at) == (person.id, "risk", ["suicide"], turn.now)


def test_the_same_block_is_not_said_twice_but_the_numbers_are(new_turn: NewTurn) -> None:
    said = []
    for _ in range(4):
        turn = new_turn()
        _crisis(turn, "I want to die")
        said.append(_all(turn))
    assert len(set(said)) == 4
    assert all("112" in text for text in said)


def test_the_block_comes_again_after_some_hours(new_turn: NewTurn, clock: VirtualClock) -> None:
    first = new_turn()
    _crisis(first, "I want to die")
    clock.advance(hours=7)
    second = new_turn()
    _crisis(second, "I want to die")
    assert _all(first) == _all(second)


def test_a_danger_of_another_kind_gets_its_own_block(new_turn: NewTurn) -> None:
    _crisis(new_turn(), "I want to die")
    turn = new_turn()
    _crisis(turn, "my husband hits me")
    assert "Hilfetelefon" in _all(turn)


def test_danger_that_becomes_imminent_gets_the_imminent_block(new_turn: NewTurn) -> None:
    _crisis(new_turn(), "I want to die")
    turn = new_turn()
    _crisis(turn, "I'm going to kill myself tonight")
    assert turn.replies[0].text.splitlines()[1] == "112"
    assert "Move away from anything you could use" in turn.replies[0].text


@pytest.mark.parametrize("text", ["my husband hits me", "He is hitting me right now", "my dad beats me"])
def test_someone_who_is_hurt_by_another_is_never_told_to_talk_it_out(new_turn: NewTurn, text: str) -> None:
    words = ""
    for _ in range(4):
        turn = new_turn()
        _crisis(turn, text)
        words += _all(turn).casefold()
    assert "talk it" not in words and "talk to him" not in words and "forgive" not in words
    assert "abuse" not in words and "violence" not in words.replace("hilfetelefon gewalt gegen frauen", "")


def test_another_persons_danger_is_asked_about_as_theirs(turn: Turn) -> None:
    _crisis(turn, "my friend wants to kill herself")
    assert turn.replies[-1].text == "Could they be in danger today?"


def test_other_places_and_the_way_back_are_offered(turn: Turn) -> None:
    buttons = _crisis(turn, "I want to die")[0].buttons
    assert [button.do for button in buttons] == ["safety.more", "safety.back"]


def test_someone_under_18_is_led_to_lines_for_their_age_and_to_no_practice(turn: Turn) -> None:
    turn.person.age_band = "minor"
    reply = _crisis(turn, "I want to die")[0]
    assert "Nummer gegen Kummer" in reply.text
    assert [button.do for button in reply.buttons] == ["safety.more"]


def test_no_assessment_leaves_the_protocol_without_words(new_turn: NewTurn) -> None:
    for level in (Level.RISK, Level.IMMINENT):
        for kind in KINDS:
            turn = new_turn()
            protocol.answer_in_crisis(turn, Assessment(level, (kind,), 0.9))
            assert turn.replies
