"""Commands about people: list, pause, assign."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.app import load_content
from bot.cli.saying import OPERATOR, PERSON, as_date, say
from bot.cli.store import find_person, open_store
from bot.counselling import assignments
from bot.gateway.tables import Chat
from bot.people.tables import Person

people = typer.Typer(help="List and pause people.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.add_typer(people, name="people")
    app.command()(assign)


@people.command(name="list")
def list_people(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List people by id, with channel and state. No names: those are the person's own.

    Example: kith people list --json
    """
    with open_store() as store, store.database.begin() as session:
        for person in session.scalars(select(Person).order_by(Person.created_at)):
            shown = _shown(session, person)
            print(json.dumps(shown) if as_json else "  ".join(str(value) for value in shown.values()))


@people.command()
def pause(
    person: PERSON,
    resume: Annotated[bool, typer.Option("--resume", help="End the pause.")] = False,
) -> None:
    """Pause a person's reminders, or end the pause.

    Example: kith people pause 3f9a21 --resume
    """
    with open_store() as store, store.database.begin() as session:
        found = find_person(session, person)
        found.paused_at = None if resume else found.paused_at or store.clock.now()
        found.paused_until = None
    say("Reminders run again." if resume else "Reminders are paused.")


def assign(
    module: Annotated[str, typer.Argument(help="A module's id, such as say_it_with_i.")],
    person: PERSON,
    due: Annotated[str | None, typer.Option(help="By when, as YYYY-MM-DD, on the person's own calendar.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why; the person reads it.")] = None,
    by: Annotated[str, typer.Option(help="Who assigns it; the person reads it.")] = OPERATOR,
) -> None:
    """Ask a person to practise a module: Kith offers it with its reason, and reminds before it is due.

    Example: kith assign say_it_with_i 3f9a21 --due 2026-12-01 --reason "For the talk with your brother"
    """
    content = load_content()
    with open_store() as store, store.database.begin() as session:
        made = assignments.assign(
            session,
            find_person(session, person),
            module,
            due=as_date(due, "--due") if due else None,
            reason=reason,
            assigned_by=by,
            now=store.clock.now(),
            content=content,
        )
        say(f"Assigned (number {made.id}). Kith offers it at the next hour that suits the person.")


def _shown(session: Session, person: Person) -> dict[str, str]:
    channels = session.scalars(select(func.distinct(Chat.channel)).where(Chat.person_id == person.id)).all()
    return {
        "id": person.id,
        "since": person.created_at.date().isoformat(),
        "channels": "+".join(sorted(channels)) or "none",
        "state": _state(person),
    }


def _state(person: Person) -> str:
    if person.age_band == "minor":
        return "too young"
    if person.unreachable_since:
        return "unreachable"
    if person.paused_at:
        return "paused"
    return "onboarding" if person.onboarding_step else "active"
