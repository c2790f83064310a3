"""Whatever is typed, the engine understands something, soon, and goes on: random and mutated messages."""

from __future__ import annotations

import random
import statistics
import string
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.engine import model
from bot.engine.interpreter import Interpreter, Understood, interpreter
from bot.settings import ROOT, load_settings
from tests.dialogue.intent_score import read_messages
from tests.dialogue.test_understanding import DATA

pytestmark = [
    pytest.mark.engine,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        not (ROOT / ".venv-engine").exists(), reason="the engine's environment is missing: ./kith test makes it"
    ),
]

SHORTENED, IN_FULL = 1500, 20_000
MOST_MS, MOST_MS_LONG = 100.0, 500.0
"""Milliseconds of processor time: at the 99.9th percentile, and for 5,000 characters."""
LONGEST = 5000
TYPED = [message.text for message in read_messages(DATA / "development.jsonl")]
ODD = [
    "\u202e",
    "\u200b",
    "\x00",
    "😀",
    "👩‍👩‍👧",
    "e\u0301\u0302",
    "ﷺ",
    "[SEP]",
    "/",
    "{}",
    "[a](b)",
    "\ud800",
    "\n",
    "'",
    "%s",
    "<b>",
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Somebody's message with letters lost, doubled and swapped, odd signs put in, parts repeated or joined."""
    text = draw(st.sampled_from(TYPED))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(len(text) - 1, 0)))
        change = draw(st.sampled_from(["lose", "double", "swap", "odd", "join", "repeat", "shout"]))
        if change == "lose":
            text = text[:place] + text[place + 1 :]
        elif change == "double":
            text = text[: place + 1] + text[place:]
        elif change == "swap":
            text = text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
        elif change == "odd":
            text = text[:place] + draw(st.sampled_from(ODD)) + text[place:]
        elif change == "join":
            text = f"{text}{draw(st.sampled_from(['', ' ', '. ', ' and ']))}{draw(st.sampled_from(TYPED))}"
        elif change == "repeat":
            text = text[:place] + text[place:] * draw(st.integers(2, 4))
        else:
            text = text.upper()
    return text


@pytest.fixture(scope="module")
def engine() -> Iterator[Interpreter]:
    """The trained model, without a server."""
    own = load_settings()
    with interpreter(own, model.train(own)) as loaded:
        yield loaded


def check(text: str, heard: Understood) -> float:
    """A whole answer, with entities inside the text; gives back its processor time in milliseconds."""
    assert heard.served_as
    assert 0.0 <= heard.confidence <= 1.0
    for entity in heard.entities:
        assert 0 <= entity["start"] < entity["end"] <= len(text)
    return heard.cpu_ms["total"]


def test_random_and_mutated_messages_never_stop_it_and_are_quick(
    engine: Interpreter, request: pytest.FixtureRequest
) -> None:
    spent: list[float] = []

    @seed(20261122)
    @settings(
        max_examples=IN_FULL if request.config.getoption("--long") else SHORTENED,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(st.text(max_size=400), mutated(), mutated()))
    def hear(text: str) -> None:
        spent.append(check(text, engine.understand(text)))

    hear()
    percentile = statistics.quantiles(spent, n=1000)[-1]
    print(f"\n{len(spent)} texts: median {statistics.median(spent):.1f} ms, 99.9th percentile {percentile:.1f} ms")
    assert percentile <= MOST_MS


def long_texts() -> dict[str, str]:
    """5,000 characters of kinds that have been slow somewhere."""
    chance = random.Random(5)
    letters = "".join(chance.choices(string.ascii_letters + " ", k=LONGEST))
    unknown = " ".join("".join(chance.choices(string.ascii_lowercase, k=6)) for _ in range(LONGEST // 7))
    return {
        "words": (" ".join(TYPED) * 3)[:LONGEST],
        "letters": letters,
        "unknown words": unknown,
        "one word": "a" * LONGEST,
        "brackets": "(" * LONGEST,
        "apostrophes": "'" * LONGEST,
        "names": ("Anna and Ben, " * LONGEST)[:LONGEST],
        "numbers": ("12:30 3/4 half an hour, " * LONGEST)[:LONGEST],
        "emoji": "😀" * LONGEST,
        "marks": "e\u0301" * (LONGEST // 2),
        "dots": ". " * (LONGEST // 2),
        "links": ("https://a.b/c?d=e&f " * LONGEST)[:LONGEST],
    }


@pytest.mark.parametrize("kind", long_texts())
def test_five_thousand_characters_of_anything_are_understood_in_time(engine: Interpreter, kind: str) -> None:
    text = long_texts()[kind]
    spent = check(text, engine.understand(text))
    print(f"\n5,000 characters of {kind}: {spent:.0f} ms")
    assert spent <= MOST_MS_LONG
