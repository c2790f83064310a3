"""Free text about a contact and the answers and taps that follow it, until it is kept or dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.contacts import list_contacts
from bot.network.drafts import Draft, Party, corrected, is_correction, says_nothing_new, starts_to_correct
from bot.network.kept_reports import TAKES_BACK, affirmed, correct_kept, correct_last, hear
from bot.network.parse_wish import parse_wish
from bot.network.report_taps import change, choose_which, drop, felt, keep_as_it_is, keep_the_one, name_parties
from bot.network.reporting import candidates, confirm_buttons, propose, save
from bot.network.tables import Connection
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.understanding.hearing.feeling import hear_feeling
from bot.understanding.hearing.plain_text import even
from bot.understanding.hearing.relations import relation_named

_FORGET = re.compile(
    r"\s*(?:cancel(?: (?:it|that))?|never ?mind|nvm|forget (?:it|that|about it)|drop it|don't|leave it|stop)\W*",
    re.IGNORECASE,
)
_SOMEONE_NEW = re.compile(r"\b(?:new|else|other|another|different|neither|no)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\s*(?:how|what|why|who|whom|when|where|which|can you|could you|do you|are you|is there)\b", re.IGNORECASE
)
_DESCRIBED = re.compile(r"(?:the|a|an|some|someone|somebody) [^?\d]{3,50}", re.IGNORECASE)
"""Somebody without a name: "the lady at the bakery"."""
_NO_IDEA = re.compile(
    r"\b(?:no idea|don't know|dont know|do not know|forgot|can't remember|never asked)\b", re.IGNORECASE
)
_LONGEST_REPORT_WORDS = 25
_MOST_TRIES = 2
_LONGEST_FEELING_WORDS = 8
_WORDS_ON_IT = ("log_connection", "correct")
_YES_AND = re.compile(r"\s*(?:yes|yeah|yep|right|correct|exactly)\b", re.IGNORECASE)


def log_from_text(turn: Turn, text: str) -> None:
    """Somebody tells of a contact: repeat what was heard and ask whether it is right."""
    if correct_last(turn, text):
        return
    heard = hear(turn, text)
    draft = Draft.heard(heard)
    if heard.happened:
        propose(turn, draft)
        return
    turn.say(
        "network.log.not_yet",
        buttons=[Button("network.buttons.it_did", "network.happened", {"draft": draft.as_args()})],
    )


def log_if_plain(turn: Turn, text: str) -> bool:
    """Take a text that the engine did not understand for a report, where who, how and when stand in it."""
    heard = hear(turn, text)
    told = heard.happened and heard.contacts and heard.channel and (heard.dated or heard.minutes)
    if not told or "?" in text or len(text.split()) > _LONGEST_REPORT_WORDS:
        return False
    propose(turn, Draft.heard(heard))
    return True


def ask_report(turn: Turn) -> None:
    """Ask for a contact to keep, in the person's own words."""
    turn.wait_for("network.report")
    turn.say("network.log.tell", buttons=[Button("network.buttons.not_now", "network.leave")])


def answer_report(turn: Turn, text: str) -> None:
    """The typed answer to ask_report."""
    turn.stop_waiting()
    if _gives_up(text):
        turn.say("network.left")
    else:
        log_from_text(turn, text)


def answer_felt(turn: Turn, text: str, connection: str) -> None:
    """How it felt, in a few words. Anything else was not meant for this question."""
    heard = hear_feeling(even(text).lower()) if len(text.split()) <= _LONGEST_FEELING_WORDS else None
    told_anew = turn.otherwise is not None and turn.otherwise.sure and bool(hear(turn, text).contacts)
    turn.stop_waiting()
    corrects = TAKES_BACK.match(text) or (heard is None and starts_to_correct(text))
    if corrects and correct_kept(turn, text, turn.session.get(Connection, connection)):
        return
    if heard is not None and not told_anew:
        felt(turn, connection, heard[0])
    elif _gives_up(text) or says_no(text):
        turn.say("network.left")
    elif turn.otherwise is not None:
        turn.otherwise.serve()
    else:
        turn.say("network.left")


