"""Whatever is typed, each of these wishes gets an answer, in every state a person can be in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.people.whole_talk import Whole

WISHES = ("correct", "change_mind", "later", "ask_back", "edit_contact", "tried_in_vain", "resume_kith", "undo_last")
BEFORE = (
    ("log_connection", "called Ben yesterday"),
    ("add_contact", "add Rosa, every week"),
    ("remind_me", "remind me to call Ben on friday"),
    ("edit_contact", "Ben is a colleague"),
    ("tried_in_vain", "rang Ben, no answer"),
    ("pause_kith", "go quiet for 2 weeks"),
)
PIECES = """
no not Ben Rosa Hanna ben it was is her she call spelled Wednesday tomorrow tonight at 7 2 weeks hours minutes inner
circle outer ring 1 colleague friend every never died off list back put aside meant X's ' , . ? 👍 ß ١٢
"""
TEXTS = st.lists(st.sampled_from(PIECES.split()), max_size=9).map(" ".join) | st.text(max_size=60)


@pytest.mark.parametrize("wish", WISHES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(st.sampled_from(BEFORE), max_size=2), text=TEXTS)
def test_a_wish_is_always_answered(whole: Whole, wish: str, before: list[tuple[str, str]], text: str) -> None:
    with whole.new_turn().session.begin_nested() as attempt:
        whole.knows("Ben")
        for intent, said in before:
            whole.means(intent, said)
        whole.means(wish, text)  # asserts that something was said
        attempt.rollback()  # the next example begins where this one began
