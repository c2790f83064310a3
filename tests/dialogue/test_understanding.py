"""The trained model hears what people type, on messages that were written apart from its examples.

A thin first measure: 150 messages by one author. The next step brings a held-back set of its own and a better encoder.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.engine import model
from bot.settings import ROOT, load_settings

pytestmark = pytest.mark.engine

DATA = Path(__file__).parent / "data" / "understanding_smoke.yml"
LEAST_ACCURACY = 0.90
"""Measured: see docs/decisions/0012. A fallback counts as out of scope, as the rules treat it."""


def examples() -> set[str]:
    texts = set()
    for path in (ROOT / "dialogues" / "nlu").glob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            texts |= {line.removeprefix("- ").strip().casefold() for line in block["examples"].splitlines()}
    return texts


def messages() -> list[dict[str, str]]:
    loaded: list[dict[str, str]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return loaded


def test_no_message_of_the_measure_is_a_training_example() -> None:
    assert not {message["text"].strip().casefold() for message in messages()} & examples()


@pytest.mark.skipif(
    not (ROOT / ".venv-engine").exists(), reason="the engine's environment is missing: ./kith test makes it"
)
def test_most_messages_are_heard_as_they_were_meant() -> None:
    settings = load_settings()
    ran = subprocess.run(
        [str(model.engine_python()), "-m", "tests.dialogue.heard_as", str(model.train(settings))],
        cwd=ROOT,
        env=model.engine_environment(settings),
        input=json.dumps([message["text"] for message in messages()]),
        capture_output=True,
        text=True,
        check=True,
    )
    heard = ["out_of_scope" if name == "nlu_fallback" else name for name in json.loads(ran.stdout.splitlines()[-1])]
    wrong = [
        f"{message['text']!r}: {name}, meant {message['intent']}"
        for message, name in zip(messages(), heard, strict=True)
        if name != message["intent"]
    ]
    accuracy = 1 - len(wrong) / len(heard)
    print(f"understanding: {accuracy:.3f} of {len(heard)} messages")
    assert accuracy >= LEAST_ACCURACY, "\n".join(wrong)
