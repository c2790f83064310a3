"""What the practices and their sentences sound like: short, plain, one question, none of our own jargon."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from bot.settings import ROOT

HIGHEST_GRADE = 6.0
LONGEST = 350
LONGEST_TEACHING = 900
BANNED = re.compile(r"\b(?:module|ego|alter|user|session|behaviou?rs?|great job|well done)\b", re.IGNORECASE)
UNSPOKEN = {"id", "kind", "source", "doi", "pathways", "sub_skills", "aims", "avoid", "role_play", "from_step", "after"}


def spoken(node: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text that a person may read, with where it stands."""
    if isinstance(node, dict):
        for key, child in node.items():
            if key not in UNSPOKEN or (key == "after" and isinstance(child, str)):
                yield from spoken(child, f"{path}.{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from spoken(child, f"{path}[{index}]")
    elif isinstance(node, str):
        yield path, node


def texts() -> list[tuple[str, str]]:
    folder = ROOT / "skills_content"
    files = [folder / "messages" / "en" / "skills.yml", *folder.glob("modules/*.yml"), *folder.glob("role_plays/*.yml")]
    return [text for file in files for text in spoken(yaml.safe_load(file.read_text("utf-8")), file.stem)]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade, with syllables counted as groups of vowels."""
    sentences = max(1, len(re.findall(r"[.!?:]+(?=\s|”|$)", text)))
    words = re.findall(r"[A-Za-z']+", text)
    if not words:
        return 0.0
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e\b", "", word.lower())))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@pytest.mark.parametrize(("where", "text"), texts())
def test_a_text_keeps_to_the_voice(where: str, text: str) -> None:
    assert not BANNED.search(text)
    assert "!" not in text
    assert len(text) <= (LONGEST_TEACHING if where.endswith(".text") else LONGEST)
    outside_quotes = re.sub(r"“[^”]*”", "", text)
    assert outside_quotes.count("?") <= 1
    if len(text.split()) >= 12:
        assert grade(text) <= HIGHEST_GRADE
