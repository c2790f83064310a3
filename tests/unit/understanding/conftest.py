"""The encoder in both precisions, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding.encoder.encoder import SentenceEncoder


@pytest.fixture(scope="session")
def encoder(encoder_exports: Path) -> SentenceEncoder:
    """As Kith uses it: int8."""
    return SentenceEncoder.load(encoder_exports)


@pytest.fixture(scope="session")
def exact_encoder(encoder_exports: Path) -> SentenceEncoder:
    """In float32."""
    return SentenceEncoder.load(encoder_exports, "fp32")
