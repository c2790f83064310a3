"""Asking for a copy: two files at once, and the sensitive records on a second wish."""

from __future__ import annotations

from bot.conversation.reply import Button, Document
from bot.conversation.turn import Turn
from bot.privacy.erase_flow import counted, is_open, means
from bot.privacy.export import as_json, export_person
from bot.privacy.readable import readable

QUESTION = "privacy.sensitive"


def hand_over_export(turn: Turn, argument: str = "") -> None:
    """`/export`, or "what do you have about me": everything but the sensitive records."""
    _hand_over(turn, include_sensitive=False)


def ask_for_sensitive(turn: Turn) -> None:
    """The second wish: asks once more, because of who may be reading."""
    turn.wait_for(QUESTION)
    turn.say(
        "privacy.export.ask_sensitive",
        buttons=[
            Button("privacy.buttons.include_all", do="privacy.export_all"),
            Button("privacy.buttons.leave_out", do="privacy.keep_out"),
        ],
    )


def take_answer(turn: Turn, text: str) -> None:
    """The typed answer: anything but a clear yes is a no."""
    if means(turn, text, "privacy.export.yes_words"):
        hand_over_all(turn)
    else:
        keep_out(turn)


def hand_over_all(turn: Turn) -> None:
    """Everything, the sensitive records too. A button from a long-gone question only asks anew."""
    if not is_open(turn, QUESTION):
        ask_for_sensitive(turn)
        return
    turn.stop_waiting()
    _hand_over(turn, include_sensitive=True)


def keep_out(turn: Turn) -> None:
    """They thought better of it."""
    if is_open(turn, QUESTION):
        turn.stop_waiting()
    turn.say("privacy.export.left_out")


def _hand_over(turn: Turn, *, include_sensitive: bool) -> None:
    export = export_person(turn.session, turn.person, turn.now, include_sensitive)
    sizes = {table: len(rows) for table, rows in export["tables"].items()}
    text = readable(export, turn.content.messages)
    more = () if include_sensitive else (Button("privacy.buttons.sensitive", do="privacy.sensitive", once=False),)
    turn.say(
        "privacy.export.readable",
        counts=counted(turn, sizes),
        document=Document("kith-export.txt", "text/plain", text),
    )
    turn.say(
        "privacy.export.data_all" if include_sensitive else "privacy.export.data",
        document=Document("kith-export.json", "application/json", as_json(export)),
        buttons=more,
    )
