"""`kith simulate`: plays a scenario file and prints every message with its virtual time."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.instances import free_port
from bot.cli.preparing import bring_up_to_date
from bot.cli.scenario import load_scenario
from bot.cli.simulation import Line, Simulation
from bot.settings import Settings, load_settings


def simulate(
    scenario: Annotated[Path, typer.Argument(help="A scenario file.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Play a scenario in virtual time against the real services, in a store of its own.

    Example: kith simulate tests/scenarios/one_contact.yml --json
    """
    loaded = load_scenario(scenario)
    with tempfile.TemporaryDirectory(prefix="kith-simulation-") as folder:
        settings = _settings_in(Path(folder))
        bring_up_to_date(settings)
        show = _show_json if as_json else _show_text
        asyncio.run(Simulation(loaded, settings, show).play())


def _settings_in(folder: Path) -> Settings:
    """Settings for a store of its own; models are shared with the installation, which they were trained for."""
    settings = load_settings(
        _env_file=None,
        TELEGRAM_TOKEN=None,
        DATABASE_URL=None,
        KITH_KEYS_URL=None,
        KITH_KEY_FILE=None,
        KITH_HOME=folder,
        KITH_ENGINE_PORT=free_port(),
        KITH_ACTION_PORT=free_port(),
    )
    models = load_settings().home / "models"
    models.mkdir(exist_ok=True)
    (folder / "models").symlink_to(models)
    return settings


def _show_json(line: Line) -> None:
    print(json.dumps(line.as_dict(), ensure_ascii=False), flush=True)


def _show_text(line: Line) -> None:
    arrow = ">" if line.direction == "in" else "<"
    buttons = "".join(f" [{title}]" for title in line.buttons)
    picture = " (picture)" if line.picture else ""
    print(f"{line.at}  {line.person} {arrow} {line.text}{picture}{buttons}", flush=True)
