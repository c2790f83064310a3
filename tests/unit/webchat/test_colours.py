"""The page's colours can be read (WCAG 2.2, AA) in the light and in the dark scheme."""

from __future__ import annotations

import re

import pytest

from bot.webchat.page import STATIC

TEXT = 4.5
SHAPE = 3.0
"""Least contrast of text, and of what shows a control's shape or state (WCAG 1.4.3, 1.4.11)."""

PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "sheet", TEXT),
    ("ink", "own", TEXT),
    ("quiet", "paper", TEXT),
    ("quiet", "sheet", TEXT),
    ("accent", "sheet", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "own", TEXT),
    ("on-accent", "accent", TEXT),
    ("care", "paper", TEXT),
    ("care", "sheet", TEXT),
    ("edge", "paper", SHAPE),
    ("edge", "sheet", SHAPE),
]


def schemes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", (STATIC / "chat.css").read_text(encoding="utf-8"), re.DOTALL)[:2]
    return {
        name: dict(re.findall(r"--([a-z-]+): #(\w{6});", text)) for name, text in (("light", light), ("dark", dark))
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_is_enough(scheme: str, front: str, back: str, least: float) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[front], colours[back]) >= least


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
