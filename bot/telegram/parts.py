"""What one message of Kith becomes in Telegram: one or more texts, a picture, a file, and buttons under the last.

Plain text only (no parse mode), so that nothing a person wrote needs escaping. Imports no Telegram library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.gateway.messages import OutButton, OutgoingMessage
from bot.telegram.limits import BUTTONS_IN_A_ROW, CAPTION_UNITS, DOCUMENT_BYTES, MESSAGE_UNITS, PHOTO_BYTES
from bot.telegram.splitting import clean, shorten, split_text, utf16_length

Rows = tuple[tuple[OutButton, ...], ...]


@dataclass(frozen=True)
class Part:
    """One call to Telegram. `text` is the message's text, or the caption of the file."""

    kind: Literal["text", "photo", "document"]
    text: str
    file: bytes = b""
    filename: str = ""
    rows: Rows = ()


def plan_parts(message: OutgoingMessage, picture: bytes | None) -> list[Part]:
    """The calls that deliver a message, in order; [] if there is nothing to show.

    A picture carries its words as caption; one that could not be drawn, or is too large, is replaced by them.
    """
    parts = [*_picture_parts(message, picture), *_document_or_text_parts(message)]
    return [*parts[:-1], replace(parts[-1], rows=rows_of(message.buttons))] if parts else []


def rows_of(buttons: Sequence[Sequence[OutButton]]) -> Rows:
    """Rows of at most three buttons, without those that were spent."""
    rows = [[button for button in row if not button.spent] for row in buttons]
    return tuple(
        tuple(row[start : start + BUTTONS_IN_A_ROW]) for row in rows for start in range(0, len(row), BUTTONS_IN_A_ROW)
    )


def _picture_parts(message: OutgoingMessage, picture: bytes | None) -> list[Part]:
    if message.picture is None:
        return []
    if picture is None or len(picture) > PHOTO_BYTES:
        return _text_parts(message.picture.alt)
    return [Part("photo", shorten(message.picture.alt, CAPTION_UNITS), picture, "picture.png")]


def _document_or_text_parts(message: OutgoingMessage) -> list[Part]:
    text = "" if message.picture and message.text == message.picture.alt else clean(message.text)
    file = message.document.text.encode("utf-8", "replace") if message.document else b""
    # Telegram refuses an empty file, and one that is too large would be refused whenever it is tried.
    if message.document is None or not 0 < len(file) <= DOCUMENT_BYTES:
        return _text_parts(text)
    if utf16_length(text) <= CAPTION_UNITS:
        return [Part("document", text, file, message.document.filename)]
    return [Part("document", "", file, message.document.filename), *_text_parts(text)]


def _text_parts(text: str) -> list[Part]:
    return [Part("text", piece) for piece in split_text(text, MESSAGE_UNITS)]


def words_instead(part: Part) -> Part | None:
    """The same part in words, for a picture that Telegram refused; None where there are none."""
    if part.kind != "photo" or utf16_length(part.text) == 0:
        return None
    return Part("text", part.text, rows=part.rows)
