"""Entities `person` (known or new, with the relation that was said) and `relation` (somebody without a name)."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Tuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.understanding.hearing.entities import people_entities
from bot.understanding.rasa_parts.span_extractor import SpanExtractor


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PeopleExtractor(SpanExtractor):
    """The address book stays in the app: metadata `{"known": [[start, end], ...]}` says where known names stand."""

    def find(self, text: str, metadata: Mapping[str, Any]) -> List[Dict[str, Any]]:
        """People as typed."""
        return people_entities(text, _places(metadata.get("known")))


def _places(known: object) -> List[Tuple[int, int]]:
    """What the metadata say, without anything that is no pair of numbers."""
    pairs = known if isinstance(known, list) else []
    return [
        (pair[0], pair[1])
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(place, int) for place in pair)
    ]
