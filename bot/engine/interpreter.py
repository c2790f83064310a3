"""The engine's understanding without a server: a child process that reads texts and answers what they mean."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.engine.model import engine_environment, engine_python
from bot.errors import EngineError
from bot.settings import ROOT, Settings

FALLBACK = "nlu_fallback"
"""Rasa's name for "none of the intents surely enough"."""
OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Understood:
    """What one text means to a model. `cpu_ms` is processor time in milliseconds, by component and in "total"."""

    intent: str | None
    confidence: float
    ranking: list[tuple[str, float]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    cpu_ms: dict[str, float] = field(default_factory=dict)

    @property
    def unsure(self) -> bool:
        """Whether no intent was likely enough, so that Kith would ask."""
        return self.intent == FALLBACK

    @property
    def best(self) -> str | None:
        """The likeliest intent, sure enough or not."""
        return next((name for name, _ in self.ranking if name != FALLBACK), None)

    @property
    def served_as(self) -> str:
        """The intent by which Kith acts: what is not understood is out of scope."""
        return OUT_OF_SCOPE if self.unsure or not self.intent else self.intent


class Interpreter:
    """One loaded model. Not for several threads at once."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self._child = child
        self._read()

    def understand(self, text: str) -> Understood:
        """What `text` means. Raises EngineError when the child has died."""
        return next(self.understand_all([text]))

    def understand_all(self, texts: Sequence[str]) -> Iterator[Understood]:
        """What each text means, in order. Raises EngineError when the child has died."""
        for text in texts:
            try:
                print(json.dumps({"text": text}), file=self._child.stdin, flush=True)
            except BrokenPipeError:
                raise EngineError(_ENDED) from None
            heard = self._read()
            heard["ranking"] = [(name, confidence) for name, confidence in heard["ranking"]]
            yield Understood(**heard)

    def _read(self) -> dict[str, Any]:
        line = self._child.stdout.readline() if self._child.stdout else ""
        if not line:
            raise EngineError(_ENDED)
        heard: dict[str, Any] = json.loads(line)
        return heard


_ENDED = "The engine's understanding ended early. Run: kith doctor; if that finds nothing: kith train --force"


@contextmanager
def interpreter(settings: Settings, model: Path) -> Iterator[Interpreter]:
    """Load `model` in a child process of the engine's Python; it ends with the block. Raises EngineError."""
    child = subprocess.Popen(
        [str(engine_python()), "-m", "bot.understanding.rasa_parts.interpret", str(model)],
        cwd=ROOT,
        env=engine_environment(settings),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        yield Interpreter(child)
    finally:
        child.kill()
        child.communicate()
