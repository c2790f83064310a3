"""spaCy's English rules as Rasa's tokenizer: "don't" in two, "e.g." in one, emoji and brackets apart.

Stock SpacyTokenizer needs SpacyNLP with a trained pipeline, keeps every word it ever saw in spaCy's vocabulary, and
needs two seconds for 5,000 brackets.
"""

from __future__ import annotations

import re
import threading
from typing import Any, Dict, Iterator, List, Tuple

import spacy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.spacy_tokenizer import SpacyTokenizer
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

LONGEST_WORD = 64
"""Characters without a space that spaCy is given at once. Its time grows with their square: 5,000 take 2.3 s."""
TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
IN_PARTS = re.compile(rf"\S{{1,{LONGEST_WORD}}}")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class EnglishTokenizer(Tokenizer):
    """Tokens without white space, with their place in the text. Time is linear in the text's length."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Rasa's own defaults for a tokenizer."""
        return SpacyTokenizer.get_default_config()

    @staticmethod
    def required_packages() -> List[str]:
        """What must be installed."""
        return ["spacy"]

    def __init__(self, config: Dict[str, Any]) -> None:
        super().__init__(config)
        self._language = spacy.blank("en")
        self._lock = threading.Lock()

    def tokenize(self, message: Message, attribute: str) -> List[Token]:
        """A text of nothing but white space is one token, so that it has features as every text has."""
        text = message.get(attribute)
        tokens = [Token(word, start) for start, word in self._words(text)]
        return self._apply_token_pattern(tokens or [Token(text, 0)])

    def _words(self, text: str) -> List[Tuple[int, str]]:
        # Half of a surrogate pair cannot be encoded; a question mark is as long.
        clean = text.encode("utf-8", "replace").decode()
        # What spaCy learns within a memory zone, it forgets: nobody's words stay in its vocabulary.
        with self._lock, self._language.memory_zone():
            return [
                (start + token.idx, token.text)
                for start, part in _parts(clean)
                for token in self._language.tokenizer(part)
                if not token.is_space
            ]


def _parts(text: str) -> Iterator[Tuple[int, str]]:
    """The whole text, or word by word where one is too long; that one in pieces."""
    if not TOO_LONG.search(text):
        yield 0, text
        return
    for found in IN_PARTS.finditer(text):
        yield found.start(), found.group()
