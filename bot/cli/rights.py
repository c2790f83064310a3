"""A person's rights, for operators: export and erase."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.saying import OPERATOR, PERSON, say
from bot.cli.store import find_person, open_store
from bot.conversation.messages import Messages
from bot.errors import UsageError
from bot.people.tables import Person
from bot.privacy.erase import erase_person
from bot.privacy.export import as_json as export_as_json
from bot.privacy.export import export_person
from bot.privacy.looks import record_look
from bot.privacy.readable import readable
from bot.settings import ROOT


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(export)
    app.command()(erase)


def export(
    person: PERSON,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
    text: Annotated[bool, typer.Option("--text", help="A readable text instead of JSON.")] = False,
    sensitive: Annotated[bool, typer.Option("--sensitive", help="With crisis records, on an explicit wish.")] = False,
) -> None:
    """Write everything stored about a person. The person sees in /who_saw that this was done.

    Example: kith export 3f9a21 --out export.json
    """
    with open_store() as store, store.database.begin() as session:
        found = find_person(session, person)
        record_look(session, found.id, OPERATOR, "export", store.clock.now())
        exported = export_person(session, found, store.clock.now(), include_sensitive=sensitive)
    words = readable(exported, _messages()) if text else export_as_json(exported)
    if out is None:
        sys.stdout.write(words.rstrip() + "\n")
    else:
        _write_privately(out, words.rstrip() + "\n")
        say(f"Written to {out}, readable by you only.")


def erase(
    person: PERSON,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase everything about a person, for good, and destroy their key.

    Example: kith erase 3f9a21 --yes
    """
    with open_store() as store:
        with store.database.begin() as session:
            found_id = find_person(session, person).id
        if not yes and not _agrees(f"This cannot be undone. Erase {found_id}?"):
            raise typer.Abort
        with store.database.begin() as session:
            receipt = erase_person(session, store.vault, session.get_one(Person, found_id), store.clock.now())
    rows = sum(receipt.erased.values())
    say(f"Erased: {rows} rows and the key. Backups of keys made before are dark from {receipt.backups_dark_on}.")


def _agrees(question: str) -> bool:
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _write_privately(out: Path, words: str) -> None:
    """Into a file that never was anyone else's to read. Raises UsageError where it cannot be made."""
    try:
        out.unlink(missing_ok=True)
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(words)
    except OSError as problem:
        raise UsageError(
            f"--out cannot be written ({problem.strerror}). Name a file in a folder that exists."
        ) from None


def _messages() -> Messages:
    return Messages.load(ROOT / "skills_content" / "messages" / "en")
