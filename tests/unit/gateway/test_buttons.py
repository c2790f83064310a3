"""Buttons carry opaque tokens, count once, and can be typed."""

from __future__ import annotations

from collections.abc import Callable

from bot.gateway.gateway import Gateway
from bot.gateway.messages import Incoming
from bot.store.clock import VirtualClock
from tests.unit.gateway.conftest import StandInEngine, Visitor


async def test_a_tap_does_what_its_button_says_without_the_engine(visitor: Visitor, engine: StandInEngine) -> None:
    await visitor.sends("/offer")
    heard = list(engine.heard)
    assert await visitor.sends(visitor.tokens()["Tea"], kind="tap") == ["Here is your tea."]
    assert engine.heard == heard


async def test_a_second_tap_is_told_that_the_first_arrived(visitor: Visitor) -> None:
    await visitor.sends("/offer")
    tokens = visitor.tokens()
    await visitor.sends(tokens["Tea"], kind="tap")
    for title in ("Tea", "Coffee"):
        [answer] = await visitor.sends(tokens[title], kind="tap")
        assert "already" in answer


async def test_a_title_may_be_typed_instead(visitor: Visitor) -> None:
    await visitor.sends("/offer")
    assert await visitor.sends("coffee!") == ["Here is your coffee."]


async def test_a_token_of_another_chat_is_worth_nothing(
    visitor: Visitor, gateway: Gateway, new_visitor: Callable[[str], Visitor]
) -> None:
    await visitor.sends("/offer")
    other = new_visitor("web")
    [answer] = await other.sends(visitor.tokens()["Tea"], kind="tap")
    assert "earlier" in answer


async def test_tokens_fit_telegrams_callback_data(visitor: Visitor) -> None:
    await visitor.sends("/offer")
    assert all(len(token.encode()) <= 64 for token in visitor.tokens().values())


async def test_spent_buttons_show_as_spent(visitor: Visitor) -> None:
    await visitor.sends("/offer")
    await visitor.sends(visitor.tokens()["Tea"], kind="tap")
    offered = visitor.gateway.transcript(visitor.chat_id)[0]
    assert all(button.spent for row in offered.buttons for button in row)


async def test_history_shows_a_tap_by_its_title(visitor: Visitor, gateway: Gateway, clock: VirtualClock) -> None:
    await visitor.sends("/offer")
    clock.advance(seconds=5)
    await gateway.receive(Incoming("terminal", "sam", "t", "tap", visitor.tokens()["Tea"]))
    await gateway.settle()
    assert [(item.direction, item.text) for item in gateway.history(visitor.chat_id)] == [
        ("in", "/offer"),
        ("out", "Tea or coffee?"),
        ("in", "Tea"),
        ("out", "Here is your tea."),
    ]
