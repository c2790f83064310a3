"""`kith bench nlu`: how well and how cheaply a pipeline understands any labelled messages, beside other pipelines."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.saying import say
from bot.engine.interpreter import Interpreter, Understood, interpreter
from bot.engine.model import engine_environment, engine_python, ready_encoder
from bot.errors import EngineError, UsageError
from bot.settings import ROOT, Settings, load_settings

STOCK = Path(__file__).with_name("stock_pipeline.yml")
WARM_UP = 20
LEARNERS = ("Featurizer", "Classifier")
"""Components whose processor time counts as "featurizers and classifier"; the fallback rule is neither."""
LINES = Annotated[Path, typer.Option(exists=True, dir_okay=False, help='JSON lines: {"text","label"}.')]


@dataclass
class Measured:
    """One pipeline on one test set. Accuracy and macro-F1 are over test messages whose label was trained.

    They take the likeliest intent, sure enough or not. `ms` is the median processor time a message in milliseconds.
    """

    pipeline: str
    train_seconds: float
    answers: list[Understood] = field(default_factory=list)

    def figures(self, wanted: Sequence[str], trained: set[str]) -> dict[str, Any]:
        """Everything that is reported of this pipeline."""
        known = [(label, answer) for label, answer in zip(wanted, self.answers, strict=True) if label in trained]
        strange = [answer for label, answer in zip(wanted, self.answers, strict=True) if label not in trained]
        pairs = [(label, answer.best or "") for label, answer in known]
        return {
            "pipeline": self.pipeline,
            "accuracy": round(sum(label == best for label, best in pairs) / max(len(pairs), 1), 4),
            "macro_f1": round(macro_f1(pairs), 4),
            "ms_per_message": round(statistics.median(answer.cpu_ms["total"] for answer in self.answers), 3),
            "ms_featurizers_and_classifier": round(statistics.median(map(learners_ms, self.answers)), 3),
            "fallback": round(sum(answer.unsure for _, answer in known) / max(len(known), 1), 4),
            "fallback_on_untrained_labels": round(sum(a.unsure for a in strange) / len(strange), 4)
            if strange
            else None,
            "train_seconds": round(self.train_seconds, 1),
            "messages": len(known),
            "labels": len(trained),
        }


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean over wanted labels of 2 TP / (2 TP + FP + FN), from pairs of wanted and given labels."""
    hits = Counter(wanted for wanted, given in pairs if wanted == given)
    wanted_of, given_of = Counter(wanted for wanted, _ in pairs), Counter(given for _, given in pairs)
    return sum(2 * hits[label] / (wanted_of[label] + given_of[label]) for label in wanted_of) / max(len(wanted_of), 1)


def learners_ms(answer: Understood) -> float:
    """Milliseconds of processor time in featurizers and classifiers."""
    return sum(
        spent
        for name, spent in answer.cpu_ms.items()
        if any(part in name for part in LEARNERS) and "Fallback" not in name
    )


def add_to(bench: typer.Typer) -> None:
    """Put the command among the measurements."""
    bench.command()(nlu)


def nlu(
    train: LINES,
    test: LINES,
    pipeline: Annotated[
        list[Path] | None, typer.Option(exists=True, help="Another config.yml, measured beside it.")
    ] = None,
    against: Annotated[str | None, typer.Option(help="stock-rasa: Rasa's default pipeline (DIET) beside it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a pipeline on standard output.")] = False,
) -> None:
    """Train the pipeline of config.yml on labelled messages through Rasa, and measure it on others.

    Messages go to all pipelines in turn, so that whatever else the machine does falls on all alike.

    Example: kith bench nlu --train train.jsonl --test test.jsonl --against stock-rasa
    """
    if against not in (None, "stock-rasa"):
        raise UsageError("There is one named baseline: --against stock-rasa. For another: --pipeline FILE")
    configs = {"kith": ROOT / "config.yml", **{path.stem: path.resolve() for path in pipeline or ()}}
    if against:
        configs["stock-rasa"] = STOCK
    trained, tested = _labelled(train), _labelled(test)
    wanted = [label for _, label in tested]
    labels = {label for _, label in trained}
    figures = [one.figures(wanted, labels) for one in _measure(configs, trained, [text for text, _ in tested])]
    for row in figures:
        print(json.dumps(row) if as_json else _in_words(row))
    if not as_json and len(figures) > 1:
        print(_compared(figures[0], figures[-1]))


