"""Run by the engine's Python: what the extractors add to messages, and what the tracker store keeps of them."""

from __future__ import annotations

import json
import sys
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.graph_components.converters.nlu_message_converter import NLUMessageConverter
from rasa.shared.core.events import EntitiesAdded, SlotSet, UserUttered

from bot.understanding.rasa_parts.channel_extractor import ChannelExtractor
from bot.understanding.rasa_parts.people_extractor import PeopleExtractor
from bot.understanding.rasa_parts.time_extractor import TimeExtractor
from bot.understanding.rasa_parts.tracker_store import without_words


def main() -> None:
    """Standard input: a list of {"text", "metadata"}. Standard output: for each, its entities and what is kept."""
    context = ExecutionContext(GraphSchema({}), "test")
    storage, resource = LocalModelStorage.__new__(LocalModelStorage), Resource("none")
    parts = [part.create({}, storage, resource, context) for part in (TimeExtractor, PeopleExtractor, ChannelExtractor)]
    json.dump([_heard(parts, given) for given in json.load(sys.stdin)], sys.stdout)


def _heard(parts: list[Any], given: dict[str, Any]) -> dict[str, Any]:
    user_message = UserMessage(given["text"], metadata=given["metadata"])
    messages = NLUMessageConverter().convert_user_message([user_message])
    for part in parts:
        messages = part.process(messages)
    entities = messages[0].get("entities")
    parsed = {"text": given["text"], "intent": {"name": "log_connection"}, "entities": entities}
    events = [
        UserUttered(given["text"], parsed["intent"], entities, parsed, metadata=given["metadata"]),
        EntitiesAdded(entities, metadata=given["metadata"]),
        SlotSet("session_started_metadata", given["metadata"]),
    ]
    return {"entities": entities, "kept": [without_words(event.as_dict()) for event in events]}


main()
