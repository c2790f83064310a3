"""Asking to be erased: one clear question, then the erasure and a receipt."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.privacy.dates import date_in_words
from bot.privacy.erase import erase_person

QUESTION = "privacy.erase"
COUNTED = {
    "people": ("contacts",),
    "connections": ("connections",),
    "practices": ("exercise_runs",),
    "plans": ("plans", "assignments", "reminders"),
    "messages": ("inbox", "outbox"),
}
"""What a person hears counted, and the tables behind each count."""


def ask_to_erase(turn: Turn, argument: str = "") -> None:
    """`/erase`: ask once. `/erase ERASE` is the typed word already."""
    if means(turn, argument, "privacy.erase.yes_words"):
        erase_now(turn)
    else:
        _ask(turn, "privacy.erase.ask")


def understand_request(turn: Turn, text: str) -> None:
    """Free text that sounded like the wish to be erased: always asked about."""
    _ask(turn, "privacy.erase.ask")


def take_answer(turn: Turn, text: str, again: bool = False) -> None:
    """The typed answer. An unclear one is asked about once; a second one counts as no."""
    if means(turn, text, "privacy.erase.yes_words"):
        erase_now(turn)
    elif again or means(turn, text, "privacy.erase.no_words"):
        keep(turn)
    else:
        _ask(turn, "privacy.erase.ask_again", again=True)


def confirm(turn: Turn) -> None:
    """The button. One from a long-gone question only asks anew."""
    if is_open(turn, QUESTION):
        erase_now(turn)
    else:
        _ask(turn, "privacy.erase.ask")


def keep(turn: Turn) -> None:
    """They keep everything."""
    if is_open(turn, QUESTION):
        turn.stop_waiting()
    turn.say("privacy.erase.kept")


def erase_now(turn: Turn) -> None:
    """Erase, and say the receipt. From here on the turn belongs to nobody."""
    locale, today = turn.person.locale, turn.local_now.date()
    receipt = erase_person(turn.session, turn.session.info["vault"], turn.person, turn.now, turn.chat)
    turn.erased = True
    turn.say(
        "privacy.erase.done",
        kind="receipt",
        today=date_in_words(today, locale),
        counts=counted(turn, receipt.erased),
    )
    turn.say(
        "privacy.erase.stays",
        kind="receipt",
        copies=_copies(turn, receipt.channel),
        figures=turn.words("privacy.erase.figures"),
        dark=date_in_words(receipt.backups_dark_on, locale),
    )


def counted(turn: Turn, sizes: Mapping[str, int]) -> str:
    """The sizes of tables as lines that a person understands."""
    sums = {name: sum(sizes.get(table, 0) for table in tables) for name, tables in COUNTED.items()}
    return "\n".join(turn.words(f"privacy.counts.{name}", count=count) for name, count in sums.items())


def is_open(turn: Turn, question: str) -> bool:
    """Whether Kith waits for the answer to that question."""
    waiting = turn.person.waiting_for
    return waiting is not None and waiting["flow"] == question


def _copies(turn: Turn, channel: str | None) -> str:
    key = f"privacy.erase.copies.{channel}"
    return turn.words(key if turn.content.messages.has(key) else "privacy.erase.copies.other")


def _ask(turn: Turn, key: str, **args: bool) -> None:
    turn.wait_for(QUESTION, **args)
    turn.say(
        key,
        buttons=[
            Button("privacy.buttons.erase", do="privacy.erase"),
            Button("privacy.buttons.copy", do="privacy.export", once=False),
            Button("privacy.buttons.keep", do="privacy.keep"),
        ],
    )


def means(turn: Turn, text: str, key: str) -> bool:
    """Whether the text is one of the answers listed under the key."""
    said = " ".join(text.casefold().split()).strip(" .!\"'")
    return said in turn.content.messages.variants(key)
