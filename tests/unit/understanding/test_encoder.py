"""The encoder gives the official model's vectors, the same ones in any company, and keeps nobody's words."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.encoder import encoder as module
from bot.understanding.encoder.encoder import REMEMBERED_CHARACTERS, REMEMBERED_SENTENCES, SentenceEncoder
from bot.understanding.encoder.word_pieces import LONGEST_PIECES, MARKS
from tests.unit.understanding.loading import MOST_SECONDS_TO_LOAD, seconds_to_load

REFERENCE: dict[str, Any] = json.loads((Path(__file__).parent / "reference_vectors.json").read_text(encoding="utf-8"))
"""Made with the official library from the same weights; its vectors are rounded to six digits, its pieces' to five."""
SENTENCES = [sentence["text"] for sentence in REFERENCE["sentences"]]
VECTORS = np.array([sentence["vector"] for sentence in REFERENCE["sentences"]], np.float32)
MOST_DIFFERENCE = 1e-5
"""Measured: 7e-7."""
LEAST_COSINE = 0.97
"""int8 beside float32. Measured: at least .978, .986 in the middle."""


def cosines(vectors: Any, others: Any) -> Any:
    return np.sum(vectors * others, axis=1)


def test_float32_gives_the_official_vectors(exact_encoder: SentenceEncoder) -> None:
    assert np.abs(exact_encoder.encode(SENTENCES) - VECTORS).max() <= MOST_DIFFERENCE


def test_float32_gives_the_official_vectors_of_word_pieces(exact_encoder: SentenceEncoder) -> None:
    found = exact_encoder.tokens(REFERENCE["pieces"]["text"])
    official = np.array(REFERENCE["pieces"]["vectors"], np.float32)[1:-1]  # without the marks
    assert np.abs(found.vectors - official).max() <= MOST_DIFFERENCE


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_int8_is_near(number: int, encoder: SentenceEncoder) -> None:
    assert cosines(encoder.encode([SENTENCES[number]]), VECTORS[number : number + 1])[0] >= LEAST_COSINE


def test_vectors_are_rows_of_unit_length(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (len(SENTENCES), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, 384)
    assert encoder.read([]) == []


def test_what_means_the_same_is_nearer_than_what_sounds_the_same(encoder: SentenceEncoder) -> None:
    asked, same, other = encoder.encode(
        ["I rang my mum last night", "I phoned my mother yesterday evening", "I hung a ring on the wall last night"]
    )
    assert asked @ same > asked @ other + 0.2


def test_a_vector_is_the_same_in_any_company(encoder_exports: Path, exact_encoder: SentenceEncoder) -> None:
    alone = np.concatenate([SentenceEncoder.load(encoder_exports).encode([text]) for text in SENTENCES[:4]])
    together = SentenceEncoder.load(encoder_exports).encode(SENTENCES)[:4]
    assert np.array_equal(alone, together)
    backwards = exact_encoder.encode(SENTENCES[::-1])
    assert np.abs(backwards[::-1] - VECTORS).max() <= MOST_DIFFERENCE


@pytest.mark.parametrize("precision", ["int8", "fp32"])
def test_a_sentence_has_one_vector_however_it_is_asked_for(
    precision: str, encoder: SentenceEncoder, exact_encoder: SentenceEncoder
) -> None:
    asked = encoder if precision == "int8" else exact_encoder
    company = [text for pair in zip(SENTENCES, SENTENCES[::-1], strict=True) for text in pair]
    assert np.array_equal(np.array([sentence for _, sentence in asked.read(company)[::2]]), asked.encode(SENTENCES))


def test_the_longest_text_may_be_read_first(exact_encoder: SentenceEncoder) -> None:
    short, long = "met Ines", "Then we walked along the canal until it was dark. " * 40
    (alone, _), _, (after, _) = exact_encoder.read([short, long, short])
    assert np.array_equal(alone.vectors, after.vectors)


def test_pieces_know_their_place(encoder: SentenceEncoder) -> None:
    text = "Zoë's café — 友達 🎉 unfriendliness"
    found = encoder.tokens(text)
    parts = [text[start:end] for start, end in found.offsets]
    assert parts[:5] == ["Zoë", "'", "s", "café", "—"]
    assert "".join(parts) == text.replace(" ", "")
    assert found.vectors.shape == (len(parts), 384)


def test_what_is_beyond_the_limit_does_not_count(encoder: SentenceEncoder) -> None:
    read = "we met again " * 90
    found = encoder.tokens(read + "and quarrelled")
    assert len(found.offsets) == LONGEST_PIECES - MARKS
    assert np.array_equal(encoder.encode([read]), encoder.encode([read + "and quarrelled"]))
    assert not np.array_equal(encoder.encode(["and quarrelled " + read]), encoder.encode([read]))


def test_marks_that_somebody_types_are_letters(encoder: SentenceEncoder) -> None:
    places = encoder.tokens("[SEP] [PAD]").offsets
    assert len(places) > 2


def test_half_a_character_does_no_harm(encoder: SentenceEncoder) -> None:
    assert np.array_equal(encoder.encode(["see \ud83d you"]), encoder.encode(["see ? you"]))


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.characters(codec=None), max_size=300))
def test_any_text_has_a_vector(text: str) -> None:
    encoder = test_any_text_has_a_vector.encoder  # type: ignore[attr-defined]
    ((pieces, vector),) = encoder.read([text])
    assert abs(float(np.linalg.norm(vector)) - 1) < 1e-5
    assert np.isfinite(pieces.vectors).all()
    assert all(0 <= start <= end <= len(text) for start, end in pieces.offsets)


