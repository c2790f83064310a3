"""A text made plain before it is read, with every letter in its place."""

from __future__ import annotations

LONGEST_TEXT = 1000
"""Characters that are read; nobody needs more to say whom they met."""


def even(text: str) -> str:
    """Curly quotes and odd spaces made plain, places unchanged."""
    return text.translate(_PLAIN)


def lower(text: str) -> str:
    """Lower case with places unchanged (one capital has a small form of two characters)."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


_PLAIN = str.maketrans("’‘“”–\u2011\t\n\r\xa0", "''\"\"--    ")


def whole_characters(text: str) -> str:
    """Half of a surrogate pair, which JSON can carry and Rasa stumbles over, as a question mark: as long, harmless."""
    return text.encode("utf-8", "replace").decode()
