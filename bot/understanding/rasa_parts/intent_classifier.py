"""Rasa's logistic regression with its regularisation exposed and its weights kept as plain arrays.

The stock class fixes C = 1, at which every short message falls to fallback, and saves with skops, whose import alone
takes five seconds (design, section 5).
"""

from __future__ import annotations

from typing import Any, Dict, List

import numpy as np
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.training_data.message import Message

WEIGHTS = "weights.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentClassifier(LogisticRegressionClassifier):
    """Multinomial logistic regression over all featurizers' sentence features."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """The parent's defaults, with C and enough iterations to converge."""
        return {**LogisticRegressionClassifier.get_default_config(), "C": 20.0, "max_iter": 500}

    def __init__(
        self,
        config: Dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
    ) -> None:
        super().__init__(config, name, model_storage, resource)
        self.clf.C = self.config["C"]
        self._by_feature: np.ndarray | None = None

    def process(self, messages: List[Message]) -> List[Message]:
        """Intent, confidence and ranking; an empty message has neither features nor intent."""
        for message in messages:
            if message.get("text"):
                self._classify(message)
        return messages

    def _classify(self, message: Message) -> None:
        features = self._create_X([message])
        # scikit-learn multiplies by all rows of the weights, after copying them; a message has a few hundred.
        scores = features.data @ self._rows()[features.indices] + self.clf.intercept_
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        ranking = [
            {"name": str(self.clf.classes_[index]), "confidence": float(likely[index])}
            for index in np.argsort(-likely)[: self.config["ranking_length"] or None]
        ]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

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
                coefficients=self.clf.coef_,
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
