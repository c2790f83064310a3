"""One Kith for all kills: it has to be well again after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.kills.kith import Kith, running_kith


@pytest.fixture(scope="package")
def running() -> Iterator[Kith]:
    with running_kith() as kith:
        yield kith


@pytest.fixture
def kith(running: Kith) -> Kith:
    """Well, and with nothing under way."""
    running.talk.goes_on()
    return running
