"""Free text about a contact is read field by field, and guesses are marked."""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.hearing.connection import ParsedConnection, parse_connection

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
KNOWN = ("Ben", "Mum", "Will")
EMPTY: dict[str, Any] = {
    "contacts": [],
    "channel": None,
    "minutes": None,
    "started_by": None,
    "support_received": [],
    "support_given": [],
    "feeling": None,
}
CASES = yaml.safe_load((Path(__file__).parent / "reports.yml").read_text(encoding="utf-8"))


def parse(text: str, now: datetime = NOW, zone: ZoneInfo = BERLIN, known: tuple[str, ...] = KNOWN) -> ParsedConnection:
    return parse_connection(text, now=now, zone=zone, known=known)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_report_is_read_as_it_was_meant(case: dict[str, Any]) -> None:
    wanted = {**EMPTY, "when": "2026-03-01", "uncertain": [], **case}
    says = wanted.pop("says")
    wanted["when"] = str(wanted["when"])
    assert parse(says).as_json() == wanted


@pytest.mark.parametrize(
    "text",
    [
        "I will call Ben tomorrow",
        "I want to ring Ben",
        "I tried to ring Ben, he didn't pick up",
        "I haven't seen Ben for ages",
        "never met Ben",
    ],
)
def test_what_was_not_done_did_not_happen(text: str) -> None:
    assert not parse(text).happened


def test_what_was_done_after_a_failed_try_did_happen() -> None:
    assert parse("I couldn't reach Ben on Monday, but yesterday we met").happened


def test_yesterday_at_half_past_midnight_is_the_local_day_before() -> None:
    just_after_midnight = datetime(2026, 3, 29, 22, 30, tzinfo=UTC)  # 00:30 on Monday, the clocks changed on Sunday
    assert parse("I rang Ben yesterday", just_after_midnight).day == date(2026, 3, 29)


def test_an_hour_ago_just_after_midnight_was_on_the_day_before() -> None:
    assert parse("rang Ben an hour ago", datetime(2026, 3, 1, 23, 30, tzinfo=UTC)).day == date(2026, 3, 1)


def test_the_zone_decides_which_day_it_is() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert parse("rang Ben today", late, ZoneInfo("Asia/Tokyo")).day == date(2026, 3, 2)
    assert parse("rang Ben today", late, ZoneInfo("America/New_York")).day == date(2026, 3, 1)


def test_a_weekday_is_the_most_recent_past_one_even_on_that_weekday() -> None:
    assert parse("met Ben on Sunday").day == date(2026, 2, 22)


def test_tonight_in_the_small_hours_is_the_evening_that_has_ended() -> None:
    heard = parse("met Ben tonight", datetime(2026, 3, 1, 1, 0, tzinfo=UTC))
    assert (heard.day, "when" in heard.uncertain) == (date(2026, 2, 28), True)


def test_two_different_days_leave_the_day_uncertain() -> None:
    assert "when" in parse("I rang Ben on Monday and saw him on Friday").uncertain


def test_a_time_without_a_day_is_today() -> None:
    heard = parse("called Ben at 8:15")
    assert heard.when == "2026-03-01T08:15+01:00"
    assert not heard.dated


def test_the_relation_that_was_said_is_kept_beside_the_name() -> None:
    assert parse("met my sister Anna and my friend Jo").relations == {"Anna": "family", "Jo": "friend"}


def test_somebody_only_described_is_marked_as_such() -> None:
    assert parse("met a colleague for lunch").described == ["colleague"]


def test_a_known_name_that_is_also_a_word_needs_its_capital() -> None:
    assert parse("I will see", known=("Will",)).contacts == []
    assert parse("rang Will", known=("Will",)).contacts == ["Will"]


def test_a_known_name_of_two_words_wins_over_its_first() -> None:
    assert parse("rang anna schmidt today", known=("Anna", "Anna Schmidt")).contacts == ["anna schmidt"]


def test_a_name_in_curly_quotes_and_apostrophes_is_read_the_same() -> None:
    assert parse("I didn’t ring Ben, but “Ana” rang me").contacts == ["Ana"]


@pytest.mark.parametrize(
    "text", ["", " ", "🙂🙂", "'s", "/log", "مرحبا يا صديقي", "12", "....", "my", "a" * 5000, "$%&{}"]
)
def test_odd_text_is_read_without_failing(text: str) -> None:
    assert parse(text).day == date(2026, 3, 1)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_a_past_day_and_sensible_numbers(text: str) -> None:
    heard = parse(text)
    assert heard.day <= date(2026, 3, 1)
    assert heard.minutes is None or 1 <= heard.minutes <= 1440
    assert heard.feeling is None or 1 <= heard.feeling <= 5
    assert set(heard.uncertain) <= set(heard.as_json())


PIECES = re.findall(r"\S+", "I rang Ben and my sister Anna yesterday at 7 for 20 minutes not on 3/4 , .")


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_shuffling_of_a_report_is_read_without_failing(words: list[str]) -> None:
    assert parse(" ".join(words)).day <= date(2026, 3, 1)


REPEATED = [
    "I rang Ben yesterday for 20 minutes, ",
    "Ben ",
    "and ",
    "my sister ",
    "1 ",
    "on 3/4 at 7 ",
    "I didn't call ",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_reading_stays_fast_for_long_text(piece: str) -> None:
    known = [f"Name{number} Schmidt" for number in range(100)]
    long, short = (piece * 5000)[:5000], (piece * 300)[:300]
    assert _seconds(short, known) < 0.02
    assert _seconds(long, known) < 0.1


def _seconds(text: str, known: list[str]) -> float:
    """The best of three, because the machine is shared."""
    best = 1.0
    for _ in range(3):
        start = time.thread_time()
        parse(text, known=tuple(known))
        best = min(best, time.thread_time() - start)
    return best
