"""Not understood several times in a row: each answer is another one, the third names help and a person."""

from __future__ import annotations

from itertools import pairwise

from tests.unit.conversation.conftest import Somebody

RINGS_OR_LIST = {"see_network": 0.31, "see_contacts": 0.29, "help": 0.03}


def test_a_third_in_a_row_names_help_and_a_person(somebody: Somebody) -> None:
    somebody.answering.settings = somebody.answering.settings.model_copy(update={"operator_contact": "a@b.example"})
    said = [somebody.types(text) for text in ("qwertz", "asdfg", "yxcvb", "poiuz", "lkjhg")]
    assert ["/help" in text for text in said] == [False, False, True, True, True]
    assert all("a@b.example" in text for text in said[2:])
    assert "Note a contact" in somebody.titles()


def test_a_third_in_a_row_without_an_operator_names_no_one_in_vain(somebody: Somebody) -> None:
    said = [somebody.types(text) for text in ("qwertz", "asdfg", "yxcvb")]
    assert "/help" in said[-1]
    assert "{" not in said[-1]


def test_the_same_block_never_comes_twice_in_a_row(somebody: Somebody) -> None:
    rankings = [{}, RINGS_OR_LIST, {}, {}, RINGS_OR_LIST, {}, {}, {}]
    said = [somebody.types(f"mmpf {place}", ranking) for place, ranking in enumerate(rankings)]
    assert all(first != second for first, second in pairwise(said))


def test_something_understood_in_between_ends_the_row(somebody: Somebody) -> None:
    somebody.types("qwertz")
    somebody.types("asdfg")
    somebody.means("thanks", "thank you")
    assert "/help" not in somebody.types("yxcvb")


def test_a_tap_in_between_ends_the_row(somebody: Somebody) -> None:
    somebody.types("qwertz")
    somebody.types("asdfg")
    somebody.taps("One thing for today")
    assert "/help" not in somebody.types("yxcvb")


def test_asking_for_other_words_does_not_end_the_row(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.types("grmbl")
    somebody.types("neither")
    assert "/help" in somebody.types("yxcvb")


def test_what_was_surely_out_of_scope_counts_in_the_row(somebody: Somebody) -> None:
    somebody.means("out_of_scope", "what is the capital of peru")
    somebody.types("asdfg", {"out_of_scope": 0.2})
    assert "/help" in somebody.types("yxcvb")


def test_a_reminder_in_between_does_not_end_the_row(somebody: Somebody) -> None:
    somebody.types("qwertz")
    somebody.types("asdfg")
    somebody.answering.notice(somebody.chat_id, "gateway.starting")
    assert "/help" in somebody.types("yxcvb")
