"""/log NAME [on=WHEN] [minutes=N] [channel=C] [by=me|them] [felt=1..5]: keeps at once what leaves no question open."""

from __future__ import annotations

from datetime import date, datetime

from bot.conversation.turn import Turn
from bot.network import queries
from bot.network.contacts import LONGEST_NAME, find_contacts
from bot.network.drafts import Draft, Party
from bot.network.grammar import Misused, Written, read_by, read_channel, read_command, read_felt, read_minutes
from bot.network.reporting import propose, save, settled
from bot.network.reports import ask_report, log_from_text
from bot.understanding.hearing.when import hear_when

KEYS = ("on", "minutes", "channel", "by", "felt")
LONGEST_NAME_WORDS = 4


def log(turn: Turn, argument: str) -> None:
    """Serve the command; without an argument, ask; with a whole sentence, hear it like any other."""
    if not argument.strip():
        ask_report(turn)
        return
    try:
        written = read_command(argument, KEYS)
        if not written.values and len(written.words.split()) > LONGEST_NAME_WORDS:
            log_from_text(turn, argument)
            return
        draft = settled(turn, _draft(turn, written))
    except Misused as problem:
        turn.say(problem.key, **problem.values)
        return
    ids = [party.contact_id for party in draft.parties if party.contact_id]
    certain = len(ids) == len(draft.parties)
    if certain and not queries.connections_on(turn.session, ids, draft.happened_on):
        save(turn, draft)
    else:
        propose(turn, draft)


def _draft(turn: Turn, written: Written) -> Draft:
    """What the command says. Raises Misused."""
    given = written.values
    day, at = _moment(turn, given["on"]) if "on" in given else (turn.local_now.date(), None)
    return Draft(
        parties=_parties(turn, written.words),
        day=day.isoformat(),
        at=at.isoformat() if at else None,
        minutes=read_minutes(given["minutes"]) if "minutes" in given else None,
        channel=read_channel(given["channel"]) if "channel" in given else None,
        started_by=read_by(given["by"]) if "by" in given else None,
        feeling=read_felt(given["felt"]) if "felt" in given else None,
        source="command",
    )


def _moment(turn: Turn, text: str) -> tuple[date, datetime | None]:
    when = hear_when(text.lower(), turn.local_now)
    if when is None:
        raise Misused("network.grammar.on")
    return when.day, when.at


def _parties(turn: Turn, words: str) -> tuple[Party, ...]:
    """One name, or several joined by "and" where nobody has that whole name."""
    if not words:
        raise Misused("network.grammar.log_name")
    known = find_contacts(turn.session, turn.person.id, words)
    names = [words] if known else [name.strip() for name in words.replace(" and ", ",").replace("&", ",").split(",")]
    if any(len(name) > LONGEST_NAME for name in names):
        raise Misused("network.add.too_long", most=LONGEST_NAME)
    return tuple(Party(name) for name in names if name)
