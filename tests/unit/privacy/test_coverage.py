"""No table can be forgotten by erasure or export."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table

from bot.conversation.messages import Messages
from bot.privacy.coverage import NOT_PERSONAL, person_column, unlisted
from bot.privacy.export import OMITTED, SENSITIVE, SENSITIVE_FIELDS, exported_tables
from bot.privacy.readable import heading_key
from bot.store.tables import metadata


def test_every_table_is_a_persons_or_is_listed_with_a_reason() -> None:
    assert unlisted(metadata) == []


def test_a_new_table_that_nobody_decided_about_is_found() -> None:
    new = MetaData()
    Table("diaries", new, Column("id", Integer, primary_key=True), Column("words", String))
    assert unlisted(new) == ["diaries"]


def test_every_table_of_a_person_is_exported_or_listed_with_a_reason() -> None:
    personal = {name for name, table in metadata.tables.items() if person_column(table) is not None}
    assert {table.name for table, _ in exported_tables(include_sensitive=True)} | OMITTED.keys() == personal
    assert {table.name for table, _ in exported_tables(include_sensitive=False)} == personal - {*OMITTED, *SENSITIVE}


def test_no_list_names_a_table_or_field_that_is_gone() -> None:
    assert {*NOT_PERSONAL, *OMITTED, *SENSITIVE} <= metadata.tables.keys()
    for name, fields in SENSITIVE_FIELDS.items():
        columns = {column.name.removesuffix("_sealed") for column in metadata.tables[name].columns}
        assert fields <= columns


def test_every_exported_table_has_a_heading_that_a_person_understands(messages: Messages) -> None:
    headings = [heading_key(table.name) for table, _ in exported_tables(include_sensitive=True)]
    assert [key for key in headings if not messages.has(key)] == []
