"""Run by the engine's Python: what tokenizer and featurizer make of each text. Reads and writes JSON.

Built as Rasa builds them, but with no training and no model.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.constants import TOKENS_NAMES
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, FEATURE_TYPE_SEQUENCE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.understanding.rasa_parts.sentence_featurizer import SentenceFeaturizer
from bot.understanding.rasa_parts.tokenizer import EnglishTokenizer


def build(component: Any, folder: Path, **config: object) -> Any:
    """As Rasa's graph does it."""
    given = {**component.get_default_config(), **config}
    context = ExecutionContext(GraphSchema({}), node_name=component.__name__)
    return component.create(given, LocalModelStorage(folder), Resource("part"), context)


def describe(message: Message, seconds: float) -> dict[str, object]:
    """Tokens, both kinds of features, and what it cost."""
    tokens = message.get(TOKENS_NAMES[TEXT])
    features = {feature.type: feature.features for feature in message.features}
    sequence = features[FEATURE_TYPE_SEQUENCE]
    return {
        "tokens": [[token.text, token.start, token.end] for token in tokens],
        "shape": list(sequence.shape),
        "lengths": np.linalg.norm(sequence, axis=1).round(4).tolist(),
        "first": sequence[0].tolist(),
        "sentence": features[FEATURE_TYPE_SENTENCE].tolist(),
        "ms": seconds * 1000,
    }


def vocabulary_holds(tokenizer: EnglishTokenizer, word: str) -> bool:
    """Whether spaCy still knows a word that it was given."""
    return word in tokenizer._language.vocab.strings


def main() -> None:
    """Standard input: precision, texts, training examples, words. Standard output: a description of each, and more."""
    asked = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        tokenizer = build(EnglishTokenizer, Path(folder))
        featurizer = build(SentenceFeaturizer, Path(folder), precision=asked["precision"])
        featurizer.process(tokenizer.process([Message({TEXT: "warm up"})]))
        alone = []
        for text in asked["texts"]:
            started = time.process_time()
            (message,) = featurizer.process(tokenizer.process([Message({TEXT: text})]))
            alone.append(describe(message, time.process_time() - started))
        data = TrainingData([Message({TEXT: text, "intent": "some"}) for text in asked["examples"]])
        together = featurizer.process_training_data(tokenizer.process_training_data(data)).training_examples
        answer = {
            "alone": alone,
            "together": [describe(message, 0) for message in together],
            "kept": [word for word in asked["words"] if vocabulary_holds(tokenizer, word)],
            "fingerprint": SentenceFeaturizer.fingerprint_addon({}),
        }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
