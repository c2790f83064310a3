"""What the value of a setting may be. Each check gives the value back, or raises ValueError that says what is wrong.

No check quotes a value: it may hold a password.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult, urlsplit

SHORTEST_SECRET = 3
LONGEST_LINE = 120
"""The operator's name and address stand inside a sentence of the welcome."""
DATABASES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")


def port(value: Any) -> int:
    """A TCP port that anyone may listen on."""
    try:
        number = int(str(value))
    except ValueError:
        number = 0
    if not 1 <= number <= 65535:
        raise ValueError("a port is a whole number from 1 to 65535")
    return number


def log_level(value: Any) -> str:
    """A level of Python's logging, in capitals."""
    return str(value).upper()


def bot_token(value: str) -> str:
    """A Telegram bot's token."""
    number, colon, secret = value.partition(":")
    if not (number.isdigit() and colon and len(secret) >= SHORTEST_SECRET and secret.isprintable()):
        raise ValueError("a bot token is a number, a colon and a secret")
    return value


def http_address(value: str) -> str:
    """An address with a host."""
    if not value.startswith(("http://", "https://")):
        raise ValueError("an address starts with http:// or https://")
    if not _split(value).hostname:
        raise ValueError("the address names no host")
    return value


def database_address(value: str) -> str:
    """SQLite in a file, or PostgreSQL."""
    if not value.startswith(DATABASES):
        raise ValueError("a database address starts with sqlite:/// or postgresql://")
    if value.removeprefix("sqlite:///") in ("", ":memory:"):
        raise ValueError("the database must be a file, because several processes use it")
    _split(value)
    return value


def redis_address(value: str) -> str:
    """A Redis server."""
    if not value.startswith(("redis://", "rediss://")) or not _split(value).hostname:
        raise ValueError("a Redis address starts with redis:// or rediss:// and names a host")
    return value


def one_line(value: str) -> str:
    """Words that stand inside a sentence."""
    if len(value) > LONGEST_LINE or not value.isprintable() or not value.strip():
        raise ValueError(f"it is one line of at most {LONGEST_LINE} characters")
    return value.strip()


def _split(address: str) -> SplitResult:
    parts = urlsplit(address)
    try:
        _ = parts.port  # read for its check
    except ValueError:
        raise ValueError("the address's port is not a number from 0 to 65535") from None
    return parts
