"""Every sentence Kith says, from `skills_content/messages/<locale>/*.yml`. A key with several variants rotates."""

from __future__ import annotations

import random
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from bot.errors import ContentError


class Messages:
    """The catalogue of one locale: dotted keys to one or more variants of a text with {placeholders}."""

    def __init__(self, texts: dict[str, list[str]]) -> None:
        self._texts = texts

    @classmethod
    def load(cls, folder: Path) -> Messages:
        """Read every file of `folder`. Raises ContentError for a broken file or a key defined twice."""
        texts: dict[str, list[str]] = {}
        for path in sorted(folder.glob("*.yml")):
            topic = read_yaml(path)
            if not isinstance(topic, dict):
                raise ContentError(f"{path}: holds no messages; write `key: words` lines or delete the file")
            for key, variants in _flatten(topic, ""):
                if key in texts:
                    raise ContentError(f"{path}: the key {key} stands in two files; rename one of them")
                texts[key] = [_checked(path, key, variant) for variant in variants]
        if not texts:
            raise ContentError(f"{folder}: no messages found; the folder must hold .yml files")
        return cls(texts)

    def has(self, key: str) -> bool:
        """Whether the catalogue holds that key."""
        return key in self._texts

    def keys(self) -> list[str]:
        """Every key, sorted."""
        return sorted(self._texts)

    def variants(self, key: str) -> list[str]:
        """All variants of a key. Raises ContentError where there is none."""
        if key not in self._texts:
            raise ContentError(f"No message is called {key}; add it under skills_content/messages/")
        return self._texts[key]

    def pick(self, key: str, chance: random.Random, **values: Any) -> str:
        """One variant, filled in. Raises ContentError if a placeholder is not given."""
        variants = self.variants(key)
        template = variants[0] if len(variants) == 1 else chance.choice(variants)
        try:
            return template.format(**values)
        except KeyError as missing:
            raise ContentError(f"The message {key} needs {missing}, which was not given") from None

    def text(self, key: str, **values: Any) -> str:
        """The first variant, filled in: for words that must not rotate, such as button titles."""
        return self.variants(key)[0].format(**values)

    def title(self, key_or_words: str) -> str:
        """A button's title: the catalogue's words where it is a key, else the words themselves."""
        return self.text(key_or_words) if self.has(key_or_words) else key_or_words

    def placeholders(self, key: str) -> set[str]:
        """Names of all placeholders over the key's variants."""
        return {name for variant in self.variants(key) for _, name, _, _ in Formatter().parse(variant) if name}


def read_yaml(path: Path) -> Any:
    """Parse one YAML file. Raises ContentError with file and line."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise ContentError(f"{path}:{line}: not valid YAML ({problem.problem}); mend that line") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:  # the last: a character that no text holds
        raise ContentError(f"{path}: cannot be read ({problem}); is it a text file in UTF-8?") from None


def _checked(path: Path, key: str, variant: Any) -> str:
    """A bare Yes (to YAML: true) or a lone { would be noticed only when somebody is to read it."""
    if not isinstance(variant, str):
        raise ContentError(f"{path}: {key}: {variant!r} is no text; write words in quotation marks")
    try:
        list(Formatter().parse(variant))
    except ValueError as problem:
        raise ContentError(f"{path}: {key}: {problem}; double a brace that is meant as one") from None
    return variant.strip()


def _flatten(node: Any, prefix: str) -> list[tuple[str, list[Any]]]:
    if isinstance(node, dict):
        return [pair for key, child in node.items() for pair in _flatten(child, f"{prefix}.{key}" if prefix else key)]
    return [(prefix, node if isinstance(node, list) else [node])]
