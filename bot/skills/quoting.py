"""A person's own words, made fit to stand inside a sentence of Kith's; and what sort of text they are at all."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

LONGEST_QUOTE = 60
SHORTEST_TURN_WORDS = 3
LONG_TURN_CHARACTERS = 600
FIRST_STRONG_ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"

Shape = Literal["empty", "symbols", "foreign", "short", "fine"]


def shape_of(text: str) -> Shape:
    """What sort of text this is: nothing, no letters (emoji, dots), a script that cannot be read, short, or fine."""
    if not text.strip():
        return "empty"
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return "symbols"
    if sum(is_latin(char) for char in letters) * 2 < len(letters):
        return "foreign"
    return "short" if len(text.split()) < SHORTEST_TURN_WORDS else "fine"


def is_latin(char: str) -> bool:
    """Whether a letter belongs to the Latin script."""
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")


def quoted(text: str, longest: int = LONGEST_QUOTE) -> str:
    """The words on one line, at most `longest` characters, cut between words, right-to-left ones kept apart."""
    words = " ".join(text.split()).strip(" \"“”'")
    if len(words) > longest:
        cut = words[: longest - 1]
        words = (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.") + "…"
    runs_backwards = any(unicodedata.bidirectional(char) in ("R", "AL") for char in words)
    return f"{FIRST_STRONG_ISOLATE}{words}{END_OF_ISOLATE}" if runs_backwards else words


def clause_from(text: str, start: int) -> str:
    """From `start` to the end of that clause: where a sentence ends or a new line begins."""
    end = re.compile(r"[.!?;\n]").search(text, start)
    return text[start : end.start() if end else len(text)].strip(" ,")
