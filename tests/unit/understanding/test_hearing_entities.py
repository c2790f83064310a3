"""Dates, durations, rhythms, people and channels are found where they stand, in the person's zone."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.hearing.entities import Entity, channel_entities, people_entities, places_of_known, time_entities
from bot.understanding.hearing.moment import local_moment
from bot.understanding.hearing.plain_text import LONGEST_TEXT

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Thursday


def found(entities: list[Entity], text: str) -> list[tuple[str, Any, str]]:
    return [(entity["entity"], entity["value"], text[entity["start"] : entity["end"]]) for entity in entities]


@pytest.mark.parametrize(
    ("text", "kind", "value", "words"),
    [
        ("I rang Ben last Tuesday", "date", "2026-03-10", "last Tuesday"),
        ("rang Ben the day before yesterday", "date", "2026-03-10", "the day before yesterday"),
        ("remind me on 3 May", "date", "2026-05-03", "3 May"),
        ("we met on 3 May", "date", "2025-05-03", "3 May"),
        ("remind me tomorrow", "date", "2026-03-13", "tomorrow"),
        ("nudge me next friday", "date", "2026-03-13", "next friday"),
        ("remind me to ring Ana on monday", "date", "2026-03-16", "on monday"),
        ("I rang Ana on monday", "date", "2026-03-09", "on monday"),
        ("ask me again in two weeks", "date", "2026-03-26", "in two weeks"),
        ("remind me in a month", "date", "2026-04-12", "in a month"),
        ("will ring her tonight at eight", "date", "2026-03-12", "tonight"),
        ("caled her ystrday", "date", "2026-03-11", "ystrday"),
        ("we talked for half an hour", "duration", 30, "half an hour"),
        ("an hour and a half on the phone", "duration", 90, "an hour and a half"),
        ("chatted 20 mins", "duration", 20, "20 mins"),
        ("add Ben every second Sunday", "rhythm", 14, "every second Sunday"),
        ("add Ben twice a month", "rhythm", 15, "twice a month"),
        ("I want to see her once a week", "rhythm", 7, "once a week"),
        ("🙂🙂 “rang” him yesterday…", "date", "2026-03-11", "yesterday"),
    ],
)
def test_a_time_is_found_where_it_stands(text: str, kind: str, value: object, words: str) -> None:
    assert (kind, value, words) in found(time_entities(text, NOW), text)


def test_the_zone_decides_which_day_tomorrow_is() -> None:
    late = {"now": "2026-03-12T23:30:00+00:00"}
    [there] = time_entities("tomorrow", local_moment({**late, "zone": "Asia/Tokyo"}))
    [here] = time_entities("tomorrow", local_moment({**late, "zone": "America/New_York"}))
    assert (there["value"], here["value"]) == ("2026-03-14", "2026-03-13")


@pytest.mark.parametrize("metadata", [None, {}, {"now": 5, "zone": 5}, {"now": "soon", "zone": "../etc"}, {"zone": ""}])
def test_without_a_readable_moment_it_is_now_in_utc(metadata: Any) -> None:
    moment = local_moment(metadata)
    assert moment.utcoffset() == datetime.now(UTC).utcoffset()
    assert abs((moment - datetime.now(UTC)).total_seconds()) < 60


def test_a_moment_may_end_in_z() -> None:
    assert local_moment({"now": "2026-03-12T19:00:00Z", "zone": "Europe/Berlin"}) == NOW


def test_a_name_carries_the_relation_that_was_said() -> None:
    [anna] = people_entities("rang my sister Anna", [])
    assert anna == {"entity": "person", "value": "Anna", "start": 15, "end": 19, "relation": "family"}


def test_somebody_without_a_name_is_a_relation() -> None:
    [somebody] = people_entities("met a guy from work yesterday", [])
    assert somebody == {"entity": "relation", "value": "colleague", "start": 6, "end": 19}


def test_whoever_is_known_is_found_wherever_they_stand() -> None:
    text = "what do you know about bo, and about 愛子?"
    known = [(start, end) for start, end in places_of_known(text, ["Bo", "愛子"])]
    assert found(people_entities(text, known), text) == [("person", "bo", "bo"), ("person", "愛子", "愛子")]


@pytest.mark.parametrize("known", [[(0, 0)], [(-3, 2)], [(5, 2)], [(0, 9999)]])
def test_places_outside_the_text_are_passed_over(known: list[tuple[int, int]]) -> None:
    assert people_entities("hm, what now", known) == []


def test_channels_are_found_where_they_are_named() -> None:
    text = "texted Ana, then a video call on Zoom"
    assert [channel for _, channel, _ in found(channel_entities(text), text)] == ["text", "video", "video"]


PIECES = re.findall(
    r"\S+",
    "I rang Ben and my sister Anna yesterday at 7 for 20 minutes not on 3/4 every second Sunday , . “ ” ’s 🙂 n w/ mr "
    "29 february in 999 years next İ friday 𝕏 from the to met caled yday half an hour a called",
)


def everything(text: str) -> list[Entity]:
    known = [(start, end) for start, end in places_of_known(text, ["Ben", "Anna Schmidt", "愛"])]
    return [*time_entities(text, NOW), *people_entities(text, known), *channel_entities(text)]


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=50).map(" ".join)))
def test_any_text_gives_entities_within_the_text(text: str) -> None:
    for entity in everything(text):
        assert 0 <= entity["start"] < entity["end"] <= len(text)
        if entity["entity"] == "person":
            assert entity["value"] == text[entity["start"] : entity["end"]]


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_are_read_fast_and_to_their_limit_only(piece: str) -> None:
    text = f"{piece} " * 5000
    began = time.thread_time()
    entities = everything(text[:5000])
    assert time.thread_time() - began < 0.25
    assert all(entity["end"] <= LONGEST_TEXT for entity in entities)
