"""The whole conversation in the page, with the keyboard, through the real app and the real engine."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.dialogue.channels import AtThePage
from tests.dialogue.conversation import talk
from tests.dialogue.running import Kith, shared_kith

pytestmark = [pytest.mark.engine, pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture(scope="session")
def kith(request: pytest.FixtureRequest) -> Kith:
    """App and engine, running."""
    return shared_kith(request.config)


def test_the_conversation_works_in_the_page_by_keyboard(page: Page, kith: Kith, trouble: list[str]) -> None:
    person = AtThePage(page, kith.url)
    talk(person)
    assert trouble == []


def test_the_page_shows_the_conversation_again_after_a_reload(page: Page, kith: Kith, trouble: list[str]) -> None:
    person = AtThePage(page, kith.url)
    person.say("/start")
    person.tap("Let's start")
    person.expect("Which year were you born?")
    again = AtThePage(page, kith.url)
    again.expect("Which year were you born?")
    again.say("1984")
    again.expect("Nothing about you is shared unless you say so.")
    assert trouble == []
