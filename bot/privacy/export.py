"""Everything Kith keeps of a person, as data. Sensitive records come only where asked for: a partner may be reading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from bot.gateway.tables import ButtonToken, InboxRow, OutboxRow
from bot.people.tables import Person
from bot.privacy.coverage import PEOPLE, rows_of
from bot.safety.tables import SafetyEvent
from bot.store.base import Base
from bot.store.tables import metadata

FORMAT = "kith-export"
FORMAT_VERSION = 1

SENSITIVE = {"safety_events": "what Kith noticed in hard moments: comes only on a second, explicit wish"}
"""Tables that a default export leaves out."""
SENSITIVE_FIELDS = {PEOPLE: {"held_until", "waiting_for"}, "contacts": {"standing"}}
"""Fields that would show the same: a hold follows a crisis, a question may belong to one, a contact may be unsafe."""
OMITTED = {"button_tokens": "what each button does, for the machine; the buttons' words stand with the messages"}
"""Tables of a person's that no export holds, each with the reason."""


def export_person(session: Session, person: Person, now: datetime, include_sensitive: bool = False) -> dict[str, Any]:
    """Everything kept of the person, by table, in plain JSON types; times are ISO 8601 in UTC.

    Messages that belong to a crisis are left out with the sensitive tables. Raises KeyDestroyed after an erasure.
    """
    session.flush()
    view = _View(session, person.id, include_sensitive)
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "made_at": now.isoformat(),
        "with_sensitive_records": include_sensitive,
        "left_out": OMITTED if include_sensitive else OMITTED | SENSITIVE,
        "tables": {table.name: view.rows(table, kind) for table, kind in exported_tables(include_sensitive)},
    }


def as_json(export: dict[str, Any]) -> str:
    """The export as a JSON file's text."""
    return json.dumps(export, ensure_ascii=False, indent=2) + "\n"


def exported_tables(include_sensitive: bool) -> Iterator[tuple[Table, type[Base]]]:
    """The tables that an export holds, with their classes: all that have a person's rows, less the listed ones."""
    left_out = OMITTED.keys() if include_sensitive else OMITTED.keys() | SENSITIVE.keys()
    kinds = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    for table in metadata.sorted_tables:
        if table.name not in left_out and rows_of(table, "") is not None:
            yield table, kinds[table.name]


class _View:
    """One person's rows as plain data, with or without what is sensitive."""

    def __init__(self, session: Session, person_id: str, include_sensitive: bool) -> None:
        self._session = session
        self._person_id = person_id
        self._all = include_sensitive
        self._private_inbox = set() if include_sensitive else self._inbox_of_crises()
        self._titles = self._button_titles()

    def rows(self, table: Table, kind: type[Base]) -> list[dict[str, Any]]:
        condition = rows_of(table, self._person_id)
        assert condition is not None
        rows = self._session.scalars(select(kind).where(condition).order_by(*table.primary_key)).all()
        return [self._plain(row, table) for row in rows if not self._is_private(row)]

    def _plain(self, row: Base, table: Table) -> dict[str, Any]:
        hidden = set() if self._all else SENSITIVE_FIELDS.get(table.name, set())
        names = [*getattr(row, "sealed_fields", {}), *(c.name for c in table.c if not c.name.endswith("_sealed"))]
        plain = {name: _json(getattr(row, name)) for name in names if name not in hidden}
        if isinstance(row, OutboxRow):
            plain["body"] = _as_seen(plain["body"])
        if isinstance(row, InboxRow) and row.kind == "tap":
            plain["body"] = self._titles.get(plain["body"])
        return plain

    def _is_private(self, row: Base) -> bool:
        if isinstance(row, OutboxRow):
            return not self._all and (row.kind == "crisis" or row.inbox_id in self._private_inbox)
        return isinstance(row, InboxRow) and row.id in self._private_inbox

    def _inbox_of_crises(self) -> set[int | None]:
        noticed = select(SafetyEvent.inbox_id).where(SafetyEvent.person_id == self._person_id)
        answered = select(OutboxRow.inbox_id).where(OutboxRow.person_id == self._person_id, OutboxRow.kind == "crisis")
        return {*self._session.scalars(noticed), *self._session.scalars(answered)} - {None}

    def _button_titles(self) -> dict[str, str]:
        tokens = self._session.scalars(select(ButtonToken).where(ButtonToken.person_id == self._person_id))
        return {token.token: token.payload["title"] for token in tokens if token.payload}


def _as_seen(body: dict[str, Any]) -> dict[str, Any]:
    # Files sent earlier are named only: an export would else hold every export before it.
    titles = [button["title"] for line in body.get("buttons") or [] for button in line]
    picture, document = body.get("picture"), body.get("document")
    return {
        "text": body["text"],
        "buttons": titles,
        "picture": picture["alt"] if picture else None,
        "document": document["filename"] if document else None,
    }


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
