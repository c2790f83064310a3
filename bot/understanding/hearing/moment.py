"""The person's present moment, as a message brings it along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo


def local_moment(metadata: Mapping[str, Any] | None) -> datetime:
    """Aware local time from `{"now": ISO, "zone": IANA}`; what is missing or unreadable is now, or UTC."""
    given = metadata if isinstance(metadata, Mapping) else {}
    zone = _zone(given.get("zone"))
    try:
        now = datetime.fromisoformat(str(given.get("now")).replace("Z", "+00:00"))
        return (now if now.tzinfo else now.replace(tzinfo=timezone.utc)).astimezone(zone)
    except (ValueError, OverflowError):
        return datetime.now(timezone.utc).astimezone(zone)


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(name) if isinstance(name, str) else ZoneInfo("UTC")
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError; a folder's name raises OSError
        return ZoneInfo("UTC")
