"""`kith migrate`: fresh, again, from an older version, and what it refuses."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.broken import set_schema
from tests.unit.cli.conftest import Ran, opened

DONE = "The database was brought up to date.\n"
NOTHING_TO_DO = "The database is up to date.\n"


def tables(database: Path) -> set[str]:
    with sqlite3.connect(database) as connection:
        found = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
    connection.close()
    return found


def test_the_first_time_makes_key_and_databases(kith: Callable[..., Ran], home: Path) -> None:
    assert kith("migrate") == Ran(0, "", DONE)
    assert {"people", "inbox", "outbox"} <= tables(home / "kith.db")
    assert {"person_keys"} <= tables(home / "keys.db")
    assert (home / "installation.key").stat().st_mode & 0o777 == 0o600


def test_the_second_time_changes_nothing(kith: Callable[..., Ran], home: Path) -> None:
    kith("migrate")
    key = (home / "installation.key").read_text()
    assert kith("migrate") == Ran(0, "", NOTHING_TO_DO)
    assert (home / "installation.key").read_text() == key


def test_an_older_database_is_brought_up_to_date(kith: Callable[..., Ran], home: Path) -> None:
    kith("migrate")
    # As before the first migration: nothing but the table that Alembic keeps.
    with sqlite3.connect(home / "kith.db") as connection:
        for name in tables(home / "kith.db") - {"alembic_version", "sqlite_sequence"}:
            connection.execute(f"drop table {name}")
        connection.execute("delete from alembic_version")
    connection.close()
    ran = kith("people", "list")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("Run: kith migrate\n")
    assert kith("migrate") == Ran(0, "", DONE)
    assert kith("people", "list") == Ran(0, "", "")


def test_a_newer_database_is_left_alone(installed: Callable[..., Ran], home: Path) -> None:
    set_schema(home / "kith.db", "9999")
    ran = installed("migrate")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "kith: The database was made by a newer version of Kith. Run that version.\n"


def test_people_whose_keys_are_elsewhere_are_not_given_up(installed: Callable[..., Ran], home: Path, ana: str) -> None:
    for file in home.glob("keys.db*"):
        file.unlink()
    ran = installed("migrate")
    assert ran.code == 1
    assert "the key database holds no key of theirs" in ran.err
    assert "KITH_KEYS_URL=" in ran.err


def test_a_lost_key_file_is_not_made_anew(installed: Callable[..., Ran], home: Path, ana: str) -> None:
    (home / "installation.key").unlink()
    ran = installed("migrate")
    assert ran.code == 1
    assert "KITH_KEY_FILE=" in ran.err
    assert not (home / "installation.key").exists()


@pytest.mark.parametrize("command", [["people", "list"], ["migrate"], ["export", "abcdef"]], ids=" ".join)
def test_the_wrong_key_is_refused_by_every_command(
    command: list[str], installed: Callable[..., Ran], home: Path, ana: str
) -> None:
    (home / "installation.key").write_text("ab" * 32)
    ran = installed(*command)
    assert (ran.code, ran.out) == (1, "")
    assert "KITH_KEY_FILE is not the one it was made with" in ran.err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql://kith:hush@127.0.0.1:1/kith"),
        ("KITH_KEYS_URL", "postgresql://kith:hush@127.0.0.1:1/keys"),
        ("DATABASE_URL", "sqlite:////nowhere/kith.db"),
        ("KITH_KEYS_URL", "sqlite:////nowhere/keys.db"),
    ],
)
def test_a_database_that_cannot_be_opened_is_named(
    name: str, value: str, kith: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    ran = kith("migrate")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kith: {name} is wrong: the database cannot be opened (")
    assert "hush" not in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("key_file", ["/dev/null/key", "/proc/kith/key"])
def test_a_key_file_that_cannot_be_made_is_named(
    key_file: str, kith: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_KEY_FILE", key_file)
    ran = kith("migrate")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"kith: KITH_KEY_FILE is wrong: {key_file} cannot be used (")


def test_what_was_stored_is_still_there_afterwards(installed: Callable[..., Ran], ana: str) -> None:
    installed("migrate")
    assert ana in installed("people", "list").out
    with opened() as (store, _):
        assert ana in store.vault.living()
