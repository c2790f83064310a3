"""Taking back what was saved last, whatever it was, with a way to put it back."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import contact_command, queries
from bot.network.connections import redo, take_back
from bot.network.entries import restore
from bot.network.last_saved import CALL_OFF, REOPEN, RESTORE, START_AGAIN, Saved, last_saved
from bot.network.tables import Connection
from bot.network.wording import summary
from bot.reminders import rhythm
from bot.reminders.asking import tap_call_off

_UNDOES = re.compile(
    r"undo|undid|back|remov|delet|wrong|mistak|cancel|rever|oops|whoops|scratch|scrap|forget|strike|eras|not mean"
    r"|n't mean|never ?mind|out\b|ctrl|rid\b|drop|discard|didn't happen|did not happen|error|last (?:one|entry|log)"
    r"|call .*off|cancel",
    re.IGNORECASE,
)
"""Nothing that was kept is taken back on words that only sound like it to the engine."""

_WAYS_BACK: dict[str, Callable[..., None]] = {
    CALL_OFF: tap_call_off,
    RESTORE: restore,
    REOPEN: contact_command.reopen,
    START_AGAIN: rhythm.start_again,
}


def undo(turn: Turn, text: str = "") -> None:
    """Take back what was saved last."""
    if len(text.split()) > 1 and not _UNDOES.search(text):
        turn.say("network.undo.unsure")
        return
    turn.stop_waiting()
    saved = last_saved(turn)
    if saved is None:
        turn.say("network.undo.nothing")
    else:
        take_back_saved(turn, saved)


def take_back_saved(turn: Turn, saved: Saved) -> None:
    """Take back one thing that was saved, and say so."""
    if saved.connection is not None:
        _take_back_told(turn, saved.connection)
    elif saved.added is not None:
        contact_command.end(turn, saved.added.id)
    elif saved.way_back is not None:
        _WAYS_BACK[saved.way_back.do](turn, **saved.way_back.args)


def tap_undo(turn: Turn, connection: str) -> None:
    """The button under one connection that was kept or corrected."""
    known = turn.session.get(Connection, connection)
    if known is None or known.person_id != turn.person.id or known.undone_at is not None:
        turn.say("network.gone")
        return
    turn.stop_waiting()
    _take_back_told(turn, known)


def put_back(turn: Turn, connection: str) -> None:
    """The connection was to stay after all."""
    known = turn.session.get(Connection, connection)
    if known is None or known.undone_at is None:
        turn.say("network.gone")
        return
    redo(turn.session, turn.person, known, turn.now)
    turn.say("network.undo.back", what=told(turn, known))


def told(turn: Turn, connection: Connection) -> str:
    """A connection in a row of words."""
    names = [one.name or "" for one in queries.people_in(turn.session, connection)]
    return summary(turn, names, connection)


def _take_back_told(turn: Turn, connection: Connection) -> None:
    """What a correction had taken the place of comes back with it."""
    former = queries.replaced_by(turn.session, connection)
    take_back(turn.session, turn.person, connection, turn.now)
    if former is not None:
        redo(turn.session, turn.person, former, turn.now)
        turn.say("network.undo.correction", what=told(turn, former))
        return
    button = Button("network.buttons.put_back", "network.redo", {"connection": connection.id})
    turn.say("network.undo.done", what=told(turn, connection), buttons=[button])
