"""A person with a phone: says, taps, waits for what the bot answers. Blocks, so use it beside the app's event loop."""

from __future__ import annotations

from tests.bot_api.server import BotApiServer
from tests.bot_api.world import Sent


class TelegramPerson:
    """One private chat. Remembers what it has seen: `wait_for_reply` gives each message once."""

    def __init__(self, server: BotApiServer, chat_id: int, timeout: float = 10) -> None:
        self._server = server
        self._timeout = timeout
        self._seen = 0
        self.chat_id = chat_id
        self.transcript: list[str] = []
        """Both sides, a line each: "me: ..." and "kith: ..."; a line of titles follows a message with buttons."""

    def say(self, text: str) -> int:
        """Write; gives back the update's id."""
        self.transcript.append(f"me: {text}")
        return self._server.push_text(self.chat_id, text)

    def tap(self, title: str) -> int:
        """Tap the newest button of that title; gives back the update's id."""
        for sent in reversed(self._server.sent(self.chat_id)):
            for button in (button for row in sent.buttons for button in row):
                if button["text"] == title:
                    self.transcript.append(f"me: [{title}]")
                    return self._server.push_tap(self.chat_id, button["callback_data"], sent.message_id)
        raise AssertionError(f"no button {title!r} in\n{self.read()}")

    def wait_for_reply(self, contains: str = "", timeout: float | None = None) -> Sent:
        """The next message not seen yet that contains these words; those before it count as seen.

        Raises AssertionError with the conversation so far.
        """
        found: list[Sent] = []

        def is_there() -> bool:
            found.extend(self._take(contains))
            return bool(found)

        try:
            self._server.wait_until(is_there, timeout or self._timeout, f"a reply with {contains!r}")
        except AssertionError as problem:
            raise AssertionError(f"{problem} in\n{self.read()}") from None
        return found[0]

    def new_replies(self) -> list[Sent]:
        """Everything that was not seen yet, at once."""
        fresh = self._server.sent(self.chat_id)[self._seen :]
        for sent in fresh:
            self._see(sent)
        return fresh

    def read(self) -> str:
        """The conversation, with what is new."""
        self.new_replies()
        return "\n".join(self.transcript)

    def _take(self, contains: str) -> list[Sent]:
        for sent in self._server.sent(self.chat_id)[self._seen :]:
            self._see(sent)
            if contains in sent.text:
                return [sent]
        return []

    def _see(self, sent: Sent) -> None:
        self._seen += 1
        self.transcript.append(f"kith: {sent.text}")
        if sent.titles:
            self.transcript.append(f"      [{'] ['.join(sent.titles)}]")
