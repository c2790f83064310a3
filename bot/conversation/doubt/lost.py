"""Nothing was understood: an honest word, and what is possible right now from where the person is.

How often that happened in a row is read from the last message Kith sent, so a thing understood in between ends the row
by itself, and nothing needs to be reset.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.gateway.tables import ButtonToken, OutboxRow
from bot.people import onboarding, talk
from bot.skills import exercise
from bot.skills.place import Place

THIRD = 3
"""From the third in a row on, Kith names the list of what it can do, and a person to ask."""
OWN_BUTTONS = "understanding."


def missed_before(turn: Turn) -> int:
    """How many messages in a row, up to the last one, were not understood."""
    answers = select(OutboxRow).where(OutboxRow.chat_id == turn.chat.id, OutboxRow.inbox_id.is_not(None))
    last = turn.session.scalars(answers.order_by(OutboxRow.id.desc()).limit(1)).first()
    if last is None:
        return 0
    buttons = turn.session.scalars(select(ButtonToken).where(ButtonToken.outbox_id == last.id))
    counts = [
        button.payload["args"].get("missed", 0) for button in buttons if button.payload["do"].startswith(OWN_BUTTONS)
    ]
    if counts:
        return int(max(counts))
    return 1 if last.body["text"] in turn.content.messages.variants("general.out_of_scope") else 0


def say_lost(turn: Turn, missed: int) -> None:
    """Say that it was not understood, for the `missed`th time in a row, and what is possible now."""
    run = exercise.current_run(turn.session, turn.person.id)
    place = Place.of(turn, run) if run is not None else None
    if place is not None:
        turn.in_exercise = True  # "Go on" stands below: the step need not be shown as well
        _say(turn, "in_practice", missed, _in_practice(place, missed))
    elif turn.person.waiting_for:
        _say(turn, "question", missed, [_help(missed)])
        onboarding.remind_where(turn)
    else:
        _say(turn, "anything", missed, _anything(turn, missed))


def say_other_words(turn: Turn, missed: int) -> None:
    """None of the meanings: ask for it in other words. Asks, so it neither counts as missed nor ends the row."""
    run = exercise.current_run(turn.session, turn.person.id)
    buttons = [_help(missed)] if run is not None else _anything(turn, missed)
    turn.say_text(in_turn(turn, "understanding.something_else", missed), buttons=buttons)


def other_words(turn: Turn, missed: int = 0) -> None:
    """The button "In other words"; the gateway leads back to the step below."""
    turn.say("understanding.other_words")


def help_(turn: Turn, missed: int = 0) -> None:
    """The button "Help"."""
    talk.help_(turn)


def in_turn(turn: Turn, key: str, missed: int, **values: Any) -> str:
    """The variant for that place in the row, from 1 on: two in a row are never the same."""
    variants = turn.content.messages.variants(key)
    return variants[(missed - 1) % len(variants)].format(**values)


def _say(turn: Turn, where: str, missed: int, buttons: list[Button]) -> None:
    contact = turn.settings.operator_contact
    if missed < THIRD:
        text = in_turn(turn, f"understanding.lost.{where}", missed)
    elif contact:
        text = in_turn(turn, "understanding.third.contact", missed, contact=contact)
    else:
        text = in_turn(turn, "understanding.third.plain", missed)
    turn.say_text(text, buttons=buttons)


def _in_practice(place: Place, missed: int) -> list[Button]:
    return [
        place.button("skills.buttons.go_on", "here"),
        Button("understanding.buttons.other_words", "understanding.other_words", {"missed": missed}),
        place.button("skills.buttons.stop", "stop"),
    ]


def _anything(turn: Turn, missed: int) -> list[Button]:
    practise = Button("general.buttons.practise", "skills.start", {"module": "say_it_with_i"})
    resume = Button("general.buttons.resume_practice", "skills.resume")
    return [
        resume if exercise.has_kept_run(turn) else practise,
        Button("general.buttons.today", "people.today"),
        Button("general.buttons.add_someone", "network.add"),
        Button("understanding.buttons.note_contact", "network.log"),
        _help(missed),
    ]


def _help(missed: int) -> Button:
    return Button("understanding.buttons.help", "understanding.help", {"missed": missed})
