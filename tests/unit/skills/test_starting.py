"""Before a practice begins: age, the question about harm, what is running or kept, which one is meant."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.counselling.tables import Assignment
from bot.people.tables import Person
from bot.skills import exercise
from bot.skills.routes import ROUTES
from bot.store.clock import VirtualClock
from tests.unit.skills.conftest import GOOD, MODULE, Practice


def test_nothing_begins_before_the_question_about_harm(practice: Practice) -> None:
    practice.do("skills.start", module=MODULE)
    assert practice.runs == []
    assert "hurt you" in practice.text


@pytest.mark.parametrize("answer", ["It could be", "I'm not sure"])
def test_someone_who_may_harm_leads_to_help_and_no_run(practice: Practice, answer: str) -> None:
    practice.do("skills.start", module=MODULE)
    practice.tap(answer)
    assert practice.runs == []
    assert "safety.show" in [button.do for button in practice.buttons()]
    assert practice.person.waiting_for is None


@pytest.mark.parametrize("answer", ["yes", "maybe", "Yes, he might", "not sure", "sometimes he does"])
def test_a_typed_yes_or_doubt_counts_as_harm(practice: Practice, answer: str) -> None:
    practice.do("skills.start", module=MODULE)
    practice.type(answer)
    assert practice.runs == []
    assert "safety" in practice.text


@pytest.mark.parametrize("answer", ["hm", "no but he shouts", "no idea", "ok", "😀", "", "he is big"])
def test_an_unclear_answer_about_harm_is_asked_again(practice: Practice, answer: str) -> None:
    practice.do("skills.start", module=MODULE)
    practice.type(answer)
    assert practice.runs == []
    assert practice.person.waiting_for is not None


def test_with_someone_safe_in_mind_it_begins(practice: Practice) -> None:
    practice.do("skills.start", module=MODULE)
    practice.tap("It could be")
    practice.tap("Someone safe instead")
    assert practice.step_id == "three_parts"


def test_age_is_asked_before_the_first_practice(practice: Practice, person: Person) -> None:
    person.age_band = "unknown"
    practice.do("skills.start", module=MODULE)
    assert practice.runs == []
    assert person.waiting_for is not None
    assert person.waiting_for["flow"] != "skills.gate"


def test_a_gate_button_is_no_way_round_the_age(practice: Practice, person: Person) -> None:
    person.age_band = "unknown"
    practice.do("skills.gate", answer="no", module=MODULE)
    assert practice.runs == []


def test_starting_what_is_kept_offers_both_ways(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.turn(exercise.stop_and_keep)
    practice.do("skills.start", module=MODULE)
    assert practice.titles() == ["Go on where I was", "Start afresh"]
    practice.tap("Start afresh")
    practice.tap("No, it is safe")
    assert [run.state for run in practice.runs] == ["dropped", "running"]


def test_starting_what_is_running_leads_back_to_it(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.do("skills.start", module=MODULE)
    assert len(practice.runs) == 1
    assert "4 of 7" in practice.text


def test_a_version_that_is_gone_is_told_kindly_with_a_fresh_start(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.run.module_version = 99
    practice.type(GOOD)
    assert "changed" in practice.text
    practice.tap("Start afresh")
    practice.tap("No, it is safe")
    assert sorted(run.state for run in practice.runs) == ["dropped", "running"]


def test_the_command_lists_names_and_finds_practices(practice: Practice) -> None:
    practice.turn(lambda turn: ROUTES.commands["practise"](turn, ""))
    assert practice.titles() == ["Say it with I"]
    practice.turn(lambda turn: ROUTES.commands["practise"](turn, "juggling"))
    assert "don't know a practice" in practice.text
    for name in ("say_it_with_i", "Say it with I", "SAY IT WITH I!"):
        practice.turn(lambda turn, name=name: ROUTES.commands["practice"](turn, name))  # type: ignore[misc]
        assert "hurt you" in practice.text


def test_the_command_leads_back_to_a_running_practice(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.turn(lambda turn: ROUTES.commands["practise"](turn, ""))
    assert "4 of 7" in practice.text


def test_a_title_in_free_text_is_understood(practice: Practice) -> None:
    practice.turn(lambda turn: ROUTES.intents["start_practice"](turn, "I'd like to do Say it with I please"))
    assert "hurt you" in practice.text


def test_a_button_names_a_practice_that_is_gone(practice: Practice) -> None:
    practice.do("skills.start", module="gone")
    assert "don't know a practice" in practice.text
    practice.do("skills.gate", answer="no", module="gone")
    assert "don't know a practice" in practice.text


def test_an_assignment_is_marked_started_and_completed(
    practice: Practice, session: Session, person: Person, clock: VirtualClock
) -> None:
    assignment = Assignment(
        person_id=person.id,
        module_id=MODULE,
        module_version=1,
        assigned_by="Kim",
        state="offered",
        created_at=clock.now(),
    )
    session.add(assignment)
    session.flush()
    practice.do("skills.start", module=MODULE, assignment_id=assignment.id)
    practice.tap("No, it is safe")
    assert assignment.state == "started"
    for _ in range(7):
        practice.do("skills.skip", run=practice.run.id, step=practice.step_id)
    assert assignment.state == "completed"


@pytest.mark.parametrize("answer", ["not now", "skip", "rather not", "later"])
def test_not_now_is_no_answer_about_harm(practice: Practice, answer: str) -> None:
    practice.do("skills.start", module=MODULE)
    practice.type(answer)
    assert practice.runs == []
    assert practice.person.waiting_for is None
    assert practice.buttons() == []


@pytest.mark.parametrize("answer", ["no", "No, never", "nope", "it is safe", "not at all"])
def test_a_plain_no_begins(practice: Practice, answer: str) -> None:
    practice.do("skills.start", module=MODULE)
    practice.type(answer)
    assert practice.step_id == "three_parts"
