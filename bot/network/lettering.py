"""Which letters the fonts at hand can draw, so that a picture never holds empty boxes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FAMILIES = (
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
    "PingFang SC",
    "Hiragino Sans",
    "Microsoft YaHei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Noto Sans Ethiopic",
    "Arial Unicode MS",
)
"""The first comes with matplotlib; the others are used where the machine has them."""


@lru_cache(maxsize=1)
def families() -> tuple[str, ...]:
    """The families of FAMILIES that this machine has."""
    from matplotlib.font_manager import fontManager

    here = {font.name for font in fontManager.ttflist}
    return tuple(name for name in FAMILIES if name in here)


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """Every code point that one of them can draw."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return frozenset(
        point for name in families() for point in get_font(findfont(FontProperties(family=[name]))).get_charmap()
    )


def lettering(
    points: float, weight: Literal["normal", "bold"] = "normal", style: Literal["normal", "italic"] = "normal"
) -> FontProperties:
    """The font for a text of that size in points."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=list(families()), size=points, weight=weight, style=style)


def drawable(label: str, place: int) -> str:
    """A label without signs that no font has; one of which too little is left becomes its number in the list."""
    signs = [sign for sign in unicodedata.normalize("NFC", label) if unicodedata.category(sign) != "Cf"]
    plain = (sign if sign.isprintable() else " " for sign in signs)
    kept = "".join(sign for sign in plain if ord(sign) in letters())
    words = sum(sign.isalnum() for sign in signs)
    if not kept.strip() or sum(sign.isalnum() for sign in kept) * 2 < words:
        return f"({place})"
    return " ".join(kept.split())


def shortened(label: str, longest: int) -> str:
    """A label of at most `longest` characters, cut at a word where that keeps most of it."""
    if len(label) <= longest:
        return label
    cut = label[: longest - 1]
    word = cut if label[longest - 1] == " " else cut.rsplit(" ", 1)[0]
    return (word if len(word) >= longest * 2 // 3 else cut).rstrip(" ,.-") + "…"
