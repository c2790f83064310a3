"""`kith up` finds what is wrong before it starts anything; `kith train` trains only where something has changed."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import running
from bot.cli.one_at_a_time import LOCK, is_running, only_one
from bot.engine import model
from bot.engine.client import EngineClient
from bot.engine.local_token import local_token
from bot.errors import EngineError, SettingsError
from bot.settings import Settings, load_settings
from tests.unit.cli.broken import break_a_module, put_model, set_schema, take_the_engine_away
from tests.unit.cli.conftest import Ran


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """Settings of what would have been started: nothing really is."""
    seen: list[Settings] = []

    async def supervise(settings: Settings) -> None:
        seen.append(settings)

    monkeypatch.setattr(running, "_supervise", supervise)
    return seen


@pytest.fixture
def trainings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Paths of the models that would have been trained."""
    seen: list[Path] = []
    engine = tmp_path / "engine-python"
    engine.touch()

    def train(settings: Settings, *, force: bool = False) -> Path:
        path = model.model_path(settings)
        put_model(path)
        seen.append(path)
        return path

    monkeypatch.setattr(model, "engine_python", lambda: engine)
    monkeypatch.setattr(model, "ready_encoder", lambda _settings: False)
    monkeypatch.setattr(model, "train", train)
    return seen


def test_the_first_start_prepares_everything_and_says_where_to_go(
    kith: Callable[..., Ran], home: Path, started: list[Settings], trainings: list[Path]
) -> None:
    ran = kith("up")
    assert (ran.code, ran.out) == (0, "")
    assert [settings.home for settings in started] == [home]
    assert len(trainings) == 1
    assert "Training the engine's model" in ran.err
    assert f"http://localhost:{started[0].port}/chat" in ran.err
    assert (home / "kith.db").exists()


def test_the_second_start_trains_nothing(
    kith: Callable[..., Ran], started: list[Settings], trainings: list[Path]
) -> None:
    kith("up")
    assert "Training" not in kith("up").err
    assert len(trainings) == 1


def test_a_broken_module_is_named_and_nothing_is_started_or_made(
    kith: Callable[..., Ran],
    home: Path,
    started: list[Settings],
    trainings: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = break_a_module(tmp_path, monkeypatch)
    ran = kith("up")
    assert (ran.code, ran.out) == (1, "")
    assert re.match(rf"kith: {place.rpartition(':')[0]}:\d+: ", ran.err)
    assert "add a line `kind:` to this step" in ran.err
    assert (started, trainings) == ([], [])
    assert not (home / "kith.db").exists()


def test_a_busy_port_is_named_and_nothing_is_started_or_made(
    kith: Callable[..., Ran],
    home: Path,
    started: list[Settings],
    trainings: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("KITH_PORT", "KITH_ENGINE_PORT", "KITH_ACTION_PORT"):
        with socket.create_server(("127.0.0.1", 0)) as busy, monkeypatch.context() as patch:
            port = busy.getsockname()[1]
            patch.setenv(name, str(port))
            ran = kith("up")
            assert (ran.code, ran.out) == (2, "")
            assert ran.err.startswith(f"kith: {name} is wrong: port {port} cannot be used")
            assert ran.err.rstrip().endswith(f"{name}={port + 1}")
    assert (started, trainings) == ([], [])
    assert not (home / "kith.db").exists()


def test_a_missing_engine_is_told_before_anything_is_made(
    kith: Callable[..., Ran],
    home: Path,
    started: list[Settings],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take_the_engine_away(tmp_path, monkeypatch)
    ran = kith("up")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "kith: The engine's environment (.venv-engine) is missing. Run ./kith up, which makes it.\n"
    assert started == []
    assert not (home / "kith.db").exists()


def test_a_newer_database_or_a_wrong_key_starts_nothing(
    installed: Callable[..., Ran], ana: str, home: Path, started: list[Settings], trainings: list[Path]
) -> None:
    (home / "installation.key").write_text("ab" * 32)
    assert installed("up").code == 1
    set_schema(home / "kith.db", "9999")
    assert installed("up").code == 1
    assert (started, trainings) == ([], [])


def test_a_training_that_fails_starts_nothing(
    kith: Callable[..., Ran], started: list[Settings], trainings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(settings: Settings, *, force: bool = False) -> Path:
        raise EngineError("Training failed; train.log says why.")

    monkeypatch.setattr(model, "train", fail)
    ran = kith("up")
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "kith: Training failed; train.log says why.")
    assert started == []


async def test_an_engine_that_takes_long_is_told_with_the_place_of_its_log(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, False, True])
    pages = iter([False, True])  # the engine may be ready before the app is

    async def is_well(_client: EngineClient) -> bool:
        return next(answers)

    monkeypatch.setattr(EngineClient, "is_well", is_well)
    monkeypatch.setattr(running, "_answers", lambda _url: next(pages))
    monkeypatch.setattr(running, "SLOW_SECONDS", 0.05)
    await running._announce(load_settings(), "token")
    slow, ready = capsys.readouterr().err.splitlines()
    assert slow == f"The engine is not ready yet, messages wait. {home / 'logs' / 'engine.log'} says why."
    assert ready.startswith("Ready after ")


def test_a_second_kith_on_the_same_home_is_refused(
    kith: Callable[..., Ran], home: Path, started: list[Settings], trainings: list[Path]
) -> None:
    load_settings()
    with only_one(home):
        ran = kith("up")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kith: Kith is running already with KITH_HOME={home}.")
    assert started == []


def test_a_home_is_free_again_when_its_kith_has_ended(home: Path) -> None:
    load_settings()
    with only_one(home):
        assert is_running(home)
        with pytest.raises(SettingsError), only_one(home):
            pass
    assert (home / LOCK).exists()
    assert not is_running(home)
    with only_one(home):
        pass


def test_a_damaged_local_token_is_refused(installed: Callable[..., Ran], home: Path, trainings: list[Path]) -> None:
    local_token(home)
    (home / "local_token").write_text("")
    ran = installed("up")
    assert (ran.code, ran.out) == (2, "")
    assert "local_token is damaged. Remove it and start Kith again." in ran.err


def test_train_says_so_where_nothing_has_changed(kith: Callable[..., Ran], trainings: list[Path]) -> None:
    assert "Trained in 0 s" in kith("train").err
    ran = kith("train")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"The model is up to date: {trainings[0]}\n"
    assert len(trainings) == 1


def test_an_encoder_that_is_missing_is_made_though_the_model_is_there(
    kith: Callable[..., Ran], trainings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    kith("train")
    monkeypatch.setattr(model, "ready_encoder", lambda _settings: True)
    ran = kith("train")
    assert ran.err.startswith("Made the sentence encoder's files.\n")
    assert (ran.code, len(trainings)) == (0, 1)


def test_train_can_be_forced(kith: Callable[..., Ran], trainings: list[Path]) -> None:
    kith("train")
    kith("train", "--force")
    assert len(trainings) == 2


def test_train_without_an_engine_says_what_to_run(
    kith: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_the_engine_away(tmp_path, monkeypatch)
    monkeypatch.setattr(model, "ready_encoder", lambda _settings: False)
    ran = kith("train")
    assert (ran.code, ran.out) == (1, "")
    assert "Run ./kith up, which makes it." in ran.err


def test_chat_on_a_port_of_another_program_says_so(kith: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        busy.settimeout(0.1)
        monkeypatch.setattr(running, "_answers", lambda _url: False)
        monkeypatch.setenv("KITH_PORT", str(busy.getsockname()[1]))
        ran = kith("chat")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kith: KITH_PORT is wrong: port")
