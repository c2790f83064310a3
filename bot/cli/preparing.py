"""What must be right before Kith starts, and is made where it can be: ports, content, keys, databases,
sentence encoder, model."""

from __future__ import annotations

import time

from bot.app import load_content
from bot.cli.saying import say
from bot.engine import model
from bot.privacy.opening import check_keys_of_people, open_vault
from bot.serving import bind
from bot.settings import Settings
from bot.store.clock import SystemClock
from bot.store.database import open_engine
from bot.store.migrate import KEYS, STORE, upgrade


def prepare(settings: Settings) -> None:
    """Everything that can be wrong is found here, before anything is started.

    Raises KithError with what is wrong and what to do.
    """
    check_ports(settings)
    model.engine_python()
    load_content()
    bring_up_to_date(settings)
    train_if_needed(settings, force=False)


def bring_up_to_date(settings: Settings) -> bool:
    """Migrate store and key database; whether anything changed."""
    vault = open_vault(settings.keys_url, settings.key_file, SystemClock())
    store = open_engine(settings.database_url)
    try:
        check_keys_of_people(vault, store)
        changed = [upgrade(vault.engine, KEYS), upgrade(store, STORE)]
    finally:
        store.dispose()
        vault.close()
    return any(changed)


def train_if_needed(settings: Settings, *, force: bool) -> bool:
    """Train where that is needed or wished; whether it was done."""
    if model.ready_encoder(settings):
        say("Made the sentence encoder's files.")
    if not force and model.is_trained(settings):
        return False
    started = time.monotonic()
    say("Training the engine's model (about two minutes) ...")
    path = model.train(settings, force=force)
    say(f"Trained in {time.monotonic() - started:.0f} s: {path}")
    return True


def check_ports(settings: Settings) -> None:
    """Raises SettingsError for a port that is taken."""
    for name, port in (
        ("KITH_PORT", settings.port),
        ("KITH_ACTION_PORT", settings.action_port),
        ("KITH_ENGINE_PORT", settings.engine_port),
    ):
        bind(name, port).close()
