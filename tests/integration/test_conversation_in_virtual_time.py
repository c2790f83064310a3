"""Days and weeks of a conversation, played by `kith simulate` against the real services."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from bot.engine import model
from bot.errors import EngineError
from bot.settings import ROOT
from tests.dialogue.people import Heard, Said, said, single_spaced

NUDGE = ["Who is it?", "Done", "Later"]
OFFER = ["Let's start", "Tomorrow", "Not for me"]


@dataclass(frozen=True)
class Line:
    """One line of `kith simulate --json`."""

    at: str
    person: str
    direction: str
    text: str
    buttons: list[str]
    picture: bool
    kind: str


def play(scenario: str) -> list[Line]:
    """What Kith says in a scenario of tests/scenarios/, in order."""
    played = subprocess.run(
        [sys.executable, "-m", "bot.cli", "simulate", f"tests/scenarios/{scenario}.yml", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    assert "Traceback" not in played.stderr, played.stderr
    lines = [Line(**json.loads(line)) for line in played.stdout.splitlines()]
    return [line for line in lines if line.direction == "out"]


def of_kind(lines: list[Line], kind: str) -> list[Line]:
    return [line for line in lines if line.kind == kind]


def says(line: Line, sentence: Said) -> bool:
    return sentence(Heard(single_spaced(line.text)))


@pytest.fixture
def engine() -> None:
    """Skips where the engine's environment is missing."""
    try:
        model.engine_python()
    except EngineError as problem:
        pytest.skip(str(problem))


def test_a_nudge_comes_when_due_and_done_moves_the_next_one() -> None:
    lines = play("one_contact")
    added, first, noted, how, who_started, thanks, second = lines
    assert says(added, said("network.add.done", name="Ben", rhythm="every two weeks"))
    assert (first.at, first.kind, first.buttons) == ("2026-03-15T18:00:00+01:00", "reminder", NUDGE)
    assert "Ben" not in first.text, "a lock screen shows no names unless the person allows it"
    assert says(noted, said("reminders.done.noted", name="Ben", next="Sunday 29 March"))
    assert says(how, said("reminders.done.how"))
    assert says(who_started, said("reminders.done.who_started"))
    assert says(thanks, said("reminders.done.thanks"))
    assert (second.at, second.kind, second.buttons) == ("2026-03-29T18:00:00+02:00", "reminder", NUDGE)


@pytest.mark.engine
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("engine")
def test_a_contact_and_its_loop_work_in_free_text_through_the_engine() -> None:
    lines = play("one_contact_in_words")
    assert says(lines[0], said("network.add.done", name="Ben", rhythm="every two weeks"))
    assert "Sun 15 Mar" in lines[0].text
    assert "20 minutes" in lines[1].text
    assert lines[1].buttons == ["Yes", "Change", "Not now"]
    assert "Sat 14 Mar" in lines[2].text, "a call of yesterday moves the day"
    assert lines[3].picture
    assert "Ben: Saturday 14 March at 18:00" in lines[4].text
    first, second = of_kind(lines, "reminder")
    assert (first.at, first.buttons) == ("2026-03-14T18:00:00+01:00", NUDGE)
    assert says(lines[6], said("reminders.done.noted", name="Ben", next="Saturday 28 March"))
    assert (second.at, second.buttons) == ("2026-03-28T18:00:00+01:00", NUDGE)


def test_an_assigned_practice_is_offered_with_its_reason_and_started() -> None:
    lines = play("assigned_practice")
    first, again = of_kind(lines, "offer")
    last_day = lines[-1]
    assert first.at == "2026-03-01T10:00:00+01:00"
    for part in ("Dana Lind", "Say it with I", "8 March 2026", "Talks with your sister end in a row."):
        assert part in first.text
    assert again.at == "2026-03-02T18:00:00+01:00"
    assert last_day.at == "2026-03-07T18:00:00+01:00"
    assert "Say it with I" in last_day.text
    assert {tuple(line.buttons) for line in (first, again, last_day)} == {tuple(OFFER)}
    begun = [line.at for line in lines if says(line, said("skills.intro", title="Say it with I"))]
    assert begun == ["2026-03-02T20:00:00+01:00"]


@pytest.mark.engine
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("engine")
def test_a_practice_goes_on_hours_later_and_days_later() -> None:
    by_time = {line.at: line for line in play("practice_with_gaps")}
    assert says(by_time["2026-03-01T09:05:00+01:00"], said("skills.change.blame"))
    assert says(by_time["2026-03-01T12:00:00+01:00"], said("skills.practise.nothing_to_change"))
    assert "5 of 7" in by_time["2026-03-03T09:00:00+01:00"].text
    assert says(by_time["2026-03-03T10:00:00+01:00"], said("skills.role_play.eased", partner="Robin", number=1))
