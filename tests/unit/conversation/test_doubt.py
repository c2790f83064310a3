"""Where Kith is not sure it asks; where it did not understand it says so, each time otherwise, and leads on."""

from __future__ import annotations

import pytest

from tests.unit.conversation.conftest import Somebody

RINGS_OR_LIST = {"see_network": 0.31, "see_contacts": 0.29, "help": 0.03}
RINGS, LIST = "See your circles", "See your people"
ADD_OR_REMIND = {"add_contact": 0.32, "remind_me": 0.3}


def test_two_plausible_meanings_are_asked_about(somebody: Somebody) -> None:
    said = somebody.types("my people rings", RINGS_OR_LIST)
    assert RINGS in said
    assert LIST in said
    assert said.count("?") == 1
    assert somebody.titles() == [RINGS, LIST, "Something else"]


def test_a_single_plausible_meaning_is_asked_about(somebody: Somebody) -> None:
    assert "“Set a reminder”" in somebody.types("ana friday thing", {"remind_me": 0.3, "later": 0.05})
    assert somebody.titles() == ["Set a reminder", "Something else"]


def test_three_plausible_meanings_are_asked_about(somebody: Somebody) -> None:
    somebody.types("hm", {"today": 0.2, "help": 0.19, "whats_coming": 0.18, "why": 0.17})
    assert len(somebody.titles()) == 4


def test_a_tap_serves_what_was_typed_first(somebody: Somebody) -> None:
    somebody.types("Ottilie on the list thing", ADD_OR_REMIND)
    assert "Ottilie" in somebody.taps("Add someone")
    assert somebody.waits_for() is None


def test_what_was_typed_is_in_no_button(somebody: Somebody) -> None:
    somebody.types("Ottilie on the list thing", ADD_OR_REMIND)
    assert "Ottilie" not in str(somebody.payloads())
    waiting = somebody.waits_for()
    assert waiting is not None
    assert waiting["args"]["said"] == "Ottilie on the list thing"


@pytest.mark.parametrize("answer", ["Add someone", "add someone!", "the first one", "1", "the former", "add"])
def test_the_first_meaning_can_be_typed(somebody: Somebody, answer: str) -> None:
    somebody.types("Ottilie on the list thing", ADD_OR_REMIND)
    assert "Ottilie" in somebody.types(answer)
    assert somebody.waits_for() is None


@pytest.mark.parametrize("answer", ["see your people", "the second", "second one please", "2", "people", "the latter"])
def test_the_second_meaning_can_be_typed(somebody: Somebody, answer: str) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    first = somebody.types(answer)
    somebody.command("/contact list")
    assert first.splitlines()[0] == somebody.said[0].splitlines()[0]


def test_a_short_answer_of_the_same_meaning_serves_what_was_typed_first(somebody: Somebody) -> None:
    somebody.types("Ottilie on the list thing", ADD_OR_REMIND)
    assert "Ottilie" in somebody.means("add_contact", "yes adding")


def test_whoever_says_it_anew_is_served_by_the_new_words(somebody: Somebody) -> None:
    somebody.types("Ottilie on the list thing", ADD_OR_REMIND)
    said = somebody.means("add_contact", "please add Wendeline to the people on my list")
    assert "Wendeline" in said
    assert "Ottilie" not in said


