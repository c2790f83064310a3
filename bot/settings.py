"""Settings from the environment or `.env`. A wrong value is refused at start, with its name and an example."""

from __future__ import annotations

from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Literal

from dotenv.parser import parse_stream
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import setting_values
from bot.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder: content, dialogues and configuration are read from here, and relative paths begin here."""

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
    "engine_url": "KITH_ENGINE_URL=http://127.0.0.1:5005",
    "action_url": "KITH_ACTION_URL=http://127.0.0.1:5055/webhook",
    "log_level": "KITH_LOG_LEVEL=INFO",
    "minimum_cell": "KITH_MINIMUM_CELL=10, never under 5",
    "operator": "KITH_OPERATOR=The Harbour Centre, Leeds",
    "operator_contact": "KITH_OPERATOR_CONTACT=hello@harbour.example",
}


def _from_root(path: Path) -> Path:
    return ROOT / path.expanduser()


Port = Annotated[int, BeforeValidator(setting_values.port)]
Address = Annotated[str, AfterValidator(setting_values.http_address)]
DatabaseAddress = Annotated[str, AfterValidator(setting_values.database_address)]
FilePath = Annotated[Path, AfterValidator(_from_root)]
Line = Annotated[str, AfterValidator(setting_values.one_line)]
BotToken = Annotated[str, AfterValidator(setting_values.bot_token)]
RedisAddress = Annotated[str, AfterValidator(setting_values.redis_address)]
Level = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(setting_values.log_level)]


class Settings(BaseSettings):
    """Everything an operator may set; each has a default that works on a laptop. An empty value is no value."""

    model_config = SettingsConfigDict(env_file=ROOT / ".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    telegram_token: Annotated[BotToken | None, Field(alias="TELEGRAM_TOKEN")] = None
    telegram_api_base: Annotated[Address, Field(alias="TELEGRAM_API_BASE")] = "https://api.telegram.org"
    telegram_webhook_url: Annotated[Address | None, Field(alias="TELEGRAM_WEBHOOK_URL")] = None
    database_url_given: Annotated[DatabaseAddress | None, Field(alias="DATABASE_URL")] = None
    redis_url: Annotated[RedisAddress | None, Field(alias="REDIS_URL")] = None
    home: Annotated[FilePath, Field(alias="KITH_HOME")] = ROOT / ".kith"
    key_file_given: Annotated[FilePath | None, Field(alias="KITH_KEY_FILE")] = None
    keys_url_given: Annotated[DatabaseAddress | None, Field(alias="KITH_KEYS_URL")] = None
    port: Annotated[Port, Field(alias="KITH_PORT")] = 8000
    engine_port: Annotated[Port, Field(alias="KITH_ENGINE_PORT")] = 5005
    action_port: Annotated[Port, Field(alias="KITH_ACTION_PORT")] = 5055
    engine_url_given: Annotated[Address | None, Field(alias="KITH_ENGINE_URL")] = None
    action_url_given: Annotated[Address | None, Field(alias="KITH_ACTION_URL")] = None
    log_level: Annotated[Level, Field(alias="KITH_LOG_LEVEL")] = "INFO"
    minimum_cell: Annotated[int, Field(alias="KITH_MINIMUM_CELL", ge=5)] = 10
    """How many people at least stand behind a figure for staff."""
    operator: Annotated[Line | None, Field(alias="KITH_OPERATOR")] = None
    operator_contact: Annotated[Line | None, Field(alias="KITH_OPERATOR_CONTACT")] = None

    @model_validator(mode="before")
    @classmethod
    def _empty_is_unset(cls, given: dict[str, Any]) -> dict[str, Any]:
        # Here rather than by env_ignore_empty: `TELEGRAM_TOKEN= kith up` must also silence the token in .env.
        return {name: value for name, value in given.items() if value != ""}

    @cached_property
    def database_url(self) -> str:
        """Where the store is."""
        return _complete(self.database_url_given) or f"sqlite:///{self.home / 'kith.db'}"

    @cached_property
    def keys_url(self) -> str:
        """Where wrapped person keys are: always apart from the store."""
        return _complete(self.keys_url_given) or f"sqlite:///{self.home / 'keys.db'}"

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
    _check_env_file(given.get("_env_file", Settings.model_config.get("env_file")))
    try:
        settings = Settings(**given)
    except ValidationError as problem:
        raise SettingsError("\n".join(_explain(error) for error in problem.errors())) from None
    _check_together(settings)
    _make_home(settings.home)
    return settings


def _explain(error: Any) -> str:
    alias = str(error["loc"][0])
    field = next(field for field, info in Settings.model_fields.items() if info.alias == alias)
    what = error["msg"].removeprefix("Value error, ").replace("Input should", "it should")
    return f"{alias} is wrong: {what}. For example: {EXAMPLES[field.removesuffix('_given')]}"


def _check_env_file(path: Any) -> None:
    """python-dotenv would pass over a line that it cannot read, and the setting on it."""
    if path is None or not Path(path).exists():
        return
    try:
        lines = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(
            f"{path} cannot be read ({problem}). It is a text file in UTF-8; mend or remove it."
        ) from None
    for binding in parse_stream(StringIO(lines)):
        if binding.error or (binding.key is not None and binding.value is None):
            before = len(binding.original.string) - len(binding.original.string.lstrip())
            line = binding.original.line + binding.original.string[:before].count("\n")
            raise SettingsError(f"{path}:{line} is wrong: a line is NAME=value. For example: {EXAMPLES['port']}")


def _check_together(settings: Settings) -> None:
    for name, port, other in (
        ("KITH_ENGINE_PORT", settings.engine_port, settings.port),
        ("KITH_ACTION_PORT", settings.action_port, settings.port),
        ("KITH_ACTION_PORT", settings.action_port, settings.engine_port),
    ):
        if port == other:
            raise SettingsError(
                f"{name} is wrong: port {port} is another setting's, too. KITH_PORT, KITH_ENGINE_PORT and "
                "KITH_ACTION_PORT are three ports. For example: 8000, 5005 and 5055"
            )
    if settings.keys_url == settings.database_url:
        raise SettingsError(
            f"KITH_KEYS_URL is wrong: keys are kept apart from the data. For example: {EXAMPLES['keys_url']}"
        )
    if settings.key_file.is_dir():
        raise SettingsError(
            f"KITH_KEY_FILE is wrong: {settings.key_file} is a folder. For example: {EXAMPLES['key_file']}"
        )


def _make_home(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = home / ".writable"
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError as problem:
        raise SettingsError(
            f"KITH_HOME is wrong: cannot write in {home} ({problem.strerror}). "
            "Make the folder writable or choose another: KITH_HOME=/path/to/folder"
        ) from None


def _complete(url: str | None) -> str | None:
    """The address with its driver, and with a full path."""
    if url is None:
        return None
    if url.startswith("sqlite:///"):
        path, question, options = url.removeprefix("sqlite:///").partition("?")
        return f"sqlite:///{_from_root(Path(path))}{question}{options}"
    return url.replace("postgresql://", "postgresql+psycopg://", 1)
