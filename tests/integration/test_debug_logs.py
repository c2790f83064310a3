"""At the most talkative level, app and engine log much, and not one word that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.instances import Instance, running_instance
from bot.engine import model
from bot.errors import EngineError
from tests.dialogue.channels import AtTheTerminal
from tests.dialogue.conversation import arrive, begin_to_practise
from tests.dialogue.people import said

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

PHRASE = "vermilion zeppelin"
"""Stands nowhere in Kith itself."""
SAYINGS = (
    f"what do you think about a {PHRASE}",
    f"I met Wilhelmina yesterday and we flew a {PHRASE}",
    f"/contact add {PHRASE.title()}",
    f"/log {PHRASE.title()} on=yesterday",
    f"/nosuch {PHRASE}",
    f'/stop{{"{PHRASE}": 1}}',
    PHRASE * 300,
)


@pytest.fixture(scope="module")
def kith() -> Iterator[Instance]:
    """A Kith that logs everything."""
    try:
        model.engine_python()
    except EngineError as problem:
        pytest.skip(str(problem))
    with running_instance({"KITH_LOG_LEVEL": "DEBUG"}) as instance:
        with closing(AtTheTerminal(instance.url, instance.token, PHRASE)) as person:
            arrive(person)
            for text in SAYINGS:
                person.say(text)
            begin_to_practise(person)
            person.say(f"You always crash the {PHRASE}!")
            person.say("add Wilhelmina every two weeks")
            person.expect(said("network.add.done", name="Wilhelmina"))
            person.say(f"I rang the {PHRASE} and want to kill myself")
            person.expect(lambda heard: "112" in heard.text or "911" in heard.text or "999" in heard.text)
        yield instance


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").lower()


def test_the_engine_logs_at_that_level_and_keeps_words_to_itself(kith: Instance) -> None:
    log = written(kith.settings.home / "logs" / "engine.log")
    assert "debug" in log
    assert [word for word in (*PHRASE.split(), "wilhelmina", "kill myself") if word in log] == []


def test_the_app_logs_at_that_level_and_keeps_words_to_itself(kith: Instance) -> None:
    log = written(kith.settings.home / "up.log")
    assert " debug " in log
    assert [word for word in (*PHRASE.split(), "wilhelmina", "kill myself") if word in log] == []


def test_no_file_of_any_kind_holds_them(kith: Instance) -> None:
    home = kith.settings.home
    files = [path for path in home.rglob("*") if path.is_file() and "models" not in path.parts]
    assert [str(path.relative_to(home)) for path in files if b"zeppelin" in path.read_bytes().lower()] == []
