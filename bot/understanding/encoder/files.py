"""Where the exported encoder is and how it is known to be whole. Both processes read it; export.py writes it."""

from __future__ import annotations

import functools
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.errors import EngineError

Precision = Literal["fp32", "int8"]
PRECISIONS: tuple[Precision, ...] = ("fp32", "int8")
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of all-MiniLM-L6-v2's official model.safetensors, as its publisher gives it."""
MADE_BY = ("graph.py", "operators.py", "export.py")
"""A change in one of these asks for a new export."""
MANIFEST = "manifest.json"
TOKENIZER = "tokenizer.json"
FOLDER_VARIABLE = "KITH_ENCODER"
DEFAULT_FOLDER = Path(__file__).resolve().parents[3] / ".kith" / "encoder"
"""For people who call `rasa` by hand."""


@dataclass(frozen=True)
class EncoderFiles:
    """A whole export: its folder, and the SHA-256 of each file as it was when it was written."""

    folder: Path
    sha256: dict[str, str]

    def graph(self, precision: Precision) -> bytes:
        """The ONNX graph. Raises EngineError where it is not what was written."""
        return self.read(f"{precision}.onnx")

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises EngineError where it is missing or not what was written."""
        try:
            found = (self.folder / name).read_bytes()
        except OSError as problem:
            raise EngineError(
                f"{self.folder / name} cannot be read ({problem.strerror}). {_mend(self.folder)}"
            ) from None
        if hashlib.sha256(found).hexdigest() != self.sha256.get(name):
            raise EngineError(f"{self.folder / name} is damaged. {_mend(self.folder)}")
        return found

    def check(self) -> None:
        """Raises EngineError where a file is missing or damaged."""
        for name in (TOKENIZER, *(f"{precision}.onnx" for precision in PRECISIONS)):
            self.read(name)


def folder_from_environment() -> Path:
    """The folder of exports that the engine was told, or the project's own."""
    return Path(os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER)


@functools.cache
def export_name() -> str:
    """The present export's name: a hash of the weights and of the code that writes the graphs."""
    digest = hashlib.sha256(WEIGHTS_SHA256.encode())
    for name in MADE_BY:
        digest.update((Path(__file__).parent / name).read_bytes())
    return f"all-minilm-l6-v2-{digest.hexdigest()[:12]}"


def find_export(folder: Path) -> EncoderFiles:
    """The present export in a folder of exports. Raises EngineError where it was not made yet or is not whole."""
    path = folder / export_name()
    try:
        sha256 = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise EngineError(f"The sentence encoder is not in {folder} yet. Run: kith train") from None
    except (OSError, ValueError):
        sha256 = None
    if not isinstance(sha256, dict):
        raise EngineError(f"{path / MANIFEST} is damaged. {_mend(path)}")
    return EncoderFiles(path, sha256)


def is_exported(folder: Path) -> bool:
    """Whether the present export is in this folder of exports, whole and undamaged. Reads all of it: 0.1 s."""
    try:
        find_export(folder).check()
    except EngineError:
        return False
    return True


def _mend(path: Path) -> str:
    return f"Remove {path} and run: kith train"
