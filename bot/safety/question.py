"""The one direct question after danger was noticed, and what its answer leads to. Buttons and typed words answer it."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people.short_answers import says_no, says_yes, wishes_on
from bot.safety import places

FLOW = "safety.answer"
ANSWERS = ("yes", "no", "unsure")
ENDS_HERE = ("danger", "body")
"""There the answer is about calling, and nothing is asked after it."""

_NOBODY = ("nobody", "no one", "noone", "alone", "no friends")
_UNSURE = ("not sure", "maybe", "don't know", "dont know", "a little", "sometimes")


def ask(turn: Turn, family: str) -> None:
    """Ask it, and wait for the answer."""
    turn.wait_for(FLOW, family=family, stage="direct")
    buttons = [Button(f"safety.buttons.{answer}", FLOW, {"family": family, "answer": answer}) for answer in ANSWERS]
    turn.say(f"safety.{family}.ask", buttons=buttons, kind="crisis")


def listen(turn: Turn, family: str) -> None:
    """Wait for whatever is typed next: an open question stands in what was just said."""
    turn.wait_for(FLOW, family=family, stage="open")


def tapped(turn: Turn, family: str, answer: str) -> None:
    """Serve the answer to the direct question."""
    _close_question(turn)
    asks_for_company = answer != "no" and family not in ENDS_HERE
    if asks_for_company:
        turn.wait_for(FLOW, family=family, stage="company")
        buttons = [Button(f"safety.buttons.{who}", "safety.company", {"answer": who}) for who in ("someone", "nobody")]
    else:
        buttons = ways_on(turn)
    turn.say(f"safety.{family}.{answer}", emergency=places.emergency(turn), buttons=buttons, kind="crisis")


def company(turn: Turn, answer: str) -> None:
    """Serve who could be there: "someone" or "nobody"."""
    _close_question(turn)
    turn.say(f"safety.company.{answer}", emergency=places.emergency(turn), buttons=ways_on(turn), kind="crisis")


def typed(turn: Turn, text: str, family: str, stage: str) -> None:
    """Serve a typed answer. Words that cannot be read are not asked for twice: nobody is held in a form."""
    if stage == "company":
        company(turn, "nobody" if says_no(text) or _has(text, _NOBODY) else "someone")
    elif stage == "direct" and (answer := _answer_in(text)):
        tapped(turn, family, answer)
    else:
        _close_question(turn)
        key = "unclear" if stage == "direct" else "heard"
        turn.say(f"safety.company.{key}", emergency=places.emergency(turn), buttons=ways_on(turn), kind="crisis")


def _answer_in(text: str) -> str | None:
    if _has(text, _UNSURE):
        return "unsure"
    first = text.casefold().replace(",", " ").replace(".", " ").split()[:1]
    if (says_yes(text) and not wishes_on(text)) or first in (["yes"], ["yeah"], ["yep"]):
        return "yes"
    return "no" if says_no(text) or first in (["no"], ["nope"]) else None


def _has(text: str, wordings: tuple[str, ...]) -> bool:
    plain = text.casefold().replace("’", "'")
    return any(words in plain for words in wordings)


def _close_question(turn: Turn) -> None:
    """An old button must not close a question of another subject."""
    if turn.person.waiting_for and turn.person.waiting_for["flow"] == FLOW:
        turn.stop_waiting()


def ways_on(turn: Turn) -> list[Button]:
    """More places, and the way back, which stays open for as long as they like."""
    more = Button("safety.buttons.more", "safety.more", once=False)
    if turn.person.age_band == "minor":
        return [more]
    return [more, Button("safety.buttons.back", "safety.back", once=False)]
