"""Kills while a message is on its way in: it is kept once, or comes again."""

from __future__ import annotations

import pytest

from tests.bot_api.forms import Call
from tests.integration.kills.kith import Kith, saying

pytestmark = [pytest.mark.engine, pytest.mark.timeout(240)]


def _brings_news(call: Call) -> bool:
    return bool(call.answer.get("result"))


def test_the_app_dies_with_an_update_in_its_socket(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.server.after("getUpdates", strike.freeze, when=_brings_news)
    kith.server.after_response_bytes("getUpdates", strike, when=_brings_news)
    kith.talk.practise()
    strike.wait()
    assert len(kith.stands()) == 1


def test_the_app_dies_when_a_message_is_stored_and_the_engine_has_not_got_it(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.to_engine.at("request", strike, saying(kith.talk.own_words()), swallow=True)
    update = kith.talk.practise()
    strike.wait()
    assert kith.talk.books.read().heard[str(update)] == "waiting"
    assert len(kith.stands()) == 1


def test_the_engine_dies_before_a_message_reaches_it(kith: Kith) -> None:
    strike = kith.strike("engine")
    kith.to_engine.at("request", strike, saying(kith.talk.own_words()), swallow=True)
    kith.talk.practise()
    strike.wait()
    notice, feedback = kith.stands()
    assert not notice.titles
    assert "Next" in feedback.titles
