"""Settings from the environment or `.env`. A wrong value is refused at start, with its name and an example."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder: content, dialogues and configuration are read from here."""

Port = Annotated[int, Field(ge=1, le=65535)]

EXAMPLES = {
    "telegram_token": "TELEGRAM_TOKEN=123456:ABC-DEF, as BotFather gives it",
    "telegram_api_base": "TELEGRAM_API_BASE=http://127.0.0.1:8081",
    "telegram_webhook_url": "TELEGRAM_WEBHOOK_URL=https://kith.example.org/telegram",
    "database_url": "DATABASE_URL=postgresql+psycopg://kith:secret@localhost/kith",
    "redis_url": "REDIS_URL=redis://localhost:6379/0",
    "home": "KITH_HOME=.kith",
    "key_file": "KITH_KEY_FILE=.kith/installation.key",
    "keys_url": "KITH_KEYS_URL=sqlite:///.kith/keys.db",
    "port": "KITH_PORT=8000",
    "engine_port": "KITH_ENGINE_PORT=5005",
    "action_port": "KITH_ACTION_PORT=5055",
    "log_level": "KITH_LOG_LEVEL=INFO",
    "operator": "KITH_OPERATOR=The Harbour Centre, Leeds",
    "operator_contact": "KITH_OPERATOR_CONTACT=hello@harbour.example",
}


class Settings(BaseSettings):
    """Everything an operator may set; each has a default that works on a laptop."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    telegram_token: Annotated[str | None, Field(alias="TELEGRAM_TOKEN")] = None
    telegram_api_base: Annotated[str, Field(alias="TELEGRAM_API_BASE")] = "https://api.telegram.org"
    telegram_webhook_url: Annotated[str | None, Field(alias="TELEGRAM_WEBHOOK_URL")] = None
    database_url_given: Annotated[str | None, Field(alias="DATABASE_URL")] = None
    redis_url: Annotated[str | None, Field(alias="REDIS_URL")] = None
    home: Annotated[Path, Field(alias="KITH_HOME")] = ROOT / ".kith"
    key_file_given: Annotated[Path | None, Field(alias="KITH_KEY_FILE")] = None
    keys_url_given: Annotated[str | None, Field(alias="KITH_KEYS_URL")] = None
    port: Annotated[Port, Field(alias="KITH_PORT")] = 8000
    engine_port: Annotated[Port, Field(alias="KITH_ENGINE_PORT")] = 5005
    action_port: Annotated[Port, Field(alias="KITH_ACTION_PORT")] = 5055
    engine_url_given: Annotated[str | None, Field(alias="KITH_ENGINE_URL")] = None
    action_url_given: Annotated[str | None, Field(alias="KITH_ACTION_URL")] = None
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], Field(alias="KITH_LOG_LEVEL")] = "INFO"
    operator: Annotated[str | None, Field(alias="KITH_OPERATOR")] = None
    operator_contact: Annotated[str | None, Field(alias="KITH_OPERATOR_CONTACT")] = None

    @field_validator("telegram_token")
    @classmethod
    def _token_has_two_parts(cls, value: str | None) -> str | None:
        if value is not None:
            number, colon, secret = value.partition(":")
            if not (number.isdigit() and colon and len(secret) >= 3):
                raise ValueError("a bot token is a number, a colon and a secret")
        return value or None

    @field_validator("telegram_api_base", "telegram_webhook_url", "engine_url_given", "action_url_given")
    @classmethod
    def _is_http(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("an address starts with http:// or https://")
        return value

    @field_validator("database_url_given", "keys_url_given")
    @classmethod
    def _is_known_database(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("sqlite:///", "postgresql+psycopg://", "postgresql://")):
            raise ValueError("a database address starts with sqlite:/// or postgresql://")
        return value

    @cached_property
    def database_url(self) -> str:
        """Where the store is."""
        return _with_psycopg(self.database_url_given) or f"sqlite:///{self.home / 'kith.db'}"

    @cached_property
    def keys_url(self) -> str:
        """Where wrapped person keys are: always apart from the store."""
        return _with_psycopg(self.keys_url_given) or f"sqlite:///{self.home / 'keys.db'}"

    @cached_property
    def key_file(self) -> Path:
        """The installation's key."""
        return self.key_file_given or self.home / "installation.key"

    @cached_property
    def engine_url(self) -> str:
        """Where the app finds the engine."""
        return self.engine_url_given or f"http://127.0.0.1:{self.engine_port}"

    @cached_property
    def action_url(self) -> str:
        """Where the engine finds the app's action route."""
        return self.action_url_given or f"http://127.0.0.1:{self.action_port}/webhook"


def load_settings(**given: Any) -> Settings:
    """Read the settings, and make `KITH_HOME` if it is missing.

    Raises SettingsError that names every wrong setting, what is wrong with it, and an example of a right one.
    """
    try:
        settings = Settings(**given)
    except ValidationError as problem:
        raise SettingsError("\n".join(_explain(error) for error in problem.errors())) from None
    _make_home(settings.home)
    return settings


def _explain(error: Any) -> str:
    name = str(error["loc"][0]) if error["loc"] else "settings"
    field = next((f for f, info in Settings.model_fields.items() if name in (f, info.alias)), name)
    alias = Settings.model_fields[field].alias if field in Settings.model_fields else name
    example = EXAMPLES.get(field.removesuffix("_given"), "see README.md")
    return f"{alias} is wrong: {error['msg'].removeprefix('Value error, ')}. For example: {example}"


def _make_home(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = home / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as problem:
        raise SettingsError(
            f"KITH_HOME is wrong: cannot write in {home} ({problem.strerror}). "
            "Make the folder writable or choose another: KITH_HOME=/path/to/folder"
        ) from None


def _with_psycopg(url: str | None) -> str | None:
    return url.replace("postgresql://", "postgresql+psycopg://", 1) if url else None
