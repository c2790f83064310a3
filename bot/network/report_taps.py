"""Buttons under a draft and under a kept connection. A stale one says how things stand instead of doing harm."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import queries
from bot.network.drafts import Draft, Party
from bot.network.reporting import propose, save, settled, take_up_former
from bot.network.tables import Connection, Contact


def confirm(turn: Turn, draft: dict[str, Any]) -> None:
    """Yes was tapped. A button under an older version of the draft shows the newer one instead."""
    tapped, waiting = Draft.from_args(draft), _waiting_draft(turn)
    if waiting is not None and waiting.id == tapped.id and waiting.version > tapped.version:
        propose(turn, waiting)
    else:
        save(turn, settled(turn, tapped))


def change(turn: Turn, draft: dict[str, Any]) -> None:
    """Ask what to change."""
    if _is_kept(turn, draft):
        return
    turn.wait_for("network.confirm", draft=draft)
    turn.say(
        "network.log.what_to_change", buttons=[Button("network.buttons.not_now", "network.drop", {"draft": draft})]
    )


def drop(turn: Turn, draft: dict[str, Any]) -> None:
    """Keep nothing of a draft."""
    if _is_kept(turn, draft):
        return
    turn.stop_waiting()
    current = Draft.from_args(draft)
    turn.say("network.correct.stays" if current.replaces else "network.log.dropped")
    take_up_former(turn, current)


def keep_as_it_is(turn: Turn, draft: Draft) -> None:
    """What was shown for a correction is right as it was kept."""
    turn.stop_waiting()
    turn.say("network.correct.stays")


def keep_the_one(turn: Turn, draft: dict[str, Any]) -> None:
    """It was the contact that is kept already."""
    turn.stop_waiting()
    turn.say("network.log.kept_the_one")
    take_up_former(turn, Draft.from_args(draft))


def choose_which(turn: Turn, draft: dict[str, Any], place: int, contact: str | None) -> None:
    """A known person was chosen for one place in a draft, or somebody new."""
    current = Draft.from_args(draft)
    parties = list(current.parties)
    parties[place] = replace(parties[place], contact_id=contact, new=contact is None)
    turn.stop_waiting()
    propose(turn, replace(current, parties=tuple(parties), version=current.version + 1))


def choose_with(turn: Turn, draft: dict[str, Any], contact: str) -> None:
    """A known person was tapped for a draft without a name."""
    known = turn.session.get(Contact, contact)
    if known is None:
        turn.say("network.gone")
        return
    name_parties(turn, Draft.from_args(draft), Party(known.name or "", contact_id=known.id))


def with_contact(turn: Turn, contact: str) -> None:
    """Start a draft from a contact's own button: today, unless the person says otherwise."""
    known = turn.session.get(Contact, contact)
    if known is None:
        turn.say("network.gone")
        return
    party = Party(known.name or "", contact_id=known.id)
    propose(turn, Draft((party,), turn.local_now.date().isoformat()))


def happened(turn: Turn, draft: dict[str, Any]) -> None:
    """It did happen, although it had sounded otherwise."""
    propose(turn, Draft.from_args(draft))


def felt(turn: Turn, connection: str, felt: int) -> None:
    """How a kept connection felt was tapped."""
    kept = turn.session.get(Connection, connection)
    if kept is not None and kept.undone_at is not None:
        kept = queries.replacement_of(turn.session, kept)
    if kept is None or kept.undone_at is not None:
        turn.say("network.gone")
        return
    kept.feeling = felt
    waiting = turn.person.waiting_for
    if waiting and waiting["flow"] == "network.felt":
        turn.stop_waiting()
    turn.say("network.felt.hard" if felt <= 2 else "network.felt.thanks")


def leave(turn: Turn) -> None:
    """Not now was tapped under a question."""
    turn.stop_waiting()
    turn.say("network.left")


def name_parties(turn: Turn, draft: Draft, *added: Party) -> None:
    """Put names in place of those who were only described."""
    named = tuple(party for party in draft.parties if not party.vague)
    turn.stop_waiting()
    propose(turn, replace(draft, parties=(*named, *added), version=draft.version + 1))


def _waiting_draft(turn: Turn) -> Draft | None:
    waiting = turn.person.waiting_for
    return Draft.from_args(waiting["args"]["draft"]) if waiting and waiting["flow"] == "network.confirm" else None


def _is_kept(turn: Turn, draft: dict[str, Any]) -> bool:
    """Whether a stale button belongs to a draft that was kept meanwhile; says so."""
    if turn.session.get(Connection, draft["id"]) is None:
        return False
    turn.say("network.log.already")
    return True
