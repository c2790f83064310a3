"""`kith analyse connection` on sentences by an author who did not know the rules.

`./kith test tests/unit/understanding/test_connections_held_back.py -s` prints what docs/understanding.md publishes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogue.connection_score import Score, read_pairs, score

HELD_BACK = Path(__file__).parents[2] / "dialogue" / "data" / "connections_test.jsonl"
LEAST_SENTENCES = 300
GUARDS = {"contact_f1": 0.87, "day": 0.94, "channel": 0.88, "started_by": 0.83}
"""What was measured, less one sentence in a hundred; the aims of .92, .92, .90, .90 stand in docs/understanding.md."""
MOST_MARKED = 0.10


@pytest.fixture(scope="module")
def figures() -> Score:
    """Measured once, and printed."""
    found = score(read_pairs(HELD_BACK))
    print(f"\nconnections held back: {found}")
    return found


def test_the_set_is_large_enough(figures: Score) -> None:
    assert figures.sentences >= LEAST_SENTENCES


@pytest.mark.parametrize("field", GUARDS)
def test_reports_are_read_as_well_as_published(figures: Score, field: str) -> None:
    assert getattr(figures, field) >= GUARDS[field]


def test_few_fields_are_marked_as_guessed(figures: Score) -> None:
    assert figures.marked <= MOST_MARKED
