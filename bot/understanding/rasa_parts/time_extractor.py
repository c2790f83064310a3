"""Entities `date`, `duration` and `rhythm`, in the zone and at the moment that the message's metadata name."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.understanding.hearing.entities import time_entities
from bot.understanding.hearing.moment import local_moment
from bot.understanding.rasa_parts.span_extractor import SpanExtractor


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class TimeExtractor(SpanExtractor):
    """Reads metadata `{"now": ISO, "zone": IANA}`; without them it is now, in UTC."""

    def find(self, text: str, metadata: Mapping[str, Any]) -> List[Dict[str, Any]]:
        """Dates as ISO dates of the person's calendar, durations in minutes, rhythms in days."""
        return time_entities(text, local_moment(metadata))
