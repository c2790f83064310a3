"""A contact that was kept a short while ago, corrected in words: "no, it was Wednesday", "I meant Hanna, not Anna"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import queries
from bot.network.contacts import list_contacts
from bot.network.drafts import Draft, corrected, says_nothing_new
from bot.network.reporting import keep, names_of, propose, settled
from bot.network.tables import Connection
from bot.network.wording import summary
from bot.understanding.hearing.connection import ParsedConnection, parse_connection

STILL_FRESH = timedelta(minutes=30)
TAKES_BACK = re.compile(
    r"\s*(?:no|na|nah|nope|oops|sorry|actually|wrong|i mean|correction|oh wait|wait)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|instead of|rather than|and not)\b(?:(?!\bbut\b)[^,.;!?])*", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]{3}|\d")
_WORDS_OF_A_CORRECTION = 3


def hear(turn: Turn, text: str, day: date | None = None) -> ParsedConnection:
    """What a text says about a contact, with the person's people known; `day` is meant where it names none."""
    known = [contact.name or "" for contact in list_contacts(turn.session, turn.person.id)]
    return parse_connection(text, now=turn.now, zone=turn.zone, known=known, day=day)


def affirmed(text: str) -> str:
    """The text without what it denies: "20 minutes" of "20 minutes, not 2 hours". All of it, where nothing is left."""
    left = _DENIED.sub("", text)
    return left if _LETTERS.search(re.sub(TAKES_BACK, "", left)) else text


def correct_last(turn: Turn, text: str) -> bool:
    """Take "no, it was Wednesday", said a little later, for a word on what was kept last; False where it is none."""
    if TAKES_BACK.match(text) is None or len(text.split()) < _WORDS_OF_A_CORRECTION:
        return False
    return correct_kept(turn, text, queries.last_logged(turn.session, turn.person.id))


def correct_kept(turn: Turn, text: str, kept: Connection | None) -> bool:
    """Show what was kept a short while ago as `text` corrects it, and ask; False where it does not correct it."""
    if kept is None or turn.now - kept.logged_at > STILL_FRESH:
        return False
    before, after = _before_and_after(turn, text, kept)
    if says_nothing_new(before, after) or not (set(after.parties) & set(before.parties)):
        return False
    propose(turn, after)
    return True


def correct_at_once(turn: Turn, text: str, kept: Connection) -> bool:
    """Correct what was kept, and say what it is now; asks where a name is new or unclear. False where nothing fits."""
    before, after = _before_and_after(turn, text, kept)
    if says_nothing_new(before, after) or after.happened_on > turn.local_now.date():
        return False
    after = settled(turn, after)
    turn.stop_waiting()
    if not all(party.contact_id for party in after.parties):
        propose(turn, after)
        return True
    _, connection = keep(turn, after)
    back = Button("network.buttons.undo", "network.undo", {"connection": connection.id})
    turn.say("network.correct.done", what=summary(turn, names_of(turn, after), after), buttons=[back])
    return True


def propose_corrected(turn: Turn, text: str, kept: Connection) -> bool:
    """Show what was kept, however long ago, as `text` corrects it, and ask; False where it does not correct it."""
    before, after = _before_and_after(turn, text, kept)
    if says_nothing_new(before, after) or after.happened_on > turn.local_now.date():
        return False
    propose(turn, after)
    return True


def _before_and_after(turn: Turn, text: str, kept: Connection) -> tuple[Draft, Draft]:
    before = Draft.of(kept, queries.people_in(turn.session, kept))
    heard = hear(turn, affirmed(text), kept.happened_on)
    return before, corrected(before, text, heard)
