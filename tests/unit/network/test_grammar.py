"""The grammar of /contact and /log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.messages import Messages
from bot.network import grammar
from bot.network.grammar import Misused, read_command

KEYS = ("ring", "every", "on")


@pytest.mark.parametrize(
    ("argument", "words", "values"),
    [
        ("Ben", "Ben", {}),
        ("Ben ring=2 every=14d", "Ben", {"ring": "2", "every": "14d"}),
        ('"Anna Maria" ring=1', "Anna Maria", {"ring": "1"}),
        ("Anna Maria ring=1", "Anna Maria", {"ring": "1"}),
        ("“Anna Maria” RING=1", "Anna Maria", {"ring": "1"}),
        ("Ben on=last tuesday ring=1", "Ben", {"on": "last tuesday", "ring": "1"}),
        ('Ben on="3 May"', "Ben", {"on": "3 May"}),
        ("ring=1 Ben", "Ben", {"ring": "1"}),
        ("O'Neill", "O'Neill", {}),
        ('"Ben=x"', "Ben=x", {}),
        ("", "", {}),
    ],
)
def test_a_command_is_a_name_and_pairs(argument: str, words: str, values: dict[str, str]) -> None:
    written = read_command(argument, KEYS)
    assert (written.words, written.values) == (words, values)


@pytest.mark.parametrize(
    ("argument", "key"),
    [
        ("Ben colour=red", "network.grammar.unknown_key"),
        ("Ben ring=1 ring=2", "network.grammar.twice"),
        ("Ben ring=", "network.grammar.no_value"),
        ("Ben every= ring=1", "network.grammar.no_value"),
    ],
)
def test_a_misuse_is_named(argument: str, key: str, messages: Messages) -> None:
    with pytest.raises(Misused) as problem:
        read_command(argument, KEYS)
    assert problem.value.key == key
    assert messages.text(key, **problem.value.values)


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Misused) as problem:
        read_command("Ben colour=red", KEYS)
    assert problem.value.values["known"] == "ring, every, on"


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (grammar.read_ring, "3", 3),
        (grammar.read_relation, "sister", "family"),
        (grammar.read_relation, "club", "club"),
        (grammar.read_interval, "14d", 14),
        (grammar.read_interval, "2w", 14),
        (grammar.read_interval, "10", 10),
        (grammar.read_interval, "Never", 0),
        (grammar.read_minutes, "20", 20),
        (grammar.read_channel, "call", "call"),
        (grammar.read_channel, "in person", "in_person"),
        (grammar.read_channel, "Zoom", "video"),
        (grammar.read_by, "THEM", "them"),
        (grammar.read_felt, "5", 5),
    ],
)
def test_a_value_is_read(read: Callable[[str], Any], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (grammar.read_ring, "4"),
        (grammar.read_ring, "-1"),
        (grammar.read_relation, "dragon"),
        (grammar.read_interval, "0.5d"),
        (grammar.read_interval, "-3d"),
        (grammar.read_interval, "99999d"),
        (grammar.read_minutes, "-5"),
        (grammar.read_minutes, "0"),
        (grammar.read_minutes, "9" * 400),
        (grammar.read_minutes, "२०"),
        (grammar.read_channel, "smoke"),
        (grammar.read_by, "nobody"),
        (grammar.read_felt, "6"),
    ],
)
def test_a_wrong_value_is_refused_without_quoting_it(read: Callable[[str], Any], text: str, messages: Messages) -> None:
    with pytest.raises(Misused) as problem:
        read(text)
    assert messages.text(problem.value.key, **problem.value.values)
    assert text not in str(problem.value)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_argument_is_read_or_refused(argument: str) -> None:
    try:
        read_command(argument, KEYS)
    except Misused as problem:
        assert problem.key.startswith("network.grammar.")
