"""The machine's own time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.terminal.zone import machine_zone


def test_the_environment_counts_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    assert machine_zone() == "Europe/Lisbon"


def test_else_the_machines_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TZ", raising=False)
    zone = tmp_path / "zoneinfo" / "Asia" / "Kolkata"
    zone.parent.mkdir(parents=True)
    zone.touch()
    link = tmp_path / "localtime"
    link.symlink_to(zone)
    assert machine_zone(link) == "Asia/Kolkata"


def test_a_machine_without_a_name_for_its_zone_tells_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", ":/etc/localtime")
    assert machine_zone(tmp_path / "localtime") is None
