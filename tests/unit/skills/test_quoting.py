"""A person's words, fit to be quoted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.skills.quoting import Shape, clause_from, quoted, shape_of


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("😀👍🏽", "symbols"),
        ("123 ...", "symbols"),
        ("ok", "short"),
        ("no way", "short"),
        ("I was sad.", "fine"),
        ("Überall war es très schön", "fine"),
        ("أشعر بالحزن اليوم", "foreign"),
        ("我很难过", "foreign"),
        ("мне было грустно", "foreign"),
    ],
)
def test_a_text_is_known_by_its_shape(text: str, shape: Shape) -> None:
    assert shape_of(text) == shape


def test_a_long_quote_is_cut_between_words() -> None:
    assert quoted("I was " + "very " * 40 + "sad").endswith("very…")


def test_a_quote_stands_on_one_line_without_its_own_marks() -> None:
    assert quoted(' "I was\n  sad." ') == "I was sad."


def test_words_that_run_right_to_left_are_kept_apart() -> None:
    assert quoted("أشعر بالحزن") == "\u2068أشعر بالحزن\u2069"


def test_a_clause_ends_with_its_sentence() -> None:
    text = "Hello. I was sad on Friday! And you?"
    assert clause_from(text, text.index("I was")) == "I was sad on Friday"


@given(st.text(max_size=300))
def test_no_quote_is_longer_than_allowed(text: str) -> None:
    assert len(quoted(text)) <= 62
    assert "\n" not in quoted(text)
