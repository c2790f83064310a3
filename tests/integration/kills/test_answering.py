"""Kills while app and engine work on an answer: its effect happens once, and it is said once."""

from __future__ import annotations

import pytest

from tests.integration.kills.kith import Kith, about, saying

pytestmark = [pytest.mark.engine, pytest.mark.timeout(240)]


def test_the_app_dies_while_the_engine_works(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.to_engine.at("passed", strike, saying(kith.talk.own_words()))
    kith.talk.practise()
    strike.wait()
    assert len(kith.stands()) == 1


def test_the_app_dies_when_the_action_is_called(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.to_app.at("request", strike, about(kith.talk.own_words()), swallow=True)
    update = kith.talk.practise()
    strike.wait()
    assert kith.talk.books.read().heard[str(update)] == "waiting"
    assert len(kith.stands()) == 1


def test_the_app_dies_when_the_action_is_done_and_the_engine_does_not_know(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.to_app.at("answer", strike, about(kith.talk.own_words()), swallow=True)
    update = kith.talk.practise()
    strike.wait()
    assert kith.talk.books.read().heard[str(update)] == "answered"
    # The answer is planned by now, and may be on its way or not.
    assert len({sent.text for sent in kith.stands(uncertain=[0, 1])}) == 1


def test_the_engine_dies_in_the_middle_of_its_turn(kith: Kith) -> None:
    strike = kith.strike("engine")
    kith.to_app.at("request", strike, about(kith.talk.own_words()), swallow=True)
    update = kith.talk.practise()
    strike.wait()
    assert kith.talk.books.read().heard[str(update)] == "waiting"
    notice, feedback = kith.stands()
    assert not notice.titles
    assert "Next" in feedback.titles


def test_the_engine_dies_when_the_action_is_done_and_its_turn_is_not(kith: Kith) -> None:
    strike = kith.strike("engine")
    text = kith.talk.own_words()
    kith.to_app.at("answer", strike.freeze, about(text))
    kith.to_app.at("answered", strike, about(text))
    kith.talk.practise()
    strike.wait()
    assert len(kith.stands()) == 1


def test_the_engine_dies_when_its_turn_is_done_and_the_app_does_not_know(kith: Kith) -> None:
    strike = kith.strike("engine")
    kith.to_engine.at("answer", strike, saying(kith.talk.own_words()), swallow=True)
    kith.talk.practise()
    strike.wait()
    assert len(kith.stands()) == 1
