"""Messages as JSON for the page and the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from bot.gateway.messages import HistoryItem, OutButton, OutgoingMessage


def message_shape(message: OutgoingMessage) -> dict[str, Any]:
    """A message to the person."""
    return {
        "direction": "out",
        "id": message.id,
        "text": message.text,
        "buttons": _buttons(message.buttons),
        "picture": _picture(message.id, message.picture_alt),
        "document": _document(message.id, message.document_name),
        "kind": message.kind,
        "at": message.at.isoformat(),
    }


def history_shape(items: Iterable[HistoryItem]) -> list[dict[str, Any]]:
    """Messages both ways, oldest first; incoming ones have neither buttons nor attachments."""
    return [
        {
            "direction": item.direction,
            "id": item.id,
            "text": item.text,
            "buttons": _buttons(item.buttons),
            "picture": _picture(item.id, item.picture_alt),
            "document": _document(item.id, item.document_name),
            "kind": item.kind,
            "at": item.at.isoformat(),
        }
        for item in items
    ]


def event(name: str, data: Any, event_id: int | None = None) -> str:
    """One server-sent event (WHATWG HTML, section 9.2)."""
    lines = [] if event_id is None else [f"id: {event_id}"]
    return "\n".join([*lines, f"event: {name}", f"data: {json.dumps(data, ensure_ascii=False)}", "", ""])


def _buttons(rows: Sequence[Sequence[OutButton]]) -> list[list[dict[str, Any]]]:
    return [[{"title": one.title, "token": one.token, "spent": one.spent} for one in row] for row in rows]


def _picture(outbox_id: int, alt: str | None) -> dict[str, str] | None:
    return None if alt is None else {"url": f"/chat/picture/{outbox_id}.png", "alt": alt}


def _document(outbox_id: int, name: str | None) -> dict[str, str] | None:
    return None if name is None else {"url": f"/chat/document/{outbox_id}", "name": name}
