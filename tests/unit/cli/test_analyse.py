"""`kith analyse connection`: JSON lines in and out, and a clear word where a line cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.__main__ import main

LINE = {"id": 7, "text": "rang Ana for 20 minutes", "now": "2026-05-01T09:00:00+02:00", "zone": "Europe/Berlin"}


def lines(tmp_path: Path, *rows: object) -> str:
    path = tmp_path / "asked.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
    return str(path)


def test_a_report_comes_back_with_the_contracts_fields(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "connection", lines(tmp_path, LINE, "", {**LINE, "id": "b"})]) == 0
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert first["id"] == 7
    assert (first["contacts"], first["when"], first["channel"], first["minutes"]) == (["Ana"], "2026-05-01", "call", 20)
    assert first["started_by"] == "me"
    assert set(first) == {
        *("id", "contacts", "when", "channel", "minutes", "started_by"),
        *("support_received", "support_given", "feeling", "uncertain"),
    }
    assert second["id"] == "b"


def test_a_moment_without_offset_is_taken_in_the_zone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {**LINE, "now": "2026-05-01T00:30:00", "text": "rang Ana yesterday"}
    assert main(["analyse", "connection", lines(tmp_path, row)]) == 0
    assert json.loads(capsys.readouterr().out)["when"] == "2026-04-30"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{nonsense", "Line 2 is not JSON"),
        ('{"id": 3}', 'Line 2 has no "text"'),
        ("[]", 'Line 2 has no "text"'),
        ({**LINE, "now": "today"}, 'Line 2 needs "now"'),
        ({**LINE, "zone": "Mars/Base"}, 'Line 2 needs "zone"'),
        ({"text": "rang Ana"}, 'Line 2 needs "now"'),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_what_came_before_is_answered(
    row: object, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", "connection", lines(tmp_path, LINE, row)]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert len(shown.out.splitlines()) == 1


def test_a_persons_words_are_not_repeated_in_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["analyse", "connection", lines(tmp_path, {**LINE, "text": "my secret", "now": "soon"})])
    assert "secret" not in capsys.readouterr().err


def test_half_a_surrogate_pair_does_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "connection", lines(tmp_path, {**LINE, "text": "rang \ud800na"})]) == 0
    assert json.loads(capsys.readouterr().out)
