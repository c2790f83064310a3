"""Imports every table, so that `Base.metadata` is complete for migrations, erasure and tests."""

from __future__ import annotations

import bot.counselling.tables
import bot.gateway.tables
import bot.insight.tables
import bot.network.tables
import bot.people.tables
import bot.privacy.tables
import bot.reminders.tables
import bot.safety.tables
import bot.skills.tables  # noqa: F401  # all of them register themselves on import
from bot.store.base import Base

metadata = Base.metadata
