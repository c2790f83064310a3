"""Makes the encoder's files once: float32 and int8 graphs and the tokenizer, under a name that says what from.

Only the app's environment can do this; the engine reads what was made.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from bot.understanding.encoder.files import (
    MANIFEST,
    PRECISIONS,
    TOKENIZER,
    EncoderFiles,
    export_name,
    find_export,
    is_exported,
)
from bot.understanding.encoder.graph import write_graph
from bot.understanding.encoder.weights import load_weights, package_folder


def export_encoder(folder: Path) -> EncoderFiles:
    """Make the present export in this folder of exports, unless it is there and whole; other exports are removed.

    Takes some five seconds and 113 MB. Raises EngineError where the weights are missing or not the official ones, and
    OSError where the folder cannot be written.
    """
    if not is_exported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # Beside its place until it is whole: an export that is killed must not leave half of one under the name.
        with tempfile.TemporaryDirectory(prefix="exporting-", dir=folder) as unfinished:
            made = Path(unfinished) / export_name()
            _write(made)
            _put_in_place(made, folder / export_name())
        _forget_others(folder)
    return find_export(folder)


def _write(folder: Path) -> None:
    folder.mkdir()
    package = package_folder()
    weights = load_weights(package)
    for precision in PRECISIONS:
        (folder / f"{precision}.onnx").write_bytes(write_graph(weights, precision).SerializeToString())
    shutil.copy(package / TOKENIZER, folder / TOKENIZER)
    files = sorted(folder.iterdir())
    sha256 = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (folder / MANIFEST).write_text(json.dumps(sha256, indent=1), encoding="utf-8")


def _put_in_place(made: Path, place: Path) -> None:
    """Rename; what stands there is damaged, or another process was quicker and it is as good as ours."""
    try:
        made.replace(place)
    except OSError:
        if is_exported(place.parent):
            return
        shutil.rmtree(place)
        made.replace(place)


def _forget_others(folder: Path) -> None:
    for path in folder.glob("all-minilm-l6-v2-*"):
        if path.name != export_name():
            shutil.rmtree(path, ignore_errors=True)
