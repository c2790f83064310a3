"""Understands JSON lines with a trained model, without a server: `kith analyse intent` and `kith bench nlu`.

    python -m bot.understanding.rasa_parts.interpret MODEL < lines > lines

A line in is `{"text", "metadata"?}`. A line out is `{"intent", "confidence", "ranking", "entities", "cpu_ms"}`, where
`cpu_ms` names milliseconds of processor time: "total" of the whole parse and one for each component of the pipeline.
"""

from __future__ import annotations

import asyncio
import functools
import json
import logging
import os
import sys
import time
from typing import Any, Callable, Dict

from bot.understanding.hearing.plain_text import whole_characters
from bot.understanding.rasa_parts.serve import ONE_THREAD, QUIET

PARTS: Dict[str, float] = {}
"""Milliseconds of processor time by component, for the message at hand."""
SHOWN = ("entity", "value", "start", "end")


def main() -> None:
    """Load the model named on the command line, then answer line by line until the input ends."""
    os.environ.update({**QUIET, **ONE_THREAD})
    # Whatever a library prints belongs on standard error; standard output carries nothing but answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="surrogatepass")
    os.dup2(2, 1)
    from bot.understanding.rasa_parts.serve import silence_words

    silence_words()
    import structlog
    from rasa.core.agent import Agent

    # Rasa's own words about a message would quote it.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))

    agent = Agent.load(sys.argv[1])
    _time_parts(agent.processor.graph_runner)
    print("{}", file=answers, flush=True)  # ready
    asyncio.run(_answer(agent, answers))


async def _answer(agent: Any, answers: Any) -> None:
    for line in sys.stdin.buffer:
        heard = await interpret(agent, **json.loads(line))
        print(json.dumps(heard), file=answers, flush=True)


async def interpret(agent: Any, text: str, metadata: Dict[str, Any] | None = None) -> Dict[str, Any]:
    """What the model understands in one text."""
    from rasa.core.channels.channel import UserMessage

    PARTS.clear()
    # Rasa would obey a typed "/intent"; a blank in the place of the stroke keeps every offset.
    defused = whole_characters(f" {text[1:]}" if text.startswith("/") else text)
    started = time.process_time_ns()
    parsed = await agent.processor.parse_message(UserMessage(defused, metadata=metadata))
    total = (time.process_time_ns() - started) / 1e6
    intent = parsed.get("intent") or {}
    return {
        "intent": intent.get("name"),
        "confidence": intent.get("confidence") or 0.0,
        "ranking": [[guess["name"], guess["confidence"]] for guess in parsed.get("intent_ranking") or []],
        "entities": [{key: entity.get(key) for key in SHOWN} for entity in parsed.get("entities") or []],
        "cpu_ms": {**PARTS, "total": total},
    }


def _time_parts(runner: Any) -> None:
    for name, node in runner._instantiated_nodes.items():
        node._fn = _timed(name, node._fn)


def _timed(name: str, run: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(run)
    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time_ns()
        try:
            return run(*args, **kwargs)
        finally:
            PARTS[name] = (time.process_time_ns() - started) / 1e6

    return timed


if __name__ == "__main__":
    main()
