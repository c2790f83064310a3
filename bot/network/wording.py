"""Dates, lengths, rhythms and whole connections in the person's words and locale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.units import format_unit

from bot.conversation.turn import Turn
from bot.network.drafts import Draft
from bot.network.tables import Connection, Contact
from bot.reminders.calendar import cadence_for


def day_words(turn: Turn, day: date) -> str:
    """ "today", "yesterday" or "Tue 12 May", with the year if it is another one. `day` is the person's local date."""
    today = turn.local_now.date()
    age = (today - day).days
    if age in (0, 1):
        return turn.words("network.days.today" if age == 0 else "network.days.yesterday")
    return format_date(day, "EEE d MMM" if day.year == today.year else "EEE d MMM y", locale=turn.person.locale)


def moment_words(turn: Turn, day: date, at: datetime | None) -> str:
    """The day, and the time of day where one is known."""
    if at is None:
        return day_words(turn, day)
    # Some fonts and terminals do not know the narrow space that some locales put before "PM".
    time = format_time(at.astimezone(turn.zone), "short", locale=turn.person.locale).replace("\u202f", " ")
    return turn.words("network.days.with_time", day=day_words(turn, day), time=time)


def length_words(turn: Turn, minutes: int) -> str:
    """ "20 minutes", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "duration-hour"), (rest, "duration-minute")]
    return " ".join(format_unit(count, unit, locale=turn.person.locale) for count, unit in parts if count)


def rhythm_words(turn: Turn, days: int) -> str:
    """ "every week", "every 10 days"; for 0 "without reminders"."""
    named = {0: "never", 1: "day", 7: "week", 14: "two_weeks", 30: "month"}
    if days in named:
        return turn.words(f"network.rhythm.{named[days]}")
    unit, count = ("weeks", days // 7) if days % 7 == 0 else ("days", days)
    return turn.words(f"network.rhythm.{unit}", count=count)


def rhythm_of(turn: Turn, contact: Contact) -> str:
    """How often a contact is brought up."""
    return rhythm_words(turn, cadence_for(contact.ring, contact.ideal_days, contact.max_days).ideal_days)


def names_words(turn: Turn, names: Sequence[str]) -> str:
    """ "Ben", "Ben and Ana", "Ben, Ana, and Jo"."""
    return format_list(list(names), locale=turn.person.locale) if names else ""


def summary(turn: Turn, names: Sequence[str], what: Draft | Connection) -> str:
    """A connection in a row of words: "Ben, yesterday, call, 20 minutes"."""
    parts = [names_words(turn, names), moment_words(turn, what.happened_on, what.happened_at)]
    if what.channel:
        parts.append(turn.words(f"network.channels.{what.channel}"))
    if what.minutes:
        parts.append(length_words(turn, what.minutes))
    return ", ".join(parts)


def details(turn: Turn, names: Sequence[str], what: Draft) -> list[str]:
    """What else was heard, a sentence each: who started, support received and given, how it felt."""
    who = names_words(turn, names)
    sentences = [turn.words("network.log.started", who=who)] if what.started_by == "them" else []
    both = set(what.support_received) & set(what.support_given)
    sentences += [turn.words(f"network.both.{kind}", who=who) for kind in what.support_received if kind in both]
    sentences += [turn.words(f"network.received.{kind}", who=who) for kind in what.support_received if kind not in both]
    sentences += [turn.words(f"network.given.{kind}", who=who) for kind in what.support_given if kind not in both]
    if what.feeling:
        sentences.append(turn.words(f"network.felt.sentence_{what.feeling}"))
    return sentences


def named_apart(turn: Turn, contact: Contact) -> str:
    """A contact's name with what tells it from another of the same name: "Anna (family)", "Anna (since 1 Mar)"."""
    if contact.relation:
        apart = turn.words(f"network.relations.{contact.relation}")
    else:
        added = format_date(contact.created_at.astimezone(turn.zone), "d MMM", locale=turn.person.locale)
        apart = turn.words("network.since", day=added)
    return f"{contact.name} ({apart})"


def distinct_names(turn: Turn, people: Sequence[Contact]) -> dict[str, str]:
    """For each contact's id the name to show: told apart only where two people share it."""
    names = Counter(contact.name for contact in people)
    return {
        contact.id: named_apart(turn, contact) if names[contact.name] > 1 else contact.name or "" for contact in people
    }
