"""Breaks one thing of an installation."""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
from pathlib import Path

import pytest

from bot import app
from bot.engine import model
from bot.settings import ROOT


def copy_of_the_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Kith reads its content from a copy, which is given back."""
    monkeypatch.setattr(app, "ROOT", folder)
    return Path(shutil.copytree(ROOT / "skills_content", folder / "skills_content"))


def break_a_module(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A step loses its kind; gives back the place: file and line."""
    path = copy_of_the_content(folder, monkeypatch) / "modules" / "say_it_with_i.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if "kind:" in line)
    lines[number - 1] = lines[number - 1].replace("kind:", "kynd:")
    path.write_text("\n".join(lines), encoding="utf-8")
    return f"{path}:{number}"


def take_the_engine_away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As before the engine's environment was made."""
    monkeypatch.setattr(model, "ROOT", folder)


def put_model(path: Path) -> None:
    """Something that passes for a whole model."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("metadata.json"))


def set_schema(database: Path, revision: str) -> None:
    """As if another version of Kith had made it."""
    with sqlite3.connect(database) as connection:
        connection.execute("update alembic_version set version_num = ?", (revision,))
    connection.close()
