"""The documents are complete: every setting, command in chat and command of the command line is named in one."""

from __future__ import annotations

import re
from functools import cache

import pytest

from bot.cli.findings import OF_THE_SCRIPT
from bot.gateway.routes import ROUTES
from bot.settings import ROOT, Settings
from tests.unit.cli.commands import commands

SETTINGS = sorted({str(field.alias) for field in Settings.model_fields.values()} | OF_THE_SCRIPT)
OF_THE_ENGINE = {"KITH_ENGINE_DB", "KITH_LOCAL_TOKEN"}
"""What the engine's process is told; needed to talk to it by hand."""
COMMANDS = [" ".join(("kith", *words)) for words in commands()]
CHAT = sorted(f"/{command}" for command in ROUTES.commands)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#]+)")


def documents() -> list[tuple[str, str]]:
    """README and everything under docs/, with its text; decisions tell why, not how, and do not count."""
    paths = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in paths if path.exists()]


@cache
def words() -> str:
    return "\n".join(text for _, text in documents())


def is_named(name: str) -> bool:
    return re.search(rf"(?<![\w/]){re.escape(name)}(?![\w])", words()) is not None


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_described(setting: str) -> None:
    assert is_named(setting), f"describe {setting} in README.md or docs/"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_command_line_is_described(command: str) -> None:
    assert is_named(command), f"describe `{command}` in README.md or docs/"


@pytest.mark.parametrize("command", CHAT)
def test_every_command_in_chat_is_described(command: str) -> None:
    assert is_named(command), f"describe {command} in README.md or docs/"


def test_no_setting_is_described_that_is_none() -> None:
    named = set(re.findall(r"\b(?:KITH|TELEGRAM)_[A-Z_]+\b", words()))
    assert named - OF_THE_ENGINE <= set(SETTINGS)


def test_no_table_of_commands_lists_one_that_is_none() -> None:
    listed = set(re.findall(r"^\| `(?:\./)?kith ([a-z]+)", words(), re.MULTILINE))
    assert listed
    assert listed <= {command.split()[1] for command in COMMANDS} | {"test"}  # ./kith itself runs the tests


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs/decisions/README.md"]
)
def test_a_document_that_people_look_for_is_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 200


def test_every_link_leads_to_a_file_that_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in pages
        if page.exists()
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert missing == []


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(folder.glob("0*.md")) if path.name not in listed] == []
