"""Kills of more than one process: what is left ends by itself, and what is started goes on."""

from __future__ import annotations

import time

import pytest

from tests.integration.kills import processes
from tests.integration.kills.kith import Kith, Strike, about

pytestmark = [pytest.mark.engine, pytest.mark.timeout(240)]

END_SECONDS = 20.0


def test_the_supervisor_dies_and_its_children_end_and_a_new_start_goes_on(kith: Kith) -> None:
    children = kith.children()
    strike = Strike([kith.supervisor.pid])
    kith.to_app.at("request", strike, about(kith.talk.own_words()), swallow=True)
    kith.talk.practise()
    strike.wait()
    deadline = time.monotonic() + END_SECONDS
    while not all(processes.is_gone(pid) for pid in children):
        assert time.monotonic() < deadline, "a child outlived its supervisor"
        time.sleep(0.05)
    kith.start_again()
    kith.stands()


def test_app_and_engine_die_at_once(kith: Kith) -> None:
    strike = kith.strike("app", "engine")
    kith.to_app.at("request", strike, about(kith.talk.own_words()), swallow=True)
    kith.talk.practise()
    strike.wait()
    *_, feedback = kith.stands()  # a notice comes before it where the app is back before the engine
    assert "Next" in feedback.titles
