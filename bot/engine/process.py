"""How the engine's process is started."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from bot.engine import model
from bot.engine.client import EngineClient
from bot.engine.parent import STOP_WITH_STDIN
from bot.engine.supervisor import Child, Supervisor
from bot.errors import EngineError
from bot.serving import LOOPBACK
from bot.settings import ROOT, Settings

START_SECONDS = 120.0


def engine_child(settings: Settings, token: str) -> Child:
    """The engine, serving the present model on its loopback port. Its output goes to a file, without words."""
    environment = model.engine_environment(settings, token)
    environment[STOP_WITH_STDIN] = "1"
    return Child(
        "engine",
        [
            *(str(model.engine_python()), "-m", "bot.understanding.rasa_parts.serve", "run"),
            *("--interface", LOOPBACK, "--port", str(settings.engine_port)),
            *("--model", str(model.model_path(settings))),
            *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml"),
        ],
        environment,
        ROOT,
        log=settings.home / "logs" / "engine.log",
    )


@contextlib.asynccontextmanager
async def running_engine(settings: Settings, token: str) -> AsyncIterator[EngineClient]:
    """An engine for as long as the block runs. The action route must answer before this is entered."""
    model.train(settings)
    client = EngineClient(settings.engine_url, token)
    supervisor = Supervisor([engine_child(settings, token)], lambda _words: None)
    keeping = asyncio.create_task(supervisor.run(handle_signals=False))
    try:
        await asyncio.wait_for(client.wait_until_well(), START_SECONDS)
        yield client
    except TimeoutError:
        raise EngineError(f"The engine did not start; {settings.home / 'logs' / 'engine.log'} says why.") from None
    finally:
        supervisor.stop()
        await keeping
        await client.close()
