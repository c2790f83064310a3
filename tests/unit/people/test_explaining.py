"""A question answered with a question: every question has its explanation, and stays open."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from bot.conversation.messages import Messages
from bot.counselling.assignments import assign
from bot.gateway.routes import ROUTES
from bot.gateway.tables import ButtonToken
from bot.people.onboarding import STEPS
from tests.unit.people.whole_talk import Whole

AS_AN_EXAMPLE = '"'


def asks(whole: Whole, text: str = "what do you mean?") -> str:
    return whole.means("ask_back", text)


@pytest.mark.parametrize("flow", ROUTES.answers)
def test_every_question_has_an_explanation_with_an_example(messages: Messages, flow: str) -> None:
    for text in messages.variants(f"explain.{flow}"):
        assert AS_AN_EXAMPLE in text or "like" in text


@pytest.mark.parametrize("step", STEPS)
def test_every_question_of_the_way_in_is_explained_and_asked_again(whole: Whole, step: str) -> None:
    flow, args = f"people.{step}", {"step": step, "place": "start"}
    whole.person.onboarding_step, whole.person.waiting_for = "year", {"flow": flow, "args": args}
    said = asks(whole)
    assert whole.new_turn().content.messages.text(f"explain.{flow}") in said
    assert whole.waits_for() == flow
    assert len(whole.replies) == 2


@pytest.mark.parametrize("flow", [flow for flow in ROUTES.answers if not flow.startswith("people.")])
def test_every_other_question_stays_open(whole: Whole, flow: str) -> None:
    whole.person.waiting_for = {"flow": flow, "args": {}}
    asks(whole)
    assert whole.waits_for() == flow


def test_an_explained_question_can_be_answered(whole: Whole) -> None:
    ben = whole.knows("Ben")
    whole.means("remind_me", "remind me to call Ben")
    asks(whole, "how do you mean, when?")
    assert "Ben" in whole.answers("friday at 6")
    assert [row.subject for row in whole.reminders(kind="one_off")] == [f"contact:{ben.id}"]


def test_one_part_of_consent_is_explained_and_asked_again(whole: Whole) -> None:
    whole.command("consent", "progress")
    asks(whole)
    assert whole.waits_for() == "people.consent_one"
    assert len(whole.replies) == 2


def test_in_danger_the_explanation_is_part_of_the_crisis_talk(whole: Whole) -> None:
    whole.person.waiting_for = {"flow": "safety.answer", "args": {"family": "self", "stage": "direct"}}
    asks(whole)
    assert whole.replies[0].kind == "crisis"


def test_with_no_question_open_the_last_reminder_is_told_in_full(whole: Whole) -> None:
    whole.knows("Ben")
    whole.lets_pass(days=14)
    assert "Ben" in asks(whole, "who is that about?")
    assert "Done" in whole.buttons()


def test_with_no_question_open_a_suggestion_is_explained_with_its_buttons(whole: Whole) -> None:
    turn = whole.new_turn()
    assign(
        turn.session,
        whole.person,
        "say_it_with_i",
        due=date(2026, 3, 20),
        reason=None,
        assigned_by="Dana",
        now=turn.now,
        content=turn.content,
    )
    whole.command("today")
    assert "wait" in asks(whole)
    assert len(whole.buttons()) == 3


def test_the_rhythm_of_somebody_new_is_explained(whole: Whole) -> None:
    whole.means("add_contact", "add Rosa")
    assert "how often" in asks(whole, "what is a rhythm")
    whole.taps("Every week")
    assert "every week" in whole.replies[0].text


def test_with_nothing_offered_it_says_what_is_possible(whole: Whole) -> None:
    assert "/settings" in asks(whole)


def test_a_practice_that_was_offered_is_explained_and_can_be_begun(whole: Whole) -> None:
    whole.command("today")
    whole.person.waiting_for = None
    assert "a practice to do right here, of about" in asks(whole, "what is that?")
    assert whole.buttons()["Practise"].do == "skills.start"


def test_a_practice_that_is_gone_is_not_explained(whole: Whole) -> None:
    whole.command("today")
    whole.person.waiting_for = None
    for token in whole.new_turn().session.scalars(select(ButtonToken)):
        token.payload = {**token.payload, "args": {**token.payload["args"], "module": "gone_since"}}
    assert "/settings" in asks(whole)
