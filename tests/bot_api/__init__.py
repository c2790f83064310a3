"""A strict Bot API server on loopback, for tests: refuses what Telegram refuses, records all, fails on demand."""

from tests.bot_api.person import TelegramPerson
from tests.bot_api.server import TOKEN, BotApiServer

__all__ = ["TOKEN", "BotApiServer", "TelegramPerson"]
