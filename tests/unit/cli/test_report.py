"""`kith report practised`: one figure in every form, under disclosure control."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.gateway.chats import open_chat
from bot.people.tables import Consent, Person
from bot.skills.tables import ExerciseRun, PracticeTurn
from tests.unit.cli.conftest import Ran, opened


def practise(people: int) -> None:
    """So many people practise now, and agree to be counted."""
    with opened() as (store, session):
        now = store.clock.now()
        for number in range(people):
            chat = open_chat(session, store.vault, "terminal", f"p{number}", now)
            person = session.get_one(Person, chat.person_id)
            session.add(
                Consent(person_id=person.id, category="programme_figures", version="1", given=True, decided_at=now)
            )
            run = ExerciseRun(
                person_id=person.id, module_id="say_it_with_i", module_version=1, started_at=now, updated_at=now
            )
            session.add(run)
            session.flush()
            session.add(
                PracticeTurn(
                    person_id=person.id, run_id=run.id, step_id="practise", written_at=now, attempt=1, words="x"
                )
            )


def test_a_small_figure_is_withheld_in_every_form(installed: Callable[..., Ran]) -> None:
    practise(3)
    for form in ("table", "csv", "html", "json"):
        ran = installed("report", "practised", "--format", form)
        assert (ran.code, ran.err) == (0, "")
        assert "withheld" in ran.out
    [line] = installed("report", "practised", "--json").json_lines()
    assert (line["people"], line["withheld"]) == (None, True)


def test_the_table_is_for_reading(installed: Callable[..., Ran]) -> None:
    practise(20)
    ran = installed("report", "practised")
    assert ran.out.startswith("People who practised, ")
    assert "all        20" in ran.out


def test_csv_has_a_header_and_a_row_a_cell(installed: Callable[..., Ran]) -> None:
    practise(20)
    [row] = csv.DictReader(io.StringIO(installed("report", "practised", "--format", "csv").out))
    assert (row["figure"], row["group"], row["people"]) == ("people_who_practised", "all", "20")


def test_html_is_a_page_of_its_own(installed: Callable[..., Ran]) -> None:
    practise(20)
    page = installed("report", "practised", "--format", "html").out
    assert page.startswith("<!doctype html>")
    assert "<td>20</td>" in page


def test_json_is_an_object_a_line_also_by_its_short_name(installed: Callable[..., Ran]) -> None:
    practise(20)
    [line] = installed("report", "practised", "--format", "json").json_lines()
    assert (line["people"], line["minimum"], line["rounded_to"]) == (20, 10, 5)
    [again] = installed("report", "practised", "--json").json_lines()
    assert again["people"] == 20


def test_a_split_has_a_line_a_group(installed: Callable[..., Ran]) -> None:
    practise(20)
    lines = installed("report", "practised", "--by", "pathway", "--json").json_lines()
    assert lines[0]["group"] == "all"
    assert {line["split_by"] for line in lines} == {"pathway"}


def test_the_week_is_that_of_any_day_in_it(installed: Callable[..., Ran]) -> None:
    [line] = installed("report", "practised", "--week", "2026-03-04", "--json").json_lines()
    assert line["period"] == "2026-W10"


def test_a_week_to_come_is_wrong_use(installed: Callable[..., Ran]) -> None:
    later = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    ran = installed("report", "practised", "--week", later)
    assert (ran.code, ran.out) == (2, "")
    assert "has not begun yet" in ran.err


def test_the_example_in_an_error_is_a_command_that_works(installed: Callable[..., Ran]) -> None:
    later = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    said = installed("report", "practised", "--week", later).err
    example = said.partition("For example: kith ")[2].split()
    assert installed(*example).code == 0


def test_the_operator_may_raise_the_minimum(installed: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    practise(20)
    monkeypatch.setenv("KITH_MINIMUM_CELL", "25")
    [line] = installed("report", "practised", "--json").json_lines()
    assert (line["people"], line["minimum"]) == (None, 25)


def test_no_form_of_a_report_names_anyone(installed: Callable[..., Ran], ana: str) -> None:
    practise(20)
    for form in ("table", "csv", "html", "json"):
        out = installed("report", "practised", "--format", form).out
        assert ana not in out
        assert "Ana" not in out
    assert json.loads(installed("report", "practised", "--json").out)
