"""`./kith` under sh: which environments it makes, what it hands over, and what it says where it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.unit.cli.front_door import FrontDoor


@pytest.fixture
def door(tmp_path: Path) -> FrontDoor:
    root = tmp_path / "a folder with spaces"
    root.mkdir()
    shutil.copy(ROOT / "kith", root / "kith")
    (root / "uv.lock").write_text("version = 1\n")
    (tmp_path / "bin").mkdir()
    door = FrontDoor(root, tmp_path / "bin")
    door.python("python3", "3, 11, 4")
    for name in ("python3.10", "python3.11", "python3.12", "python3.13"):
        door.program(name, "#!/bin/sh\nexit 127\n")
    return door


@pytest.fixture
def made(door: FrontDoor) -> FrontDoor:
    """With both environments made."""
    door.environment(".venv")
    door.environment(".venv-engine")
    return door


def test_with_fresh_environments_it_hands_over_at_once(made: FrontDoor) -> None:
    ran = made.run("people", "list", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "arguments=-P -m bot.cli people list --json" in ran.stdout
    assert not made.calls.exists()


def test_words_with_spaces_stay_whole(made: FrontDoor) -> None:
    python = made.root / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\nfor word in "$@"; do echo "[$word]"; done\n')
    assert "[For the talk]\n" in made.run("assign", "--reason", "For the talk").stdout


def test_it_works_from_another_folder_and_files_are_looked_for_there(made: FrontDoor, tmp_path: Path) -> None:
    ran = made.run("simulate", "mine.yml", cwd=tmp_path)
    assert ran.returncode == 0
    assert f"cwd={tmp_path}\n" in ran.stdout
    assert f"path={made.root}\n" in ran.stdout


def test_it_works_through_links(made: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "first").symlink_to(made.root / "kith")
    (tmp_path / "links" / "second").symlink_to("first")
    for link in ("first", "second"):
        ran = made.run("doctor", by=tmp_path / "links" / link, cwd=Path("/"))
        assert ran.returncode == 0, ran.stderr
        assert f"path={made.root}\n" in ran.stdout


def test_a_callers_cdpath_does_not_mislead_it(made: FrontDoor) -> None:
    ran = made.run("doctor", by=Path("kith"), CDPATH="/usr:/")
    assert (ran.returncode, f"path={made.root}\n" in ran.stdout) == (0, True)


def test_test_runs_pytest_in_its_own_folder_with_a_trained_model(made: FrontDoor, tmp_path: Path) -> None:
    ran = made.run("test", "-k", "one thing", cwd=tmp_path)
    first, second = ran.stdout.split("cwd=")[1:]
    assert first.startswith(f"{made.root}\n")
    assert "arguments=-P -m bot.cli train" in first
    assert "arguments=-P -m pytest -k one thing" in second


def test_both_environments_are_made_once(door: FrontDoor) -> None:
    door.python("python3.10", "3, 10, 9")
    door.uv()
    ran = door.run("up")
    assert ran.returncode == 0, ran.stderr
    assert "kith: making the app's environment (.venv), once" in ran.stderr
    assert "kith: making the engine's environment (.venv-engine), once" in ran.stderr
    assert "arguments=-P -m bot.cli up" in ran.stdout
    again = door.run("up")
    assert again.stderr == ""


def test_a_changed_lock_file_makes_them_anew(made: FrontDoor) -> None:
    made.uv()
    (made.root / "uv.lock").write_text("version = 2\n")
    assert "making the app's environment" in made.run("people", "list").stderr
    assert "making" not in made.run("people", "list").stderr


def test_what_was_locked_is_what_is_installed(door: FrontDoor) -> None:
    door.python("python3.10", "3, 10, 9")
    door.uv()
    door.run("train")
    syncs = [line for line in door.calls.read_text().splitlines() if line.startswith("uv sync")]
    assert all("--locked" in line for line in syncs)
    assert "--only-group engine" in syncs[1]


@pytest.mark.parametrize("command", ["people", "migrate", "doctor", "report", "export"])
def test_a_command_without_need_of_the_engine_does_not_wait_for_it(command: str, door: FrontDoor) -> None:
    door.environment(".venv")
    assert door.run(command).returncode == 0
    assert not (door.root / ".venv-engine").exists()


@pytest.mark.parametrize("command", ["up", "chat", "train", "test", "bench", "simulate"])
def test_a_command_that_needs_the_engine_prepares_it(command: str, door: FrontDoor) -> None:
    door.environment(".venv")
    door.python("python3.10", "3, 10, 9")
    door.uv()
    door.run(command)
    assert (door.root / ".venv-engine" / ".kith-lock").exists()


def test_asking_for_help_waits_for_no_engine(door: FrontDoor) -> None:
    door.environment(".venv")
    assert door.run("up", "--help").returncode == 0
    assert not (door.root / ".venv-engine").exists()


def test_without_a_python_for_the_app_it_says_which_to_install(door: FrontDoor) -> None:
    door.python("python3", "3, 9, 2")
    ran = door.run("up")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "kith: Python 3.11, 3.12 or 3.13 is needed. "
        "Install it (on Debian: apt install python3 python3-venv) and try again.\n"
    )


def test_a_newer_python_beside_an_older_python3_is_found(door: FrontDoor) -> None:
    door.python("python3", "3, 9, 2")
    door.python("python3.12", "3, 12, 1")
    door.uv()
    assert door.run("people").returncode == 0


def test_where_uv_cannot_be_installed_it_says_so_and_leaves_nothing(door: FrontDoor) -> None:
    ran = door.run("people")
    assert ran.returncode == 1
    assert "kith: installing uv into .uv/ ..." in ran.stderr
    assert "uv could not be installed. Check that the package registry can be reached" in ran.stderr
    assert not (door.root / ".uv").exists()


def test_an_old_uv_is_not_used(door: FrontDoor) -> None:
    door.uv(version="0.5.31 (abc 2025-02-12)")
    ran = door.run("people")
    assert "kith: installing uv into .uv/ ..." in ran.stderr


def test_where_python_310_is_neither_found_nor_fetched_it_says_how_to_get_it(door: FrontDoor) -> None:
    door.environment(".venv")
    door.uv()
    ran = door.run("up")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.splitlines() == [
        "kith: no Python 3.10 found for the engine; asking uv to fetch one ...",
        "kith: The engine needs Python 3.10, which was neither found nor could be fetched. "
        "Install it (for example with 'pyenv install 3.10', or your system's python3.10 package), or name it: "
        "KITH_ENGINE_PYTHON=/path/to/python3.10 ./kith up",
    ]
    assert not (door.root / ".venv-engine").exists()


def test_a_python_310_of_uvs_own_is_taken(door: FrontDoor) -> None:
    door.environment(".venv")
    door.uv(find="echo /uv/python3.10")
    assert door.run("up").returncode == 0
    assert "--python /uv/python3.10" in door.calls.read_text()


def test_one_is_fetched_where_none_is_found(door: FrontDoor) -> None:
    door.environment(".venv")
    door.uv(find='[ -e "$HOME/fetched" ] && echo /fetched/python3.10', install='touch "$HOME/fetched"')
    ran = door.run("up")
    assert ran.returncode == 0, ran.stderr
    assert "--python /fetched/python3.10" in door.calls.read_text()


def test_pyenvs_python_310_is_found(door: FrontDoor) -> None:
    door.environment(".venv")
    door.uv()
    shim = door.python("elsewhere", "3, 10, 14")
    own = door.root / ".pyenv" / "versions" / "3.10.14" / "bin" / "python3.10"
    own.parent.mkdir(parents=True)
    shutil.copy(shim, own)
    assert door.run("up").returncode == 0


@pytest.mark.parametrize("named", ["/nowhere/python3.10", "python3"])
def test_a_named_python_that_is_no_310_is_refused_by_name(named: str, made: FrontDoor) -> None:
    ran = made.run("up", KITH_ENGINE_PYTHON=named)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"kith: KITH_ENGINE_PYTHON is wrong: {named} is no Python 3.10. "
        "For example: KITH_ENGINE_PYTHON=/usr/bin/python3.10\n"
    )


def test_a_named_python_is_the_one_taken(door: FrontDoor) -> None:
    door.environment(".venv")
    door.uv()
    named = door.python("mine", "3, 10, 2")
    assert door.run("up", KITH_ENGINE_PYTHON=str(named)).returncode == 0


def test_an_environment_that_cannot_be_made_is_told_and_tried_again(door: FrontDoor) -> None:
    door.uv()
    door.program("uv", (door.bin / "uv").read_text().replace('"sync "*) ', '"sync "*) echo "no network" >&2; exit 2; '))
    ran = door.run("people")
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-2:] == [
        "no network",
        "kith: The app's environment could not be made; the lines above say why. Mend that and try again.",
    ]
    door.uv()
    assert door.run("people").returncode == 0


def test_the_script_is_executable_and_portable() -> None:
    script = ROOT / "kith"
    assert os.access(script, os.X_OK)
    assert script.read_text().startswith("#!/bin/sh\n")
    assert "[[" not in script.read_text()


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="needs shellcheck")
def test_shellcheck_finds_nothing() -> None:
    found = subprocess.run(["shellcheck", "kith"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.stdout == ""
