"""/contact add|list|show|edit|end NAME [ring=1|2|3] [relation=R] [every=Nd|Nw|never] [max=Nd], and its taps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import UsageError
from bot.network import queries
from bot.network.adding import add_one, ask_name, say_contact_rhythm
from bot.network.contacts import LONGEST_NAME, Changes, clean_name, edit_contact, find_contacts, set_standing
from bot.network.grammar import Misused, Written, read_command, read_interval, read_relation, read_ring
from bot.network.reporting import MOST_CHOICES, coming_up
from bot.network.show import list_people
from bot.network.tables import Contact
from bot.network.wording import day_words, named_apart, rhythm_of

KEYS = ("ring", "relation", "every", "max")
EDIT_KEYS = (*KEYS, "name")


def contact(turn: Turn, argument: str) -> None:
    """Serve the command; a misuse is answered with how it is written."""
    verb, _, rest = argument.strip().partition(" ")
    serve = _VERBS.get(verb.lower() or "list")
    try:
        if serve is None:
            raise Misused("network.grammar.contact")
        serve(turn, rest)
    except Misused as problem:
        turn.say(problem.key, **problem.values)


def _add(turn: Turn, argument: str) -> None:
    written = read_command(argument, KEYS)
    if written.words:
        add_one(turn, written.words, _changes(written))
    else:
        ask_name(turn, _changes(written))


def _list(turn: Turn, argument: str) -> None:
    list_people(turn)


def _show(turn: Turn, argument: str) -> None:
    _with_one(turn, read_command(argument, ()).words, "network.show", {})


def _edit(turn: Turn, argument: str) -> None:
    written = read_command(argument, EDIT_KEYS)
    if not written.values:
        raise Misused("network.grammar.nothing_to_edit", known=", ".join(EDIT_KEYS))
    _with_one(turn, written.words, "network.edit", {"fields": asdict(_changes(written))})


def _end(turn: Turn, argument: str) -> None:
    _with_one(turn, read_command(argument, ()).words, "network.end", {})


_VERBS: dict[str, Callable[[Turn, str], None]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "edit": _edit,
    "end": _end,
}


def show(turn: Turn, contact: str) -> None:
    """One person: what they are, how often, when last and when next."""
    known = _open(turn, contact)
    if known is None:
        return
    parts = [turn.words(f"network.relations.{known.relation}")] if known.relation else []
    parts += [turn.words(f"network.rings.{known.ring}"), rhythm_of(turn, known)]
    words = [f"{known.name}: {', '.join(parts)}.", _last_time(turn, known), *coming_up(turn, [known])]
    if known.standing == "paused":
        words.append(turn.words("network.paused"))
    args = {"contact": known.id}
    rest = ("pause", "network.pause") if known.standing == "open" else ("bring_back", "network.reopen")
    turn.say_text(
        " ".join(words),
        buttons=[
            Button("network.buttons.in_touch", "network.with_contact", args),
            Button(f"network.buttons.{rest[0]}", rest[1], args),
            Button("network.buttons.end", "network.end", args),
        ],
    )


def edit(turn: Turn, contact: str, fields: dict[str, Any]) -> None:
    """Change one person's entry."""
    known = _open(turn, contact)
    if known is not None:
        edit_contact(turn.session, turn.person, known, Changes(**fields), turn.now)
        say_contact_rhythm(turn, "network.edit.done", known)


def end(turn: Turn, contact: str) -> None:
    """Take somebody off the list; what was shared stays, and the step can be taken back."""
    _stand(turn, contact, "ended", "network.ended", "network.buttons.bring_back")


def pause(turn: Turn, contact: str) -> None:
    """Leave somebody in peace until brought back."""
    _stand(turn, contact, "paused", "network.now_paused", "network.buttons.bring_back")


def reopen(turn: Turn, contact: str) -> None:
    """Bring somebody back who was paused or ended."""
    _close_question(turn)
    known = turn.session.get(Contact, contact)
    if known is None:
        turn.say("network.gone")
        return
    set_standing(turn.session, turn.person, known, "open", turn.now)
    say_contact_rhythm(turn, "network.reopened", known)


def _stand(turn: Turn, contact: str, standing: str, key: str, way_back: str) -> None:
    _close_question(turn)
    known = _open(turn, contact)
    if known is not None:
        set_standing(turn.session, turn.person, known, standing, turn.now)
        turn.say(key, name=known.name, buttons=[Button(way_back, "network.reopen", {"contact": known.id})])


def _close_question(turn: Turn) -> None:
    """The card's buttons answer "what should change?" as well; a question of another kind stays open."""
    if turn.person.waiting_for and turn.person.waiting_for["flow"] == "network.edit_what":
        turn.stop_waiting()


def _open(turn: Turn, contact: str) -> Contact | None:
    """The contact behind a button, or None with a word to the person where it is gone."""
    known = turn.session.get(Contact, contact)
    if known is None or known.standing not in ("open", "paused"):
        turn.say("network.gone")
        return None
    return known


def _with_one(turn: Turn, name: str, do: str, args: dict[str, Any]) -> None:
    """Do something with the one person of that name; with several, ask by buttons which. Raises Misused for nobody."""
    if not name:
        raise Misused("network.grammar.name_missing")
    found = find_contacts(turn.session, turn.person.id, name)
    if not found:
        raise Misused("network.grammar.nobody", name=name[:LONGEST_NAME])
    if len(found) == 1:
        _TAPS[do](turn, contact=found[0].id, **args)
        return
    choices = [Button(named_apart(turn, one), do, {"contact": one.id, **args}) for one in found[:MOST_CHOICES]]
    turn.say("network.which", name=name, buttons=choices)


_TAPS: dict[str, Callable[..., None]] = {"network.show": show, "network.edit": edit, "network.end": end}


def _last_time(turn: Turn, contact: Contact) -> str:
    last = queries.last_contact_date(turn.session, contact.id)
    return turn.words("network.last", day=day_words(turn, last)) if last else turn.words("network.no_last")


def _changes(written: Written) -> Changes:
    """The values of a command as changes. Raises Misused."""
    given = written.values
    return Changes(
        name=_name(given["name"]) if "name" in given else None,
        relation=read_relation(given["relation"]) if "relation" in given else None,
        ring=read_ring(given["ring"]) if "ring" in given else None,
        ideal_days=read_interval(given["every"]) if "every" in given else None,
        max_days=read_interval(given["max"]) if "max" in given else None,
    )


def _name(text: str) -> str:
    try:
        return clean_name(text)
    except UsageError:
        raise Misused("network.add.too_long", most=LONGEST_NAME) from None
