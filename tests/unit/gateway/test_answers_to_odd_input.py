"""Odd input gets a clear answer, and nothing is lost."""

from __future__ import annotations

import pytest

from bot.gateway.messages import IncomingKind
from tests.unit.gateway.conftest import StandInEngine, Visitor


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("text", "", "empty"),
        ("text", "   \n ", "empty"),
        ("text", "/nosuch", "/nosuch"),
        ("text", '/offer{"a":1}', "/offer"),
        ("edited", "Hello, changed", "changed"),
        ("voice", "", "voice"),
        ("picture", "my garden", "picture"),
        ("sticker", "", "sticker"),
        ("file", "", "file"),
        ("contact", "", "contact"),
        ("other", "", "read"),
        ("tap", "no-such-token", "earlier"),
    ],
)
async def test_it_is_answered_with_what_to_do(visitor: Visitor, kind: IncomingKind, body: str, expected: str) -> None:
    answers = await visitor.sends(body, kind=kind)
    assert 1 <= len(answers) <= 2
    assert expected in answers[0]


@pytest.mark.parametrize("text", ["🙂🙂", "مرحبا، كيف حالك؟", "x" * 5000, "a\u202eb", "\x00odd"])
async def test_unusual_text_reaches_the_engine_whole(visitor: Visitor, engine: StandInEngine, text: str) -> None:
    await visitor.sends(text)
    assert text in engine.heard


async def test_a_voice_note_is_told_what_to_do_if_it_is_urgent(visitor: Visitor) -> None:
    answers = await visitor.sends("", kind="voice")
    assert len(answers) == 2
