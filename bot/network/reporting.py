"""From a draft to a kept connection: settle who it was, ask at most one thing at a time, save, say what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import queries
from bot.network.connections import log_connection, take_back
from bot.network.contacts import add_contact, find_contacts, list_contacts
from bot.network.drafts import Draft, Party
from bot.network.tables import Connection, Contact
from bot.network.wording import day_words, details, distinct_names, named_apart, names_words, summary
from bot.reminders.planning import replan_contact
from bot.skills.runs import current_run

MOST_CHOICES = 3
MOST_DAYS_NAMED = 2
FEELINGS = (5, 4, 3, 2, 1)


def propose(turn: Turn, draft: Draft) -> None:
    """Ask whatever is still open about a draft: who it was, which of two, or whether it is right so."""
    draft = settled(turn, draft)
    unsure = next((party for party in draft.parties if not (party.contact_id or party.new)), None)
    if unsure is None and draft.parties:
        ask_right(turn, draft)
    elif unsure is None or unsure.vague:
        ask_who(turn, draft)
    else:
        ask_which(turn, draft, unsure)


def settled(turn: Turn, draft: Draft) -> Draft:
    """The draft with everybody matched who can be: the one of that name, or somebody new."""
    return replace(draft, parties=tuple(_settled(turn, party) for party in draft.parties))


def _settled(turn: Turn, party: Party) -> Party:
    if party.contact_id or party.new:
        return party
    matching = candidates(turn, party)
    if not matching:
        return party if party.vague else replace(party, new=True)
    # "my friend Anna" where Anna is family may be another Anna.
    certain = party.relation is None or matching[0].relation in (None, party.relation)
    return replace(party, contact_id=matching[0].id) if certain and len(matching) == 1 else party


def candidates(turn: Turn, party: Party) -> list[Contact]:
    """Everybody who may be meant; only those of the relation that was said, where there are any."""
    matching = find_contacts(turn.session, turn.person.id, party.typed)
    return [contact for contact in matching if party.relation and contact.relation == party.relation] or matching


def names_of(turn: Turn, draft: Draft) -> list[str]:
    """Everybody in a draft under the names that will be kept."""
    return [_name(turn, party) for party in draft.parties]


def _name(turn: Turn, party: Party) -> str:
    contact = turn.session.get(Contact, party.contact_id) if party.contact_id else None
    return (contact.name if contact else None) or as_label(party.typed)


def as_label(typed: str) -> str:
    """A typed name as it is kept: with a capital, otherwise untouched."""
    return typed[:1].upper() + typed[1:]


def ask_right(turn: Turn, draft: Draft) -> None:
    """Show what was heard and ask whether it is right, or whether it is not the same contact told twice."""
    names = names_of(turn, draft)
    known = [party.contact_id for party in draft.parties if party.contact_id]
    twice = bool(known) and not draft.replaces and bool(queries.connections_on(turn.session, known, draft.happened_on))
    more = details(turn, names, draft)
    fresh = [as_label(party.typed) for party in draft.parties if party.new]
    if fresh:
        more.append(turn.words("network.log.new_one", who=names_words(turn, fresh)))
    turn.wait_for("network.confirm", draft=draft.as_args(), twice=twice)
    turn.say(
        "network.log.twice" if twice else "network.log.right",
        heard=" ".join([f"{summary(turn, names, draft)}.", *more]),
        who=names_words(turn, names),
        buttons=confirm_buttons(draft, twice),
    )


def confirm_buttons(draft: Draft, twice: bool) -> list[Button]:
    """Yes, change, not now; or for a second contact on one day: another one, the same, change."""
    args = {"draft": draft.as_args()}
    if twice:
        return [
            Button("network.buttons.another", "network.confirm", args),
            Button("network.buttons.same_one", "network.same_one", args),
            Button("network.buttons.change", "network.change", args),
        ]
    return [
        Button("network.buttons.yes", "network.confirm", args),
        Button("network.buttons.change", "network.change", args),
        Button("network.buttons.not_now", "network.drop", args),
    ]


def ask_who(turn: Turn, draft: Draft) -> None:
    """Ask for a name, offering the people who were added last."""
    people = sorted(list_contacts(turn.session, turn.person.id), key=lambda contact: contact.created_at)
    args, names = draft.as_args(), distinct_names(turn, people)
    known = [
        Button(names[contact.id], "network.with", {"draft": args, "contact": contact.id})
        for contact in people[: -MOST_CHOICES - 1 : -1]
    ]
    turn.wait_for("network.who", draft=args)
    turn.say("network.log.who", buttons=[*known, Button("network.buttons.not_now", "network.drop", {"draft": args})])


def ask_which(turn: Turn, draft: Draft, party: Party) -> None:
    """Ask which of several people of one name it was, or whether the one is the same."""
    args = draft.as_args()
    matching = candidates(turn, party)[:MOST_CHOICES]
    place = draft.parties.index(party)
    choices = [
        Button(named_apart(turn, contact), "network.which", {"draft": args, "place": place, "contact": contact.id})
        for contact in matching
    ]
    someone_new = Button(
        "network.buttons.someone_new", "network.which", {"draft": args, "place": place, "contact": None}
    )
    turn.wait_for("network.which", draft=args, place=place)
    key = "network.log.same" if len(matching) == 1 else "network.log.which"
    turn.say(key, name=as_label(party.typed), buttons=[*choices, someone_new])


def save(turn: Turn, draft: Draft) -> None:
    """Keep a settled draft, adding whoever is new; says when those people come up again and asks how it felt."""
    turn.stop_waiting()
    if turn.session.get(Connection, draft.id) is not None:
        turn.say("network.log.already")
        return
    contacts, connection = keep(turn, draft)
    _say_saved(turn, contacts, connection, ask=draft.former is None)
    take_up_former(turn, draft)


def keep(turn: Turn, draft: Draft) -> tuple[list[Contact], Connection]:
    """Log a settled draft in place of what it corrects, adding whoever is new. Says nothing."""
    contacts = [_contact(turn, party) for party in draft.parties]
    connection = log_connection(
        turn.session,
        turn.person,
        contacts,
        on=draft.happened_on,
        at=draft.happened_at,
        now=turn.now,
        channel=draft.channel,
        minutes=draft.minutes,
        started_by=draft.started_by,
        support_received=draft.support_received,
        support_given=draft.support_given,
        feeling=draft.feeling,
        source=draft.source,
        connection_id=draft.id,
    )
    replaced = turn.session.get(Connection, draft.replaces) if draft.replaces else None
    if replaced is not None:
        take_back(turn.session, turn.person, replaced, turn.now)
    return contacts, connection


def take_up_former(turn: Turn, draft: Draft) -> None:
    """Ask again about the draft that this one came in between."""
    if draft.former:
        propose(turn, Draft.from_args(draft.former))


def _contact(turn: Turn, party: Party) -> Contact:
    contact = turn.session.get(Contact, party.contact_id) if party.contact_id else None
    if contact is not None:
        return contact
    return add_contact(turn.session, turn.person, as_label(party.typed), now=turn.now, relation=party.relation)


def _say_saved(turn: Turn, contacts: list[Contact], connection: Connection, *, ask: bool) -> None:
    words = [turn.words("network.log.saved"), *coming_up(turn, contacts)]
    buttons = []
    if ask and connection.feeling is None:
        words.append(turn.words("network.felt.ask"))
        if current_run(turn.session, turn.person.id) is None:  # in a practice, what is typed belongs to the practice
            turn.wait_for("network.felt", connection=connection.id)
        buttons = [
            Button(f"network.felt.{felt}", "network.felt", {"connection": connection.id, "felt": felt})
            for felt in FEELINGS
        ]
    turn.say_text(" ".join(words), buttons=buttons)


def coming_up(turn: Turn, contacts: list[Contact]) -> list[str]:
    """When each contact will be brought up again, a sentence for each date; nothing for those without reminders."""
    names_by_day: dict[date, list[str]] = {}
    for contact in contacts:
        reminder = replan_contact(turn.session, turn.person, contact, turn.now)
        if reminder is not None:
            day = reminder.planned_at.astimezone(turn.zone).date()
            names_by_day.setdefault(day, []).append(contact.name or "")
    return [_again(turn, names, day) for day, names in list(names_by_day.items())[:MOST_DAYS_NAMED]]


def _again(turn: Turn, names: list[str], day: date) -> str:
    who, ahead = names_words(turn, names), (day - turn.local_now.date()).days
    if ahead <= 1:
        return turn.words("network.log.again_today" if ahead <= 0 else "network.log.again_tomorrow", who=who)
    return turn.words("network.log.again", who=who, day=day_words(turn, day))
