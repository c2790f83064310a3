"""Commands that run Kith: up, chat, train, migrate."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Annotated

import httpx
import typer

from bot.cli.one_at_a_time import only_one
from bot.cli.preparing import bring_up_to_date, check_ports, prepare, train_if_needed
from bot.cli.saying import say
from bot.engine import model
from bot.engine.client import EngineClient
from bot.engine.local_token import local_token
from bot.engine.parent import STOP_WITH_STDIN
from bot.engine.process import engine_child
from bot.engine.supervisor import Child, Supervisor
from bot.errors import EngineError
from bot.serving import LOOPBACK
from bot.settings import ROOT, Settings, load_settings
from bot.terminal.chat import run_chat

START_SECONDS = 180.0
SLOW_SECONDS = 60.0
"""The engine takes some 5 seconds on an idle machine."""


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(up)
    app.command()(chat)
    app.command()(train)
    app.command()(migrate)


def up() -> None:
    """Start everything; Ctrl-C stops it.

    Engine, app, web chat and scheduler; Telegram too when TELEGRAM_TOKEN is set. The first run makes keys, database
    and model.

    Example: KITH_PORT=8080 kith up
    """
    settings = load_settings()
    with only_one(settings.home):
        prepare(settings)
        say(f"Starting. The chat will be at http://localhost:{settings.port}/chat (Ctrl-C stops Kith)")
        if settings.telegram_token:
            say("Telegram: connecting with TELEGRAM_TOKEN.")
        asyncio.run(_supervise(settings))
    say("Stopped.")


def chat(
    name: Annotated[str, typer.Option("--as", help="Who is talking; each name is a person of their own.")] = "me",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")] = False,
) -> None:
    """Talk with Kith in the terminal, one message a line; a button is chosen by its title or number.

    Starts what it needs if nothing runs.

    Example: printf '/start\\n' | kith chat --as ana --json
    """
    settings = load_settings()
    base_url = f"http://{LOOPBACK}:{settings.port}"
    with _running(settings, base_url):
        run_chat(base_url, local_token(settings.home), name, as_json, sys.stdin, sys.stdout)


def train(
    force: Annotated[bool, typer.Option("--force", help="Train even where nothing has changed.")] = False,
) -> None:
    """Train the engine's model from dialogues/ and config.yml, if they have changed.

    Example: kith train --force
    """
    settings = load_settings()
    if not train_if_needed(settings, force=force):
        say(f"The model is up to date: {model.model_path(settings)}")


def migrate() -> None:
    """Bring the database and the key database to the newest schema.

    Example: DATABASE_URL=postgresql://kith:secret@localhost/kith kith migrate
    """
    say("The database was brought up to date." if bring_up_to_date(load_settings()) else "The database is up to date.")


async def _supervise(settings: Settings) -> None:
    token = local_token(settings.home)
    supervisor = Supervisor([_app_child(), engine_child(settings, token)], say)
    announcing = asyncio.create_task(_announce(settings, token))
    try:
        await supervisor.run()
    finally:
        announcing.cancel()


async def _announce(settings: Settings, token: str) -> None:
    """Say when a first message would be answered, or where to look when that takes too long."""
    started = time.monotonic()
    engine = EngineClient(settings.engine_url, token)
    try:
        await asyncio.wait_for(engine.wait_until_well(), SLOW_SECONDS)
    except TimeoutError:
        say(f"The engine is not ready yet, messages wait. {settings.home / 'logs' / 'engine.log'} says why.")
        await engine.wait_until_well()
    finally:
        await engine.close()
    while not await asyncio.to_thread(_answers, f"http://{LOOPBACK}:{settings.port}"):  # noqa: ASYNC110  # a process
        await asyncio.sleep(0.1)
    say(f"Ready after {time.monotonic() - started:.0f} s. Open http://localhost:{settings.port}/chat")


def _app_child() -> Child:
    return Child("app", [sys.executable, "-m", "bot.app"], {**os.environ, STOP_WITH_STDIN: "1"}, ROOT, log=None)


@contextlib.contextmanager
def _running(settings: Settings, base_url: str) -> Iterator[None]:
    """Kith runs for as long as the block does: the one that runs already, or one started for it."""
    if _answers(base_url):
        yield
        return
    check_ports(settings)
    log = (settings.home / "logs" / "up.log").resolve()
    log.parent.mkdir(parents=True, exist_ok=True)
    say("Starting Kith ...")
    with (
        log.open("ab") as output,
        subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "up"], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        ) as started,
    ):
        try:
            _wait_for(base_url, started, str(log))
            yield
        finally:
            started.terminate()


def _wait_for(base_url: str, started: subprocess.Popen[bytes], log: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(base_url):
        if started.poll() is not None or time.monotonic() > deadline:
            raise EngineError(f"Kith did not start; {log} says why. Try: kith doctor")
        time.sleep(0.2)


def _answers(base_url: str) -> bool:
    try:
        return httpx.get(f"{base_url}/chat", timeout=2.0, trust_env=False).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
