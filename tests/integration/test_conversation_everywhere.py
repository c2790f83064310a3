"""The whole conversation through the real app and the real engine."""

from __future__ import annotations

import pytest

from tests.dialogue.channels import InTelegram
from tests.dialogue.conversation import talk
from tests.dialogue.running import Kith
from tests.integration.conftest import Meet

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


def test_the_conversation_works_at_the_terminal(kith: Kith, meet: Meet) -> None:
    talk(meet(kith))


def test_the_conversation_works_in_telegram(kith: Kith) -> None:
    talk(InTelegram(kith.telegram, chat_id=7))
