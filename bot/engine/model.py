"""The engine's model: trained when what it is made of has changed, kept under a name that says so."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import zlib
from pathlib import Path

from bot.errors import EngineError
from bot.settings import ROOT, Settings
from bot.understanding.encoder.files import FOLDER_VARIABLE, is_exported

MADE_OF = ("config.yml", "dialogues", "bot/understanding", "uv.lock")
"""Files and folders whose change asks for a new model."""
MODELS_KEPT = 2


def engine_python() -> Path:
    """The engine environment's interpreter. Raises EngineError where it was not made."""
    python = ROOT / ".venv-engine" / "bin" / "python"
    if not python.exists():
        raise EngineError("The engine's environment (.venv-engine) is missing. Run ./kith up, which makes it.")
    return python


def engine_environment(settings: Settings, token: str = "") -> dict[str, str]:
    """What the engine's process sees: no keys, no database of ours, a home of its own, telemetry off."""
    home = settings.home / "engine-home"
    _switch_telemetry_off(home)
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "RASA_TELEMETRY_ENABLED": "false",
        "LOG_LEVEL": settings.log_level,
        "RASA_CACHE_DIRECTORY": str(settings.home / "engine-cache"),
        "KITH_ACTION_URL": settings.action_url,
        "KITH_LOCAL_TOKEN": token,
        "KITH_ENGINE_DB": str(settings.home / "engine.db"),
        FOLDER_VARIABLE: str(encoder_folder(settings)),
        "PYTHONWARNINGS": "ignore",
        "SANIC_WORKERS": "1",
    }


def _switch_telemetry_off(home: Path) -> None:
    """Say no where Rasa would else write a yes; the environment says no as well."""
    answer = home / ".config" / "rasa" / "global.yml"
    answer.parent.mkdir(parents=True, exist_ok=True)
    answer.write_text("metrics:\n  enabled: false\n", encoding="utf-8")


def encoder_folder(settings: Settings) -> Path:
    """Where the sentence encoder's exports are; both processes read them."""
    return settings.home / "encoder"


def ready_encoder(settings: Settings) -> bool:
    """Export the sentence encoder where that is needed; whether it was done. Raises EngineError."""
    if is_exported(encoder_folder(settings)):
        return False
    from bot.understanding.encoder.export import export_encoder  # onnx takes its time to import

    export_encoder(encoder_folder(settings))
    return True


def model_path(settings: Settings) -> Path:
    """Where the model of the present dialogues is, or would be."""
    return settings.home / "models" / f"kith-{fingerprint()}.tar.gz"


def is_trained(settings: Settings) -> bool:
    """Whether there is a whole model of the present dialogues: with half of one Rasa would start, and only wait."""
    try:
        with tarfile.open(model_path(settings)) as archive:
            return bool(archive.getnames())
    except (OSError, EOFError, tarfile.TarError, zlib.error):
        return False


def fingerprint() -> str:
    """A hash of everything the model is made of."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def train(settings: Settings, *, force: bool = False) -> Path:
    """Export the encoder and train, where there is none and no model of the present dialogues; gives back its path.

    Raises EngineError with the place of Rasa's own output.
    """
    target = model_path(settings)
    ready_encoder(settings)
    if is_trained(settings) and not force:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    # Under another name until it is whole: a training that is killed must not leave half a model under this one.
    unfinished = target.with_name(f"training-{os.getpid()}.tar.gz")
    log_path = settings.home / "logs" / "train.log"
    log_path.parent.mkdir(parents=True, exist_ok=True)
    with log_path.open("wb") as log:
        finished = subprocess.run(
            [
                *(str(engine_python()), "-m", "bot.understanding.rasa_parts.serve", "train"),
                *("--domain", "dialogues/domain", "--data", "dialogues/nlu", "dialogues/rules"),
                *("--config", "config.yml", "--out", str(target.parent)),
                *("--fixed-model-name", unfinished.name.removesuffix(".tar.gz")),
            ],
            cwd=ROOT,
            env=engine_environment(settings),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if finished.returncode != 0 or not unfinished.exists():
        raise EngineError(f"Training failed; {log_path} says why. Mend dialogues/ or config.yml and run: kith train")
    unfinished.replace(target)
    _forget_old_models(target)
    return target


def _files() -> list[Path]:
    found = []
    for name in MADE_OF:
        path = ROOT / name
        found += [path] if path.is_file() else [p for p in path.rglob("*") if p.suffix in (".py", ".yml")]
    return found


def _forget_old_models(newest: Path) -> None:
    models = sorted(newest.parent.glob("kith-*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in models[MODELS_KEPT:]:
        path.unlink(missing_ok=True)
