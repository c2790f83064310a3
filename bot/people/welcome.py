"""The first words: what Kith is, who runs it, who can read what. Said before anything is asked."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people.short_answers import says_no, says_yes
from bot.people.steps import Kept, Place, Step, tries_of


def welcome(turn: Turn, *, invited: bool) -> None:
    """Two messages and a way on. An invitation is thanked for: it is not needed to begin."""
    turn.say("people.welcome.hello_invited" if invited else "people.welcome.hello")
    turn.wait_for("people.welcome", step="welcome", place="start")
    turn.say_text(who_reads_text(turn), buttons=_buttons())


def welcome_again(turn: Turn, key: str = "people.welcome.again") -> None:
    """Where we are, in one short line."""
    turn.wait_for("people.welcome", step="welcome", place="start")
    turn.say(key, buttons=_buttons())


def who_reads_text(turn: Turn) -> str:
    """Who runs this copy, who could read the chat, and that nobody is watching live."""
    return " ".join((operator_line(turn), readers_line(turn), turn.words("people.welcome.nobody_live")))


def operator_line(turn: Turn) -> str:
    """Who runs this copy, or honestly that they left no name."""
    operator, contact = turn.settings.operator, turn.settings.operator_contact
    if not operator:
        return turn.words("people.operator.unknown")
    key = "people.operator.reachable" if contact else "people.operator.known"
    return turn.words(key, operator=operator, contact=contact)


def readers_line(turn: Turn) -> str:
    """Who could read what is written here: it depends on the channel."""
    return turn.words(f"people.readers.{'telegram' if turn.chat.channel == 'telegram' else 'here'}")


def _take(turn: Turn, text: str, place: Place) -> Kept | None:
    if says_yes(text) or (tries_of(turn, "welcome") and not says_no(text)):
        return Kept("people.welcome.first")  # whoever goes on writing is asked the first question all the same
    if says_no(text):
        turn.stop_waiting()
        turn.person.onboarding_put_off = True
        turn.say("people.welcome.refused", buttons=_buttons())
    elif not turn.serve_otherwise():
        welcome_again(turn, "people.welcome.unclear")
        turn.wait_for("people.welcome", step="welcome", place="start", tries=1)
    return None


def _buttons() -> list[Button]:
    return [
        Button("people.welcome.lets_start", "people.choose", {"step": "welcome", "value": "yes", "place": "start"}),
        Button("people.welcome.who_reads", "people.who_reads"),
        Button("people.buttons.not_now", "people.later"),
    ]


WELCOME = Step("welcome", _take, no_means_skip=False)
