"""The baseline: the bot that `rasa init` makes, with its default pipeline, served on its REST channel."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import httpx

from bot.cli.instances import free_port
from bot.engine.model import engine_environment, engine_python
from bot.errors import EngineError
from bot.serving import LOOPBACK
from bot.settings import Settings, load_settings

PREPARE_SECONDS = 1800.0
START_SECONDS = 300.0


@contextlib.contextmanager
def stock_rasa() -> Iterator[str]:
    """Make, train and serve the stock bot; gives back the address of its REST webhook. Training takes minutes."""
    settings = load_settings()
    with tempfile.TemporaryDirectory(prefix="stock-rasa-") as folder, Path(folder, "stock.log").open("wb") as log:
        _rasa(settings, Path(folder), ["init", "--no-prompt"], log).wait(PREPARE_SECONDS)
        port = free_port()
        server = _rasa(settings, Path(folder), ["run", "--interface", LOOPBACK, "--port", str(port)], log)
        try:
            _wait(f"http://{LOOPBACK}:{port}/", server, Path(folder, "stock.log"))
            yield f"http://{LOOPBACK}:{port}/webhooks/rest/webhook"
        finally:
            server.terminate()
            server.wait()


def _rasa(settings: Settings, folder: Path, words: list[str], log: BinaryIO) -> subprocess.Popen[bytes]:
    # The stock bot keeps its own defaults: no thread limits, no store of ours.
    environment = {k: v for k, v in engine_environment(settings).items() if not k.startswith("KITH_")}
    return subprocess.Popen(
        [str(engine_python().with_name("rasa")), *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(address, timeout=2.0, trust_env=False).status_code == httpx.codes.OK:
                return
        if server.poll() is not None or time.monotonic() > deadline:
            raise EngineError(f"The stock bot did not start: {log.read_text()[-1500:]}")
        time.sleep(0.3)
