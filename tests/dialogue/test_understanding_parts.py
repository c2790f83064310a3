"""Tokenizer and featurizer in the engine's own Python: right places, right vectors, and fast on anything."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from bot.engine import model
from bot.settings import ROOT, load_settings
from bot.understanding.encoder.encoder import SentenceEncoder
from bot.understanding.encoder.files import find_export
from tests.unit.understanding.loading import MOST_SECONDS_TO_LOAD, seconds_to_load

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(
        not (ROOT / ".venv-engine").exists(), reason="the engine's environment is missing: ./kith test makes it"
    ),
]

PLAIN = "I met my cousin Zoltanique for coffee on Tuesday, didn't I?"
LENGTH = 5000
MONSTERS = {
    "one word": "a" * LENGTH,
    "brackets": "(" * LENGTH,
    "closing brackets": ")" * LENGTH,
    "apostrophes": "'" * LENGTH,
    "clitics": "'s" * (LENGTH // 2),
    "address": "https://" + "a.b/" * 1248,
    "domain": "a." * (LENGTH // 2),
    "marks above and below": "h\u0341\u0321\u035c" * (LENGTH // 4),
    "emoji": "😭❤️" * 1666,
    "family": "👨‍👩‍👧‍👦" * 450,
    "characters without spaces": "友達" * (LENGTH // 2),
    "smileys": ":-)" * 1666,
    "nothing": " \t\n" * 1666,
    "words": "met her again. " * 333,
    "halves of characters": "\ud83d " * (LENGTH // 2),
    "zeros": "\0" * LENGTH,
    "unseen": "\u200b\u2060" * (LENGTH // 2),
}
EXAMPLES = [PLAIN, "hi", " ", "ok 👍🏽 see  you\tthere", MONSTERS["words"], MONSTERS["emoji"]]
"""Rasa itself takes no halves of characters in training data."""
TEXTS = [PLAIN, "hi", " ", "ok 👍🏽 see  you\tthere", "\ud800 is no character", *MONSTERS.values()]
MOST_MS = 500
"""CPU for 5,000 characters in the whole pipeline: these two parts must stay under it by far."""


def ask(precision: str) -> dict[str, Any]:
    settings = load_settings()
    model.ready_encoder(settings)
    ran = subprocess.run(
        [str(model.engine_python()), "-m", "tests.dialogue.parts_heard"],
        cwd=ROOT,
        env=model.engine_environment(settings),
        input=json.dumps({"precision": precision, "texts": TEXTS, "examples": EXAMPLES, "words": ["Zoltanique"]}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    answer: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return answer


@pytest.fixture(scope="module", params=["int8", "fp32"])
def precision(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def answer(precision: str) -> dict[str, Any]:
    return ask(precision)


@pytest.fixture(scope="module")
def encoder(answer: dict[str, Any], precision: str) -> SentenceEncoder:
    """The app's own."""
    return SentenceEncoder.load(model.encoder_folder(load_settings()), "int8" if precision == "int8" else "fp32")


def row(values: object) -> npt.NDArray[np.float32]:
    return np.array(values, np.float32)


def test_every_token_is_where_it_says(answer: dict[str, Any]) -> None:
    for text, found in zip(TEXTS, answer["alone"], strict=True):
        whole = text.encode("utf-8", "replace").decode()
        ends = [0]
        for word, start, end in found["tokens"]:
            assert whole[start:end] == word
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)
        covered = {place for _word, start, end in found["tokens"] for place in range(start, end)}
        assert all(character.isspace() for place, character in enumerate(whole) if place not in covered)


def test_words_are_cut_as_english_is(answer: dict[str, Any]) -> None:
    words = [word for word, _start, _end in answer["alone"][0]["tokens"]]
    assert " ".join(words) == "I met my cousin Zoltanique for coffee on Tuesday , did n't I ?"
    words = [word for word, _start, _end in answer["alone"][3]["tokens"]]
    assert [word for word in words if word.isalpha()] == ["ok", "see", "you", "there"]


def test_every_text_has_a_sentence_vector_and_one_for_each_token(answer: dict[str, Any]) -> None:
    for found in answer["alone"] + answer["together"]:
        assert found["shape"] == [len(found["tokens"]), 384]
        assert found["tokens"]
        assert row(found["sentence"]).shape == (1, 384)
        assert abs(np.linalg.norm(row(found["sentence"])) - 1) < 1e-5


def test_both_processes_give_a_sentence_the_same_vector(answer: dict[str, Any], encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS[:5])
    heard = np.concatenate([row(found["sentence"]) for found in answer["alone"][:5]])
    # In int8 the two versions of ONNX Runtime round here and there differently (docs/decisions/0013).
    least = 0.9999 if encoder.precision == "fp32" else 0.98
    assert np.min(np.sum(vectors * heard, axis=1)) > least


def test_a_token_has_the_mean_of_its_word_pieces(answer: dict[str, Any], encoder: SentenceEncoder) -> None:
    pieces = encoder.tokens(PLAIN)
    first = [vector for vector, place in zip(pieces.vectors, pieces.offsets, strict=True) if place == (0, 1)]
    assert len(first) == 1
    assert np.allclose(row(answer["alone"][0]["first"]), first[0], atol=1e-2)
    assert all(length > 0 for length in answer["alone"][0]["lengths"])


def test_behind_the_last_piece_that_is_read_tokens_have_zeros(answer: dict[str, Any]) -> None:
    lengths = answer["alone"][TEXTS.index(MONSTERS["words"])]["lengths"]
    assert all(length > 0 for length in lengths[:254])
    assert not any(lengths[254:])
    assert len(lengths) == 4 * 333


def test_training_examples_have_the_vectors_that_messages_will_have(answer: dict[str, Any]) -> None:
    for text, together in zip(EXAMPLES, answer["together"], strict=True):
        alone = answer["alone"][TEXTS.index(text)]
        assert np.allclose(row(alone["sentence"]), row(together["sentence"]), atol=1e-5)
        assert np.allclose(alone["lengths"], together["lengths"], atol=1e-3)
        assert alone["tokens"] == together["tokens"]


@pytest.mark.parametrize("name", MONSTERS)
def test_five_thousand_characters_of_anything_are_no_burden(name: str, answer: dict[str, Any]) -> None:
    spent = answer["alone"][TEXTS.index(MONSTERS[name])]["ms"]
    print(f"{name}: {spent:.0f} ms")
    assert spent < MOST_MS


def test_nobodys_words_stay_in_spacys_vocabulary(answer: dict[str, Any]) -> None:
    assert answer["kept"] == []


def test_the_fingerprint_tells_the_encoders_files(answer: dict[str, Any]) -> None:
    files = find_export(model.encoder_folder(load_settings()))
    assert all(digest in answer["fingerprint"] for digest in files.sha256.values())


def test_the_encoder_loads_in_under_a_second(answer: dict[str, Any]) -> None:
    spent = seconds_to_load(str(model.engine_python()), model.encoder_folder(load_settings()))
    print(f"loaded in {spent:.2f} s")
    assert spent < MOST_SECONDS_TO_LOAD
