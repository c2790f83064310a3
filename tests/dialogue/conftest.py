"""The running Kith, for tests of the engine."""

from __future__ import annotations

import pytest

from tests.dialogue.running import Kith, shared_kith


@pytest.fixture(scope="session")
def kith(request: pytest.FixtureRequest) -> Kith:
    """App and engine, running."""
    return shared_kith(request.config)
