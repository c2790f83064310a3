"""`kith export` and `kith erase`: a person's rights, for operators."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.people.tables import Person
from bot.privacy.tables import Look
from tests.unit.cli.conftest import Ran, opened


def people() -> list[str]:
    with opened() as (_, session):
        return list(session.scalars(select(Person.id)))


def test_an_export_is_one_json_document_on_standard_output(installed: Callable[..., Ran], ana: str) -> None:
    ran = installed("export", ana[:6])
    assert (ran.code, ran.err) == (0, "")
    exported = json.loads(ran.out)
    assert exported["format"] == "kith-export"
    assert exported["tables"]["people"][0]["name"] == "Ana Quince"


def test_an_export_as_text_is_readable(installed: Callable[..., Ran], ana: str) -> None:
    ran = installed("export", ana, "--text")
    assert ran.code == 0
    assert "Ana Quince" in ran.out
    assert not ran.out.startswith("{")


def test_an_export_to_a_file_is_for_its_owner_only(installed: Callable[..., Ran], ana: str, tmp_path: Path) -> None:
    out = tmp_path / "export.json"
    out.write_text("older")
    out.chmod(0o644)
    ran = installed("export", ana, "--out", str(out))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Written to {out}, readable by you only.\n"
    assert json.loads(out.read_text())["format"] == "kith-export"
    assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("out", ["missing/folder/export.json", "."])
def test_a_file_that_cannot_be_written_is_wrong_use(
    out: str, installed: Callable[..., Ran], ana: str, tmp_path: Path
) -> None:
    ran = installed("export", ana, "--out", str(tmp_path / out))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("kith: --out cannot be written (")


def test_sensitive_records_come_only_on_request(installed: Callable[..., Ran], ana: str) -> None:
    assert "safety_events" not in json.loads(installed("export", ana).out)["tables"]
    assert "safety_events" in json.loads(installed("export", ana, "--sensitive").out)["tables"]


def test_every_export_is_a_look_that_the_person_can_see(installed: Callable[..., Ran], ana: str) -> None:
    installed("export", ana)
    with opened() as (_, session):
        look = session.scalars(select(Look)).one()
        assert (look.person_id, look.who, look.what) == (ana, "operator", "export")


def test_an_erasure_takes_the_person_and_the_key(installed: Callable[..., Ran], ana: str) -> None:
    ran = installed("erase", ana[:6], "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Erased: ")
    assert people() == []
    with opened() as (store, _):
        assert ana not in store.vault.living()
    assert installed("erase", ana, "--yes").code == 2


@pytest.mark.parametrize("answer", ["n\n", "\n", ""], ids=["no", "nothing", "end"])
def test_nothing_is_erased_without_a_yes(
    answer: str, installed: Callable[..., Ran], ana: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    ran = installed("erase", ana)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.rstrip().endswith("kith: Stopped; nothing was done.")
    assert people() == [ana]


def test_a_yes_erases(installed: Callable[..., Ran], ana: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    ran = installed("erase", ana)
    assert (ran.code, ran.out) == (0, "")
    assert f"Erase {ana}?" in ran.err
    assert people() == []


def test_nobody_is_asked_about_someone_who_is_not_there(installed: Callable[..., Ran]) -> None:
    ran = installed("erase", "abcdef")
    assert ran.code == 2
    assert "cannot be undone" not in ran.err
