"""`kith assign`: a practice for a person, with what can be wrong about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.counselling.tables import Assignment
from bot.people.tables import Person
from tests.unit.cli.conftest import Ran, opened

MODULE = "say_it_with_i"


def in_days(days: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=days)).isoformat()


def assignments() -> list[Assignment]:
    with opened() as (_, session):
        rows = list(session.scalars(select(Assignment)))
        for row in rows:
            _ = row.reason
            session.expunge(row)
        return rows


def test_an_assignment_is_kept_and_said_on_standard_error(installed: Callable[..., Ran], ana: str) -> None:
    due = in_days(10)
    ran = installed("assign", MODULE, ana[:8], "--due", due)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Assigned (number 1). Kith offers it at the next hour that suits the person.\n"
    [row] = assignments()
    assert (row.person_id, row.module_id, row.state) == (ana, MODULE, "assigned")
    assert (row.due_date, row.assigned_by) == (date.fromisoformat(due), "operator")


def test_reason_and_name_go_along(installed: Callable[..., Ran], ana: str) -> None:
    installed("assign", MODULE, ana, "--reason", "For the talk with your brother", "--by", "Dr Lee")
    with opened() as (_, session):
        row = session.scalars(select(Assignment)).one()
        assert (row.reason, row.assigned_by, row.due_date) == ("For the talk with your brother", "Dr Lee", None)


WRONG = {
    "an unknown module": (["nosuch_module"], MODULE),
    "a past date": ([MODULE, "--due", "2020-01-01"], "2020-01-01"),
    "no date at all": ([MODULE, "--due", "soon"], "--due takes a date as YYYY-MM-DD"),
    "a date that is none": ([MODULE, "--due", "2027-02-30"], "--due takes a date as YYYY-MM-DD"),
    "a reason too long": ([MODULE, "--reason", "x" * 301], "300"),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_is_wrong_is_said_in_a_sentence_and_nothing_is_kept(
    case: str, installed: Callable[..., Ran], ana: str
) -> None:
    (module, *options), said = WRONG[case]
    ran = installed("assign", module, ana, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert assignments() == []


def test_the_same_module_is_not_assigned_twice_while_it_is_open(installed: Callable[..., Ran], ana: str) -> None:
    installed("assign", MODULE, ana)
    ran = installed("assign", MODULE, ana)
    assert ran.code == 2
    assert len(assignments()) == 1


def test_nothing_is_assigned_to_someone_too_young(installed: Callable[..., Ran], ana: str) -> None:
    with opened() as (_, session):
        session.get_one(Person, ana).age_band = "minor"
    assert installed("assign", MODULE, ana).code == 2
    assert assignments() == []


def test_today_on_the_persons_own_calendar_is_not_past(installed: Callable[..., Ran], ana: str) -> None:
    with opened() as (_, session):
        session.get_one(Person, ana).zone = "Pacific/Pago_Pago"
    behind = (datetime.now(UTC) - timedelta(hours=11)).date().isoformat()
    assert installed("assign", MODULE, ana, "--due", behind).code == 0
