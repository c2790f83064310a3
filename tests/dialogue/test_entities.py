"""The engine's extractors, in the engine's own Python: entities with their places, and nothing of them at rest."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from bot.engine import model
from bot.settings import ROOT, load_settings

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(
        not (ROOT / ".venv-engine").exists(), reason="the engine's environment is missing: ./kith test makes it"
    ),
]

MOMENT = {"inbox_id": 1, "now": "2026-03-12T19:00:00+00:00", "zone": "Europe/Berlin"}
SAID = (
    {"text": "🙂 rang ben last Tuesday for half an hour", "metadata": {**MOMENT, "known": [[7, 10]]}},
    {"text": "add my sister “Anna”, every second Sunday", "metadata": {**MOMENT, "known": []}},
    {"text": "video call with a guy from work", "metadata": None},
    {"text": "", "metadata": {"now": 7, "zone": [], "known": [[1], "x", [None, 2]]}},
    {"text": "/session_start", "metadata": MOMENT},
)


@pytest.fixture(scope="module")
def heard() -> list[dict[str, Any]]:
    ran = subprocess.run(
        [str(model.engine_python()), "-m", "tests.dialogue.entities_found"],
        cwd=ROOT,
        env=model.engine_environment(load_settings()),
        input=json.dumps(SAID),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[dict[str, Any]] = json.loads(ran.stdout.splitlines()[-1])
    return answers


def spans(heard: list[dict[str, Any]], place: int) -> dict[str, tuple[Any, str, str]]:
    text = str(SAID[place]["text"])
    return {
        entity["entity"]: (entity["value"], text[entity["start"] : entity["end"]], entity["extractor"])
        for entity in heard[place]["entities"]
    }


def test_dates_durations_people_and_channels_are_found(heard: list[dict[str, Any]]) -> None:
    assert spans(heard, 0) == {
        "date": ("2026-03-10", "last Tuesday", "TimeExtractor"),
        "duration": (30, "half an hour", "TimeExtractor"),
        "person": ("ben", "ben", "PeopleExtractor"),
        "channel": ("call", "rang", "ChannelExtractor"),
    }


def test_a_new_name_carries_its_relation_and_a_rhythm_is_days(heard: list[dict[str, Any]]) -> None:
    assert spans(heard, 1) == {
        "person": ("Anna", "Anna", "PeopleExtractor"),
        "rhythm": (14, "every second Sunday", "TimeExtractor"),
    }
    assert [entity.get("relation") for entity in heard[1]["entities"] if entity["entity"] == "person"] == ["family"]


def test_without_metadata_the_rest_is_still_found(heard: list[dict[str, Any]]) -> None:
    assert spans(heard, 2) == {
        "channel": ("video", "video call", "ChannelExtractor"),
        "relation": ("colleague", "guy from work", "PeopleExtractor"),
    }


@pytest.mark.parametrize("place", [3, 4])
def test_nothing_is_found_in_nothing_and_in_commands(heard: list[dict[str, Any]], place: int) -> None:
    assert heard[place]["entities"] == []


def test_nothing_of_a_text_its_entities_or_its_metadata_is_kept_at_rest(heard: list[dict[str, Any]]) -> None:
    kept = json.dumps([answer["kept"] for answer in heard])
    for secret in ("ben", "Anna", "Tuesday", "2026-03", "Europe/Berlin", "known", "video"):
        assert secret not in kept
