"""One thing for today, with its reason: an open practice, a suggestion, someone who is due, else a practice."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.counselling import offers
from bot.counselling.assignments import open_assignments
from bot.network.contacts import list_contacts
from bot.network.report_taps import with_contact
from bot.network.tables import Contact
from bot.people.age import is_minor, meet_younger_person
from bot.reminders.cadence import last_touch, next_due
from bot.reminders.calendar import local_date
from bot.skills.runs import current_run, kept_run

FIRST_PRACTICE = "say_it_with_i"


def today(turn: Turn, argument: str = "") -> None:
    """`/today`, and the wish for something to do."""
    if is_minor(turn.person):
        meet_younger_person(turn)
    else:
        offer_one_thing(turn)


def offer_one_thing(turn: Turn) -> None:
    """Offer the nearest thing; one, not a list."""
    title = _open_practice(turn)
    assigned = open_assignments(turn.session, turn.person.id)
    due = None if turn.person.paused_at else longest_due(turn)
    if title is not None:
        resume = Button("general.buttons.resume", "skills.resume")
        turn.say("general.today.open_practice", title=title, buttons=[resume, _not_today()])
    elif assigned:
        offers.offer(turn, assigned[0])
    elif due is not None:
        _offer_contact(turn, due)
    else:
        _offer_practice(turn)


def longest_due(turn: Turn) -> Contact | None:
    """The contact whose day came first, inner ring before outer; None where nobody is due yet."""
    today = local_date(turn.now, turn.zone)
    due = [
        (day, contact.ring, contact.id, contact)
        for contact in list_contacts(turn.session, turn.person.id)
        if (day := next_due(turn.session, turn.person, contact)) is not None and day <= today
    ]
    return min(due)[3] if due else None


def talked(turn: Turn, contact: str) -> None:
    """They were in touch: ask how it was, and keep it."""
    if is_minor(turn.person):
        meet_younger_person(turn)
    else:
        with_contact(turn, contact)


def _open_practice(turn: Turn) -> str | None:
    """The title of a practice that is going on or was stopped, or None."""
    library = turn.content.modules
    run = current_run(turn.session, turn.person.id) or kept_run(turn.session, turn.person.id, library)
    module = library.version(run.module_id, run.module_version) if run is not None else None
    return None if module is None else module.title


def _offer_contact(turn: Turn, contact: Contact) -> None:
    days = (local_date(turn.now, turn.zone) - last_touch(turn.session, turn.person, contact)).days
    button = Button("general.buttons.we_talked", "people.talked", {"contact": contact.id})
    turn.say("general.today.due", name=contact.name, days=days, buttons=[button, _not_today()])


def _offer_practice(turn: Turn) -> None:
    module = turn.content.modules.get(FIRST_PRACTICE)
    buttons = [Button("general.buttons.practise", "skills.start", {"module": FIRST_PRACTICE}), _not_today()]
    if current_run(turn.session, turn.person.id) is None:
        turn.wait_for("people.one_offer", do="skills.start")  # a typed yes means the practice
    turn.say("general.today.practice", title=module.title, minutes=module.minutes, buttons=buttons)


def _not_today() -> Button:
    return Button("general.buttons.not_today", "people.not_now")
