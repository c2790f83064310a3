"""Scenario files: right ones are read, and each mistake is named with its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.scenario import load_scenario
from bot.settings import ROOT
from tests.unit.cli.conftest import Ran

HEAD = "zone: Europe/Berlin\nstart: 2026-03-01T09:00\nengine: off\nsteps:\n"
STEP = '  - {at: "+0m", person: ana, says: "/help"}\n'

MISTAKES = {
    "no such zone": (HEAD.replace("Europe/Berlin", "Europe/Berlinn") + STEP, 1, "IANA name such as Europe/Berlin"),
    "a continent": (HEAD.replace("Europe/Berlin", "Europe") + STEP, 1, "IANA name such as Europe/Berlin"),
    "a path": (HEAD.replace("Europe/Berlin", "../../etc/passwd") + STEP, 1, "IANA name such as Europe/Berlin"),
    "no start": (HEAD.replace("start: 2026-03-01T09:00\n", "") + STEP, 1, "start: Field required; add it"),
    "a start that is none": (HEAD.replace("2026-03-01T09:00", "soon") + STEP, 2, "start: "),
    "an engine that is neither": (HEAD.replace("off", "maybe") + STEP, 3, "engine is on or off"),
    "no steps": (HEAD.replace("steps:\n", "steps: []\n"), 4, "steps: "),
    "an unknown key": (HEAD + STEP + "stops: []\n", 6, "stops: Extra inputs are not permitted; remove it"),
    "an unknown key in a step": (HEAD + STEP + '  - {at: "+1d", persona: ana, says: "hi"}\n', 6, "steps.1.persona"),
    "a time that is none": (HEAD + '  - {at: "20d", person: ana, says: "hi"}\n', 5, 'such as "+0m", "+36h" or "+20d"'),
    "no time": (HEAD + '  - {person: ana, says: "hi"}\n', 5, "steps.0.at: Field required; add it"),
    "two things at once": (
        HEAD + '  - {at: "+0m", person: a, says: "x", taps: "y"}\n',
        5,
        "one of says, taps, restart",
    ),
    "nothing to do": (HEAD + '  - {at: "+0m", person: ana}\n', 5, "one of says, taps, restart"),
    "nobody to say it": (HEAD + '  - {at: "+0m", says: "hi"}\n', 5, "says and taps need a person"),
    "nobody to assign to": (
        HEAD + '  - {at: "+0m", assign: m, counsellor: lee}\n',
        5,
        "assign needs a counsellor and to",
    ),
    "steps out of order": (HEAD + STEP.replace("+0m", "+2d") + STEP, 1, "steps must be in the order of their times"),
    "a list for a scenario": ("- 1\n", 1, "`key: value` lines"),
    "broken YAML": (HEAD + "  - {at: \n", 6, "not valid YAML"),
    "an empty file": ("", 1, "the file is empty"),
}


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a scenario file."""

    def write(text: str) -> Path:
        path = tmp_path / "scenario.yml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_is_named_with_its_line(
    mistake: str, kith: Callable[..., Ran], written: Callable[[str], Path]
) -> None:
    text, line, said = MISTAKES[mistake]
    path = written(text)
    ran = kith("simulate", str(path), "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"kith: {path}:{line}: ")
    assert said in ran.err


def test_several_mistakes_are_named_at_once(kith: Callable[..., Ran], written: Callable[[str], Path]) -> None:
    steps = '  - {at: "20d", person: ana, says: "hi"}\n  - {at: "+1d", says: "hi"}\n'
    said = kith("simulate", str(written(HEAD + steps))).err
    assert [line.split(":")[1] for line in said.replace("kith: ", "").splitlines()] == ["5", "6"]


@pytest.mark.parametrize("name", ["missing.yml", "."])
def test_a_file_that_cannot_be_read_is_named(name: str, kith: Callable[..., Ran], tmp_path: Path) -> None:
    ran = kith("simulate", str(tmp_path / name))
    assert (ran.code, ran.out) == (1, "")
    assert str(tmp_path) in ran.err
    assert "cannot be read" in ran.err


def test_a_file_that_is_no_text_is_named(kith: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "scenario.yml").write_bytes(b"\xff\xfe\x00\x01")
    ran = kith("simulate", str(tmp_path / "scenario.yml"))
    assert ran.code == 1
    assert "is it a text file in UTF-8?" in ran.err


def test_the_start_is_the_wall_clock_of_the_zone(written: Callable[[str], Path]) -> None:
    scenario = load_scenario(written(HEAD.replace("2026-03-01T09:00", "2026-07-01T09:00") + STEP))
    assert scenario.starts_at() == datetime(2026, 7, 1, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("+30s", timedelta(seconds=30)),
        ("+5m", timedelta(minutes=5)),
        ("+1.5h", timedelta(minutes=90)),
        ("+20d", timedelta(days=20)),
        ("+2w", timedelta(days=14)),
    ],
)
def test_times_are_from_the_start(at: str, expected: timedelta, written: Callable[[str], Path]) -> None:
    [step] = load_scenario(written(HEAD + STEP.replace("+0m", at))).steps
    assert step.at == expected


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "scenarios").glob("*.yml")), ids=lambda path: path.stem)
def test_every_scenario_of_ours_is_right(path: Path) -> None:
    assert load_scenario(path).steps


