""" "Did you mean ... or ...?": the question, with a button for each meaning. What was typed first waits sealed with the
question, never in a button."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.conversation.doubt.lost import THIRD, in_turn, missed_before, say_lost
from bot.conversation.doubt.plausible import plausible
from bot.conversation.heard import Heard
from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.about_one import serve_about_one
from bot.people import onboarding
from bot.people.hearing_out import heard_after_all
from bot.safety import protocol

FLOW = "understanding.which"
_HOW_MANY = {1: "one", 2: "two", 3: "three"}
_PLACES = ("first", "second", "third")


def ask(turn: Turn, heard: Heard, leave_out: Collection[str] = ()) -> None:
    """Ask which meaning it was, where some are plausible; else say that it was not understood.

    What the rules hear for themselves comes first, as for words that are out of scope: something heavy, a correction,
    a plain report, one of the person's people. `leave_out` names meanings that would make no sense here.
    """
    if heard_after_all(turn, heard.text) or protocol.stay_near(turn) or serve_about_one(turn, heard.text):
        return
    if onboarding.must_onboard(turn.person):
        onboarding.begin(turn)
        return
    missed, meanings = missed_before(turn) + 1, plausible(heard.ranking, leave_out=leave_out)
    if meanings and missed < THIRD:
        put_question(turn, heard.text, meanings, missed)
    else:
        say_lost(turn, missed)


def put_question(turn: Turn, said: str, meanings: Sequence[str], missed: int) -> None:
    """Ask, and keep what was said until the answer comes."""
    titles = {place: title_of(turn, meaning) for place, meaning in zip(_PLACES, meanings, strict=False)}
    text = in_turn(turn, f"understanding.ask.{_HOW_MANY[len(titles)]}", missed, **titles)
    wait_for_pick(turn, said, meanings, missed)
    turn.say_text(text, buttons=buttons_for(meanings, missed))


def ask_again(turn: Turn, said: str, meanings: Sequence[str], missed: int) -> None:
    """A yes to two things at once: ask which of them, once."""
    wait_for_pick(turn, said, meanings, missed, again=True)
    turn.say("understanding.which_one", buttons=buttons_for(meanings, missed))


def wait_for_pick(
    turn: Turn, said: str, meanings: Sequence[str], missed: int, *, again: bool = False, then: bool = False
) -> None:
    """Keep the question open. `then`: it offers what is left of "both", after the first was served."""
    turn.wait_for(FLOW, said=said, meanings=list(meanings), missed=missed, again=again, then=then)


def buttons_for(meanings: Sequence[str], missed: int) -> list[Button]:
    """A button for each meaning, and one for none of them."""
    meant = [
        Button(f"understanding.meaning.{meaning}", "understanding.meant", {"meaning": meaning, "missed": missed})
        for meaning in meanings
    ]
    return [*meant, Button("understanding.buttons.something_else", "understanding.neither", {"missed": missed})]


def title_of(turn: Turn, meaning: str) -> str:
    """What a meaning is called on its button."""
    return turn.content.messages.text(f"understanding.meaning.{meaning}")
