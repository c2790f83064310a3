"""What `kith doctor` looks at. Each finding says how to mend what does not hold; nothing is made or changed."""

from __future__ import annotations

import asyncio
import difflib
import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.app import load_content
from bot.cli.one_at_a_time import is_running
from bot.engine import model
from bot.errors import ContentError, EngineError, KithError, StoreError
from bot.privacy.keys import installation_key
from bot.privacy.opening import check_keys_of_people, open_vault
from bot.serving import bind
from bot.settings import Settings
from bot.store.clock import SystemClock
from bot.store.database import open_engine
from bot.store.migrate import KEYS, STORE, is_current
from bot.telegram.channel import probe
from bot.understanding.encoder.files import find_export

MINIMUM_FREE_BYTES = 500_000_000
ENGINE_PYTHON = "3.10"
OF_THE_SCRIPT = {"KITH_ENGINE_PYTHON"}
"""Settings that `./kith` itself reads."""


@dataclass(frozen=True)
class Finding:
    """One check. `mend` says what to do where it does not hold."""

    check: str
    holds: bool
    mend: str = ""


def examine(settings: Settings, *, go_live: bool) -> Iterator[Finding]:
    """Every check in turn."""
    yield _unknown_settings()
    yield _try("engine environment", _engine_version)
    yield _try("installation key", lambda: _key_fits(settings))
    yield _try("database", lambda: _database_is_current(settings))
    yield _try("sentence encoder", lambda: find_export(model.encoder_folder(settings)).check())
    yield Finding("trained model", model.is_trained(settings), "Run: kith train")
    yield _try("content", load_content)
    yield _home(settings)
    yield from _ports(settings)
    if settings.telegram_token:
        status = asyncio.run(probe(settings))
        yield Finding("Telegram", status.well, str(status))
    if go_live:
        yield from _fit_for_people(settings)


def _unknown_settings() -> Finding:
    known = {str(field.alias) for field in Settings.model_fields.values()} | OF_THE_SCRIPT
    env_file = Settings.model_config.get("env_file")
    given = set(os.environ) | (set(dotenv_values(env_file)) if isinstance(env_file, Path) else set())
    wrong = sorted(name for name in given if name.startswith("KITH_") and name not in known)
    near = {near for name in wrong for near in difflib.get_close_matches(name, known, n=1)}
    hint = f" Did you mean {' or '.join(sorted(near))}?" if near else ""
    return Finding("settings", not wrong, f"Kith knows no {', '.join(wrong)}.{hint} See README.md")


def _engine_version() -> None:
    asked = [str(model.engine_python()), "-c", "import sys; print(*sys.version_info[:2], sep='.')"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False)
    if found.stdout.strip() != ENGINE_PYTHON:
        raise EngineError(
            f"The engine's environment is not Python {ENGINE_PYTHON}. Remove .venv-engine and run ./kith up"
        )


def _key_fits(settings: Settings) -> None:
    if _is_there(settings.keys_url):
        open_vault(settings.keys_url, settings.key_file, SystemClock()).close()
    elif settings.key_file.exists():
        installation_key(settings.key_file)
    else:
        raise StoreError("There is no key yet. Run: kith migrate, which makes it")


def _database_is_current(settings: Settings) -> None:
    if not (_is_there(settings.database_url) and _is_there(settings.keys_url)):
        raise StoreError("The database or the key database is not there yet. Run: kith migrate")
    vault = open_vault(settings.keys_url, settings.key_file, SystemClock())
    store = open_engine(settings.database_url)
    try:
        check_keys_of_people(vault, store)
        if not (is_current(store, STORE) and is_current(vault.engine, KEYS)):
            raise StoreError("The database is of another version of Kith. Run: kith migrate")
    finally:
        store.dispose()
        vault.close()


def _is_there(url: str) -> bool:
    """Whether a database could be there: looking into an SQLite file that does not exist would make it."""
    address = make_url(url)
    return address.get_backend_name() != "sqlite" or Path(address.database or "").exists()


def _home(settings: Settings) -> Finding:
    if stat.S_IMODE(settings.home.stat().st_mode) & 0o077:
        return Finding("home folder", False, f"Others can look into {settings.home}. Run: chmod 700 {settings.home}")
    free = shutil.disk_usage(settings.home).free
    return Finding("home folder", free > MINIMUM_FREE_BYTES, f"Less than 500 MB free at {settings.home}: make room.")


def _ports(settings: Settings) -> Iterator[Finding]:
    if is_running(settings.home):
        yield Finding("ports: Kith is running and uses them", True)
        return
    for name, port in (
        ("KITH_PORT", settings.port),
        ("KITH_ENGINE_PORT", settings.engine_port),
        ("KITH_ACTION_PORT", settings.action_port),
    ):
        yield _try(f"port {port}", lambda name=name, port=port: bind(name, port).close())  # type: ignore[misc]


def _fit_for_people(settings: Settings) -> Iterator[Finding]:
    yield Finding(
        "operator named", bool(settings.operator), "Set KITH_OPERATOR: people are told who runs this copy of Kith."
    )
    yield Finding(
        "operator's contact",
        bool(settings.operator_contact),
        "Set KITH_OPERATOR_CONTACT: people must be able to reach a human.",
    )
    try:
        resources = load_content().resources
    except ContentError:
        return  # said above
    today = SystemClock().now().date()
    for country in ("international", *resources.countries()):
        entries = resources.for_country(None if country == "international" else country).all()
        unverified = [entry.id for entry in entries if not entry.is_verified(today)]
        yield Finding(
            f"crisis resources {country}",
            not unverified,
            f"Nobody has tried these yet: {', '.join(unverified)}. Try each, then note the day in verified_on.",
        )


def _try(check: str, look: Callable[[], object]) -> Finding:
    try:
        look()
    except KithError as problem:
        return Finding(check, False, str(problem))
    except (OSError, SQLAlchemyError) as problem:
        return Finding(check, False, f"{type(problem).__name__}: {problem}")
    return Finding(check, True)
