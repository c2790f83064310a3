"""Dates and moments as a person reads them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime


def date_in_words(day: date, locale: str) -> str:
    """A calendar date: "31 March 2026"."""
    return format_date(day, "d MMMM y", locale=locale)


def moment_in_words(moment: datetime, zone: ZoneInfo, locale: str) -> str:
    """A moment on the wall clock of `zone`: "3 March 2026, 14:05"."""
    return format_datetime(moment.astimezone(zone), "d MMMM y, HH:mm", locale=locale)
