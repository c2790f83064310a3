"""Slips of the keyboard are mended in the words that count, and names are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.hearing.plain_text import lower
from bot.understanding.hearing.spelling import mend, mended_word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yestreday", "yesterday"),
        ("caled", "called"),
        ("wendsday", "wednesday"),
        ("mesaged", "messaged"),
        ("w/", "with"),
    ],
)
def test_one_slip_is_mended(typed: str, meant: str) -> None:
    assert mended_word(typed) == meant


@pytest.mark.parametrize(
    "word", ["tested", "walked", "anna", "called", "bother", "evenings", "priya", "wendy", "chattie"]
)
def test_words_of_their_own_stay(word: str) -> None:
    assert mended_word(word) is None


def test_a_mended_word_leads_back_to_what_was_typed() -> None:
    typed = "i caled sam yday, ok"
    mended = mend(typed)
    start = mended.text.index("yesterday")
    assert mended.typed(start, start + len("yesterday")) == (12, 16)
    assert mended.mended(8, 11) == (mended.text.index("sam"), mended.text.index("sam") + 3)


@given(st.text(max_size=200))
def test_places_always_lead_into_the_text(text: str) -> None:
    mended = mend(lower(text))
    assert len(mended.places) == len(mended.text) + 1
    assert mended.places == sorted(mended.places)
    assert all(0 <= place <= len(text) for place in mended.places)
