"""A report says the same in every form."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest

from bot.insight.questions import Answer, Question
from bot.insight.report import RENDERERS, as_csv, as_html, as_json_lines, as_table

ANSWER = Answer(
    question=Question("people_who_practised", "2026-W10", "pathway"),
    as_of=datetime(2026, 3, 10, 9, tzinfo=UTC),
    total=35,
    cells={"carer": 20, "<b>older</b>": None},
    minimum=10,
    rounding=5,
    again=False,
)


def test_a_table_shows_counts_and_says_what_is_withheld() -> None:
    lines = as_table(ANSWER).splitlines()
    assert lines[0] == "People who practised, 2026-W10"
    assert [line.split()[-1] for line in lines[2:5]] == ["35", "20", "withheld"]
    assert "As of 2026-03-10 09:00 UTC" in lines[-1]


def test_csv_has_an_empty_field_where_a_count_is_withheld() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(ANSWER))))
    assert [(row["group"], row["people"], row["withheld"]) for row in rows] == [
        ("all", "35", "False"),
        ("carer", "20", "False"),
        ("<b>older</b>", "", "True"),
    ]


def test_json_lines_are_one_object_a_group() -> None:
    rows = [json.loads(line) for line in as_json_lines(ANSWER).splitlines()]
    assert [row["people"] for row in rows] == [35, 20, None]
    assert rows[0]["as_of"] == "2026-03-10T09:00:00+00:00"


def test_html_escapes_what_it_shows() -> None:
    page = as_html(ANSWER)
    assert "&lt;b&gt;older&lt;/b&gt;" in page
    assert "<td>withheld</td>" in page


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_every_form_shows_the_total(form: str) -> None:
    assert "35" in RENDERERS[form](ANSWER)
