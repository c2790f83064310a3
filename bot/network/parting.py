"""Somebody leaves the list, or died. Both are asked about once; what was shared stays, and a step can be taken back."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import contact_command
from bot.network.contacts import set_standing
from bot.network.tables import Contact
from bot.people.short_answers import says_later, says_no, says_skip, says_yes

FLOW = "network.parting"
MOST_TRIES = 2


def ask(turn: Turn, contact: Contact, standing: str) -> None:
    """Ask whether that is what was meant: "ended" or "died"."""
    args = {"contact": contact.id, "standing": standing}
    turn.wait_for(FLOW, **args)
    turn.say(f"network.parting.{standing}", name=contact.name, buttons=_answers(args))


def tapped(turn: Turn, contact: str, standing: str, yes: bool) -> None:
    """The tapped answer; one from long ago says how things stand."""
    _close_question(turn)
    known = turn.session.get(Contact, contact)
    if known is None or known.person_id != turn.person.id:
        turn.say("network.gone")
    elif not yes:
        turn.say("network.parting.stays", name=known.name)
    elif standing == "died":
        _mourn(turn, known)
    else:
        contact_command.end(turn, contact)


def answer(turn: Turn, text: str, contact: str, standing: str, tries: int = 0) -> None:
    """The typed answer. What cannot be read changes nothing."""
    if says_yes(text) or text.casefold().split()[:1] in (["yes"], ["yeah"], ["yep"]):
        tapped(turn, contact, standing, yes=True)
    elif says_no(text) or says_later(text) or says_skip(text) or tries + 1 >= MOST_TRIES:
        tapped(turn, contact, standing, yes=False)
    elif not turn.serve_otherwise():
        args = {"contact": contact, "standing": standing}
        turn.wait_for(FLOW, **args, tries=tries + 1)
        turn.say("network.parting.yes_or_no", buttons=_answers(args))


def _mourn(turn: Turn, contact: Contact) -> None:
    """Nothing about them comes any more; what was shared stays."""
    if contact.standing != "died":
        set_standing(turn.session, turn.person, contact, "died", turn.now)
    wrong = Button("network.buttons.mistaken", "network.reopen", {"contact": contact.id})
    turn.say("network.parting.condolence", name=contact.name, buttons=[wrong])


def _answers(args: dict[str, str]) -> list[Button]:
    titles = ("gone", "misread") if args["standing"] == "died" else ("take_off", "keep")
    return [
        Button(f"network.buttons.{titles[0]}", FLOW, {**args, "yes": True}),
        Button(f"network.buttons.{titles[1]}", FLOW, {**args, "yes": False}),
    ]


def _close_question(turn: Turn) -> None:
    """A button may be old: a question of another kind that is open by now stays open."""
    if turn.person.waiting_for and turn.person.waiting_for["flow"] == FLOW:
        turn.stop_waiting()
