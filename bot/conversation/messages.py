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
            for key, variants in _flatten(read_yaml(path), ""):
                if key in texts:
                    raise ContentError(f"{path}: the key {key} stands in two files; rename one of them")
                texts[key] = variants
        if not texts:
            raise ContentError(f"{folder}: no messages found; the folder must hold .yml files")
        return cls(texts)

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
        return self.pick(key, random.Random(0), **values) if len(self.variants(key)) == 1 else self._first(key, values)

    def placeholders(self, key: str) -> set[str]:
        """Names of all placeholders over the key's variants."""
        return {name for variant in self.variants(key) for _, name, _, _ in Formatter().parse(variant) if name}

    def _first(self, key: str, values: dict[str, Any]) -> str:
        return self.variants(key)[0].format(**values)


def read_yaml(path: Path) -> Any:
    """Parse one YAML file. Raises ContentError with file and line."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise ContentError(f"{path}:{line}: not valid YAML ({problem.problem}); mend that line") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ContentError(f"{path}: cannot be read ({problem}); is it a text file in UTF-8?") from None


def _flatten(node: Any, prefix: str) -> list[tuple[str, list[str]]]:
    if isinstance(node, dict):
        return [pair for key, child in node.items() for pair in _flatten(child, f"{prefix}.{key}" if prefix else key)]
    variants = node if isinstance(node, list) else [node]
    return [(prefix, [str(variant).strip() for variant in variants])]
