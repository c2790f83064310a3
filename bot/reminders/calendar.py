"""When something is due, and at which moment it may be said. Pure functions over dates and wall clocks; no database.

A due date is a calendar date of the person; a moment is aware and in UTC. Minutes count from local midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

IDEAL_DAYS = {1: 7, 2: 14, 3: 30}
"""How often each ring is reached out to where the contact says nothing else."""

MAX_DAYS = {1: 14, 2: 30, 3: 90}
"""After how long each ring is overdue where the contact says nothing else."""

FURTHEST_DAYS = 3660
"""An interval beyond ten years means never."""

DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class Cadence:
    """Two intervals in days; 0 means never."""

    ideal_days: int
    max_days: int


@dataclass(frozen=True)
class Hours:
    """The person's wall clock: their zone, the minute for reminders, and the quiet minutes (equal ends: none)."""

    zone: ZoneInfo
    reminder_minute: int
    quiet_from: int
    quiet_until: int


def cadence_for(ring: int, ideal_days: int | None, max_days: int | None) -> Cadence:
    """The contact's own intervals, or else the ring's. Overdue never comes before due."""
    ideal = IDEAL_DAYS.get(ring, IDEAL_DAYS[3]) if ideal_days is None else _or_never(ideal_days)
    longest = MAX_DAYS.get(ring, MAX_DAYS[3]) if max_days is None else _or_never(max_days)
    return Cadence(ideal, max(longest, ideal) if longest else 0)


def due_date(last: date, interval_days: int) -> date | None:
    """The local date `interval_days` after the last contact; None for never."""
    return last + timedelta(days=interval_days) if _or_never(interval_days) else None


def is_overdue(last: date, cadence: Cadence, today: date) -> bool:
    """Whether the longest interval has passed as well."""
    limit = due_date(last, cadence.max_days)
    return limit is not None and limit <= today


def moment_for(due: date, hours: Hours, minute: int | None = None) -> datetime:
    """The moment in UTC at which the wall clock shows `minute` (the person's hour, if None) on `due`.

    A minute that the clock skips becomes the same distance after the gap; one that it shows twice is the first.
    Within quiet hours it becomes their end.
    """
    wanted = hours.reminder_minute if minute is None else minute
    return next_allowed(_on_wall(due, wanted, hours.zone), hours)


def next_allowed(moment: datetime, hours: Hours) -> datetime:
    """`moment` itself, or the end of the quiet hours that it falls into; in UTC and never earlier."""
    candidate = moment.astimezone(UTC)
    while is_quiet(candidate, hours):
        candidate = _end_of_quiet_after(candidate, hours)
    return candidate


def is_quiet(moment: datetime, hours: Hours) -> bool:
    """Whether the person's wall clock stands in quiet hours, which may reach over midnight."""
    start, end = hours.quiet_from % DAY_MINUTES, hours.quiet_until % DAY_MINUTES
    local = moment.astimezone(hours.zone)
    minute = local.hour * 60 + local.minute
    if start <= end:
        return start <= minute < end
    return minute >= start or minute < end


def when_to_send(due: date, now: datetime, hours: Hours, minute: int | None = None) -> datetime:
    """The moment for `due`, or where that has passed already the next allowed moment: late, but once."""
    moment = moment_for(due, hours, minute)
    return moment if moment > now else next_allowed(now, hours)


def local_date(moment: datetime, zone: ZoneInfo) -> date:
    """The person's calendar date at that moment."""
    return moment.astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Local midnight, or the first moment after it where the clock skips it; in UTC."""
    return _on_wall(day, 0, zone)


def _or_never(days: int) -> int:
    return days if 0 < days <= FURTHEST_DAYS else 0


def _on_wall(day: date, minute: int, zone: ZoneInfo, fold: int = 0) -> datetime:
    clock = time(*divmod(minute % DAY_MINUTES, 60), fold=fold)
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def _end_of_quiet_after(moment: datetime, hours: Hours) -> datetime:
    # A minute may come twice in a day, or not at all; the earliest one still to come is the end.
    today = local_date(moment, hours.zone)
    days = (today, today + timedelta(days=1))
    ends = (_on_wall(day, hours.quiet_until, hours.zone, fold) for day in days for fold in (0, 1))
    return min(end for end in ends if end > moment)
