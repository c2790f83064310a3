"""The engine's model and process: trained under its fingerprint, whole or not at all, told only what it must know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.engine import model
from bot.engine.parent import STOP_WITH_STDIN
from bot.engine.process import engine_child
from bot.errors import EngineError
from bot.settings import Settings
from bot.understanding.encoder.files import export_name

ENGINE = """#!/bin/sh
while [ $# -gt 0 ]; do
    case "$1" in
        --out) out=$2 ;;
        --fixed-model-name) name=$2 ;;
    esac
    shift
done
echo "this is what Rasa said"
{then}
"""
WORKS = 'date +%N > "$out/metadata.json"; tar -C "$out" -czf "$out/$name.tar.gz" metadata.json'


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, encoder_exports: Path
) -> Callable[[str], Path]:
    """A project whose engine is a stand-in that does as told. The sentence encoder is there."""
    model.encoder_folder(settings).symlink_to(encoder_exports)

    def make(then: str = WORKS) -> Path:
        root = tmp_path / "project"
        for name in ("dialogues", "bot/understanding", ".venv-engine/bin"):
            (root / name).mkdir(parents=True, exist_ok=True)
        (root / "config.yml").write_text("pipeline: []\n")
        (root / "uv.lock").write_text("version = 1\n")
        (root / "dialogues" / "nlu.yml").write_text("nlu: []\n")
        (root / "bot" / "understanding" / "part.py").write_text("x = 1\n")
        python = root / ".venv-engine" / "bin" / "python"
        python.write_text(ENGINE.format(then=then))
        python.chmod(0o755)
        monkeypatch.setattr(model, "ROOT", root)
        return root

    return make


def test_a_model_is_kept_under_the_fingerprint_of_what_it_is_made_of(
    project: Callable[[], Path], settings: Settings
) -> None:
    project()
    path = model.train(settings)
    assert path == settings.home / "models" / f"kith-{model.fingerprint()}.tar.gz"
    assert model.is_trained(settings)


def test_the_encoder_is_made_before_the_engine_is_asked_to_train(
    project: Callable[[str], Path], settings: Settings, encoder_exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(f'test -e "$KITH_ENCODER/{export_name()}" || exit 1; {WORKS}')
    model.encoder_folder(settings).unlink()
    asked = []

    def export(folder: Path) -> None:
        asked.append(folder)
        folder.symlink_to(encoder_exports)

    monkeypatch.setattr("bot.understanding.encoder.export.export_encoder", export)
    for _time in range(2):
        model.train(settings)
    assert asked == [settings.home / "encoder"]


def test_an_encoder_that_went_missing_is_made_again_without_training(
    project: Callable[[], Path], settings: Settings, encoder_exports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project()
    trained_at = model.train(settings).stat().st_mtime_ns
    model.encoder_folder(settings).unlink()
    monkeypatch.setattr(
        "bot.understanding.encoder.export.export_encoder", lambda folder: folder.symlink_to(encoder_exports)
    )
    assert model.ready_encoder(settings)
    assert not model.ready_encoder(settings)
    assert model.train(settings).stat().st_mtime_ns == trained_at


def test_without_a_change_nothing_is_trained(project: Callable[[], Path], settings: Settings) -> None:
    project()
    trained_at = model.train(settings).stat().st_mtime_ns
    assert model.train(settings).stat().st_mtime_ns == trained_at


def test_force_trains_again(project: Callable[[], Path], settings: Settings) -> None:
    project()
    before = model.train(settings).read_bytes()
    assert model.train(settings, force=True).read_bytes() != before


@pytest.mark.parametrize("part", [0.0, 0.2, 0.6])
def test_a_damaged_model_is_trained_again(part: float, project: Callable[[], Path], settings: Settings) -> None:
    project()
    path = model.train(settings)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    assert not model.is_trained(settings)
    model.train(settings)
    assert model.is_trained(settings)


@pytest.mark.parametrize("name", ["config.yml", "uv.lock", "dialogues/nlu.yml", "bot/understanding/part.py"])
def test_a_change_in_any_part_asks_for_a_new_model(name: str, project: Callable[[], Path], settings: Settings) -> None:
    root = project()
    before = model.train(settings)
    (root / name).write_text("changed: true\n")
    assert model.train(settings) != before


def test_a_new_file_and_a_new_name_ask_for_a_new_model(project: Callable[[], Path]) -> None:
    root = project()
    before = model.fingerprint()
    (root / "dialogues" / "more.yml").write_text("nlu: []\n")
    between = model.fingerprint()
    (root / "dialogues" / "more.yml").rename(root / "dialogues" / "other.yml")
    assert len({before, between, model.fingerprint()}) == 3


def test_what_is_no_part_does_not_count(project: Callable[[], Path]) -> None:
    root = project()
    before = model.fingerprint()
    (root / "bot" / "understanding" / "part.pyc").write_bytes(b"x")
    (root / "README.md").write_text("changed")
    assert model.fingerprint() == before


def test_half_a_model_never_bears_the_name_of_a_whole_one(project: Callable[[str], Path], settings: Settings) -> None:
    project('echo "half" > "$out/$name.tar.gz"; kill -9 $$')
    with pytest.raises(EngineError):
        model.train(settings)
    assert not model.model_path(settings).exists()


def test_a_failure_says_where_rasas_own_words_are(project: Callable[[str], Path], settings: Settings) -> None:
    project("exit 1")
    with pytest.raises(EngineError, match=r"train\.log says why\. Mend dialogues/ or config\.yml and run: kith train"):
        model.train(settings)
    assert (settings.home / "logs" / "train.log").read_text() == "this is what Rasa said\n"


def test_a_training_that_made_no_model_is_a_failure(project: Callable[[str], Path], settings: Settings) -> None:
    project("exit 0")
    with pytest.raises(EngineError):
        model.train(settings)


def test_older_models_are_removed_but_the_last(project: Callable[[], Path], settings: Settings) -> None:
    root = project()
    made = []
    for number in range(4):
        (root / "config.yml").write_text(f"pipeline: [{number}]\n")
        made.append(model.train(settings))
    assert [path.exists() for path in made] == [False, False, True, True]


def test_without_its_environment_it_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "ROOT", tmp_path)
    with pytest.raises(EngineError, match=r"is missing\. Run \./kith up"):
        model.engine_python()


def test_the_engine_sees_no_secret_but_the_local_token(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TELEGRAM_TOKEN", "DATABASE_URL", "KITH_KEYS_URL", "KITH_KEY_FILE", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "hush")
    seen = model.engine_environment(settings, "the-token")
    assert "hush" not in " ".join(seen.values())
    assert seen["KITH_LOCAL_TOKEN"] == "the-token"
    assert seen["RASA_TELEMETRY_ENABLED"] == "false"
    assert seen["HOME"] == str(settings.home / "engine-home")


@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING", "ERROR"])
def test_the_log_level_reaches_the_engine(level: str, tmp_path: Path) -> None:
    settings = Settings(_env_file=None, KITH_HOME=tmp_path, KITH_LOG_LEVEL=level)
    assert model.engine_environment(settings)["LOG_LEVEL"] == level


def test_the_engine_is_served_on_loopback_only_and_ends_with_its_supervisor(
    project: Callable[[], Path], settings: Settings
) -> None:
    project()
    child = engine_child(settings, "the-token")
    words = list(child.command)
    assert words[words.index("--interface") + 1] == "127.0.0.1"
    assert words[words.index("--port") + 1] == str(settings.engine_port)
    assert words[words.index("--model") + 1] == str(model.model_path(settings))
    assert child.environment[STOP_WITH_STDIN] == "1"
    assert child.log == settings.home / "logs" / "engine.log"
    assert "the-token" not in words
