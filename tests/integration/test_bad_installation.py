"""What is wrong with a machine is told in a sentence, with an exit code, and nothing is left half started."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.instances import free_port
from bot.engine import model
from bot.errors import EngineError
from bot.settings import Settings
from tests.integration.command_line import CommandLine
from tests.unit.test_settings import WRONG

pytestmark = pytest.mark.timeout(200)

ALL_WRONG = {name: values[0] for name, values in WRONG.items()}


@pytest.fixture
def kith(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home")


@pytest.fixture
def busy() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        yield port


def is_listening(port: str) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", int(port))) == 0


def needs_engine() -> None:
    try:
        model.engine_python()
    except EngineError as problem:
        pytest.skip(str(problem))


def test_every_wrong_setting_is_told_at_once(kith: CommandLine) -> None:
    in_the_values = {name: value for name, value in ALL_WRONG.items() if name not in ("KITH_HOME", "KITH_KEY_FILE")}
    ran = kith.run("up", **in_the_values)
    assert (ran.returncode, ran.stdout) == (2, "")
    told = {line.removeprefix("kith: ").split(" ")[0] for line in ran.stderr.splitlines()}
    assert told == set(in_the_values)
    assert all("For example: " in line for line in ran.stderr.splitlines())


@pytest.mark.parametrize("name", ["KITH_HOME", "KITH_KEY_FILE"])
def test_a_place_that_cannot_be_used_is_told(name: str, kith: CommandLine) -> None:
    ran = kith.run("up", **{name: ALL_WRONG[name]})
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"kith: {name} is wrong: ")
    assert f"{name}=" in ran.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_home_is_told(kith: CommandLine) -> None:
    kith.home.mkdir()
    kith.home.chmod(0o500)
    ran = kith.run("up")
    assert ran.returncode == 2
    assert "KITH_HOME is wrong: cannot write in" in ran.stderr


def test_a_busy_port_is_told_and_nothing_is_started_or_made(kith: CommandLine, busy: int) -> None:
    ran = kith.run("up", KITH_ACTION_PORT=str(busy))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(
        f"kith: KITH_ACTION_PORT is wrong: port {busy} cannot be used (Address already in use)"
    )
    assert not is_listening(kith.environment["KITH_PORT"])
    assert not list(kith.home.glob("*.db"))


def test_chat_where_another_program_has_the_port_says_so(kith: CommandLine, busy: int) -> None:
    ran = kith.run("chat", "--json", KITH_PORT=str(busy))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"KITH_PORT is wrong: port {busy} cannot be used" in ran.stderr


def test_a_database_server_that_is_away_is_told(kith: CommandLine) -> None:
    needs_engine()
    ran = kith.run("up", DATABASE_URL=f"postgresql://kith:hush@127.0.0.1:{free_port()}/kith")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("kith: DATABASE_URL is wrong: the database cannot be opened (")
    assert "hush" not in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_file_that_is_no_database_is_told(kith: CommandLine) -> None:
    needs_engine()
    kith.run("migrate")
    for file in kith.home.glob("kith.db*"):
        file.unlink()
    (kith.home / "kith.db").write_bytes(b"no database" * 1000)
    for command in ("up", "migrate"):
        ran = kith.run(command)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "DATABASE_URL is wrong: the database cannot be opened (file is not a database)" in ran.stderr


@pytest.mark.engine
def test_a_kith_that_runs_is_found_by_a_second_one_and_by_the_doctor(kith: CommandLine) -> None:
    needs_engine()
    shared = Settings(_env_file=None)
    model.train(shared)
    kith.home.mkdir()
    (kith.home / "models").symlink_to(shared.home / "models")
    (kith.home / "encoder").symlink_to(shared.home / "encoder")
    first = kith.start("up")
    try:
        deadline = time.monotonic() + 60
        while not is_listening(kith.environment["KITH_PORT"]):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        second = kith.run("up", KITH_PORT=str(free_port()))
        assert second.returncode == 2
        assert f"Kith is running already with KITH_HOME={kith.home}." in second.stderr
        assert "ports: Kith is running and uses them" in kith.run("doctor").stdout
    finally:
        first.send_signal(signal.SIGINT)
        out, err = first.communicate(timeout=60)
    assert (first.returncode, out) == (0, "")
    assert err.endswith("Stopped.\n")
    assert not is_listening(kith.environment["KITH_PORT"])
