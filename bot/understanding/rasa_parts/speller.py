"""Gives each token the word that was probably meant as its lemma, by which featurizers read it; the text stays.

So places in the text, entities and names are what was typed, and only the intent is looked for in corrected words.
"""

from __future__ import annotations

import json
from typing import Any, Dict, List, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.understanding.encoder.files import TOKENIZER, find_export, folder_from_environment
from bot.understanding.spelling import Spelling

WORDS = "words.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class Speller(GraphComponent):
    """Learns words from the training examples, and mends others towards them."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """There must be tokens."""
        return [Tokenizer]

    @staticmethod
    def required_packages() -> List[str]:
        """What must be installed."""
        return ["rapidfuzz"]

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> str | None:
        """The hash of the vocabulary that tells what is a word."""
        return find_export(folder_from_environment()).sha256[TOKENIZER]

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Speller:
        """Untrained: knows no words to correct towards."""
        return cls(model_storage, resource, {})

    def __init__(self, model_storage: ModelStorage, resource: Resource, used: Dict[str, int]) -> None:
        self._model_storage = model_storage
        self._resource = resource
        self._known = vocabulary()
        self._spelling = Spelling(used, self._known)

    def train(self, training_data: TrainingData) -> Resource:
        """Count the words of all examples."""
        texts = [example.get(TEXT) or "" for example in training_data.intent_examples]
        self._spelling = Spelling.learn(texts, self._known)
        with self._model_storage.write_to(self._resource) as folder:
            (folder / WORDS).write_text(json.dumps(self._spelling.used, sort_keys=True), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Speller:
        """With the words that `train` counted."""
        with model_storage.read_from(resource) as folder:
            used = json.loads((folder / WORDS).read_text(encoding="utf-8"))
        return cls(model_storage, resource, used)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples are read as messages are."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the lemma of every token whose word is mended."""
        for message in messages:
            tokens = message.get(TOKENS_NAMES[TEXT]) or []
            for token, word in zip(tokens, self._spelling.correct_all([token.text for token in tokens]), strict=True):
                token.lemma = word
        return messages


def vocabulary() -> frozenset:
    """The encoder's whole words: what it knows in one piece is a word."""
    description = json.loads(find_export(folder_from_environment()).read(TOKENIZER))
    return frozenset(word for word in description["model"]["vocab"] if word.isalpha())
