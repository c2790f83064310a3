"""Mistyped words become the words that examples use; names and real words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.spelling import MOST_CORRECTIONS, Spelling

KNOWN = frozenset({"practice", "start", "message", "messages", "remind", "from", "can", "garden", "again", "i", "you"})
OFTEN = ["start a practice", "remind me again", "can you message me", "messages from you", "i garden"] * 15
SPELLING = Spelling.learn([*OFTEN, *["tmrw ok"] * 20, *["agian"] * 3], KNOWN)


def mended(text: str) -> str:
    return " ".join(SPELLING.correct_all(text.split()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("strat a prcatice", "start a practice"),
        ("remidn me", "remind me"),
        ("mesages", "messages"),
        ("practicee", "practice"),
        ("PRCATICE", "practice"),
        ("cna you", "can you"),
        ("agian", "again"),  # three people made the same slip; that makes it no word
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "tmrw ok",  # slang that many type
        "start garden",
        "add Jarden",  # a capital inside a text
        "fart",  # another first letter
        "xyz",
        "practise1",
        "",
    ],
)
def test_what_is_no_slip_stays(text: str) -> None:
    assert mended(text) == text


def test_untrained_it_changes_nothing() -> None:
    assert Spelling({}, KNOWN).correct_all(["prcatice"]) == ["prcatice"]


def test_it_looks_at_so_many_unknown_words_and_no_more() -> None:
    assert SPELLING.correct_all(["prcatice"] * (MOST_CORRECTIONS + 1))[-1] == "prcatice"


def test_what_it_learned_can_be_kept() -> None:
    assert Spelling(SPELLING.used, KNOWN).correct_all(["strat"]) == ["start"]


@given(st.lists(st.text(max_size=30), max_size=60))
def test_any_words_come_back_as_so_many_words(words: list[str]) -> None:
    assert len(SPELLING.correct_all(words)) == len(words)
