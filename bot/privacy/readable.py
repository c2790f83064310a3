"""An export as a text that a person can read from top to bottom."""

from __future__ import annotations

from typing import Any

from bot.conversation.messages import Messages

TECHNICAL = {"id", "token", "attempts", "repeats", "attempt"}
"""Fields that say nothing to a person; they stand in the JSON file."""


def readable(export: dict[str, Any], messages: Messages) -> str:
    """The export in words, one heading a subject and one line a record; empty and technical fields are left out."""
    parts = [messages.text("privacy.readable.head", made_at=_moment(export["made_at"]))]
    for name, rows in export["tables"].items():
        lines = [line for row in rows if (line := _line(row))]
        if lines:
            parts.append("\n".join([_heading(name, messages), *lines]))
    parts.append(messages.text("privacy.readable.all" if export["with_sensitive_records"] else "privacy.readable.rest"))
    return "\n\n".join(parts) + "\n"


def heading_key(table: str) -> str:
    """The message key of a table's heading."""
    return f"privacy.readable.headings.{table}"


def _heading(table: str, messages: Messages) -> str:
    key = heading_key(table)
    title = messages.text(key) if messages.has(key) else table.replace("_", " ").capitalize()
    return f"{title}\n{'-' * len(title)}"


def _line(row: dict[str, Any]) -> str:
    fields = [
        f"{name.replace('_', ' ')}: {_words(value)}" for name, value in row.items() if _says_something(name, value)
    ]
    return "* " + "; ".join(fields) if fields else ""


def _says_something(name: str, value: Any) -> bool:
    return not (name in TECHNICAL or name.endswith(("_id", "_hash")) or value in (None, "", [], {}))


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(part)}" for name, part in value.items() if part not in (None, "", [], {}))
    if isinstance(value, list):
        return ", ".join(_words(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return _moment(text) if _is_moment(text) else text


def _is_moment(text: str) -> bool:
    return text.endswith("+00:00") and text[10:11] == "T"


def _moment(iso: str) -> str:
    return f"{iso[:10]} {iso[11:16]} UTC"
