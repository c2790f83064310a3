"""`kith doctor`: everything that can be wrong is found, with how to mend it, and nothing is made or changed."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli import findings
from bot.cli.one_at_a_time import only_one
from bot.engine import model
from bot.privacy.keys import installation_key
from bot.settings import load_settings
from bot.telegram.status import State, Status
from bot.understanding.encoder.files import MANIFEST, export_name
from tests.unit.cli.broken import break_a_module, copy_of_the_content, put_model, set_schema, take_the_engine_away
from tests.unit.cli.conftest import Ran, opened

Doctor = Callable[..., dict[str, str]]


@pytest.fixture
def with_encoder(installed: Callable[..., Ran], home: Path, encoder_exports: Path) -> Callable[..., Ran]:
    """An installation that was not trained yet."""
    (home / "encoder").symlink_to(encoder_exports)
    return installed


@pytest.fixture
def trained(with_encoder: Callable[..., Ran]) -> Callable[..., Ran]:
    """An installation with nothing wrong."""
    put_model(model.model_path(load_settings()))
    return with_encoder


@pytest.fixture
def found(kith: Callable[..., Ran]) -> Callable[..., dict[str, str]]:
    """What the doctor found wrong: check and how to mend it. The exit code must agree."""

    def look(*options: str) -> dict[str, str]:
        ran = kith("doctor", "--json", *options)
        wrong = {line["check"]: line["mend"] for line in ran.json_lines() if not line["holds"]}
        assert ran.code == (1 if wrong else 0)
        assert ran.err == ""
        return wrong

    return look


@pytest.fixture(autouse=True)
def _engine_is_there(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "engine" not in request.node.name:
        monkeypatch.setattr(findings, "_engine_version", lambda: None)


@pytest.fixture
def busy_port(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port: int = busy.getsockname()[1]
        monkeypatch.setenv("KITH_PORT", str(port))
        yield port


def test_a_sound_installation_passes(trained: Callable[..., Ran]) -> None:
    ran = trained("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert {line.split()[0] for line in ran.out.splitlines()} == {"ok"}


def test_each_line_of_json_is_a_check(trained: Callable[..., Ran]) -> None:
    lines = trained("doctor", "--json").json_lines()
    assert all(line.keys() == {"check", "holds", "mend"} for line in lines)
    assert {"database", "content", "trained model", "installation key", "engine environment"} <= {
        line["check"] for line in lines
    }


def test_what_is_wrong_is_on_standard_error_with_how_to_mend_it(with_encoder: Callable[..., Ran]) -> None:
    ran = with_encoder("doctor")
    assert ran.code == 1
    assert " NO  trained model" in ran.out
    assert ran.err == "     Run: kith train\n"


def test_on_a_fresh_machine_it_says_what_to_run_and_makes_nothing(found: Doctor, home: Path) -> None:
    wrong = found()
    assert wrong.keys() == {"installation key", "database", "sentence encoder", "trained model"}
    assert all("Run: kith" in mend for mend in wrong.values())
    assert list(home.iterdir()) == []


def test_a_damaged_model_is_found(trained: Callable[..., Ran], found: Doctor) -> None:
    path = model.model_path(load_settings())
    path.write_bytes(path.read_bytes()[:40])
    assert found() == {"trained model": "Run: kith train"}


def test_a_damaged_encoder_is_found(trained: Callable[..., Ran], found: Doctor, home: Path) -> None:
    (home / "encoder").unlink()
    damaged = home / "encoder" / export_name()
    damaged.mkdir(parents=True)
    (damaged / MANIFEST).write_text("{")
    wrong = found()
    assert wrong.keys() == {"sentence encoder"}
    assert wrong["sentence encoder"].endswith(f"is damaged. Remove {damaged} and run: kith train")


def test_an_older_database_is_found(trained: Callable[..., Ran], found: Doctor, home: Path) -> None:
    set_schema(home / "kith.db", "0000")
    assert found() == {"database": "The database is of another version of Kith. Run: kith migrate"}


def test_a_database_that_is_none_is_found(trained: Callable[..., Ran], found: Doctor, home: Path) -> None:
    (home / "kith.db").write_bytes(b"this is not a database" * 100)
    assert "DATABASE_URL is wrong: the database cannot be opened (file is not a database)" in found()["database"]


def test_a_database_that_does_not_answer_is_found(
    trained: Callable[..., Ran], found: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kith:hush@127.0.0.1:1/kith")
    mend = found()["database"]
    assert mend.startswith("DATABASE_URL is wrong: the database cannot be opened (")
    assert "hush" not in mend


def test_a_key_that_others_can_read_is_found(trained: Callable[..., Ran], found: Doctor, home: Path) -> None:
    (home / "installation.key").chmod(0o644)
    wrong = found()
    assert wrong["installation key"].endswith(f"Run: chmod 600 {home / 'installation.key'}")


def test_a_key_that_is_none_is_found(trained: Callable[..., Ran], found: Doctor, home: Path) -> None:
    (home / "installation.key").write_text("short")
    assert "does not hold a key of 64 hexadecimal digits" in found()["installation key"]


def test_a_key_of_another_installation_is_found(ana: str, found: Doctor, home: Path) -> None:
    (home / "installation.key").write_text("ab" * 32)
    assert "KITH_KEY_FILE is not the one it was made with" in found()["installation key"]


def test_a_missing_key_is_found_and_no_other_is_made(ana: str, found: Doctor, home: Path) -> None:
    (home / "installation.key").unlink()
    assert "is missing, and the key database cannot be opened without it" in found()["installation key"]
    assert not (home / "installation.key").exists()


def test_a_key_database_of_other_people_is_found(ana: str, found: Doctor, home: Path) -> None:
    for file in home.glob("keys.db*"):
        file.unlink()
    assert "key database is not there" in found()["database"]


def test_broken_content_is_found_with_file_and_line(
    trained: Callable[..., Ran], found: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = break_a_module(tmp_path, monkeypatch)
    wrong = found("--go-live")
    assert wrong["content"].startswith(place.rpartition(":")[0])
    assert "add a line `kind:` to this step" in wrong["content"]


def test_missing_content_is_found(
    trained: Callable[..., Ran], found: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (copy_of_the_content(tmp_path, monkeypatch) / "modules").iterdir():
        file.unlink()
    assert "no practices found" in found()["content"]


def test_a_missing_engine_is_found(
    trained: Callable[..., Ran], found: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_the_engine_away(tmp_path, monkeypatch)
    assert found()["engine environment"].endswith("is missing. Run ./kith up, which makes it.")


def test_an_engine_of_another_python_is_found(
    trained: Callable[..., Ran], found: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho 3.11\n")
    python.chmod(0o755)
    monkeypatch.setattr(model, "engine_python", lambda: python)
    assert "is not Python 3.10" in found()["engine environment"]


def test_a_home_that_others_can_look_into_is_found(trained: Callable[..., Ran], found: Doctor, home: Path) -> None:
    home.chmod(0o755)
    assert found() == {"home folder": f"Others can look into {home}. Run: chmod 700 {home}"}


def test_a_full_disk_is_found(trained: Callable[..., Ran], found: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "MINIMUM_FREE_BYTES", 10**18)
    assert found()["home folder"].startswith("Less than 500 MB free")


def test_a_busy_port_is_found(trained: Callable[..., Ran], found: Doctor, busy_port: int) -> None:
    assert found() == {
        f"port {busy_port}": f"KITH_PORT is wrong: port {busy_port} cannot be used (Address already in use). "
        f"Stop what uses it, or choose another: KITH_PORT={busy_port + 1}"
    }


def test_the_ports_of_a_kith_that_runs_here_are_not_held_against_it(
    trained: Callable[..., Ran], found: Doctor, home: Path, busy_port: int
) -> None:
    with only_one(home):
        assert found() == {}


def test_a_misspelt_setting_is_found(
    trained: Callable[..., Ran], found: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_PROT", "8001")
    assert found() == {"settings": "Kith knows no KITH_PROT. Did you mean KITH_PORT? See README.md"}


def test_a_telegram_token_that_is_refused_is_found(
    trained: Callable[..., Ran], found: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(_settings: object) -> Status:
        return Status(State.TOKEN_REFUSED)

    monkeypatch.setenv("TELEGRAM_TOKEN", "123456:secret")
    monkeypatch.setattr(findings, "probe", refused)
    assert "Ask @BotFather for the right one" in found()["Telegram"]


def test_going_live_asks_for_an_operator_whom_people_can_reach(
    trained: Callable[..., Ran], found: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {"operator named", "operator's contact"} <= found("--go-live").keys()
    monkeypatch.setenv("KITH_OPERATOR", "The Harbour Centre")
    monkeypatch.setenv("KITH_OPERATOR_CONTACT", "hello@harbour.example")
    assert not {"operator named", "operator's contact"} & found("--go-live").keys()


def test_going_live_asks_for_crisis_numbers_that_somebody_tried(trained: Callable[..., Ran], found: Doctor) -> None:
    wrong = found("--go-live")
    assert "verified_on" in wrong["crisis resources GB"]


def test_the_doctor_changes_no_file(ana: str, found: Doctor, home: Path) -> None:
    with opened():
        pass
    before = {path: path.read_bytes() for path in home.rglob("*") if path.suffix in (".db", ".key")}
    key = installation_key(home / "installation.key")
    found("--go-live")
    assert {path: path.read_bytes() for path in before} == before
    assert installation_key(home / "installation.key") == key
