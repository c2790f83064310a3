"""Kills while an answer is on its way out: it arrives, and what may have arrived twice is marked `uncertain`."""

from __future__ import annotations

import pytest

from tests.bot_api.forms import Call
from tests.integration.kills.kith import Kith

pytestmark = [pytest.mark.engine, pytest.mark.timeout(240)]

LEADS_BACK = "4 of 7"


def _leads_back(call: Call) -> bool:
    return LEADS_BACK in str(call.params["text"])


def test_the_app_dies_when_it_has_asked_to_send_and_nothing_was_sent(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.server.before("sendMessage", strike)
    kith.server.never_answer("sendMessage")
    kith.talk.practise()
    strike.wait()
    assert len(kith.stands(uncertain=[1])) == 1


def test_the_app_dies_the_instant_after_the_servers_200(kith: Kith) -> None:
    strike = kith.strike("app")
    kith.server.before("sendMessage", strike.freeze)
    kith.server.after_response_bytes("sendMessage", strike)
    kith.talk.practise()
    strike.wait()
    first, second = kith.stands(uncertain=[1])
    assert first.text == second.text


def test_the_app_dies_between_two_messages_of_one_answer(kith: Kith) -> None:
    kith.talk.report()
    kith.talk.settle()
    kith.talk.news()
    strike = kith.strike("app")
    kith.server.before("sendMessage", strike, when=_leads_back)
    kith.server.never_answer("sendMessage", when=_leads_back)
    kith.talk.confirm()
    strike.wait()
    noted, back = kith.stands(uncertain=[1])
    assert "How did it feel?" in noted.text
    assert LEADS_BACK in back.text


def test_the_app_dies_the_instant_after_the_200_to_a_taps_answer(kith: Kith) -> None:
    kith.talk.report()
    kith.talk.settle()
    kith.talk.news()
    strike = kith.strike("app")
    kith.server.before("sendMessage", strike.freeze)
    kith.server.after_response_bytes("sendMessage", strike)
    kith.talk.confirm()
    strike.wait()
    noted, again, back = kith.stands(uncertain=[1])
    assert noted.text == again.text
    assert LEADS_BACK in back.text
