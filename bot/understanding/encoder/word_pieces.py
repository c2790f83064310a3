"""Cuts a text into the encoder's word pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_PIECES = 256
"""Word pieces of a text, the two marks at its ends among them; what comes later is not read.

The model's sentence_bert_config.json (max_seq_length): it was never trained on longer texts.
"""
MARKS = 2
"""[CLS] before and [SEP] after every text."""


@dataclass(frozen=True)
class Pieces:
    """A text's pieces: their numbers, marks included, and where in the text each stands (a mark: 0, 0)."""

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]


class WordPieces:
    """The model's own tokenizer, from the bytes of its tokenizer.json. Safe to use from several threads."""

    def __init__(self, description: bytes) -> None:
        self._tokenizer = Tokenizer.from_str(description.decode())
        self._tokenizer.no_padding()  # the file would pad and cut at 128
        self._tokenizer.enable_truncation(LONGEST_PIECES)
        self._tokenizer.encode_special_tokens = True  # somebody who types [SEP] means these letters

    def cut(self, text: str) -> Pieces:
        """Any text at all; half of a surrogate pair, which is no character, counts as one unknown character."""
        # Not encode_batch: it would start threads of its own.
        found = self._tokenizer.encode(text.encode("utf-8", "replace").decode())
        return Pieces(found.ids, found.offsets)
