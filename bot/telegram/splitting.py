"""Cuts a long text into messages, at the kindest place there is. Lengths are UTF-16 code units, as Telegram counts."""

from __future__ import annotations

import unicodedata

BORDERS = ("\n\n", "\n", ". ", "? ", "! ", " ")
"""Where a text may be cut, the kindest first: paragraph, line, sentence, word."""

ZERO_WIDTH_JOINER = "\u200d"
SKIN_TONES = range(0x1F3FB, 0x1F400)


def utf16_length(text: str) -> int:
    """UTF-16 code units of a text: characters beyond the basic plane (most emoji) count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """The text without what Telegram refuses: halves of surrogate pairs, NUL, blanks at both ends."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").strip()


def split_text(text: str, limit: int) -> list[str]:
    """Pieces of at most `limit` (2 or more) UTF-16 units with every word of the text in order; [] for a blank text."""
    rest, pieces = clean(text), []
    while rest:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [piece for piece in pieces if piece]


def shorten(text: str, limit: int) -> str:
    """The text if it fits into `limit` (3 or more) UTF-16 units, else its beginning and an ellipsis."""
    whole = clean(text)
    if utf16_length(whole) <= limit:
        return whole
    return split_text(whole, limit - 1)[0] + "…"


def _cut(text: str, limit: int) -> int:
    """Index at which the first piece of the text ends."""
    room = _fitting(text, limit)
    if room == len(text):
        return room
    for border in BORDERS:
        found = text.rfind(border, 0, room + 1)
        # A border in the first half would leave a stump; the next kind of border is kinder then.
        if found >= room // 2:
            return min(found + len(border.rstrip(" \n")), room)
    return _before_a_whole_character(text, room)


def _fitting(text: str, limit: int) -> int:
    """How many characters of the text fit into `limit` UTF-16 units."""
    units = 0
    for index, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > limit:
            return index
    return len(text)


def _before_a_whole_character(text: str, cut: int) -> int:
    """Moves a cut back so that no accent, joined emoji or skin tone is torn from what it belongs to."""
    start = cut
    while cut > 1 and (_belongs_to_the_one_before(text[cut]) or text[cut - 1] == ZERO_WIDTH_JOINER):
        cut -= 1
    return cut if cut > 1 else start


def _belongs_to_the_one_before(character: str) -> bool:
    is_a_mark = unicodedata.category(character).startswith("M")
    return is_a_mark or character == ZERO_WIDTH_JOINER or ord(character) in SKIN_TONES