def answer_confirm(turn: Turn, text: str, draft: dict[str, Any], twice: bool = False, tries: int = 0) -> None:
    """A typed answer to "Right?": yes, no, a correction, another contact that comes in between, or another wish."""
    current = Draft.from_args(draft)
    if says_yes(text):
        (keep_as_it_is if current.is_untouched else save)(turn, current)
    elif _gives_up(text) or (twice and says_no(text)):
        (keep_the_one if twice else drop)(turn, draft)
    elif says_no(text):
        change(turn, draft)
    elif turn.otherwise and turn.otherwise.sure and turn.otherwise.intent in ("undo_last", "change_mind"):
        drop(turn, draft)
    elif _wants_something_else(turn, text) and turn.serve_otherwise():
        _ask_once_more(turn, current)
    else:
        _correct(turn, text, current, twice, tries)


def _wants_something_else(turn: Turn, text: str) -> bool:
    """Whether a sure wish of another kind came in between, rather than a word on the draft."""
    other = turn.otherwise
    return other is not None and other.sure and other.intent not in _WORDS_ON_IT and not starts_to_correct(text)


def _ask_once_more(turn: Turn, draft: Draft) -> None:
    """After something else was served: what is still to be confirmed, once, where there is room for it."""
    if turn.person.waiting_for is None and len(turn.replies) == 1 and not draft.asked_again:
        propose(turn, replace(draft, asked_again=True))


def _correct(turn: Turn, text: str, draft: Draft, twice: bool, tries: int) -> None:
    heard = hear(turn, affirmed(text), draft.happened_on)
    if not is_correction(draft, text, heard):
        propose(turn, replace(Draft.heard(hear(turn, text)), former=draft.as_args()))
        return
    changed = draft if _ASKS.match(text) else corrected(draft, text, heard)
    if not says_nothing_new(draft, changed):
        propose(turn, changed)
    elif _YES_AND.match(text):
        save(turn, draft)
    elif turn.serve_otherwise():
        _ask_once_more(turn, draft)
    elif tries + 1 < _MOST_TRIES:
        turn.wait_for("network.confirm", draft=draft.as_args(), twice=twice, tries=tries + 1)
        turn.say("network.log.unclear", buttons=confirm_buttons(draft, twice))
    else:
        turn.stop_waiting()
        turn.say("network.log.left_open", buttons=confirm_buttons(draft, twice))


def answer_who(turn: Turn, text: str, draft: dict[str, Any], tries: int = 0) -> None:
    """The typed name of whoever it was."""
    current = Draft.from_args(draft)
    if _gives_up(text):
        drop(turn, draft)
        return
    people = parse_wish(text, [contact.name or "" for contact in list_contacts(turn.session, turn.person.id)]).people
    if says_yes(text) or says_no(text) or _ASKS.match(text):
        people = []
    if people:
        name_parties(turn, current, *(Party(person.name, person.relation) for person in people))
    elif _DESCRIBED.fullmatch(text.strip()):
        name_parties(turn, current, Party(text.strip(" .!")))
    elif tries > 0 or _NO_IDEA.search(text):
        drop(turn, draft)
    elif not turn.serve_otherwise():
        turn.wait_for("network.who", draft=draft, tries=tries + 1)
        buttons = [Button("network.buttons.not_now", "network.drop", {"draft": draft})]
        turn.say("network.log.who_unclear", buttons=buttons)


def answer_which(turn: Turn, text: str, draft: dict[str, Any], place: int) -> None:
    """Words that tell which of several people of one name it was."""
    current = Draft.from_args(draft)
    matching = candidates(turn, current.parties[place])
    named = {relation_named(word) for word in text.lower().replace("’", "'").split()} - {None}
    meant = [contact for contact in matching if contact.relation in named]
    if _gives_up(text):
        drop(turn, draft)
    elif len(meant) == 1 or (says_yes(text) and len(matching) == 1):
        choose_which(turn, draft, place, (meant or matching)[0].id)
    elif _SOMEONE_NEW.search(text):
        choose_which(turn, draft, place, None)
    else:
        propose(turn, current)


def _gives_up(text: str) -> bool:
    return says_later(text) or says_skip(text) or _FORGET.fullmatch(text) is not None
