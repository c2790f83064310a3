"""Which tables hold something of a person, so that erasure and export can never forget a new one."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, MetaData, Table

PEOPLE = "people"
CHATS = "chats"

NOT_PERSONAL = {
    "released_figures": "counts of at least ten people; who they were stands in figure_members",
    "erasures": "the engine's opaque sender ids of conversations that it still has to forget",
    "keys_to_destroy": "the mark that a key must be destroyed; the only thing left, removed with the key",
}
"""Tables that erasure leaves alone, each with the reason."""


def person_column(table: Table) -> Column[str] | None:
    """The column that says whose row it is, or None where no row is a person's."""
    if table.name in NOT_PERSONAL:
        return None
    return table.c.get("id" if table.name == PEOPLE else "person_id")


def rows_of(table: Table, person_id: str) -> ColumnElement[bool] | None:
    """The condition that picks a person's rows, or None where the table has none."""
    column = person_column(table)
    return None if column is None else column == person_id


def chat_columns(table: Table) -> list[Column[int]]:
    """The columns by which the table's rows hang on a chat."""
    return [column for column in table.c if any(key.column.table.name == CHATS for key in column.foreign_keys)]


def unlisted(metadata: MetaData) -> list[str]:
    """Names of tables for which nobody decided: neither a person's nor listed above as not personal."""
    return sorted(
        name for name, table in metadata.tables.items() if name not in NOT_PERSONAL and person_column(table) is None
    )
