"""An answer as staff read it: table, CSV, HTML page or JSON lines. Adds no number of its own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import Environment

from bot.insight.questions import Answer

TITLES = {"people_who_practised": "People who practised"}
TOTAL = "all"
WITHHELD = "withheld"

PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}, {{ period }}</title></head>
<body>
<h1>{{ title }}, {{ period }}</h1>
<table>
<thead><tr><th scope="col">Group</th><th scope="col">People</th></tr></thead>
<tbody>
{% for label, value in rows %}
<tr><th scope="row">{{ label }}</th><td>{{ value }}</td></tr>
{% endfor %}
</tbody>
</table>
<p>{{ note }}</p>
</body>
</html>
"""
)


def as_table(answer: Answer) -> str:
    """Plain text with aligned columns, for a terminal."""
    rows = [(label, _shown(value)) for label, value in _cells(answer)]
    width = max(len(label) for label, _ in rows)
    lines = [f"{label:<{width}}  {value:>8}" for label, value in rows]
    return "\n".join([f"{_title(answer)}, {answer.question.period}", "", *lines, "", _note(answer), ""])


def as_csv(answer: Answer) -> str:
    """Comma-separated with a header; a withheld count is an empty field, and says so in its own column."""
    out = io.StringIO()
    rows = [_record(answer, label, value) for label, value in _cells(answer)]
    writer = csv.DictWriter(out, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_html(answer: Answer) -> str:
    """One page that needs nothing from elsewhere."""
    rows = [(label, _shown(value)) for label, value in _cells(answer)]
    return PAGE.render(title=_title(answer), period=answer.question.period, rows=rows, note=_note(answer))


def as_json_lines(answer: Answer) -> str:
    """One JSON object a cell."""
    return "".join(json.dumps(_record(answer, label, value)) + "\n" for label, value in _cells(answer))


RENDERERS: dict[str, Callable[[Answer], str]] = {
    "table": as_table,
    "csv": as_csv,
    "html": as_html,
    "json": as_json_lines,
}
"""The forms a report comes in, by name."""


def _cells(answer: Answer) -> Iterator[tuple[str, int | None]]:
    yield TOTAL, answer.total
    yield from answer.cells.items()


def _record(answer: Answer, label: str, value: int | None) -> dict[str, Any]:
    return {
        "figure": answer.question.figure,
        "period": answer.question.period,
        "split_by": answer.question.split_by,
        "group": label,
        "people": value,
        "withheld": value is None,
        "as_of": answer.as_of.isoformat(),
        "minimum": answer.minimum,
        "rounded_to": answer.rounding,
    }


def _shown(value: int | None) -> str:
    return WITHHELD if value is None else str(value)


def _title(answer: Answer) -> str:
    return TITLES.get(answer.question.figure, answer.question.figure)


def _note(answer: Answer) -> str:
    note = (
        f"As of {answer.as_of:%Y-%m-%d %H:%M} UTC. People who agreed to be counted, rounded to {answer.rounding}; "
        f"withheld where fewer than {answer.minimum} people could be told apart."
    )
    return note + (" Asked before: this is the earlier answer." if answer.again else "")
