"""Which refusals mean that a chat is gone."""

import pytest

from bot.telegram.refusals import chat_is_gone, message_never_passes


@pytest.mark.parametrize(
    "description",
    [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Chat not found",
        "Forbidden: bot was kicked from the group chat",
    ],
)
def test_a_chat_is_gone(description: str) -> None:
    assert chat_is_gone(description)


@pytest.mark.parametrize("description", ["Message is too long", "Button_data_invalid", "Request Entity Too Large"])
def test_a_message_is_wrong_but_the_chat_is_there(description: str) -> None:
    assert message_never_passes(description)
    assert not chat_is_gone(description)


def test_a_network_fault_is_neither() -> None:
    assert not chat_is_gone("httpx.ConnectError: all connection attempts failed")
    assert not message_never_passes("Bad Gateway (502)")
