"""A Kith of its own for a measurement: a folder of its own, free ports, started and stopped around a block."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.engine import model
from bot.engine.local_token import local_token
from bot.errors import EngineError
from bot.serving import LOOPBACK
from bot.settings import ROOT, Settings, load_settings

START_SECONDS = 180.0


@dataclass(frozen=True)
class Instance:
    """A running Kith."""

    settings: Settings
    token: str
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """Where its web chat is."""
        return f"http://{LOOPBACK}:{self.settings.port}"


@contextlib.contextmanager
def running_instance(extra: Mapping[str, str] | None = None) -> Iterator[Instance]:
    """Start a fresh Kith with the present model and content; stop it and remove its folder afterwards.

    `extra` is added to its environment.
    """
    trained = model.train(load_settings())
    with tempfile.TemporaryDirectory(prefix="kith-") as folder:
        settings = _settings_in(Path(folder))
        (settings.home / "models").mkdir()
        shutil.copy(trained, settings.home / "models" / trained.name)
        (settings.home / "encoder").symlink_to(model.encoder_folder(load_settings()).resolve())
        process = start(settings, extra)
        try:
            wait_until_answering(settings, process)
            yield Instance(settings, local_token(settings.home), process)
        finally:
            process.terminate()
            process.wait()


def start(settings: Settings, extra: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start `kith up` in a folder of its own; what it says is added to `up.log` there. The caller ends it."""
    with (settings.home / "up.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "up"],
            cwd=ROOT,
            env={**os.environ, **_environment(settings), **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def wait_until_answering(settings: Settings, process: subprocess.Popen[bytes]) -> None:
    """Come back once app and engine are ready. Raises EngineError where they do not come up."""
    deadline = time.monotonic() + START_SECONDS
    token = local_token(settings.home)
    health = f"{settings.engine_url}/webhooks/kith/health"
    for address in (f"http://{LOOPBACK}:{settings.port}/chat", health):
        while not _is_up(address, token):
            if process.poll() is not None or time.monotonic() > deadline:
                raise EngineError(f"Kith did not start: {(settings.home / 'up.log').read_text()[-2000:]}")
            time.sleep(0.1)


def free_port() -> int:
    """A port that nothing uses at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _settings_in(folder: Path) -> Settings:
    return load_settings(
        _env_file=None,
        KITH_HOME=folder / "home",
        KITH_PORT=free_port(),
        KITH_ENGINE_PORT=free_port(),
        KITH_ACTION_PORT=free_port(),
    )


def _environment(settings: Settings) -> dict[str, str]:
    return {
        "KITH_HOME": str(settings.home),
        "KITH_PORT": str(settings.port),
        "KITH_ENGINE_PORT": str(settings.engine_port),
        "KITH_ACTION_PORT": str(settings.action_port),
        "TELEGRAM_TOKEN": "",
        "DATABASE_URL": settings.database_url,
        "KITH_KEYS_URL": settings.keys_url,
        "KITH_KEY_FILE": str(settings.key_file),
    }


def _is_up(address: str, token: str) -> bool:
    try:
        answer = httpx.get(address, headers={"Authorization": f"Bearer {token}"}, timeout=2.0, trust_env=False)
    except httpx.HTTPError:
        return False
    return answer.status_code == httpx.codes.OK
