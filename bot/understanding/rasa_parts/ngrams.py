"""Words, pairs of words and pieces of words as one sparse block each, in a tenth of the time of Rasa's featurizer.

Rasa's CountVectorsFeaturizer also counts token by token, for classifiers that read sequences, and lets scikit-learn
build a matrix for every message. Here scikit-learn's analyser cuts the text and a look-up counts it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Dict, List, Tuple, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

VOCABULARY = "vocabulary.json"
LONGEST_TEXT = 1000
"""Characters that are counted: who writes more has said what it is about."""

EXAMPLES_THAT_RAISE_LEAST = 8000
"""With each so many examples, an n-gram has to stand in one more of them to count: of 20,000, what stands in fewer than
three is two thirds of all n-grams and changed nothing on the development set.
"""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeaturizer(SparseFeaturizer, GraphComponent):
    """Counts of n-grams, as sentence features only. Config as scikit-learn's CountVectorizer names it."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """There must be tokens, whose lemmas are read."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`analyzer` word or char_wb, n-grams from `min_ngram` to `max_ngram`."""
        return {**SparseFeaturizer.get_default_config(), "analyzer": "word", "min_ngram": 1, "max_ngram": 2}

    @classmethod
    def validate_config(cls, config: Dict[str, Any]) -> None:
        """Nothing beyond what scikit-learn checks."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NgramFeaturizer:
        """Untrained: no n-gram is known."""
        return cls(config, execution_context.node_name, model_storage, resource, {})

    def __init__(
        self,
        config: Dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
        vocabulary: Dict[str, int],
    ) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._vocabulary = vocabulary
        self._cut = CountVectorizer(
            analyzer=config["analyzer"],
            ngram_range=(config["min_ngram"], config["max_ngram"]),
            token_pattern=r"(?u)\b\w+\b",  # noqa: S106  # of words
        ).build_analyzer()

    def train(self, training_data: TrainingData) -> Resource:
        """Number the n-grams of the examples."""
        examples = training_data.training_examples
        found = Counter(gram for example in examples for gram in set(self._grams(example)))
        least = 1 + len(examples) // EXAMPLES_THAT_RAISE_LEAST
        self._vocabulary = {gram: number for number, gram in enumerate(sorted(g for g in found if found[g] >= least))}
        with self._model_storage.write_to(self._resource) as folder:
            (folder / VOCABULARY).write_text(json.dumps(list(self._vocabulary)), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> NgramFeaturizer:
        """With the n-grams that `train` numbered."""
        with model_storage.read_from(resource) as folder:
            grams = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
        vocabulary = {gram: number for number, gram in enumerate(grams)}
        return cls(config, execution_context.node_name, model_storage, resource, vocabulary)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are counted as messages are."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """One row of counts for every text that has tokens."""
        for message in messages:
            if message.get(TOKENS_NAMES[TEXT]):
                message.add_features(Features(self._counted(message), FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def _counted(self, message: Message) -> sparse.csr_matrix:
        numbers, counts = self._numbers(message)
        return sparse.csr_matrix((counts, numbers, [0, len(numbers)]), shape=(1, len(self._vocabulary)))

    def _numbers(self, message: Message) -> Tuple[np.ndarray, np.ndarray]:
        known = self._vocabulary
        counted = Counter(known[gram] for gram in self._grams(message) if gram in known)
        numbers = np.fromiter(counted.keys(), np.int32, len(counted))
        return numbers, np.fromiter(counted.values(), np.float64, len(counted))

    def _grams(self, message: Message) -> List[str]:
        text = " ".join(token.lemma for token in message.get(TOKENS_NAMES[TEXT]) or [])
        return self._cut(text[:LONGEST_TEXT])