def test_something_else_that_is_clear_is_served(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    assert "program" in somebody.means("are_you_human", "are you a human being?")
    assert somebody.waits_for() is None


@pytest.mark.parametrize("answer", ["neither", "none of these", "no", "something else"])
def test_neither_asks_for_other_words(somebody: Somebody, answer: str) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    assert "words" in somebody.types(answer)
    assert "Help" in somebody.titles()
    assert somebody.waits_for() is None


def test_the_button_something_else_asks_for_other_words(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    assert "words" in somebody.taps("Something else")


def test_both_are_served_one_after_the_other(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    said = somebody.types("both please")
    assert LIST in somebody.titles()
    assert said.count("?") == 1
    assert LIST in somebody.said[-1]
    somebody.types("yes")
    assert somebody.waits_for() is None


def test_both_where_the_first_asks_something_leaves_the_second_for_then(somebody: Somebody) -> None:
    somebody.types("someone new and a nudge", ADD_OR_REMIND)
    somebody.types("both")
    waiting = somebody.waits_for()
    assert waiting is not None
    assert waiting["flow"].startswith("network.")
    assert somebody.said[-1].startswith("One thing at a time")


def test_a_no_to_the_rest_of_both_is_fine(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.types("both")
    assert "misread" not in somebody.types("no")
    assert somebody.waits_for() is None


def test_a_yes_to_two_things_asks_which_and_then_gives_up_kindly(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.types("yes")
    assert somebody.titles() == [RINGS, LIST, "Something else"]
    somebody.types("yes")
    assert "Practise" in somebody.titles()


def test_a_question_back_asks_which_once_more(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.means("ask_back", "what do you mean by that?")
    assert somebody.titles() == [RINGS, LIST, "Something else"]
    somebody.types("the first one")
    assert somebody.waits_for() is None


@pytest.mark.parametrize(
    "text", ["🙂", "?", "x" * 5000, "{said} {0}", "word " * 900, "‮abc", "’’", "1" * 40, "и́", "a\tb\nc"]
)
def test_no_text_is_too_odd_to_ask_about_or_to_answer_with(somebody: Somebody, text: str) -> None:
    assert somebody.types(text, RINGS_OR_LIST)
    assert somebody.types(text, RINGS_OR_LIST)
    assert somebody.types(text)


def test_an_old_button_says_that_its_question_is_over(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.means("are_you_human", "are you a human being?")
    assert "no longer" in somebody.taps(RINGS)


def test_a_command_ends_the_question(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.command("/help")
    assert somebody.waits_for() is None


def test_without_a_plausible_meaning_it_says_so_and_what_is_possible(somebody: Somebody) -> None:
    somebody.types("qwertz uiop")
    assert somebody.titles() == ["Practise", "One thing for today", "Add someone", "Note a contact", "Help"]
    assert somebody.waits_for() is None


def test_an_answer_that_is_again_not_understood_leads_to_what_is_possible(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.types("grmbl", RINGS_OR_LIST)
    assert "Note a contact" in somebody.titles()
    assert somebody.waits_for() is None


@pytest.mark.parametrize("title", ["Practise", "One thing for today", "Add someone", "Note a contact", "Help"])
def test_everything_that_is_offered_is_served(somebody: Somebody, title: str) -> None:
    somebody.types("qwertz uiop")
    assert somebody.taps(title)
    assert "old" not in somebody.said[0]


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("i feel so lonely", "hard"),
        ("my dog has died", "sorry"),
        ("i rang Ben yesterday for an hour", "Ben"),
    ],
)
def test_what_the_rules_hear_comes_before_any_question(somebody: Somebody, text: str, hears: str) -> None:
    said = somebody.types(text, RINGS_OR_LIST)
    assert hears in said or "Thank you for telling me" in said
    assert RINGS not in somebody.titles()


def test_something_heavy_in_answer_to_the_question_is_heard(somebody: Somebody) -> None:
    somebody.types("my people rings", RINGS_OR_LIST)
    somebody.types("i feel so lonely", RINGS_OR_LIST)
    assert "Note a contact" not in somebody.titles()
    assert "/help" not in somebody.said[0]


def test_shortly_after_danger_nothing_is_brushed_aside(somebody: Somebody) -> None:
    somebody.command("i want to kill myself")
    somebody.does(lambda turn: turn.stop_waiting())
    said = somebody.types("mmpf", RINGS_OR_LIST)
    assert RINGS not in said
    assert "Note a contact" not in somebody.titles()
    assert said.startswith(("I hear you.", "Thank you for telling me."))