@pytest.fixture(autouse=True)
def _give_hypothesis_the_encoder(encoder: SentenceEncoder) -> None:
    test_any_text_has_a_vector.encoder = encoder  # type: ignore[attr-defined]


@pytest.fixture
def counted(encoder_exports: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[SentenceEncoder, list[int]]:
    """A fresh encoder, and a one for each text that it computes."""
    encoder = SentenceEncoder.load(encoder_exports)
    sizes: list[int] = []
    run = encoder._run

    def seen(pieces: Any, wanted: Any) -> Any:
        sizes.append(1)
        return run(pieces, wanted)

    monkeypatch.setattr(encoder, "_run", seen)
    return encoder, sizes


def test_a_short_sentence_is_computed_once(counted: tuple[SentenceEncoder, list[int]]) -> None:
    encoder, computed = counted
    first = encoder.encode(["yes please", "no"])
    first[:] = 0  # what a caller does with it is the caller's
    second = encoder.encode(["no", "yes please", "yes please"])
    assert sum(computed) == 2
    assert np.array_equal(second[1], second[2])
    assert np.allclose(np.linalg.norm(second, axis=1), 1, atol=1e-5)


def test_a_long_message_is_not_remembered(counted: tuple[SentenceEncoder, list[int]]) -> None:
    encoder, computed = counted
    encoder.encode(["x" * REMEMBERED_CHARACTERS])
    assert len(encoder._remembered) == 1
    for _time in range(2):
        encoder.encode(["I never told anyone how much that hurt me."])
    assert (len(encoder._remembered), sum(computed)) == (1, 3)


def test_what_was_used_longest_ago_is_forgotten(
    counted: tuple[SentenceEncoder, list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder, computed = counted
    monkeypatch.setattr(module, "REMEMBERED_SENTENCES", 2)
    for text in ("one", "two", "one", "three", "one", "two"):
        encoder.encode([text])
    assert len(encoder._remembered) == 2
    assert sum(computed) == 4  # one, two, three, and two again
    assert REMEMBERED_SENTENCES * 384 * 4 < 1_000_000


def test_no_word_is_kept(counted: tuple[SentenceEncoder, list[int]]) -> None:
    encoder, _computed = counted
    encoder.encode(["Marguerite left me"])
    assert "Marguerite" not in repr(vars(encoder))


def test_another_process_would_keep_it_under_another_name(encoder_exports: Path) -> None:
    names = {SentenceEncoder.load(encoder_exports)._name("yes") for _process in range(2)}
    assert len(names) == 2


def test_it_loads_in_under_a_second(encoder_exports: Path) -> None:
    assert seconds_to_load(sys.executable, encoder_exports) < MOST_SECONDS_TO_LOAD


def test_threads_share_one_encoder(encoder: SentenceEncoder) -> None:
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: encoder.encode([SENTENCES[number % 8]])[0], range(64)))
    assert np.array_equal(np.array(found), np.tile(encoder.encode(SENTENCES[:8]), (8, 1)))
