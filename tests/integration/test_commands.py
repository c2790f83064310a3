"""The command line as scripts meet it: exit codes, what goes to which stream, JSON lines and nothing beside them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.settings import ROOT
from tests.integration.command_line import CommandLine

pytestmark = pytest.mark.timeout(200)


@pytest.fixture(scope="module")
def kith(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """An installation with keys and databases."""
    kith = CommandLine(tmp_path_factory.mktemp("commands") / "home")
    ran = kith.run("migrate")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "The database was brought up to date.\n")
    return kith


def json_lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_success_is_0_what_does_not_hold_is_1_wrong_use_is_2(kith: CommandLine) -> None:
    assert kith.run("people", "list").returncode == 0
    assert kith.run("doctor").returncode == 1  # no model was trained in this home
    assert kith.run("people", "lisst").returncode == 2


def test_with_json_standard_output_holds_json_lines_only(kith: CommandLine) -> None:
    for command in (
        ["people", "list", "--json"],
        ["doctor", "--json"],
        ["report", "practised", "--json"],
        ["simulate", "tests/scenarios/one_contact.yml", "--json"],
    ):
        ran = kith.run(*command)
        assert all(isinstance(line, dict) for line in json_lines(ran.stdout)), command
        assert "Traceback" not in ran.stderr


def test_an_error_leaves_standard_output_empty(kith: CommandLine) -> None:
    for command in (["assign", "say_it_with_i", "ffffff"], ["simulate", "nosuch.yml", "--json"], ["report"]):
        ran = kith.run(*command)
        assert ran.returncode in (1, 2)
        assert "Traceback" not in ran.stderr
        if command != ["report"]:  # by itself it shows its help
            assert ran.stdout == ""
            assert ran.stderr.startswith("kith: ")
            assert ran.stderr.count("\n") == 1


def test_the_contact_and_its_loop_play_in_virtual_time(kith: CommandLine) -> None:
    lines = json_lines(kith.run("simulate", "tests/scenarios/one_contact.yml", "--json").stdout)
    assert all(line.keys() == {"at", "person", "direction", "text", "buttons", "picture", "kind"} for line in lines)
    reminders = [line for line in lines if line["kind"] == "reminder"]
    assert [line["at"][:10] for line in reminders] == ["2026-03-15", "2026-03-29"]
    assert {line["at"][11:16] for line in reminders} == {"18:00"}


def test_a_reader_that_goes_away_is_no_crash(kith: CommandLine) -> None:
    process = kith.start("simulate", "tests/scenarios/one_contact.yml", "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) in (0, 1)
    assert "Traceback" not in said


def test_the_front_door_works_from_another_folder_and_by_a_link(kith: CommandLine, tmp_path: Path) -> None:
    if not (ROOT / ".venv" / ".kith-lock").exists():
        pytest.skip("this environment was not made by ./kith")
    (tmp_path / "mine").symlink_to(ROOT / "kith")
    (tmp_path / "one.yml").write_text(
        'start: 2026-03-01T09:00\nengine: off\nsteps:\n  - {at: "+0m", person: ana, says: "/help"}\n'
    )
    ran = subprocess.run(
        ["./mine", "people", "list"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", **kith.environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
