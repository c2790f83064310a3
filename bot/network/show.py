"""The network as it stands: in words, as a list, and as a picture of three rings with the same facts as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.conversation.reply import Button, Picture
from bot.conversation.turn import Turn
from bot.network import queries
from bot.network.contacts import RINGS, list_contacts
from bot.network.measures import RECENT_DAYS, SEASON_DAYS, active_size
from bot.network.tables import Contact
from bot.network.wording import day_words, distinct_names, names_words, rhythm_of
from bot.reminders.calendar import cadence_for

MOST_LISTED = 12
"""People with a line of their own in a list; above that, names by ring."""
MOST_NAMED = 8
"""Names a ring in the words under a picture, which shows them all."""


def network(turn: Turn, argument: str = "") -> None:
    """The network in words with its picture; for a person with nobody, a first goal of one name."""
    people = list_contacts(turn.session, turn.person.id)
    if not people:
        say_nobody(turn)
        return
    last = queries.last_contact_dates(turn.session, turn.person.id)
    turn.say_text(
        "\n".join([_figures(turn, people, last), *_rings_in_words(turn, people), *_quiet(turn, people, last)]),
        picture=Picture("rings", rings_data(turn, people, last), _alt(turn, people, last)),
        buttons=[
            Button("network.buttons.in_touch_with", "network.log", once=False),
            Button("network.buttons.add", "network.add", once=False),
        ],
    )


def contacts(turn: Turn, text: str = "") -> None:
    """The list of people, for free text; one of them where the text names one."""
    from bot.network.about_one import serve_about_one  # it shows people by the command, which lists them from here

    if text and serve_about_one(turn, text):
        return
    list_people(turn)


def list_people(turn: Turn) -> None:
    """Everybody, a line each; many people are named by ring."""
    people = list_contacts(turn.session, turn.person.id)
    if not people:
        say_nobody(turn)
        return
    last = queries.last_contact_dates(turn.session, turn.person.id)
    few = len(people) <= MOST_LISTED
    lines = [_line(turn, one, last.get(one.id)) for one in people] if few else _by_ring(turn, people, len(people))
    turn.say_text("\n".join(lines), buttons=[Button("network.buttons.add", "network.add", once=False)])


def say_nobody(turn: Turn) -> None:
    """Nobody is there yet: the first goal is one name."""
    turn.say("network.nobody", buttons=[Button("network.buttons.add", "network.add")])


def rings_data(turn: Turn, people: Sequence[Contact], last: Mapping[str, date]) -> dict[str, Any]:
    """What the picture needs: a label, a ring and when last seen for everybody, and the words in it."""
    seen = [_seen(turn, last.get(one.id)) for one in people]
    names = distinct_names(turn, people)
    return {
        "people": [
            {"label": names[one.id], "ring": one.ring, "seen": how} for one, how in zip(people, seen, strict=True)
        ],
        "words": {
            "you": turn.words("network.picture.you"),
            "rings": [turn.words(f"network.picture.ring_{ring}") for ring in RINGS],
            "seen": {how: turn.words(f"network.picture.{how}") for how in dict.fromkeys(seen)},
        },
    }


def _seen(turn: Turn, day: date | None) -> str:
    """recent, season, long or unknown: no log is not the same as long ago."""
    if day is None:
        return "unknown"
    age = turn.local_now.date() - day
    if age < timedelta(RECENT_DAYS):
        return "recent"
    return "season" if age < timedelta(SEASON_DAYS) else "long"


def _figures(turn: Turn, people: Sequence[Contact], last: Mapping[str, date]) -> str:
    shown = {one.id: last[one.id] for one in people if one.id in last}
    today = turn.local_now.date()
    return turn.words(
        "network.figures.one" if len(people) == 1 else "network.figures.many",
        count=len(people),
        recent=active_size(shown, today, RECENT_DAYS),
        season=active_size(shown, today, SEASON_DAYS),
    )


def _rings_in_words(turn: Turn, people: Sequence[Contact]) -> list[str]:
    return _by_ring(turn, people, MOST_NAMED)


def _by_ring(turn: Turn, people: Sequence[Contact], most: int) -> list[str]:
    lines, shown = [], distinct_names(turn, people)
    for ring in RINGS:
        names = [shown[one.id] for one in people if one.ring == ring]
        more = turn.words("network.and_more", count=len(names) - most) if len(names) > most else ""
        if names:
            who = names_words(turn, [*names[:most], more] if more else names)
            lines.append(turn.words(f"network.ring_line.{ring}", who=who))
    return lines


def _quiet(turn: Turn, people: Sequence[Contact], last: Mapping[str, date]) -> list[str]:
    """The one whose last contact lies furthest beyond their rhythm, with why a word would be welcome."""
    today = turn.local_now.date()
    waits = [(_beyond(one, last[one.id], today), one) for one in people if one.id in last and one.standing == "open"]
    longest = max(waits, key=lambda wait: wait[0], default=None)
    if longest is None or longest[0] <= 1:
        return []
    return [turn.words("network.quiet", name=longest[1].name, day=day_words(turn, last[longest[1].id]))]


def _beyond(contact: Contact, day: date, today: date) -> float:
    """Days since the last contact, in rhythms; 0 for somebody without reminders."""
    ideal = cadence_for(contact.ring, contact.ideal_days, contact.max_days).ideal_days
    return (today - day).days / ideal if ideal else 0.0


def _line(turn: Turn, contact: Contact, last: date | None) -> str:
    parts = [turn.words(f"network.relations.{contact.relation}")] if contact.relation else []
    parts.append(turn.words("network.paused_short") if contact.standing == "paused" else rhythm_of(turn, contact))
    if last is not None:
        parts.append(turn.words("network.last_short", day=day_words(turn, last)))
    return f"{contact.name}: {', '.join(parts)}"


def _alt(turn: Turn, people: Sequence[Contact], last: Mapping[str, date]) -> str:
    """The picture's facts for a screen reader."""
    lines, names = [turn.words("network.picture.alt", count=len(people))], distinct_names(turn, people)
    for ring in RINGS:
        named = [
            f"{names[one.id]} ({turn.words('network.picture.' + _seen(turn, last.get(one.id)))})"
            for one in people
            if one.ring == ring
        ]
        if named:
            lines.append(turn.words(f"network.ring_line.{ring}", who=", ".join(named)))
    return " ".join(lines)
