"""How Kith speaks (short, plain, one question, no jargon), checked over every sentence that a person may read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from bot.conversation.messages import read_yaml
from bot.settings import ROOT

CONTENT = ROOT / "skills_content"
FILES = sorted([*(CONTENT / "messages" / "en").glob("*.yml"), *(CONTENT / "modules").glob("*.yml")])

LONGEST = 350
HARDEST_GRADE = 6.0
TEACHING = re.compile(r"modules/.*\.steps\.\d+\.text$")
"""Texts that teach may be longer."""

SAID_TO_SOMEONE_ELSE = re.compile(r"modules/.*\.(?:before|after|rewrite)$")
"""Examples of what a person may say: their questions are not asked of the reader."""

NOT_READ = {
    "id", "kind", "version", "doi", "source", "finding", "pathways", "sub_skills", "aims", "avoid", "from_step",
    "role_play", "minutes", "towards_a_person", "right",
}  # fmt: skip
"""Keys of content files whose values no person reads."""

BANNED = re.compile(r"\b(?:modules?|egos?|alters?|users?|sessions?|behaviou?rs?|great job)\b", re.IGNORECASE)


def texts(node: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text below `node`, with where it stands."""
    if isinstance(node, dict):
        for name, child in node.items():
            if name not in NOT_READ or key.startswith("messages/"):
                yield from texts(child, f"{key}.{name}")
    elif isinstance(node, list):
        for place, child in enumerate(node):
            yield from texts(child, f"{key}.{place}")
    elif isinstance(node, str):
        yield key, node.strip()


def texts_of(path: Path) -> list[tuple[str, str]]:
    return list(
        texts(read_yaml(path), f"{path.parent.name if path.parent.name == 'modules' else 'messages'}/{path.stem}")
    )


def syllables(word: str) -> int:
    """Groups of vowels, without the silent e at the end: close enough for English."""
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = (word.endswith("e") and not word.endswith(("le", "ee"))) or re.search(r"[^td]ed$", word) is not None
    return max(1, groups - silent)


def reading_grade(passages: list[str]) -> float:
    """Flesch-Kincaid grade over all passages; one without a full stop counts as a sentence."""
    plain = [re.sub(r"\{\w*\}", "Ben", passage) for passage in passages]
    words = [word for passage in plain for word in re.findall(r"[A-Za-z][A-Za-z'’]*", passage)]
    sentences = sum(max(1, len(re.findall(r"[.!?:]+(?:\s|$)|\n", passage))) for passage in plain)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def found(request: pytest.FixtureRequest) -> list[tuple[str, str]]:
    return texts_of(request.param)


def test_there_is_something_to_check() -> None:
    assert {"people", "general"} <= {path.stem for path in FILES}


def test_no_message_is_long_unless_it_teaches(found: list[tuple[str, str]]) -> None:
    assert [key for key, text in found if len(text) >= LONGEST and not TEACHING.search(key)] == []


def test_no_message_asks_two_questions(found: list[tuple[str, str]]) -> None:
    asking = [(key, text) for key, text in found if not (TEACHING.search(key) or SAID_TO_SOMEONE_ELSE.search(key))]
    assert [key for key, text in asking if text.count("?") > 1] == []


def test_no_message_shouts(found: list[tuple[str, str]]) -> None:
    assert [key for key, text in found if text.count("!") > 1] == []


def test_no_message_uses_our_own_words_for_people(found: list[tuple[str, str]]) -> None:
    assert [key for key, text in found if BANNED.search(text)] == []


def test_every_placeholder_is_a_plain_name(found: list[tuple[str, str]]) -> None:
    for key, text in found:
        if key.startswith("messages/"):
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
            assert all(name.isidentifier() for name in names), key


def test_the_reading_grade_is_six_or_lower(found: list[tuple[str, str]]) -> None:
    assert reading_grade([text for _, text in found]) <= HARDEST_GRADE


def test_the_grade_tells_plain_from_hard() -> None:
    plain = reading_grade(["Ask Ben how the move went. He may be glad."])
    hard = reading_grade(["Interpersonal communication necessitates considerable deliberation regarding formulation."])
    assert plain < 3 < 12 < hard
