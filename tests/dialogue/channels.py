"""People in the three channels: at the terminal's address, at the web page, in Telegram."""

from __future__ import annotations

import json
import uuid
from functools import partial
from typing import Any
from urllib.parse import quote

import httpx
from playwright.sync_api import Locator, Page

from tests.bot_api import BotApiServer, TelegramPerson
from tests.bot_api.world import Sent
from tests.dialogue.people import PATIENCE_SECONDS, Heard, Talker, single_spaced


class AtTheTerminal(Talker):
    """Speaks the terminal's own HTTP, so what is measured is the app and not a screen."""

    def __init__(self, url: str, token: str, name: str) -> None:
        super().__init__()
        headers = {"Authorization": f"Bearer {token}", "X-Kith-Name": quote(name)}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=PATIENCE_SECONDS, trust_env=False)
        self._last = 0
        self._open: list[dict[str, str]] = []
        """Buttons of each message: titles and tokens."""

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def _send(self, text: str) -> None:
        self._post("/chat/say", text=text)

    def _press(self, title: str) -> bool:
        for tokens in reversed(self._open):
            if title in tokens:
                self._open.remove(tokens)  # one tap answers a message
                self._post("/chat/tap", token=tokens[title])
                return True
        return False

    def _post(self, path: str, **body: str) -> None:
        self._http.post(path, json={"id": uuid.uuid4().hex, **body}).raise_for_status()

    def _arrived(self) -> list[Heard]:
        """Everything until Kith is idle: the stream ends by itself then."""
        stream = self._http.get("/chat/stream", params={"after": str(self._last), "until": "idle"}).raise_for_status()
        events = (event.splitlines() for event in stream.text.split("\n\n"))
        messages = [json.loads(lines[-1].removeprefix("data: ")) for lines in events if "event: message" in lines]
        return [self._heard(message) for message in messages if message["id"] > self._last]

    def _heard(self, message: dict[str, Any]) -> Heard:
        self._last = message["id"]
        buttons = [button for row in message["buttons"] for button in row]
        self._open.append({button["title"]: button["token"] for button in buttons})
        picture = message["picture"]
        return Heard(
            single_spaced(message["text"]),
            tuple(button["title"] for button in buttons),
            partial(self._fetch, picture["url"]) if picture else None,
        )

    def _fetch(self, url: str) -> bytes:
        return self._http.get(url).raise_for_status().content


class AtThePage(Talker):
    """Uses the web chat in a browser, by keyboard: types, presses Enter, goes to a button and presses Space."""

    tells_zone = True

    def __init__(self, page: Page, url: str) -> None:
        super().__init__()
        self._page = page
        self._count = 0
        page.goto(f"{url}/chat")

    def _send(self, text: str) -> None:
        if text == "/start" and (start := self._page.get_by_role("button", name="Start", exact=True)).is_visible():
            start.press("Enter")
            return
        self._page.get_by_label("Your message").focus()
        self._page.keyboard.type(text)
        self._page.keyboard.press("Enter")

    def _press(self, title: str) -> bool:
        buttons = self._page.locator("#conversation").get_by_role("button", name=title, exact=True, disabled=False)
        if not buttons.count():
            return False
        buttons.last.press("Space")
        return True

    def _arrived(self) -> list[Heard]:
        bubbles = self._page.locator(".message.kith").all()
        fresh, self._count = bubbles[self._count :], len(bubbles)
        return [self._heard(bubble) for bubble in fresh]

    def _heard(self, bubble: Locator) -> Heard:
        picture = bubble.locator("img")
        return Heard(
            single_spaced(bubble.locator(".words").first.inner_text()),
            tuple(bubble.get_by_role("button").all_inner_texts()),
            partial(self._fetch, picture.first) if picture.count() else None,
        )

    def _fetch(self, picture: Locator) -> bytes:
        return self._page.request.get(picture.evaluate("image => image.src")).body()


class InTelegram(Talker):
    """Writes in a private chat of a Bot API server."""

    readers = "people.readers.telegram"

    def __init__(self, server: BotApiServer, chat_id: int) -> None:
        super().__init__()
        self._server = server
        self._person = TelegramPerson(server, chat_id)

    def _send(self, text: str) -> None:
        self._person.say(text)

    def _press(self, title: str) -> bool:
        if not any(title in sent.titles for sent in self._server.sent(self._person.chat_id)):
            return False
        self._person.tap(title)
        return True

    def _arrived(self) -> list[Heard]:
        return [
            Heard(
                single_spaced(sent.text),
                tuple(sent.titles),
                partial(_file_of, sent) if sent.method == "sendPhoto" else None,
            )
            for sent in self._person.new_replies()
        ]


def _file_of(sent: Sent) -> bytes:
    return sent.file
