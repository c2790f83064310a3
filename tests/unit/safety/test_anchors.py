"""A wording is never passed over where it holds: whatever it matches has one of its anchors."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.safety.anchors import anchors
from bot.safety.rules import Rule, Wording, rule_book, with_parts

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz 019,.")
LOOKAROUND = re.compile(r"\(\?(?:=|!|<=|<!)(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")


def _matching(wording: Wording) -> st.SearchStrategy[str]:
    """Texts that the wording matches, without what only stands beside it."""
    bare = re.sub(r"~\d ?", "(?:[a-z]{1,3} ){0,1}", LOOKAROUND.sub("", with_parts(wording.says)))
    return st.from_regex(bare, fullmatch=True, alphabet=LETTERS)


@pytest.mark.parametrize("rule", rule_book().rules, ids=lambda rule: rule.id)
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_wording_matches_holds_one_of_its_anchors(rule: Rule, data: st.DataObject) -> None:
    mine = [wording for wording in rule_book().wordings if wording.rule is rule]
    wording = data.draw(st.sampled_from(mine))
    assert wording.anchors & set(data.draw(_matching(wording)).split())


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("i want to die", {"die"}),
        ("~2 (?:kill|end) myself", {"myself"}),
        ("i (?:cut|burn) me", {"cut", "burn"}),
        ("i (?:cut|burn it) me", {"cut", "burn"}),
        ("pills?(?= [.,])", {"pill", "pills"}),
        ("i (?:really )?drown", {"drown"}),
        ("hurt(?:ing)? him now", {"now"}),
        (r"\w+ \d", set()),
        (r"hallucinat\w+ again", {"again"}),
        ("(?:gun|[0-9])", set()),
        ("(?<=[.] )suicidal", {"suicidal"}),
        ("no (?:point|reason) to(?: keep)? live", {"live"}),
    ],
)
def test_the_anchors_of_a_wording(wording: str, expected: set[str]) -> None:
    assert anchors(wording) == expected
