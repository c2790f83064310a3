"""The questions of a plan as a person meets them, with their buttons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from babel.dates import format_date
from sqlalchemy import select

from bot.conversation.reply import Button
from bot.network import contacts
from bot.network.tables import Contact
from bot.skills import days
from bot.skills.format import PlanStep
from bot.skills.place import Place
from bot.skills.quoting import quoted
from bot.skills.steps.kind import View

OFFERED_PEOPLE = 5
LONGEST_OWN_SENTENCE = 200
LONGEST_SHOWN = 160


def who(place: Place, step: PlanStep) -> View:
    """Who it is for: known people as buttons, or a typed name."""
    known = contacts.list_contacts(place.turn.session, place.turn.person.id)
    open_ones = [contact for contact in known if contact.standing == "open"]
    ask = place.words("plan.who_known" if open_ones else "plan.who")
    buttons = [*people(place, open_ones[:OFFERED_PEOPLE]), place.button("skills.buttons.skip_plan", "skip")]
    return View(f"{step.text}\n\n{ask}", buttons, ask)


def people(place: Place, known: Sequence[Contact]) -> list[Button]:
    """A button for each person; two of the same name are told apart by how they are related."""
    names = [contact.name or "" for contact in known]
    titles = [
        f"{contact.name} ({contact.relation})" if names.count(contact.name or "") > 1 and contact.relation else name
        for contact, name in zip(known, names, strict=True)
    ]
    return [
        place.button(title, "plan_who", at="who", contact=contact.id)
        for title, contact in zip(titles, known, strict=True)
    ]


def is_closed(place: Place, name: str) -> bool:
    """Whether the person told that contact with someone of that name ended, is unsafe or not allowed."""
    closed = Contact.standing.not_in(contacts.SHOWN_STANDINGS)
    mine = place.turn.session.scalars(select(Contact).where(Contact.person_id == place.turn.person.id, closed))
    return any((contact.name or "").casefold() == name.casefold() for contact in mine)


def add(place: Place) -> View:
    """Whether to keep a new name among the person's people."""
    ask = place.words("plan.add", name=quoted(place.kept["name"]))
    yes = place.button("skills.buttons.add_them", "plan_add", at="add", wanted=True)
    return View(ask, [yes, place.button("skills.buttons.just_once", "plan_add", at="add", wanted=False)], ask)


def when(place: Place) -> View:
    """On which day."""
    today = place.turn.local_now.date()
    offered = {
        "skills.buttons.today": today,
        "skills.buttons.tomorrow": today + timedelta(days=1),
        "skills.buttons.weekend": days.weekend(today + timedelta(days=2)),
    }
    buttons = [place.button(title, "plan_when", at="when", day=day.isoformat()) for title, day in offered.items()]
    ask = place.words("plan.when", name=quoted(place.kept["name"]))
    return View(ask, buttons, ask)


def first_words(place: Place, step: PlanStep) -> View:
    """The first sentence: the one from the practice is offered, if it fits in a breath."""
    own, skip = own_sentence(place, step), place.button("skills.buttons.skip_plan", "skip")
    name = quoted(place.kept["name"])
    if own is None:
        ask = place.words("plan.words", name=name)
        return View(ask, [skip], ask)
    ask = place.words("plan.words_or_own", name=name, own=quoted(own, LONGEST_SHOWN))
    return View(ask, [place.button("skills.buttons.use_it", "plan_words", at="words"), skip], ask)


def own_sentence(place: Place, step: PlanStep) -> str | None:
    """What the person wrote in the practice, if nothing in it had to go and it is short enough to say."""
    best: str | None = place.kept_at(step.from_step).get("best") if step.from_step else None
    return best if best and len(best) <= LONGEST_OWN_SENTENCE else None


def done(place: Place) -> View:
    """The plan in one breath."""
    kept = place.kept
    told = place.words(
        "plan.done" if kept["reminded"] else "plan.done_unreminded",
        name=quoted(kept["name"]),
        day=day_in_words(date.fromisoformat(kept["on"]), place.turn.person.locale),
        words=quoted(kept["words"], LONGEST_SHOWN),
    )
    return View(
        told,
        [place.button("skills.buttons.next", "next"), place.button("skills.buttons.change_plan", "plan_anew")],
        told,
    )


def day_in_words(day: date, locale: str) -> str:
    """ "Saturday, 7 March"."""
    return format_date(day, "EEEE, d MMMM", locale=locale)
