"""What the gate finds in texts, and what it leaves alone. The texts stand in two files beside this one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.safety.detect import KINDS, Level, assess

HERE = Path(__file__).parent


def _texts(name: str) -> list[tuple[str, str]]:
    groups: dict[str, list[str]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [(group, text) for group, texts in groups.items() for text in texts]


DANGEROUS = [(group, *text.rsplit(" | ", 1)) for group, text in _texts("dangerous.yml")]
HARMLESS = _texts("harmless.yml")


@pytest.mark.parametrize(("group", "text", "level"), DANGEROUS)
def test_a_text_that_speaks_of_danger_is_found_at_its_level(group: str, text: str, level: str) -> None:
    assert assess(text).level == level


@pytest.mark.parametrize(("kind", "text"), [(group, text) for group, text, _ in DANGEROUS if group in KINDS])
def test_a_text_that_speaks_of_danger_names_its_kind(kind: str, text: str) -> None:
    assert kind in assess(text).kinds


@pytest.mark.parametrize(("group", "text"), HARMLESS)
def test_a_harmless_text_is_left_alone(group: str, text: str) -> None:
    assert assess(text).level is Level.NONE


def test_there_are_enough_texts_of_both_sides() -> None:
    assert len(DANGEROUS) >= 150
    assert len(HARMLESS) >= 120


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_texts_of_its_own(kind: str) -> None:
    assert sum(group == kind for group, *_ in DANGEROUS) >= 5


def test_danger_in_the_middle_of_a_long_harmless_text_is_found() -> None:
    text = f"{'We talked about the garden and the weather. ' * 40}I want to kill myself. {'Then we had tea. ' * 40}"
    assert assess(text).level is Level.RISK


def test_danger_at_the_end_of_an_overlong_text_is_found() -> None:
    assert assess("la " * 20_000 + "I want to kill myself").level is Level.RISK


def test_a_time_within_a_day_makes_a_plan_imminent() -> None:
    assert assess("I will kill myself").level is Level.RISK
    assert assess("I will kill myself in an hour").level is Level.IMMINENT


def test_means_named_in_another_sentence_make_a_plan_imminent() -> None:
    assert assess("I want to end my life. The pills are next to me.").level is Level.IMMINENT


def test_laughter_beside_it_leaves_a_concern() -> None:
    assert assess("i want to kill myself lol").level is Level.CONCERN


def test_laughter_does_not_weaken_an_act_begun() -> None:
    assert assess("lol i took all my pills").level is Level.IMMINENT


def test_a_past_that_is_over_leaves_a_concern_unless_it_is_back() -> None:
    assert assess("I used to cut myself when I was 15").level is Level.CONCERN
    assert assess("I used to cut myself when I was 15 and lately I started cutting again").level is Level.RISK


def test_a_denial_of_one_thing_does_not_hide_another() -> None:
    assert assess("I don't want to die but my husband hits me").kinds == ("abuse",)


def test_a_more_urgent_level_has_a_higher_score() -> None:
    texts = ["Hello Ben", "I feel so hopeless", "I want to die", "I took all my pills"]
    scores = [assess(text).score for text in texts]
    assert scores == sorted(scores) and len(set(scores)) == 4


def test_only_risk_and_imminent_call_for_the_protocol() -> None:
    assert [assess(text).is_danger for text in ("Hello", "I hate my life", "I want to die")] == [False, False, True]
