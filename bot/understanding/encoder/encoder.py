"""Turns sentences into vectors: all-MiniLM-L6-v2 on one processor core, without network."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]

from bot.understanding.encoder.files import TOKENIZER, EncoderFiles, Precision, find_export, folder_from_environment
from bot.understanding.encoder.word_pieces import Pieces, WordPieces

WIDTH = 384
"""Numbers in a vector."""
REMEMBERED_SENTENCES = 512
"""Vectors kept: 0.8 MB."""
REMEMBERED_CHARACTERS = 40
"""Of the longest text whose vector is kept. What people type again and again is short."""
SENTENCE, TOKENS_AND_SENTENCE = ("sentence",), ("tokens", "sentence")
"""What a run of the graph gives back."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class TokenVectors:
    """A text's word pieces without the marks at its ends: pieces by 384, and where in the text each stands."""

    vectors: Vectors
    offsets: Sequence[tuple[int, int]]


class SentenceEncoder:
    """Sentence and token vectors; one instance serves all threads.

    It remembers the vectors of the last short sentences ("yes", "thank you", "skip"), because those come back, and no
    text at all: a vector is found by a hash under a key that dies with the process. A longer message is hardly ever
    typed twice, and would only be a person's thought kept longer than needed; so nothing of it stays.
    """

    def __init__(self, files: EncoderFiles, precision: Precision = "int8") -> None:
        """Raises EngineError where a file is missing or damaged."""
        self.precision = precision
        self._pieces = WordPieces(files.read(TOKENIZER))
        self._session = _open_session(files.graph(precision))
        self._remembered: OrderedDict[bytes, Vectors] = OrderedDict()
        self._key = os.urandom(16)
        self._lock = threading.Lock()

    @classmethod
    def load(cls, folder: Path | None = None, precision: Precision = "int8") -> SentenceEncoder:
        """From a folder of exports: settings.home / "encoder" in the app, what the environment says in the engine.

        Raises EngineError where the encoder was not exported there yet.
        """
        return cls(find_export(folder or folder_from_environment()), precision)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text: texts by 384. What is beyond 256 word pieces does not count."""
        found = np.empty((len(texts), WIDTH), np.float32)
        for text, row in zip(texts, found, strict=True):
            if not self._recall(text, row):
                row[:] = self._run(self._pieces.cut(text), SENTENCE)[0][0]
                self._remember(text, row)
        return found

    def tokens(self, text: str) -> TokenVectors:
        """The vectors of a text's word pieces, up to the 256th, as they stand in this text."""
        return self.read([text])[0][0]

    def read(self, texts: Sequence[str]) -> list[tuple[TokenVectors, Vectors]]:
        """Token vectors and sentence vector of each text. Remembers nothing."""
        return [self._read(self._pieces.cut(text)) for text in texts]

    def _read(self, pieces: Pieces) -> tuple[TokenVectors, Vectors]:
        tokens, sentence = self._run(pieces, TOKENS_AND_SENTENCE)
        return TokenVectors(tokens[0, 1:-1], pieces.offsets[1:-1]), sentence[0]

    def _run(self, pieces: Pieces, wanted: Sequence[str]) -> list[Vectors]:
        """A text is computed alone: in int8, one scale would serve a whole batch.

        Its vector would then depend on its neighbours: trained in company and asked alone, it would differ.
        """
        found: list[Vectors] = self._session.run(wanted, {"ids": np.array([pieces.ids], np.int64)})
        return found

    def _recall(self, text: str, row: Vectors) -> bool:
        if len(text) > REMEMBERED_CHARACTERS:
            return False
        name = self._name(text)
        with self._lock:
            vector = self._remembered.get(name)
            if vector is None:
                return False
            self._remembered.move_to_end(name)
        row[:] = vector
        return True

    def _remember(self, text: str, vector: Vectors) -> None:
        if len(text) > REMEMBERED_CHARACTERS:
            return
        with self._lock:
            self._remembered[self._name(text)] = vector.copy()  # the row is the caller's
            if len(self._remembered) > REMEMBERED_SENTENCES:
                self._remembered.popitem(last=False)

    def _name(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._key, digest_size=16).digest()


def _open_session(graph: bytes) -> onnxruntime.InferenceSession:
    """One thread, and none that waits by spinning: the processor belongs to the other processes as well."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    # The graph is written as it shall run; to look for more would make it slower (operators.py), and loading too.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3  # errors; none of its messages holds a text
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
