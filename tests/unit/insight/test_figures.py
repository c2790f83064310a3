"""People who practised: who is counted, what is answered again, what is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.errors import SettingsError, UsageError
from bot.insight.figures import people_who_practised
from bot.insight.questions import Answer
from bot.insight.tables import FigureMember, ReleasedFigure
from bot.people.tables import Consent, Person
from bot.privacy.erase import erase_person
from bot.privacy.keys import KeyVault
from bot.skills.tables import ExerciseRun, PracticeTurn

WEEK = date(2026, 3, 4)
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
WEDNESDAY = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Programme:
    """Invented people who practise."""

    def __init__(self, session: Session, vault: KeyVault) -> None:
        self.session, self.vault, self.count = session, vault, 0

    def people(
        self, count: int, *, pathway: str | None = None, agreed: bool = True, at: datetime = WEDNESDAY
    ) -> list[Person]:
        return [self.person(pathway, agreed, at) for _ in range(count)]

    def person(self, pathway: str | None, agreed: bool, at: datetime, zone: str = "Europe/Berlin") -> Person:
        self.count += 1
        person = Person(id=f"{self.count:032}", created_at=WEDNESDAY, zone=zone, pathway=pathway)
        self.vault.create_key(person.id)
        self.session.add(person)
        self.session.flush()
        self.decide(person, agreed, WEDNESDAY)
        run = ExerciseRun(
            person_id=person.id, module_id="m", module_version=1, started_at=at, updated_at=at, id=f"{self.count:032}"
        )
        self.session.add(run)
        self.session.flush()
        self.session.add(
            PracticeTurn(person_id=person.id, run_id=run.id, step_id="s", attempt=1, words="Hello", written_at=at)
        )
        self.session.flush()
        return person

    def decide(self, person: Person, given: bool, at: datetime) -> None:
        self.session.add(
            Consent(person_id=person.id, category="programme_figures", version="1", given=given, decided_at=at)
        )
        self.session.flush()

    def ask(self, now: datetime = NOW, by_pathway: bool = False) -> Answer:
        by: Literal["pathway"] | None = "pathway" if by_pathway else None
        return people_who_practised(self.session, WEEK, now, asked_by="Lee", by=by)


@pytest.fixture
def programme(session: Session, vault: KeyVault) -> Programme:
    return Programme(session, vault)


def test_people_who_practised_and_agreed_are_counted(programme: Programme) -> None:
    programme.people(12)
    assert programme.ask().total == 10


def test_those_who_did_not_agree_are_not_counted(programme: Programme) -> None:
    programme.people(9)
    programme.people(5, agreed=False)
    assert programme.ask().total is None


def test_the_newest_decision_counts(programme: Programme) -> None:
    people = programme.people(10)
    programme.decide(people[0], False, WEDNESDAY + timedelta(hours=1))
    assert programme.ask().total is None


def test_a_week_is_seven_days_of_the_persons_own_calendar(programme: Programme) -> None:
    programme.people(9)
    sunday_evening_utc = datetime(2026, 3, 1, 20, tzinfo=UTC)
    programme.person(None, True, sunday_evening_utc, zone="Pacific/Auckland")  # Monday there
    assert programme.ask().total == 10


def test_practice_of_another_week_is_not_counted(programme: Programme) -> None:
    programme.people(9)
    programme.people(5, at=WEDNESDAY + timedelta(days=7))
    assert programme.ask().total is None


def test_a_week_to_come_is_refused(programme: Programme) -> None:
    with pytest.raises(UsageError, match="not begun"):
        people_who_practised(programme.session, NOW.date() + timedelta(days=7), NOW, asked_by="Lee")


def test_a_minimum_of_four_is_refused(programme: Programme) -> None:
    with pytest.raises(SettingsError):
        people_who_practised(programme.session, WEEK, NOW, asked_by="Lee", minimum=4)


def test_pathways_are_told_where_each_is_large(programme: Programme) -> None:
    programme.people(12, pathway="student")
    programme.people(20, pathway="carer")
    assert programme.ask(by_pathway=True).cells == {"carer": 20, "student": 10}


def test_a_small_pathway_takes_another_with_it(programme: Programme) -> None:
    for pathway, count in (("student", 12), ("carer", 20), ("older", 2)):
        programme.people(count, pathway=pathway)
    answer = programme.ask(by_pathway=True)
    assert answer.total == 35
    assert answer.cells == {"carer": 20, "older": None, "student": None}


def test_those_without_a_pathway_are_a_group_too(programme: Programme) -> None:
    programme.people(12)
    assert programme.ask(by_pathway=True).cells == {"not told": 10}


def test_the_same_question_gets_the_earlier_answer_and_its_moment(programme: Programme) -> None:
    programme.people(12)
    programme.ask()
    programme.people(1)
    answer = programme.ask(NOW + timedelta(days=1))
    assert (answer.total, answer.as_of, answer.again) == (10, NOW, True)


def test_a_week_that_filled_up_is_told_anew(programme: Programme) -> None:
    programme.people(12)
    programme.ask()
    programme.people(10)
    answer = programme.ask(NOW + timedelta(days=1))
    assert (answer.total, answer.as_of, answer.again) == (20, NOW + timedelta(days=1), False)


def test_a_split_after_a_total_does_not_reveal_who_came_in_between(programme: Programme) -> None:
    programme.people(12, pathway="student")
    programme.people(20, pathway="carer")
    programme.ask()
    programme.people(1, pathway="carer")
    answer = programme.ask(by_pathway=True)
    assert answer.total is None
    assert answer.cells == {"carer": None, "student": 10}


def test_a_question_after_an_erasure_does_not_reveal_who_was_erased(
    programme: Programme, session: Session, vault: KeyVault
) -> None:
    people = programme.people(25)
    programme.ask()
    erase_person(session, vault, people[0], NOW)
    answer = programme.ask(NOW + timedelta(days=1))
    assert (answer.total, answer.as_of) == (25, NOW)
    programme.ask(by_pathway=True)
    split = session.scalars(select(ReleasedFigure).where(ReleasedFigure.split_by == "pathway")).all()
    assert [row.value for row in split] == [None, None]


def test_two_weeks_are_answered_apart(programme: Programme, session: Session) -> None:
    programme.people(12)
    programme.people(11, at=WEDNESDAY + timedelta(days=7))
    programme.ask()
    next_week = WEEK + timedelta(days=7)
    assert people_who_practised(session, next_week, NOW, asked_by="Lee").total == 10


def test_every_question_is_recorded_with_who_asked(programme: Programme, session: Session) -> None:
    programme.people(12)
    programme.ask()
    programme.ask()
    rows = session.scalars(select(ReleasedFigure).order_by(ReleasedFigure.id)).all()
    assert [(row.period, row.value, row.asked_by) for row in rows] == [("2026-W10", 10, "Lee")] * 2
    assert rows[1].repeats == rows[0].asked_id


def test_a_withheld_answer_is_recorded_without_its_people(programme: Programme, session: Session) -> None:
    programme.people(3)
    programme.ask()
    assert session.scalars(select(ReleasedFigure.value)).all() == [None]
    assert session.scalars(select(FigureMember)).all() == []


def test_a_record_of_members_says_how_many_were_erased(programme: Programme, session: Session) -> None:
    people = programme.people(12)
    programme.ask()
    session.execute(delete(FigureMember).where(FigureMember.person_id == people[0].id))
    row = session.scalars(select(ReleasedFigure)).one()
    assert row.people - len(_members(session, row.id)) == 1


def _members(session: Session, released_id: int) -> Sequence[str]:
    return session.scalars(select(FigureMember.person_id).where(FigureMember.released_id == released_id)).all()
