"""What the words around a wording do to it: a "not", a past long over, a film, a quotation, laughter, a deadline."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import yaml

from bot.safety.rules import CONTEXT, REACH, WORDINGS, Rule, compile_wordings, sentence_of

_NOT = re.compile(r" (?:not|never|no|without|nobody|hardly) ")
_NOT_BEFORE = re.compile(r" (?:not|never|no|without|nobody|hardly) (?:(?!i )[a-z0-9]+ ){0,3}$")
_SUBJECT = re.compile(r"(?:i|he|she|they|my|someone|somebody|people) ")


class Hit(NamedTuple):
    """One wording found in a line."""

    rule: Rule
    found: re.Match[str]

    @property
    def sentence(self) -> str:
        """The sentence it stands in."""
        return sentence_of(self.found.string, self.found)

    @property
    def surroundings(self) -> str:
        """Its sentence and the next."""
        return sentence_of(self.found.string, self.found, more=1)

    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
        line = self.found.string[max(0, self.found.start() - REACH) : self.found.start()]
        return line[line.rfind(" . ") + 2 :] if " . " in line else line


class Reader:
    """Reads the surroundings of the hits of one text; what several hits share is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], bool] = {}

    def is_denied(self, hit: Hit) -> bool:
        """A "not" takes it back: "I do not want to die", "I would never hurt her"."""
        if hit.rule.negated:
            return False
        if _NOT.search(f" {hit.found[0]} ") and not self._matches("still_meant", f" {hit.found[0]} "):
            return True
        before = hit.before
        if _SUBJECT.match(hit.found[0]):
            return _ends_with("not_meant", before)
        denial = _NOT_BEFORE.search(before)
        return bool(denial) and not self._matches("still_meant", f"{before}{hit.found[0]} ")

    def is_long_over(self, hit: Hit) -> bool:
        """It is told as past, and nothing in the sentence brings it to the present."""
        return self._matches("long_over", hit.sentence) and not self._matches("present", hit.sentence)

    def is_a_story(self, hit: Hit) -> bool:
        """It belongs to a film, a song, a book or a game."""
        if not self._matches("story", hit.sentence):
            return False
        about_others = "third_person" in hit.rule.kinds or hit.rule.kinds == ("psychosis",)
        told = self._matches("story_frame", hit.sentence) and not self._matches("known_person", hit.sentence)
        return (about_others and told) or self.is_quoted(hit) or _ends_with("story_tells", hit.before)

    def is_quoted(self, hit: Hit) -> bool:
        """It stands between quotation marks."""
        line, start, end = hit.found.string, hit.found.start(), hit.found.end()
        return line.count('"', 0, start) % 2 == 1 and line.find('"', end) >= 0

    def is_said_by_another(self, hit: Hit) -> bool:
        """The person quotes what somebody else said of themselves."""
        line = hit.found.string
        opening = line.rfind('"', 0, hit.found.start())
        return self.is_quoted(hit) and _ends_with("others_said", line[max(0, opening - REACH) : opening])

    def is_light(self, hit: Hit) -> bool:
        """Laughter, or a trifle as the cause: "one more email and I'll kill myself lol"."""
        if hit.rule.firm or self._matches("earnest", hit.surroundings):
            return False
        over_a_trifle = self._matches("trifle", hit.sentence) and self._matches("trifle_link", hit.sentence)
        return over_a_trifle or self._matches("laughter", hit.surroundings)

    def is_soon(self, hit: Hit) -> bool:
        """A time within a day stands in this sentence or the next."""
        return self._matches("soon", hit.surroundings)

    def _matches(self, name: str, words: str) -> bool:
        if (name, words) not in self._seen:
            self._seen[name, words] = bool(_expressions()[name].search(words))
        return self._seen[name, words]


def has_means(line: str) -> bool:
    """The line speaks of means at hand."""
    return bool(_expressions()["means"].search(line))


def _ends_with(name: str, words: str) -> bool:
    # Only the last words can end there, so a short tail is enough and keeps this cheap.
    tail = f" {words[-160:].strip()} "
    return any(found.end() == len(tail) - 1 for found in _expressions()[name].finditer(tail))


@cache
def _expressions() -> dict[str, re.Pattern[str]]:
    wordings: dict[str, list[str]] = yaml.safe_load((WORDINGS / CONTEXT).read_text(encoding="utf-8"))
    return {name: compile_wordings(tuple(says)) for name, says in wordings.items()}
