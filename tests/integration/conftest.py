"""The running Kith, for conversations, and people at its terminal."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from tests.dialogue.channels import AtTheTerminal
from tests.dialogue.running import Kith, shared_kith

Meet = Callable[[Kith], AtTheTerminal]
NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def kith(request: pytest.FixtureRequest) -> Kith:
    """App and engine, running, with Telegram."""
    return shared_kith(request.config)


@pytest.fixture(scope="module")
def meet() -> Iterator[Meet]:
    """Makes people at the terminal, each new to that Kith."""
    with ExitStack() as lines:
        yield lambda kith: lines.enter_context(
            closing(AtTheTerminal(kith.url, kith.token, f"somebody {next(NUMBERS)}"))
        )
