"""Brings a database to the newest schema with Alembic. The store and the key database each have their own history."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Engine

from bot.errors import StoreError
from bot.store.opening import naming

STORE = Path(__file__).parent / "migrations"
KEYS = Path(__file__).parent.parent / "privacy" / "key_migrations"


def upgrade(engine: Engine, history: Path) -> bool:
    """Apply what is missing; whether anything was.

    Raises SettingsError where the database cannot be opened, StoreError where a newer version of Kith made it.
    """
    if is_current(engine, history):
        return False
    with engine.connect() as connection:
        try:
            command.upgrade(_config(history, connection), "head")
        except CommandError:  # its revision is not in our history
            raise StoreError("The database was made by a newer version of Kith. Run that version.") from None
        connection.commit()
    return True


def is_current(engine: Engine, history: Path) -> bool:
    """Whether the database has the newest schema. Raises SettingsError where it cannot be opened."""
    with naming_setting_of(history), engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    return present == ScriptDirectory.from_config(_config(history)).get_current_head()


def naming_setting_of(history: Path) -> AbstractContextManager[None]:
    """Around the first use of a database: what goes wrong names the setting that it comes from."""
    if history == STORE:
        return naming("DATABASE_URL", "postgresql://kith:secret@localhost/kith")
    return naming("KITH_KEYS_URL", "sqlite:///.kith/keys.db")


def new_revision(engine: Engine, history: Path, number: str, message: str) -> None:
    """Write a migration from the difference between the models and the database: for developers."""
    with engine.connect() as connection:
        command.revision(_config(history, connection), message=message, rev_id=number, autogenerate=True)


def _config(history: Path, connection: object = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(history).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
