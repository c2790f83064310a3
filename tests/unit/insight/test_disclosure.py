"""No set of released counts is left with a few people after subtraction."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.insight.disclosure import Told, release

STRETCHES = st.tuples(st.integers(0, 20), st.lists(st.integers(0, 18), min_size=1, max_size=3))
"""A question about neighbours in a row: where they start, and how many are in each part."""


def crowd(count: int, start: int = 0) -> frozenset[str]:
    return frozenset(str(number) for number in range(start, start + count))


def test_a_group_of_ten_is_told_and_one_of_nine_is_not() -> None:
    assert release({"all": crowd(10)}).total == 10
    assert release({"all": crowd(9)}).total is None


def test_counts_are_rounded_to_five() -> None:
    assert [release({"all": crowd(size)}).total for size in (12, 13, 17, 18)] == [10, 15, 15, 20]


def test_a_minimum_under_five_is_refused() -> None:
    with pytest.raises(SettingsError, match="5 or more"):
        release({"all": crowd(10)}, minimum=4)


def test_a_minimum_of_five_may_be_set() -> None:
    assert release({"all": crowd(5)}, minimum=5).total == 5


def test_groups_that_share_people_are_refused() -> None:
    with pytest.raises(ValueError, match="share"):
        release({"a": crowd(12), "b": crowd(12, start=6)})


def test_one_small_part_takes_a_second_part_with_it() -> None:
    told = release({"a": crowd(20), "b": crowd(15, 20), "c": crowd(3, 35)})
    assert told.total == 40
    assert told.cells == {"a": 20, "b": None, "c": None}


def test_two_small_parts_that_hold_ten_together_need_no_third() -> None:
    told = release({"a": crowd(20), "b": crowd(6, 20), "c": crowd(7, 26)})
    assert told.cells == {"a": 20, "b": None, "c": None}


def test_an_empty_part_cannot_be_computed_either() -> None:
    told = release({"a": crowd(20), "b": crowd(12, 20), "c": frozenset()})
    assert told.cells == {"a": 20, "b": None, "c": None}


def test_parts_are_all_told_where_none_is_small() -> None:
    told = release({"a": crowd(20), "b": crowd(12, 20)})
    assert (told.total, told.cells) == (30, {"a": 20, "b": 10})


def test_a_group_that_differs_from_an_earlier_one_by_one_person_is_withheld() -> None:
    earlier = [Told(crowd(30))]
    assert release({"all": crowd(31)}, earlier).total is None
    assert release({"all": crowd(29)}, earlier).total is None


def test_a_group_that_differs_from_an_earlier_one_by_ten_people_is_told() -> None:
    assert release({"all": crowd(40)}, [Told(crowd(30))]).total == 40


def test_three_counts_cannot_be_combined_to_reach_one_person() -> None:
    earlier = [Told(crowd(40)), Told(crowd(20))]
    assert release({"rest": crowd(19, 20)}, earlier).total is None


def test_an_erased_person_is_not_what_a_subtraction_is_left_with() -> None:
    left = crowd(29)
    assert release({"all": left}, [Told(left, erased=1)]).total is None


def test_an_erasure_does_not_hide_a_group_that_differs_by_many() -> None:
    assert release({"part": crowd(15)}, [Told(crowd(39), erased=1)]).total == 15


@given(
    questions=st.lists(STRETCHES, min_size=1, max_size=5),
    erased=st.sets(st.integers(0, 60).map(str), max_size=6),
    minimum=st.integers(5, 10),
)
@settings(max_examples=300, deadline=None)
def test_no_sum_or_difference_of_released_counts_isolates_a_few_people(
    questions: list[tuple[int, list[int]]], erased: set[str], minimum: int
) -> None:
    released: list[frozenset[str]] = []
    for number, (start, sizes) in enumerate(questions):
        gone = erased if number >= 2 else set()
        earlier = [Told(group - gone, len(group & gone)) for group in released]
        parts = neighbours(start, sizes, gone)
        told = release(parts, earlier, minimum)
        released += [parts[label] for label, value in told.cells.items() if value is not None]
        if told.total is not None:
            released.append(frozenset().union(*parts.values()))
    distinct = list(dict.fromkeys(released))[:7]
    assert smallest_difference(distinct) >= minimum


@given(parts=st.lists(st.integers(0, 25), min_size=1, max_size=6), minimum=st.integers(5, 10))
def test_what_is_withheld_together_is_never_few(parts: list[int], minimum: int) -> None:
    groups = {str(index): frozenset(f"{index}-{n}" for n in range(size)) for index, size in enumerate(parts)}
    told = release(groups, minimum=minimum)
    withheld = [label for label, value in told.cells.items() if value is None]
    few = withheld and sum(len(groups[label]) for label in withheld) < minimum
    assert not few or len(withheld) == len(groups)


def neighbours(start: int, sizes: list[int], gone: set[str]) -> dict[str, frozenset[str]]:
    """Disjoint groups of people who stand in a row, without those who are gone."""
    parts = {}
    for index, size in enumerate(sizes):
        parts[str(index)] = crowd(size, start) - gone
        start += size
    return parts


def smallest_difference(groups: list[frozenset[str]]) -> int:
    """The fewest people, above none, that any combination of these counts, added and subtracted, is left with."""
    everyone = sorted(frozenset().union(*groups))
    sizes = [len(everyone) + 100]
    for signs in product((-1, 0, 1), repeat=len(groups)):
        left = sum(
            1 for person in everyone if sum(sign for sign, group in zip(signs, groups, strict=True) if person in group)
        )
        if left:
            sizes.append(left)
    return min(sizes)
