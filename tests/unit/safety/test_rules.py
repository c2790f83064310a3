"""The wordings themselves: each can be found, none is written so that it could never match."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bot.safety.detect import KINDS
from bot.safety.rules import Rule, compile_wordings, rule_book, sentence_of

RULES = rule_book().rules


def test_every_rule_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


def test_every_kind_has_rules() -> None:
    assert {kind for rule in RULES for kind in rule.kinds} == set(KINDS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_wording_ends_where_it_could_never_match(rule: Rule) -> None:
    for wording in (*rule.says, *rule.unless):
        assert not re.search(r"(~\d|\s)$", wording), wording


def test_every_wording_has_words_by_which_it_is_found_fast() -> None:
    assert [wording.says for wording in rule_book().wordings if not wording.anchors] == []


def test_a_gap_takes_up_to_its_number_of_words() -> None:
    expression = compile_wordings(("want ~2 tea",))
    assert expression.search(" i want some hot tea ")
    assert not expression.search(" i want some very hot tea ")


def test_a_gap_does_not_cross_a_sentence() -> None:
    assert not compile_wordings(("want ~2 tea",)).search(" i want . tea ")


def test_a_wording_matches_whole_words_only() -> None:
    assert not compile_wordings(("kill",)).search(" skill killer ")


def test_the_sentence_around_a_match_ends_at_its_full_stops() -> None:
    line = " . one two . three four . five . "
    found = re.search("three", line)
    assert found is not None
    assert sentence_of(line, found) == " three four "
    assert sentence_of(line, found, more=1) == " three four . five "
