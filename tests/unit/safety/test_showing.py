"""/safe, more places, and the way back."""

from __future__ import annotations

from bot.conversation.turn import Turn
from bot.safety import showing
from bot.safety.routes import ROUTES
from bot.skills.tables import ExerciseRun


def test_safe_says_what_it_is_and_where_people_are(turn: Turn) -> None:
    showing.safe(turn, "")
    text = turn.replies[0].text
    assert "nobody watches this chat live" in text
    assert "112" in text.splitlines() and "0800 1110111" in text.splitlines()
    assert "findahelpline.com" in text and "befrienders.org" in text


def test_safe_needs_no_country(turn: Turn) -> None:
    turn.person.zone = None
    showing.safe(turn, "please")
    assert "112 in the EU" in turn.replies[0].text.splitlines()


def test_safe_leaves_the_practice_as_it_is(turn: Turn, run: ExerciseRun) -> None:
    showing.safe(turn, "")
    assert run.state == "running"


def test_more_places_show_every_line_of_the_country(turn: Turn) -> None:
    showing.more(turn)
    names = {line.name for line in turn.content.resources.for_country("DE").lines}
    assert all(name in turn.replies[0].text for name in names)


def test_back_takes_up_the_practice_where_it_was(turn: Turn, run: ExerciseRun) -> None:
    run.state = "stopped"
    turn.session.flush()
    showing.back(turn)
    assert (run.state, run.step_index) == ("running", 1)


def test_back_leads_gently_outward_where_nothing_is_open(turn: Turn) -> None:
    showing.back(turn)
    assert turn.replies[0].text == turn.words("safety.outward")


def test_back_leads_to_the_open_question_of_the_start(turn: Turn) -> None:
    turn.person.onboarding_step = "name"
    showing.back(turn)
    assert turn.person.waiting_for is not None


def test_the_routes_hold_the_command_and_every_tap_of_safety() -> None:
    assert set(ROUTES.commands) == {"safe"}
    assert all(name.startswith("safety.") for name in ROUTES.taps)
