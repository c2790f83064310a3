"""The local token: made once, readable by its owner only, never empty."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bot.engine.local_token import SHORTEST, local_token
from bot.errors import SettingsError


def test_it_is_made_once_and_stays(tmp_path: Path) -> None:
    token = local_token(tmp_path)
    assert len(token) >= SHORTEST
    assert local_token(tmp_path) == token
    assert [path.name for path in tmp_path.iterdir()] == ["local_token"]


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    local_token(tmp_path)
    assert (tmp_path / "local_token").stat().st_mode & 0o777 == 0o600


def test_two_homes_have_two_tokens(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert local_token(tmp_path / "a") != local_token(tmp_path / "b")


def test_one_that_others_can_read_is_refused(tmp_path: Path) -> None:
    local_token(tmp_path)
    (tmp_path / "local_token").chmod(0o640)
    with pytest.raises(SettingsError, match=r"can be read by others\. Run: chmod 600"):
        local_token(tmp_path)


@pytest.mark.parametrize("damaged", ["", "\n", "short"])
def test_a_damaged_one_is_refused(damaged: str, tmp_path: Path) -> None:
    local_token(tmp_path)
    (tmp_path / "local_token").write_text(damaged)
    with pytest.raises(SettingsError, match=r"is damaged\. Remove it and start Kith again"):
        local_token(tmp_path)


def test_those_who_ask_at_the_same_moment_get_the_same(tmp_path: Path) -> None:
    seen: list[str] = []
    together = threading.Barrier(8)

    def ask() -> None:
        together.wait()
        seen.append(local_token(tmp_path))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len(set(seen)) == 1
