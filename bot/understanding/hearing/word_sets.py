"""Lists of words, written as one text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())
