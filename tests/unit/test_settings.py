"""Settings: right ones are taken, and every wrong one is refused with its name, what is wrong, and an example."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingsError
from bot.serving import bind
from bot.settings import EXAMPLES, ROOT, Settings, load_settings

WRONG = {
    "TELEGRAM_TOKEN": ["abc", "123:", "123456", ":secret", "12a:secret"],
    "TELEGRAM_API_BASE": ["127.0.0.1:8081", "https://", "http://host:notaport"],
    "TELEGRAM_WEBHOOK_URL": ["kith.example.org/telegram", "ftp://kith.example.org"],
    "DATABASE_URL": ["kith.db", "mysql://localhost/kith", "sqlite:///", "sqlite:///:memory:", "postgresql://h:x/kith"],
    "REDIS_URL": ["localhost:6379", "redis://", "http://localhost"],
    "KITH_HOME": ["/dev/null/home", "/proc/kith"],
    "KITH_KEY_FILE": ["/tmp"],
    "KITH_KEYS_URL": ["keys.db", "sqlite:///:memory:"],
    "KITH_PORT": ["eighty", "0", "65536", "80.5", "-1"],
    "KITH_ENGINE_PORT": ["eighty", "0"],
    "KITH_ACTION_PORT": ["eighty", "70000"],
    "KITH_ENGINE_URL": ["127.0.0.1:5005"],
    "KITH_ACTION_URL": ["127.0.0.1:5055/webhook"],
    "KITH_LOG_LEVEL": ["LOUD", "10"],
    "KITH_MINIMUM_CELL": ["4", "0", "-1", "ten"],
    "KITH_OPERATOR": ["   ", "Two\nlines", "x" * 200],
    "KITH_OPERATOR_CONTACT": ["Two\nlines", "x" * 200],
}
EVERY_WRONG = [(name, value) for name, values in WRONG.items() for value in values]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.alias), raising=False)
    monkeypatch.setenv("KITH_HOME", str(tmp_path / "home"))
    monkeypatch.setitem(Settings.model_config, "env_file", None)


def refused() -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings()
    return str(caught.value)


@pytest.mark.parametrize(("name", "value"), EVERY_WRONG, ids=[f"{name}={value[:20]!r}" for name, value in EVERY_WRONG])
def test_a_wrong_setting_is_refused_with_its_name_and_an_example(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    said = refused()
    assert said.startswith(f"{name} is wrong: ")
    assert f"{name}=" in said
    assert "\n" not in said


def test_every_setting_has_an_example_and_a_test_of_a_wrong_value() -> None:
    aliases = {str(field.alias) for field in Settings.model_fields.values()}
    assert set(WRONG) == aliases
    assert {example.split("=")[0] for example in EXAMPLES.values()} == aliases


def test_every_example_is_right(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for example in EXAMPLES.values():
        name, value = example.split(", as ")[0].split(", never ")[0].split("=", 1)
        given: dict[str, Any] = {name: value}
        Settings(**given)


def test_all_wrong_settings_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_PORT", "eighty")
    monkeypatch.setenv("DATABASE_URL", "nowhere")
    assert [line.split(" ")[0] for line in refused().splitlines()] == ["DATABASE_URL", "KITH_PORT"]


def test_no_message_quotes_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("DATABASE_URL", "postgresql://kith:hush/hush@localhost/kith"),
        ("DATABASE_URL", "mysql://kith:hush@localhost/kith"),
        ("REDIS_URL", "redis://:hush@host:hush"),
        ("TELEGRAM_TOKEN", "12hush:hush"),
    ):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert "hush" not in refused()


def test_without_any_setting_all_have_defaults() -> None:
    settings = load_settings()
    assert (settings.port, settings.engine_port, settings.action_port) == (8000, 5005, 5055)
    assert settings.database_url == f"sqlite:///{settings.home / 'kith.db'}"
    assert settings.keys_url == f"sqlite:///{settings.home / 'keys.db'}"
    assert settings.key_file == settings.home / "installation.key"
    assert settings.engine_url == "http://127.0.0.1:5005"
    assert settings.action_url == "http://127.0.0.1:5055/webhook"


def test_the_home_is_made_and_is_its_owners_alone(tmp_path: Path) -> None:
    load_settings()
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields.values():
        if field.alias != "KITH_HOME":
            monkeypatch.setenv(str(field.alias), "")
    assert load_settings().telegram_token is None


def test_an_empty_variable_silences_the_line_in_the_env_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_TOKEN=123456:real-token\nKITH_PORT=8123\n")
    monkeypatch.setenv("TELEGRAM_TOKEN", "")
    settings = load_settings(_env_file=tmp_path / ".env")
    assert settings.telegram_token is None
    assert settings.port == 8123


def test_a_variable_wins_over_the_env_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("KITH_PORT=8123\n")
    monkeypatch.setenv("KITH_PORT", "8124")
    assert load_settings(_env_file=tmp_path / ".env").port == 8124


def test_a_log_level_may_be_written_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_LOG_LEVEL", "debug")
    assert load_settings().log_level == "DEBUG"


def test_a_plain_postgresql_address_gets_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kith:x@localhost/kith")
    assert load_settings().database_url == "postgresql+psycopg://kith:x@localhost/kith"


def test_relative_paths_begin_at_kiths_folder_wherever_it_is_called(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    given: dict[str, Any] = {"KITH_HOME": "a", "KITH_KEY_FILE": "b/key", "DATABASE_URL": "sqlite:///c.db"}
    settings = Settings(**given)
    assert (settings.home, settings.key_file) == (ROOT / "a", ROOT / "b/key")
    assert settings.database_url == f"sqlite:///{ROOT / 'c.db'}"


def test_a_home_may_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("KITH_HOME", "~/kith")
    assert load_settings().home == tmp_path / "kith"


@pytest.mark.parametrize("pair", [("KITH_ENGINE_PORT", "8000"), ("KITH_ACTION_PORT", "8000"), ("KITH_PORT", "5055")])
def test_two_settings_cannot_name_one_port(pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(*pair)
    said = refused()
    assert f"port {pair[1]} is another setting's" in said
    assert "For example: 8000, 5005 and 5055" in said


def test_keys_and_data_cannot_share_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://localhost/kith")
    monkeypatch.setenv("KITH_KEYS_URL", "postgresql://localhost/kith")
    assert "KITH_KEYS_URL is wrong: keys are kept apart from the data" in refused()


@pytest.mark.parametrize(
    ("written", "line"),
    [("KITH_PORT=8000\nnonsense here\n", 2), ("KITH_PORT\n", 1), ("\n\n# c\nKITH_OPERATOR='open\n", 4), ("=8000\n", 1)],
)
def test_a_broken_line_of_the_env_file_is_named(written: str, line: int, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(written)
    with pytest.raises(SettingsError, match=rf"\.env:{line} is wrong: a line is NAME=value"):
        load_settings(_env_file=tmp_path / ".env")


def test_an_env_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"KITH_PORT=8000\n\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        load_settings(_env_file=tmp_path / ".env")


def test_an_env_file_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(_env_file=tmp_path)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_whatever_stands_in_an_env_file_is_taken_or_refused_in_a_sentence(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, ".env")
        path.write_text(text, encoding="utf-8")
        try:
            load_settings(_env_file=path, KITH_HOME=Path(folder, "home"))
        except SettingsError as problem:
            assert "is wrong" in str(problem)


def test_a_busy_port_is_named_with_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with pytest.raises(
            SettingsError, match=f"KITH_PORT is wrong: port {port} cannot be used .*KITH_PORT={port + 1}"
        ):
            bind("KITH_PORT", port)
