"""Every command of the command line, by the words that call it."""

from __future__ import annotations

from typing import Any

import typer.main

from bot.cli.__main__ import app


def commands() -> list[tuple[str, ...]]:
    """All of them, such as ("people", "list"), in order."""
    return sorted(_below(typer.main.get_command(app), ()))


def groups() -> list[tuple[str, ...]]:
    """What holds commands: the program itself is ()."""
    return sorted({command[:-1] for command in commands()})


def _below(command: Any, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    inside = getattr(command, "commands", None)
    if inside is None:
        return [words]
    return [found for name, child in inside.items() for found in _below(child, (*words, name))]
