"""What the extractors of times, people and channels share: they ask a pure function for spans and add them."""

from __future__ import annotations

import abc
from typing import Any, Dict, List, Mapping

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message


class SpanExtractor(GraphComponent, EntityExtractorMixin, abc.ABC):
    """Adds entities to messages. Learns nothing, reads no file, keeps nothing between two messages."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Nothing to configure."""
        return {}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpanExtractor:
        """One for each model."""
        return cls()

    @abc.abstractmethod
    def find(self, text: str, metadata: Mapping[str, Any]) -> List[Dict[str, Any]]:
        """The entities in `text`, without the extractor's name."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Add what was found to the entities of each message; commands such as /session_start have none."""
        for message in messages:
            text = message.get(TEXT) or ""
            metadata = message.get(METADATA)
            found = [] if text.startswith("/") else self.find(text, metadata if isinstance(metadata, dict) else {})
            entities = [*(message.get(ENTITIES) or []), *self.add_extractor_name(found)]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages
