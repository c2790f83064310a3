"""The page, with its words filled in from the messages. Nothing of a person's is in it."""

from __future__ import annotations

import html
import json
from pathlib import Path
from string import Template

from bot.conversation.messages import Messages
from bot.gateway.messages import MAX_TEXT

FOLDER = Path(__file__).resolve().parent
STATIC = FOLDER / "static"

_PAGE = "webchat.page."
_WORDS = "webchat.words."
_SCRIPT_ERRORS = ("empty", "too_long")


def render_page(messages: Messages) -> str:
    """The page as HTML. Raises ContentError where a sentence is missing, so a bad catalogue is found at start."""
    template = Template((FOLDER / "page.html").read_text(encoding="utf-8"))
    values = {name: html.escape(sentence) for name, sentence in _under(_PAGE, messages).items()}
    return template.substitute(values, words=html.escape(json.dumps(_script_words(messages))), max_text=MAX_TEXT)


def _script_words(messages: Messages) -> dict[str, str]:
    """What the page's script says; `{name}` in it is filled in by the script."""
    return _under(_WORDS, messages) | {code: messages.text(f"webchat.errors.{code}") for code in _SCRIPT_ERRORS}


def _under(prefix: str, messages: Messages) -> dict[str, str]:
    keys = [key for key in messages.keys() if key.startswith(prefix)]  # noqa: SIM118  (a catalogue is no dict)
    return {key.removeprefix(prefix): messages.variants(key)[0] for key in keys}
