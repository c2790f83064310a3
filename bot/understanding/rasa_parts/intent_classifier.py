"""Rasa's logistic regression, with each featurizer's share brought to one length and its weights kept as plain arrays.

The stock class multiplies raw counts, so that a long text counts many times a short one and the sentence vector, of
length one, hardly at all: unit blocks were worth seven points of accuracy (docs/decisions/0013). It also fixes C = 1,
at which every short message falls to fallback, and saves with skops, whose import alone takes five seconds.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, List

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy import sparse

from bot.understanding.rasa_parts.softmax import Block, fit_softmax

WEIGHTS = "weights.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Multinomial logistic regression over the sentence features of all featurizers, each of unit length."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """The parent's defaults, with C and enough iterations to converge; `weights`: lengths of blocks by the alias
        of their featurizer, 1 where none is given; `favour`: how much likelier an intent is than its share of the
        examples says.
        """
        return {
            **LogisticRegressionClassifier.get_default_config(),
            **{"C": 20.0, "max_iter": 120, "weights": {}, "favour": {}},
        }

    def __init__(
        self,
        config: Dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
    ) -> None:
        super().__init__(config, name, model_storage, resource)
        self._by_feature: np.ndarray | None = None
        self._start: np.ndarray | None = None

    def process(self, messages: List[Message]) -> List[Message]:
        """Intent, confidence and ranking; an empty message means nothing, for sure."""
        for message in messages:
            if message.get(TEXT):
                self._classify(message)
            else:
                message.set("intent", {"name": None, "confidence": 0.0}, add_to_output=True)
        return messages

    def _classify(self, message: Message) -> None:
        likely = self._likelihoods(message)
        ranking = [
            {"name": str(self.clf.classes_[index]), "confidence": float(likely[index])}
            for index in np.argsort(-likely)[: self.config["ranking_length"] or None]
        ]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _likelihoods(self, message: Message) -> np.ndarray:
        # scikit-learn would multiply by all rows of the weights, after copying them; a message has a few hundred.
        scores = self._favoured().copy()
        rows, first = self._rows(), 0
        for block in self._blocks(message):
            if sparse.issparse(block):
                scores += block.data @ rows[first + block.indices]
            else:
                scores += block[0] @ rows[first : first + block.shape[1]]
            first += block.shape[1]
        likely = np.exp(scores - scores.max())
        return likely / likely.sum()

    def _blocks(self, message: Message) -> Iterable[Block]:
        """One row of sentence features a featurizer, in the order of the pipeline."""
        for features in message.features:
            if features.attribute == TEXT and features.type == FEATURE_TYPE_SENTENCE:
                yield _of_length(self.config["weights"].get(features.origin, 1.0), features.features)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the weights and keep them; without examples nothing is fitted."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT) and example.get(INTENT)]
        if examples:
            rows = [list(self._blocks(example)) for example in examples]
            fitted = fit_softmax(rows, [example.get(INTENT) for example in examples], self.config)
            self.clf.classes_, self.clf.coef_, self.clf.intercept_ = fitted
            self.persist()
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after this reads what the examples were taken for."""
        return training_data

    def _favoured(self) -> np.ndarray:
        """The intercepts, raised for intents that are to be favoured: made once."""
        if self._start is None:
            favour = [np.log(self.config["favour"].get(str(name), 1.0)) for name in self.clf.classes_]
            self._start = self.clf.intercept_.astype(np.float64) + favour
        return self._start

    def _rows(self) -> np.ndarray:
        """The weights, one row a feature: made once."""
        if self._by_feature is None:
            self._by_feature = np.ascontiguousarray(self.clf.coef_.T)
        return self._by_feature

    def persist(self) -> None:
        """Keep classes and weights as arrays, with no pickle."""
        with self._model_storage.write_to(self._resource) as folder:
            np.savez(
                folder / WEIGHTS,
                classes=self.clf.classes_.astype(str),
                coefficients=self.clf.coef_.astype(np.float32),
                intercept=self.clf.intercept_,
            )

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """Load what `persist` kept."""
        component = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / WEIGHTS) as weights:
            component.clf.classes_ = weights["classes"]
            component.clf.coef_ = weights["coefficients"]
            component.clf.intercept_ = weights["intercept"]
        return component


def _of_length(length: float, block: Block) -> Block:
    """A row scaled to a length; a row of zeros stays one."""
    if not sparse.issparse(block):
        return block * (length / (float(np.linalg.norm(block)) or 1.0))
    row = block.tocsr()
    data = row.data * (length / (float(np.linalg.norm(row.data)) or 1.0))
    return sparse.csr_matrix((data, row.indices, row.indptr), shape=row.shape)
