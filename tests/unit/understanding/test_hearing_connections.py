"""Reports of contacts are read well enough, on sentences that the rules were mended on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.dialogue.connection_score import is_right, read_pairs, score

DEVELOPMENT = Path(__file__).parents[2] / "dialogue" / "data" / "connections_dev.jsonl"


def test_development_sentences_are_read_as_measured() -> None:
    """Seen while the rules were mended, so this guards against losses and measures nothing of strangers."""
    measured = score(read_pairs(DEVELOPMENT))
    print(measured)
    assert measured.sentences == 150
    assert measured.contact_f1 >= 0.97
    assert measured.day >= 0.97
    assert measured.channel >= 0.96
    assert measured.started_by >= 0.95
    assert measured.minutes >= 0.98
    assert measured.marked <= 0.05


EMPTY: dict[str, Any] = {
    "contacts": [],
    "when": None,
    "channel": None,
    "minutes": None,
    "started_by": None,
    "uncertain": [],
}


def reading(**fields: Any) -> dict[str, Any]:
    return {**EMPTY, **fields}


def test_a_stated_field_that_is_marked_counts_as_missed() -> None:
    stated = reading(channel="call", contacts=["Ana"], when="2026-03-01")
    heard = reading(channel="call", contacts=["Ana"], when="2026-03-01", uncertain=["channel", "contacts", "when"])
    assert not is_right("channel", stated, heard)
    result = score([(stated, heard)])
    assert (result.contact_f1, result.day, result.channel) == (0, 0, 0)
    assert result.marked == 3 / 8


def test_a_field_that_is_not_stated_may_be_marked_and_not_made_up() -> None:
    assert is_right("minutes", reading(), reading(minutes=20, uncertain=["minutes"]))
    assert is_right("minutes", reading(), reading())
    assert not is_right("minutes", reading(), reading(minutes=20))


def test_contacts_are_counted_one_by_one_whatever_their_case() -> None:
    stated = reading(contacts=["Ana", "Ben"], when="2026-03-01")
    result = score([(stated, reading(contacts=["ana", "Tom"], when="2026-03-01T09:00+01:00"))])
    assert (result.precision, result.recall, result.day) == (0.5, 0.5, 1)
