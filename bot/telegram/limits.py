"""Every limit that Telegram sets and Kith heeds, by name, with its source.

Sources: [API] https://core.telegram.org/bots/api, [FAQ] https://core.telegram.org/bots/faq. Lengths of text count
UTF-16 code units, as Telegram counts entities: never more generous than what the server accepts.
"""

from __future__ import annotations

from typing import Final

MESSAGE_UNITS: Final = 4096
"""UTF-16 units in one text message. [API] sendMessage, `text`: 1-4096 characters."""

CAPTION_UNITS: Final = 1024
"""UTF-16 units in a caption. [API] sendPhoto and sendDocument, `caption`: 0-1024 characters."""

CALLBACK_DATA_BYTES: Final = 64
"""Bytes a button may carry. [API] InlineKeyboardButton, `callback_data`: 1-64 bytes."""

KEYBOARD_BUTTONS: Final = 100
"""Buttons under one message. Measured by python-telegram-bot, `InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER`."""

BUTTONS_IN_A_ROW: Final = 3
"""Buttons side by side: ours, not Telegram's (eight), so that a title stays readable on a phone."""

MESSAGES_A_SECOND: Final = 30
"""Messages of the whole bot. [FAQ] "about 30 messages per second"."""

MESSAGES_A_SECOND_IN_A_CHAT: Final = 1
"""Messages to one chat. [FAQ] allows short bursts over it; a turn of ours is two messages, and a 429 is waited out."""

MESSAGES_A_MINUTE_IN_A_GROUP: Final = 20
"""Messages to one group. [FAQ]"""

PHOTO_BYTES: Final = 10_000_000
"""Size of a picture that is uploaded. [API] "Sending files": 10 MB for photos."""

DOCUMENT_BYTES: Final = 50_000_000
"""Size of a file that is uploaded. [API] "Sending files": 50 MB for other files."""

UPDATES_A_CALL: Final = 100
"""Updates handed over by one getUpdates. [API] getUpdates, `limit`: 1-100."""

WEBHOOK_SECRET_CHARACTERS: Final = 256
"""Length of the webhook's secret. [API] setWebhook, `secret_token`: 1-256 of A-Z, a-z, 0-9, _ and -."""

WEBHOOK_BODY_BYTES: Final = 1_000_000
"""Longest request that the webhook reads: ours. An update holds at most a message of 4096 characters and its frame."""
