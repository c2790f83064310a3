"""The engine's files fit together: each intent has a rule, an action and a service, and forms stand with actions."""

from __future__ import annotations

from typing import Any

import yaml

from bot.gateway.routes import ROUTES
from bot.settings import ROOT

DIALOGUES = ROOT / "dialogues"


def read(name: str) -> Any:
    return yaml.safe_load((DIALOGUES / name).read_text(encoding="utf-8"))


def intents() -> list[str]:
    return list(read("domain/intents.yml")["intents"])


def rules() -> dict[str, str]:
    """Action by intent."""
    steps = [rule["steps"] for rule in read("rules/intents.yml")["rules"]]
    return {intent["intent"]: action["action"] for intent, action in steps}


def test_there_are_thirty_nine_intents_and_none_twice() -> None:
    assert len(intents()) == len(set(intents())) == 39


def test_every_intent_has_a_rule_of_its_own_and_doubt_has_one() -> None:
    assert rules() == {**{intent: f"action_{intent}" for intent in intents()}, "nlu_fallback": "action_ask_which"}


def test_every_rule_holds_outside_forms_only() -> None:
    conditions = [rule["condition"] for rule in read("rules/intents.yml")["rules"]]
    assert all(condition == [{"active_loop": None}] for condition in conditions)


def test_every_action_of_a_rule_stands_in_the_domain_beside_the_forms() -> None:
    domain = read("domain/forms_and_actions.yml")
    assert set(rules().values()) | set(domain["forms"]) | {"action_session_start"} == set(domain["actions"])


def test_every_intent_is_served_by_a_subject() -> None:
    assert set(intents()) == ROUTES.intents.keys()


def test_every_rule_is_told_in_a_story() -> None:
    told = {(said["intent"], done["action"]) for said, done in turns_outside_forms()}
    assert set(rules().items()) - told == set()


def test_no_two_stories_have_the_same_name() -> None:
    names = [story["story"] for story in stories()]
    assert len(set(names)) == len(names)


def test_both_forms_are_interrupted_in_stories() -> None:
    assert {"exercise_form", "question_form"} <= {story["steps"][0].get("active_loop") for story in stories()}


def test_only_doubt_is_told_without_words() -> None:
    said = [step for story in stories() for step in story["steps"] if "intent" in step]
    assert {step["intent"] for step in said if "user" not in step} == {"nlu_fallback"}


def stories() -> list[dict[str, Any]]:
    """Every story of Rasa's story test."""
    files = sorted((ROOT / "tests" / "dialogue" / "stories").glob("test_*.yml"))
    return [story for path in files for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]]


def turns_outside_forms() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What is said and what is done, turn by turn."""
    talks = [story["steps"] for story in stories() if "active_loop" not in story["steps"][0]]
    return [turn for talk in talks for turn in zip(talk[::2], talk[1::2], strict=True)]
