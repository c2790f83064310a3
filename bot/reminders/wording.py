"""What a reminder says. Its words show on locked screens: without the person's leave they name nobody, a button does.

Texts rotate: the variant said last for that kind is never said again at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.counselling.offers import offer_reply
from bot.counselling.tables import Assignment
from bot.network.queries import last_contact_date
from bot.network.tables import Contact
from bot.reminders.buttons import answers, first_answers, offer_answers
from bot.reminders.cadence import cadence_of, overdue
from bot.reminders.dates import day_in_words
from bot.reminders.rows import (
    ASSIGNMENT_DUE,
    OFFER,
    ONE_OFF,
    PLAN,
    assignment_of,
    contact_of,
    plan_of,
)
from bot.reminders.tables import Reminder

LONGEST = 350
"""Characters of a message that does not teach (house voice)."""
EVIDENCE_CHANCE = 0.25
MOST_NAMES = 8
"""Buttons with names under one message."""


def say_reminder(turn: Turn, reminder: Reminder) -> None:
    """Say one reminder for the first time, choosing and keeping its variant."""
    if reminder.kind in (OFFER, ASSIGNMENT_DUE):
        _say_offer(turn, reminder)
    elif turn.person.names_in_previews:
        turn.say_text(_with_evidence(turn, _named(turn, reminder)), buttons=answers(reminder), kind="reminder")
    else:
        key = {ONE_OFF: "one_off_neutral", PLAN: "plan_neutral"}.get(reminder.kind, "neutral")
        text = _variant(turn, reminder, f"reminders.nudge.{key}")
        turn.say_text(_with_evidence(turn, text), buttons=first_answers(reminder), kind="reminder")


def say_who(turn: Turn, reminder: Reminder) -> None:
    """Say it again in full, because the person asked who or what it is."""
    if reminder.kind in (OFFER, ASSIGNMENT_DUE):
        _say_offer(turn, reminder)
        return
    turn.say_text(_named(turn, reminder), buttons=answers(reminder))


def say_digest(turn: Turn, reminders: Sequence[Reminder]) -> None:
    """Say all that is above the day's cap in one message, with names only where previews may show them."""
    if turn.person.names_in_previews:
        turn.say_text(_list_of(turn, reminders, "named"), buttons=_names(turn, reminders), kind="reminder")
    else:
        args = {"reminder_ids": [reminder.id for reminder in reminders]}
        show = Button("reminders.buttons.show_all", "reminders.digest", args, once=False)
        turn.say("reminders.digest.neutral", buttons=[show], kind="reminder")


def say_opened_digest(turn: Turn, reminders: Sequence[Reminder]) -> None:
    """Name everything in a digest, one button each."""
    turn.say_text(_list_of(turn, reminders, "open"), buttons=_names(turn, reminders))


def title_of(turn: Turn, reminder: Reminder) -> str:
    """What a reminder is about, in a few words for a list."""
    texts = turn.content.messages
    assignment = assignment_of(turn.session, reminder)
    if assignment is not None:
        return texts.text(f"reminders.list.{reminder.kind}", title=module_title(turn, assignment))
    contact = contact_of(turn.session, reminder)
    if contact is None:
        return texts.text("reminders.list.plan_nobody")
    return texts.text(f"reminders.list.{reminder.kind}", name=contact.name)


def module_title(turn: Turn, assignment: Assignment) -> str:
    """The practice's title; its id where the practice is no longer kept."""
    known = assignment.module_id in turn.content.modules.ids()
    return turn.content.modules.get(assignment.module_id).title if known else assignment.module_id


def opener_for(turn: Turn, reminder: Reminder, contact: Contact | None) -> str:
    """A first sentence to edit: the one from the plan, else one that fits how long it has been."""
    plan = plan_of(turn.session, reminder)
    if plan is not None and plan.words:
        return plan.words
    if contact is None:
        return turn.words("reminders.opener.to_anyone")
    late = overdue(turn.session, turn.person, contact, turn.local_now.date())
    return turn.words(f"reminders.opener.{'after_a_while' if late else 'usual'}", name=contact.name)


def _named(turn: Turn, reminder: Reminder) -> str:
    contact = contact_of(turn.session, reminder)
    key = {ONE_OFF: "one_off_named", PLAN: "plan_named"}.get(reminder.kind, "named")
    return _variant(
        turn,
        reminder,
        f"reminders.nudge.{key if contact else 'plan_nobody'}",
        name=contact.name if contact else "",
        opener=opener_for(turn, reminder, contact),
        reason=_reason(turn, contact) if contact else "",
        day=day_in_words(turn, reminder.due_date),
    )


def _reason(turn: Turn, contact: Contact) -> str:
    last = last_contact_date(turn.session, contact.id)
    every = cadence_of(contact).ideal_days
    if last is None:
        return turn.words("reminders.reason.fresh", every=every)
    late = overdue(turn.session, turn.person, contact, turn.local_now.date())
    key = "overdue" if late else "logged"
    return turn.words(f"reminders.reason.{key}", day=day_in_words(turn, last), every=every)


def _say_offer(turn: Turn, reminder: Reminder) -> None:
    assignment = assignment_of(turn.session, reminder)
    assert assignment is not None  # firing looked
    if reminder.kind == OFFER:
        offer = offer_reply(assignment, turn.content, turn.person.locale)
        turn.say_text(offer.text, buttons=offer_answers(reminder), kind="offer")
        return
    module, due = turn.content.modules.get(assignment.module_id), assignment.due_date or reminder.due_date
    values = {"title": module.title, "minutes": module.minutes, "day": day_in_words(turn, due)}
    text = _variant(turn, reminder, "reminders.offer.due", **values)
    turn.say_text(text, buttons=offer_answers(reminder), kind="reminder")


def _variant(turn: Turn, reminder: Reminder, key: str, **values: object) -> str:
    """One variant of the key, not the one that this kind of reminder said last."""
    variants = turn.content.messages.variants(key)
    last = turn.session.scalar(
        select(Reminder.text_variant)
        .where(Reminder.person_id == turn.person.id, Reminder.kind == reminder.kind, Reminder.text_variant.is_not(None))
        .order_by(Reminder.claimed_at.desc(), Reminder.id.desc())
        .limit(1)
    )
    choices = [number for number in range(len(variants)) if number != last] or [0]
    reminder.text_variant = turn.chance.choice(choices)
    return variants[reminder.text_variant].format(**values)


def _with_evidence(turn: Turn, text: str) -> str:
    line = turn.words("reminders.evidence")
    fits = len(text) + len(line) < LONGEST
    return f"{text}\n\n{line}" if fits and turn.chance.random() < EVIDENCE_CHANCE else text


def _list_of(turn: Turn, reminders: Sequence[Reminder], key: str) -> str:
    titles = [title_of(turn, reminder) for reminder in reminders[:MOST_NAMES]]
    names = ", ".join(titles if len(titles) == len(reminders) else [*titles, "…"])
    return turn.words(f"reminders.digest.{key}", names=names)


def _names(turn: Turn, reminders: Sequence[Reminder]) -> list[Button]:
    return [
        Button(title_of(turn, reminder), "reminders.show", {"reminder_id": reminder.id}, once=False)
        for reminder in reminders[:MOST_NAMES]
    ]
