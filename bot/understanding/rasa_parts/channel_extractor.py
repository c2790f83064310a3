"""Entity `channel`: call, video, text, in_person and the others of the fixed list, for the words that name them."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.understanding.hearing.entities import channel_entities
from bot.understanding.rasa_parts.span_extractor import SpanExtractor


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ChannelExtractor(SpanExtractor):
    """Needs no metadata."""

    def find(self, text: str, metadata: Mapping[str, Any]) -> List[Dict[str, Any]]:
        """Channels in the order in which they stand."""
        return channel_entities(text)
