"""The wordings that speak of danger, as data (`wordings/*.yml`), compiled once. What they mean together: `detect`.

In a wording `~3` stands for up to three words, `<me>` for a named part of `parts.yml`; the rest is a regular expression
over the line that `spelling.plain_words` makes. Gaps are bounded, so matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from bot.safety.anchors import anchors

WORDINGS = Path(__file__).with_name("wordings")
PARTS = "parts.yml"
PARTS_WITHIN_PARTS = 2
REACH = 400
"""How far a sentence without end is looked at around a wording; keeps long texts cheap."""
CONTEXT = "context.yml"
NOT_RULES = (PARTS, CONTEXT, "spellings.yml")

Kind = Literal[
    "suicide",
    "self_harm",
    "violence_to_others",
    "abuse",
    "acute_danger",
    "medical",
    "overdose",
    "eating_disorder",
    "psychosis",
    "third_person",
]


class Rule(BaseModel):
    """One way of speaking of danger."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kinds: tuple[Kind, ...] = ()
    level: Literal["concern", "risk", "imminent"]
    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Idioms and harmless readings: not counted where one of these occurs in the same sentence."""
    negated: bool = False
    """The wording holds its own "not", so a "not" inside it does not undo it."""
    plan: bool = False
    """An intention: with means at hand or a time within a day it is imminent."""
    firm: bool = False
    """Laughter and trifles beside it do not weaken it."""


class Wording:
    """One wording of a rule, compiled."""

    def __init__(self, rule: Rule, says: str, unless: re.Pattern[str] | None) -> None:
        self.rule = rule
        self.says = says
        self.anchors = anchors(with_parts(says))
        self._says = compile_wordings((says,))
        self._unless = unless

    def hits(self, line: str) -> Iterator[re.Match[str]]:
        """Every place of the line where it holds and no idiom of its rule explains it."""
        explained: dict[str, bool] = {}
        for found in self._says.finditer(line):
            sentence = sentence_of(line, found)
            if sentence not in explained:
                explained[sentence] = bool(self._unless and self._unless.search(sentence))
            if not explained[sentence]:
                yield found


class RuleBook:
    """All rules; a wording is tried only where one of its anchors occurs, which keeps the gate fast."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self.wordings: list[Wording] = []
        self._by_word: dict[str, list[Wording]] = {}
        self._everywhere: list[Wording] = []
        for rule in rules:
            unless = compile_wordings(rule.unless) if rule.unless else None
            for says in rule.says:
                self._file(Wording(rule, says, unless))

    def hits(self, line: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Each place of the line where a wording holds, with its rule."""
        words = self._by_word.keys() & set(line.split())
        tried = {id(wording): wording for word in words for wording in self._by_word[word]}
        for wording in (*tried.values(), *self._everywhere):
            for found in wording.hits(line):
                yield wording.rule, found

    def _file(self, wording: Wording) -> None:
        self.wordings.append(wording)
        if not wording.anchors:
            self._everywhere.append(wording)
        for word in wording.anchors:
            self._by_word.setdefault(word, []).append(wording)


@cache
def rule_book() -> RuleBook:
    """The rules of this installation, read and compiled at the first use."""
    rules: list[Rule] = []
    for path in sorted(WORDINGS.glob("*.yml")):
        if path.name not in NOT_RULES:
            rules += [Rule.model_validate(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return RuleBook(rules)


def compile_wordings(wordings: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for several wordings. Raises KeyError for a `<part>` that is not in `parts.yml`."""
    return re.compile("|".join(f"(?<= )(?:{_expand(wording)})(?= )" for wording in wordings))


def sentence_of(line: str, found: re.Match[str], more: int = 0) -> str:
    """The sentence around a match and `more` sentences after it, at most `REACH` characters to either side."""
    earliest, latest = max(0, found.start() - REACH), min(len(line), found.end() + REACH)
    dot = line.rfind(" . ", earliest, found.start() + 1)
    end = found.end() - 1
    for _ in range(more + 1):
        end = line.find(" . ", end + 1, latest)
        if end < 0:
            break
    return line[earliest if dot < 0 else dot + 2 : latest if end < 0 else end + 1]


def _expand(wording: str) -> str:
    return re.sub(r"~(\d) ?", lambda gap: f"(?:[a-z0-9,]+ ){{0,{gap[1]}}}", with_parts(wording))


def with_parts(wording: str) -> str:
    """The wording with every `<part>` written out. Raises KeyError for a part that is not in `parts.yml`."""
    for _ in range(PARTS_WITHIN_PARTS):
        wording = re.sub(r"<(\w+)>", lambda part: f"(?:{_parts()[part[1]]})", wording)
    return wording


@cache
def _parts() -> dict[str, str]:
    parts: dict[str, str] = yaml.safe_load((WORDINGS / PARTS).read_text(encoding="utf-8"))
    return {name: " ".join(words.split()) for name, words in parts.items()}