def test_a_button_that_is_not_there_is_named_with_its_step_and_those_that_are(
    kith: Callable[..., Ran], written: Callable[[str], Path]
) -> None:
    path = written(HEAD + STEP + '  - {at: "+1d", person: ana, taps: "Nope"}\n')
    ran = kith("simulate", str(path))
    assert ran.code == 1
    assert ran.err.startswith(
        "kith: Step 2 of the scenario cannot be played: ana has no button 'Nope' now; there are: "
    )


def test_an_unknown_module_is_named_with_its_step(kith: Callable[..., Ran], written: Callable[[str], Path]) -> None:
    path = written(HEAD + STEP + '  - {at: "+1d", counsellor: lee, assign: nosuch, to: ana}\n')
    ran = kith("simulate", str(path))
    assert ran.code == 1
    assert ran.err.startswith("kith: Step 2 of the scenario cannot be played: ")
    assert "say_it_with_i" in ran.err


def test_every_message_is_a_json_line_with_its_virtual_time(
    kith: Callable[..., Ran], written: Callable[[str], Path]
) -> None:
    ran = kith("simulate", str(written(HEAD + STEP)), "--json")
    assert (ran.code, ran.err) == (0, "")
    asked, answered = ran.json_lines()
    assert asked == {
        "at": "2026-03-01T09:00:00+01:00",
        "person": "ana",
        "direction": "in",
        "text": "/help",
        "buttons": [],
        "picture": False,
        "kind": "text",
    }
    assert (answered["direction"], answered["kind"]) == ("out", "reply")
    assert answered["buttons"]


def test_without_json_a_line_is_for_reading(kith: Callable[..., Ran], written: Callable[[str], Path]) -> None:
    lines = kith("simulate", str(written(HEAD + STEP))).out.splitlines()
    assert lines[0] == "2026-03-01T09:00:00+01:00  ana > /help"
    assert lines[1].startswith("2026-03-01T09:00:00+01:00  ana < ")
    assert lines[1].endswith("]")


def test_the_same_scenario_is_played_the_same_twice(kith: Callable[..., Ran], written: Callable[[str], Path]) -> None:
    path = written(HEAD + STEP + '  - {at: "+1d", person: ana, says: "/contact add Ben every=7d"}\n')
    assert kith("simulate", str(path), "--json").out == kith("simulate", str(path), "--json").out


def test_a_simulation_leaves_the_installations_own_store_alone(
    kith: Callable[..., Ran], written: Callable[[str], Path], home: Path
) -> None:
    kith("simulate", str(written(HEAD + STEP)))
    assert not list(home.glob("*.db"))


def test_a_simulation_ignores_the_settings_of_a_database(
    kith: Callable[..., Ran], written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kith:x@127.0.0.1:1/kith")
    ran = kith("simulate", str(written(HEAD + STEP)), "--json")
    assert ran.code == 0
    assert all(json.loads(line) for line in ran.out.splitlines())
