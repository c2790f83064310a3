"""How commands are called: help with an example, and one sentence for whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from bot.cli import people
from tests.unit.cli.commands import commands, groups
from tests.unit.cli.conftest import Ran

COMMANDS = commands()
NAMES = [" ".join(command) for command in COMMANDS]

WRONG_USE = [
    ["nosuch"],
    ["people", "nosuch"],
    ["people", "list", "--nosuch"],
    ["people", "list", "one", "too", "many"],
    ["people", "pause"],
    ["people", "pause", "ab"],
    ["people", "pause", "a%cdef1"],
    ["assign"],
    ["assign", "say_it_with_i"],
    ["export"],
    ["erase"],
    ["report", "practised", "--format", "pdf"],
    ["report", "practised", "--by", "name"],
    ["report", "practised", "--week", "last"],
    ["simulate"],
    ["bench", "turns", "--count", "3"],
    ["bench", "turns", "--count", "many"],
    ["bench", "turns", "--against", "something"],
    ["doctor", "--go-live=yes"],
    ["chat", "--as"],
    ["train", "extra"],
    ["migrate", "--json"],
    ["up", "--port", "1"],
]


def test_the_commands_are_those_that_others_rely_on() -> None:
    promised = {"up", "chat", "train", "migrate", "doctor", "simulate", "assign", "export", "erase", "bench turns"}
    assert promised | {"people list", "people pause", "report practised"} <= set(NAMES)


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_help_shows_an_example_of_that_very_command(command: tuple[str, ...], kith: Callable[..., Ran]) -> None:
    ran = kith(*command, "--help")
    assert ran.code == 0
    assert ran.err == ""
    assert f"Usage: kith {' '.join(command)}" in ran.out
    example = " ".join(ran.out.partition("Example:")[2].split())
    assert f"kith {' '.join(command)}" in example


@pytest.mark.parametrize("group", groups(), ids=lambda group: " ".join(("kith", *group)))
def test_a_group_without_a_command_shows_its_help_as_wrong_use(
    group: tuple[str, ...], kith: Callable[..., Ran]
) -> None:
    ran = kith(*group)
    assert ran.code == 2
    assert f"Usage: {' '.join(('kith', *group))} " in ran.out
    assert ran.err == ""


@pytest.mark.parametrize("arguments", WRONG_USE, ids=" ".join)
def test_wrong_use_ends_with_2_and_one_sentence(arguments: list[str], installed: Callable[..., Ran]) -> None:
    ran = installed(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert re.fullmatch(r"kith: [^\n]+\n", ran.err)


@pytest.mark.parametrize("arguments", WRONG_USE, ids=" ".join)
def test_the_sentence_says_where_to_look_or_what_is_right(arguments: list[str], installed: Callable[..., Ran]) -> None:
    said = installed(*arguments).err
    assert "See: kith" in said or "such as" in said or "See kith" in said or ": kith " in said


@pytest.mark.parametrize(
    "arguments",
    [["people", "list"], ["people", "pause", "abcdef"], ["export", "abcdef"], ["erase", "abcdef", "--yes"]],
    ids=" ".join,
)
def test_a_command_on_a_store_that_is_not_there_says_to_migrate(arguments: list[str], kith: Callable[..., Ran]) -> None:
    ran = kith(*arguments)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err == ("kith: The database is not there yet, or older than this version of Kith. Run: kith migrate\n")


def test_a_command_that_is_stopped_by_ctrl_c_ends_with_130(
    installed: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(people, "open_store", interrupted)
    assert installed("people", "list").code == 130


def test_a_wrong_setting_ends_any_command_with_2(kith: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_PORT", "eighty")
    for arguments in (["people", "list"], ["doctor"], ["migrate"], ["train"], ["up"], ["chat"]):
        ran = kith(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("kith: KITH_PORT is wrong: a port is a whole number from 1 to 65535.")
