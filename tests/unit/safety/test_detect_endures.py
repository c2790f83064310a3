"""Whatever is typed, the gate answers, and fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.safety.detect import KINDS, Level, assess
from bot.safety.rules import rule_book

WORDS = sorted({word for wording in rule_book().wordings for word in wording.anchors} | {"i", "to", "my", "not", "he"})

HARD_TO_MATCH = [
    "i want to die ",
    "i want to ",
    "a",
    "a a ",
    "my my my ",
    "he she they my mum ",
    "not ",
    "kill ",
    "k1ll-",
    "1.",
    "'",
    '"',
    ",,",
    "*",
    "haha",
    "loool ",
    "I",
    "i have the ",
    "( ",
    "\u200b",
    "é",
    "а",
]


def _milliseconds(text: str) -> float:
    best = 1e9
    for _ in range(3):
        begun = time.thread_time()
        assess(text)
        best = min(best, (time.thread_time() - begun) * 1000)
    return best


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_assessed(text: str) -> None:
    assessment = assess(text)
    assert assessment.level in Level
    assert 0 <= assessment.score <= 1
    assert set(assessment.kinds) <= set(KINDS)


@given(st.lists(st.sampled_from([*WORDS, ".", ",", '"', "'", "lol"]), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_order_of_its_own_words_is_assessed(words: list[str]) -> None:
    assess(" ".join(words))


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_the_same_text_reads_the_same(text: str) -> None:
    assert assess(text) == assess(text)


def test_a_message_of_300_characters_takes_less_than_a_millisecond() -> None:
    text = (
        "Could we talk about last night? When you left without a word I felt small, and I would like us to say goodbye "
        "next time we part. I know work is a lot at the moment and I am not asking for much, just a word, so I can go "
        "on with my evening and not wonder what I did wrong the whole night long."
    )[:300]
    assert min(_milliseconds(text) for _ in range(10)) < 1


@pytest.mark.parametrize("piece", HARD_TO_MATCH)
def test_5000_characters_take_little_time_however_they_are_made(piece: str) -> None:
    assert _milliseconds((piece * 5000)[:5000]) < 150


@pytest.mark.parametrize("piece", HARD_TO_MATCH)
def test_time_grows_with_length_and_not_faster(piece: str) -> None:
    short, long = (piece * 4000)[:4000], (piece * 16_000)[:16_000]
    assert _milliseconds(long) < max(20.0, 10 * _milliseconds(short))
