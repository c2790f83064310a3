"""The sentence encoder as Rasa's dense featurizer: a vector for the sentence and one for each token."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import DENSE_FEATURIZABLE_ATTRIBUTES, TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.understanding.encoder.encoder import SentenceEncoder, TokenVectors
from bot.understanding.encoder.files import PRECISIONS, find_export, folder_from_environment

PRECISION, SEQUENCE = "precision", "sequence"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """all-MiniLM-L6-v2's vectors.

    Config: `precision`, int8 (the default) or fp32; `sequence`, whether tokens get vectors too (they do, unless it is
    false: for a pipeline in which nothing reads them).
    """

    @classmethod
    def required_components(cls) -> List[Type]:
        """Token vectors need tokens."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> List[str]:
        """What must be installed."""
        return ["onnxruntime", "tokenizers"]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """int8: two to three times as fast as fp32. docs/decisions/0013 compares what they understand."""
        return {**DenseFeaturizer.get_default_config(), PRECISION: "int8", SEQUENCE: True}

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Raises InvalidConfigException for an unknown precision, and a `sequence` that is neither true nor false."""
        if config[PRECISION] not in PRECISIONS:
            raise InvalidConfigException(f"SentenceFeaturizer: precision is one of {', '.join(PRECISIONS)}.")
        if not isinstance(config[SEQUENCE], bool):
            raise InvalidConfigException("SentenceFeaturizer: sequence is true or false.")

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """The hashes of the encoder's files: other files, other features. Raises EngineError where there are none."""
        return str(sorted(find_export(folder_from_environment()).sha256.items()))

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """Loads the encoder from the folder that KITH_ENCODER names; raises EngineError where it is not there."""
        return cls(config, execution_context.node_name)

    def __init__(self, config: Dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder = SentenceEncoder.load(precision=config[PRECISION])
        self._featurize = self._sequence_and_sentence if config[SEQUENCE] else self._sentence

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Features for every example."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Features for every text that has tokens."""
        for message in messages:
            for attribute in DENSE_FEATURIZABLE_ATTRIBUTES:
                tokens = message.get(TOKENS_NAMES[attribute])
                if tokens:
                    self._featurize(message, attribute, *as_meant(message.get(attribute), tokens))
        return messages

    def _sequence_and_sentence(
        self, message: Message, attribute: str, text: str, places: List[Tuple[int, int]]
    ) -> None:
        pieces, sentence = self._encoder.read([text])[0]
        self.add_features_to_message(vectors_of_tokens(pieces, places), sentence[np.newaxis], attribute, message)

    def _sentence(self, message: Message, attribute: str, text: str, _places: List[Tuple[int, int]]) -> None:
        message.add_features(Features(self._encoder.encode([text]), FEATURE_TYPE_SENTENCE, attribute, self._identifier))


def as_meant(text: str, tokens: List[Token]) -> Tuple[str, List[Tuple[int, int]]]:
    """The text with each token as its lemma spells it, and where each token then stands."""
    pieces: List[str] = []
    places: List[Tuple[int, int]] = []
    read, length = 0, 0
    for token in tokens:
        gap = text[read : token.start]
        start = length + len(gap)
        pieces += [gap, token.lemma]
        read, length = token.end, start + len(token.lemma)
        places.append((start, length))
    return "".join(pieces) + text[read:], places


def vectors_of_tokens(pieces: TokenVectors, places: List[Tuple[int, int]]) -> np.ndarray:
    """For each token the mean of the word pieces that share a character with it; zeros where there are none.

    There are none behind the encoder's 256th piece, and for characters that it passes over.
    """
    vectors = np.zeros((len(places), pieces.vectors.shape[1]), np.float32)
    if not len(pieces.vectors):
        return vectors
    starts, ends = np.array(places).T
    first, last = np.array(pieces.offsets).T
    shared = (starts[:, np.newaxis] < last) & (first < ends[:, np.newaxis])
    covered = shared.any(axis=1)
    weights = shared[covered].astype(np.float32)
    vectors[covered] = weights @ pieces.vectors / weights.sum(axis=1, keepdims=True)
    return vectors
