"""What people do in Telegram, as updates. Each method gives back the update's id."""

from __future__ import annotations

import time
from typing import Any

from tests.bot_api.world import BOT, World


class Pushing:
    """Makes updates out of what people do."""

    def __init__(self, world: World) -> None:
        self.world = world

    def push_text(self, chat_id: int, text: str) -> int:
        """Somebody writes."""
        return self.push_message(chat_id, text=text)

    def push_edit(self, chat_id: int, text: str, message_id: int | None = None) -> int:
        """Somebody changes what they wrote."""
        message = self._message(chat_id, message_id, text=text)
        return self.push("edited_message", {**message, "edit_date": int(time.time())})

    def push_sticker(self, chat_id: int) -> int:
        """Somebody sends a sticker."""
        return self.push_message(chat_id, sticker={**_file(), "width": 512, "height": 512, "type": "regular"})

    def push_voice(self, chat_id: int) -> int:
        """Somebody sends a voice note."""
        return self.push_message(chat_id, voice={**_file(), "duration": 3})

    def push_photo(self, chat_id: int, caption: str = "") -> int:
        """Somebody sends a picture."""
        fields: dict[str, Any] = {"caption": caption} if caption else {}
        return self.push_message(chat_id, photo=[{**_file(), "width": 90, "height": 90}], **fields)

    def push_document(self, chat_id: int, filename: str = "notes.txt") -> int:
        """Somebody sends a file."""
        return self.push_message(chat_id, document={**_file(), "file_name": filename})

    def push_tap(self, chat_id: int, token: str, message_id: int | None = None) -> int:
        """Somebody taps a button that carries this token."""
        with self.world.lock:
            tap_id = f"tap-{self.world.next_update + 1}"
            self.world.taps_open.add(tap_id)
        message = {**self._message(chat_id, message_id, text="?"), "from": BOT}
        tap = {"id": tap_id, "from": _person(chat_id), "message": message, "chat_instance": "1", "data": token}
        return self.push("callback_query", tap)

    def push_group_text(self, group_id: int, text: str) -> int:
        """Somebody writes in a group; group ids are negative."""
        self.world.chats[group_id] = "group"
        return self.push_message(group_id, text=text, sender=77)

    def block(self, chat_id: int) -> int:
        """Somebody blocks the bot."""
        self.world.blocked.add(chat_id)
        return self._membership(chat_id, "kicked")

    def unblock(self, chat_id: int) -> int:
        """Somebody lets the bot in again."""
        self.world.blocked.discard(chat_id)
        return self._membership(chat_id, "member")

    def expire_taps(self) -> None:
        """All taps so far are too old to be acknowledged."""
        self.world.taps_open.clear()

    def push_again(self, update_id: int) -> None:
        """An update comes a second time, under its own id."""
        with self.world.lock:
            self.world.updates.appendleft(self.world.known_updates[update_id])
        self._pushed()

    def push_message(self, chat_id: int, sender: int | None = None, **fields: Any) -> int:
        """A message with any fields."""
        return self.push("message", self._message(chat_id, None, sender, **fields))

    def push(self, kind: str, content: dict[str, Any]) -> int:
        """Any update at all."""
        update_id = self.world.add_update(kind, content)
        self._pushed()
        return update_id

    def _pushed(self) -> None:
        """Wakes whoever waits for updates."""

    def _message(
        self, chat_id: int, message_id: int | None, sender: int | None = None, **fields: Any
    ) -> dict[str, Any]:
        kind = self.world.chats.setdefault(chat_id, "private")
        return {
            "message_id": message_id or self.world.new_message_id(),
            "date": int(time.time()),
            "chat": {"id": chat_id, "type": kind, "first_name": "Person"},
            "from": _person(sender or chat_id),
            **fields,
        }

    def _membership(self, chat_id: int, status: str) -> int:
        change = {
            "chat": {"id": chat_id, "type": "private", "first_name": "Person"},
            "from": _person(chat_id),
            "date": int(time.time()),
            "old_chat_member": {"user": BOT, "status": "member" if status == "kicked" else "kicked", "until_date": 0},
            "new_chat_member": {"user": BOT, "status": status, "until_date": 0},
        }
        return self.push("my_chat_member", change)


def _person(chat_id: int) -> dict[str, Any]:
    return {"id": chat_id, "is_bot": False, "first_name": "Person"}


def _file() -> dict[str, Any]:
    return {"file_id": "f", "file_unique_id": "u"}
