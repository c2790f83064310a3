"""Rasa's own story test over every topic: each intent leads to its action, forms keep every text, doubt asks.

By hand, from the project's root, with a model of `kith train`:

    .venv-engine/bin/rasa test core --e2e --stories tests/dialogue/stories --model .kith/models
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.engine import model
from bot.settings import ROOT, load_settings

pytestmark = [
    pytest.mark.engine,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        not (ROOT / ".venv-engine").exists(), reason="the engine's environment is missing: ./kith test makes it"
    ),
]

STORIES = ROOT / "tests" / "dialogue" / "stories"
WRONG_ACTION = re.compile(r"^\s*- action: \S+\s+# predicted: (?P<action>\S+)", re.MULTILINE)
NOTED = re.compile(r"- intent: (?P<meant>\w+)\s+# predicted: (?P<heard>\w+): ")
"""Rasa notes a text where its intent was another, and also where it has entities that the story leaves out."""
LEAST_HEARD = 0.85
"""Share of the stories' texts to be heard as they were meant. Understanding is measured elsewhere, on far more texts;
this only says that the stories are what people would type."""


def stories() -> list[dict[str, Any]]:
    """Every story of every file."""
    files = sorted(STORIES.glob("test_*.yml"))
    return [story for path in files for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Rasa's own story test left its findings."""
    out, settings = tmp_path_factory.mktemp("stories"), load_settings()
    trained = model.train(settings)
    ran = subprocess.run(
        [
            *(str(model.engine_python()), "-m", "bot.understanding.rasa_parts.serve", "test", "core", "--e2e"),
            *("--stories", str(STORIES), "--model", str(trained), "--out", str(out), "--no-plot"),
        ],
        cwd=ROOT,
        env=model.engine_environment(settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return out


def failed_stories(out: Path) -> dict[str, list[str]]:
    """The actions that were wrongly predicted, by story."""
    text = (out / "failed_test_stories.yml").read_text(encoding="utf-8")
    blocks = re.split(r"^- story: ", text, flags=re.MULTILINE)[1:]
    wrong = {block.splitlines()[0]: WRONG_ACTION.findall(block) for block in blocks}
    return {name: actions for name, actions in wrong.items() if actions}


def test_rasas_story_test_reads_every_story(results: Path) -> None:
    report = json.loads((results / "story_report.json").read_text(encoding="utf-8"))
    assert report["conversation_accuracy"]["total"] == len(stories())


def test_rasas_story_test_predicts_every_action(results: Path) -> None:
    assert failed_stories(results) == {}


def test_the_stories_texts_are_heard_as_they_were_meant(results: Path) -> None:
    failed = (results / "failed_test_stories.yml").read_text(encoding="utf-8")
    wrong = [noted[0] for noted in NOTED.finditer(failed) if noted["meant"] != noted["heard"]]
    texts = [step for story in stories() for step in story["steps"] if "user" in step]
    print(f"stories: {1 - len(wrong) / len(texts):.3f} of {len(texts)} texts heard as meant")
    assert 1 - len(wrong) / len(texts) >= LEAST_HEARD, "\n".join(wrong)
