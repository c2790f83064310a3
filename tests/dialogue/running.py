"""A Kith of the tests' own: app, engine and a Bot API server on free ports, in a folder that goes away afterwards.

One for each process of pytest: the engine takes its time to start.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import pytest

from bot.cli import instances
from bot.engine import model
from bot.engine.local_token import local_token
from bot.errors import EngineError
from bot.serving import LOOPBACK
from bot.settings import Settings, load_settings
from tests.bot_api import TOKEN, BotApiServer


class Kith:
    """Runs `kith up`, and can be stopped and started again on what it has stored."""

    def __init__(self, folder: Path, telegram: BotApiServer | None) -> None:
        self.settings: Settings = load_settings(
            _env_file=None,
            KITH_HOME=folder / "home",
            KITH_PORT=instances.free_port(),
            KITH_ENGINE_PORT=instances.free_port(),
            KITH_ACTION_PORT=instances.free_port(),
        )
        self.model = self._take_model(model.train(load_settings()))
        self._telegram = telegram
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where its web chat is."""
        return f"http://{LOOPBACK}:{self.settings.port}"

    @property
    def token(self) -> str:
        """What lets the terminal and the engine in."""
        return local_token(self.settings.home)

    @property
    def telegram(self) -> BotApiServer:
        """The server that it polls."""
        assert self._telegram is not None, "this Kith is not in Telegram"
        return self._telegram

    def start(self) -> Self:
        """Come back once app and engine answer. Raises EngineError where they do not."""
        server = self._telegram
        telegram = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.url} if server else {}
        self._process = instances.start(self.settings, telegram)
        instances.wait_until_answering(self.settings, self._process)
        return self

    def stop(self) -> None:
        """SIGTERM to all of it; come back once it has ended."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None

    def _take_model(self, trained: Path) -> Path:
        models = self.settings.home / "models"
        models.mkdir()
        (self.settings.home / "encoder").symlink_to(model.encoder_folder(load_settings()).resolve())
        return Path(shutil.copy(trained, models / trained.name))


@contextlib.contextmanager
def running_kith(
    telegram: BotApiServer | None = None, prepare: Callable[[Kith], None] = lambda kith: None
) -> Iterator[Kith]:
    """A fresh one; `prepare` is called before its first start. Skips where the engine's environment is missing."""
    try:
        model.engine_python()
    except EngineError as problem:
        pytest.skip(str(problem))
    with tempfile.TemporaryDirectory(prefix="kith-") as folder:
        kith = Kith(Path(folder), telegram)
        prepare(kith)
        try:
            yield kith.start()
        finally:
            kith.stop()


def shared_kith(config: pytest.Config) -> Kith:
    """The one of this process, in Telegram too, started when first asked for."""
    if SHARED not in config.stash:
        belongings = contextlib.ExitStack()
        config.add_cleanup(belongings.close)
        server = belongings.enter_context(BotApiServer())
        config.stash[SHARED] = belongings.enter_context(running_kith(server))
    return config.stash[SHARED]


SHARED = pytest.StashKey[Kith]()
