"""Reads a content file into its model, so that every mistake is told with file, line, what, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.conversation.messages import read_yaml
from bot.errors import ContentError

M = TypeVar("M", bound=BaseModel)
Location = tuple[int | str, ...]

SHOWN_AT_ONCE = 5

MEND = {
    "missing": "add it",
    "extra_forbidden": "remove it, or check its spelling",
    "union_tag_invalid": "use one of the kinds listed",
    "union_tag_not_found": "add a line `kind:` to this step",
    "string_type": "write words in quotation marks",
    "string_too_long": "shorten it",
    "string_too_short": "write at least one word",
    "string_pattern_mismatch": "use small letters, digits and _ only, a letter first",
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "float_parsing": "write a number",
    "float_type": "write a number",
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "literal_error": "use one of the words listed",
    "list_type": "write a list, each item on a line that begins with -",
    "model_type": "write `key: value` lines here",
    "model_attributes_type": "write `key: value` lines here",
    "dict_type": "write `key: value` lines here",
    "too_short": "add what is missing",
    "too_long": "take some out",
}


class Checked(Generic[M]):
    """One content file that was read: its value, and where in the file each part stands."""

    def __init__(self, path: Path, value: M, root: yaml.Node) -> None:
        self.path = path
        self.value = value
        self._root = root

    def problem(self, location: Location, what: str, mend: str) -> ContentError:
        """The error to raise for a mistake at `location` that only other files make visible."""
        return ContentError(f"{self.path}:{_line(self._root, location)}: {what}; {mend}")


def read_checked(path: Path, model: type[M]) -> Checked[M]:
    """Read one file as `model`. Raises ContentError naming each mistake, up to five at once."""
    raw = read_yaml(path)
    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if root is None:
        raise ContentError(f"{path}:1: the file is empty; write the content or delete the file")
    _refuse_double_keys(path, root)
    try:
        return Checked(path, model.model_validate(raw), root)
    except ValidationError as problem:
        found = problem.errors(include_url=False, include_context=False)
        told = [_told(path, root, detail) for detail in found[:SHOWN_AT_ONCE]]
        if len(found) > SHOWN_AT_ONCE:
            told.append(f"{path}: and {len(found) - SHOWN_AT_ONCE} more")
        raise ContentError("\n".join(told)) from None


def _told(path: Path, root: yaml.Node, detail: ErrorDetails) -> str:
    where = ".".join(str(part) for part in detail["loc"]) or "the file"
    what = detail["msg"].removeprefix("Value error, ")
    mend = MEND.get(detail["type"])
    ending = f"; {mend}" if mend else ""
    return f"{path}:{_line(root, detail['loc'])}: {where}: {what}{ending}"


def _line(root: yaml.Node, location: Location) -> int:
    """The line (from 1) of the deepest part of `location` that exists.

    Parts that are in no file, such as the name of a step's kind that pydantic puts into its path, are passed over.
    """
    node, line = root, root.start_mark.line + 1
    for part in location:
        found = _child(node, part)
        if found is not None:
            line, node = found
    return line


def _child(node: yaml.Node, part: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item: yaml.Node = node.value[part]
        return item.start_mark.line + 1, item
    return None


def _refuse_double_keys(path: Path, node: yaml.Node) -> None:
    """YAML would quietly keep the last of two equal keys, and a sentence would be lost."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise ContentError(f"{path}:{line}: the key {key.value} stands twice; keep one of them")
            seen.add(key.value)
            _refuse_double_keys(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_double_keys(path, item)
