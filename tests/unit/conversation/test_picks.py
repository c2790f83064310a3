"""What is typed to "did you mean ... or ...?"."""

from __future__ import annotations

import pytest

from bot.conversation.doubt.picks import Pick, read_pick

TITLES = ("Add someone", "See your circles", "Set a reminder")

PICKS: list[tuple[str, Pick]] = [
    ("add someone", 0),
    ("Add someone.", 0),
    ("I meant add someone", 0),
    ("see your circles please", 1),
    ("the circles", 1),
    ("circles", 1),
    ("reminder", 2),
    ("a reminder please", 2),
    ("the first one", 0),
    ("The first", 0),
    ("first", 0),
    ("1", 0),
    ("1.", 0),
    ("number one", 0),
    ("the former", 0),
    ("second", 1),
    ("the second one please", 1),
    ("i want the 2nd one", 1),
    ("2", 1),
    ("third", 2),
    ("the last one", 2),
    ("the latter", 2),
    ("both", "both"),
    ("Both of them, please", "both"),
    ("all three", "both"),
    ("neither", "neither"),
    ("neither of them", "neither"),
    ("none of these", "neither"),
    ("no", "neither"),
    ("no thanks", "neither"),
    ("something else", "neither"),
    ("yes", "yes"),
    ("yes please", "yes"),
]


@pytest.mark.parametrize(("text", "picked"), PICKS)
def test_an_answer_is_read(text: str, picked: Pick) -> None:
    assert read_pick(text, TITLES) == picked


@pytest.mark.parametrize(
    "text",
    [
        "who can read this?",
        "I rang Ben yesterday",
        "banana",
        "",
        "???",
        "please",
        "my first day at work was rough",
        "put a reminder in and show me the circles",
        "tell me what the circles are for when nobody is in them at all",
    ],
)
def test_anything_else_is_no_pick(text: str) -> None:
    assert read_pick(text, TITLES) is None


def test_a_place_beyond_the_last_is_no_pick() -> None:
    assert read_pick("the third one", TITLES[:2]) is None
    assert read_pick("the last one", TITLES[:2]) == 1


def test_a_yes_to_a_single_meaning_picks_it() -> None:
    assert read_pick("yes", TITLES[:1]) == 0


@pytest.mark.parametrize("text", ["", " ", "🙂", "\x00", "a" * 5000, "first " * 2000, "’’’", "١", "İ"])
def test_no_text_breaks_it(text: str) -> None:
    assert read_pick(text, TITLES) in (None, 0, 1, 2, "both", "neither", "yes")
