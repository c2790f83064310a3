"""Disguised and sloppy spelling comes out as plain words."""

from __future__ import annotations

import pytest

from bot.safety.spelling import plain_words


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("k1ll", "kill"),
        ("k!ll", "kill"),
        ("su1cide", "suicide"),
        ("su*cide", "suicide"),
        ("k.i.l.l", "kill"),
        ("su-i-cide", "suicide"),
        ("s u i c i d e", "suicide"),
        ("k i l l m y s e l f", "kill myself"),
        ("k i l l  m y s e l f", "kill myself"),
        ("dieeeee", "die"),
        ("killlll", "kill"),
        ("kms", "kill myself"),
        ("unalive", "kill"),
        ("𝓴𝓲𝓵𝓵", "kill"),
        ("ｋｉｌｌ", "kill"),
        ("kіll", "kill"),
        ("ki\u200bll", "kill"),
        ("kïll", "kill"),
        ("kiII", "kill"),
        ("don’t", "do not"),
        ("dont", "do not"),
        ("can't", "cannot"),
        ("I can not", "i cannot"),
        ("won't", "will not"),
        ("I'm gonna", "i am going to"),
        ("he's", "he is"),
        ("hahaha", "lol"),
        ("😂", "lol"),
    ],
)
def test_a_disguise_is_taken_off(typed: str, plain: str) -> None:
    assert plain_words(typed) == f" . {plain} . "


@pytest.mark.parametrize("typed", ["4am", "2nd", "b2b", "covid19", "a b c d e f", "e-mail", "café", "hello world"])
def test_ordinary_words_are_not_taken_for_a_disguise(typed: str) -> None:
    assert not {"kill", "die", "suicide", "cut", "gun"} & set(plain_words(typed).split())


def test_sentences_are_kept_apart_and_commas_kept() -> None:
    assert plain_words("Yes, I do! Really?") == " . yes , i do . really . . "


def test_quotation_marks_of_every_sort_become_one() -> None:
    assert plain_words("“hi there” «hi there» 'hi there'").count('"') == 6
