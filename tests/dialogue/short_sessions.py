"""A model whose engine opens a new session after a second instead of an hour, so that a test can wait for it."""

from __future__ import annotations

import re
import tarfile
import tempfile
from pathlib import Path

SESSION_SECONDS = 1.0
SETTING = re.compile(r'(?P<name>"?session_expiration_time"?: )\d+')
HOLDS_THE_DOMAIN = ("metadata.json", "components/domain_provider/domain.yml")


def shorten_sessions(model: Path) -> None:
    """Rewrite a trained model in its place. Raises AssertionError where it holds no such setting."""
    with tempfile.TemporaryDirectory() as unpacked:
        with tarfile.open(model) as archive:
            archive.extractall(unpacked, filter="data")
        for name in HOLDS_THE_DOMAIN:
            _shorten_in(Path(unpacked) / name)
        with tarfile.open(model, "w:gz") as archive:
            for path in Path(unpacked).iterdir():
                archive.add(path, path.name)


def _shorten_in(file: Path) -> None:
    text, count = SETTING.subn(rf"\g<name>{SESSION_SECONDS / 60:.4f}", file.read_text())
    assert count == 1, f"{file.name} has no session_expiration_time"
    file.write_text(text)