def _labelled(path: Path) -> list[tuple[str, str]]:
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            found.append((str(row["text"]), str(row["label"])))
        except (ValueError, KeyError, TypeError):
            raise UsageError(f'{path.name}, line {number}: wanted {{"text": "...", "label": "..."}}.') from None
    if not found:
        raise UsageError(f'{path.name} is empty. Wanted lines like {{"text": "...", "label": "..."}}.')
    return found


def _measure(configs: Mapping[str, Path], train: Sequence[tuple[str, str]], texts: Sequence[str]) -> list[Measured]:
    settings = load_settings()
    with tempfile.TemporaryDirectory(prefix="kith-nlu-") as folder, ExitStack() as stack:
        running: list[tuple[Measured, Interpreter]] = []
        for name, config in configs.items():
            say(f"Training {name} on {len(train)} messages ...")
            started = time.monotonic()
            model = _train(settings, Path(folder), name, config, train)
            measured = Measured(name, time.monotonic() - started)
            running.append((measured, stack.enter_context(interpreter(settings, model))))
        for _, engine in running:
            # Not on the test's own messages: what is short, the encoder remembers.
            list(engine.understand_all([text for text, _ in train[:WARM_UP]]))
        for text in texts:
            for measured, engine in running:
                measured.answers.append(engine.understand(text))
    return [measured for measured, _ in running]


def _train(settings: Settings, folder: Path, name: str, config: Path, train: Sequence[tuple[str, str]]) -> Path:
    ready_encoder(settings)
    # JSON, since Rasa's YAML would read "[word](other)" in somebody's message as an entity.
    examples = [{"text": text, "intent": label} for text, label in train]
    data = folder / "train.json"
    data.write_text(json.dumps({"rasa_nlu_data": {"common_examples": examples}}), encoding="utf-8")
    finished = subprocess.run(
        [
            *(str(engine_python()), "-m", "bot.understanding.rasa_parts.serve", "train", "nlu"),
            *("--nlu", str(data), "--config", str(config), "--out", str(folder), "--fixed-model-name", name),
        ],
        cwd=ROOT,
        env={**engine_environment(settings), "RASA_CACHE_DIRECTORY": str(folder / f"cache-{name}")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    model = folder / f"{name}.tar.gz"
    if not model.exists():
        raise EngineError(f"Training {name} failed. Rasa's last words: {finished.stdout[-1500:]}")
    return model


def _in_words(row: Mapping[str, Any]) -> str:
    return (
        f"{row['pipeline']:<11} accuracy {row['accuracy']:.3f}  macro-F1 {row['macro_f1']:.3f}  "
        f"CPU {row['ms_per_message']:6.2f} ms a message, {row['ms_featurizers_and_classifier']:6.2f} in featurizers "
        f"and classifier  fallback {row['fallback']:.1%}  trained in {row['train_seconds']:.0f} s  "
        f"({row['messages']} messages, {row['labels']} labels)"
    )


def _compared(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> str:
    whole = theirs["ms_per_message"] / ours["ms_per_message"]
    learners = theirs["ms_featurizers_and_classifier"] / ours["ms_featurizers_and_classifier"]
    return (
        f"{ours['pipeline']} beside {theirs['pipeline']}: accuracy {ours['accuracy'] - theirs['accuracy']:+.3f}, "
        f"whole pipeline {whole:.1f} times cheaper, featurizers and classifier {learners:.1f} times"
    )
