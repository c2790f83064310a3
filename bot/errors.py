"""What can go wrong in Kith, in one tree. A message tells a person what to do next and never quotes anyone's words.

KithError
├── SettingsError        a setting, a folder or a port is wrong: refused at start
├── ContentError         a content file is wrong: says file, line, what, how to mend
├── StoreError           the database cannot be used as it is
│   └── KeyDestroyed     the person's key was destroyed: their data can no longer be read
├── EngineError          the engine did not answer as agreed
│   └── EngineNotReady   it is loading or has died: try again later
├── ChannelError         a channel did not take a message
│   ├── TryLater         temporary: wait and send again
│   └── Undeliverable    permanent: this message, or this chat, will never be reachable
└── UsageError           a command was used wrongly: says how it is used
"""

from __future__ import annotations


class KithError(Exception):
    """Root of every error that Kith raises on purpose."""


class SettingsError(KithError):
    """A setting, folder or port cannot be used; the message names it and gives an example."""


class ContentError(KithError):
    """A content file is wrong; the message says file, line, what is wrong and how to mend it."""


class StoreError(KithError):
    """The database cannot be used as it is."""


class KeyDestroyed(StoreError):
    """The person's key no longer exists, so what was sealed under it can never be read again."""


class EngineError(KithError):
    """The engine answered in a way that was not agreed."""


class EngineNotReady(EngineError):
    """The engine is loading, busy or dead; the message can be sent again later."""


class ChannelError(KithError):
    """A channel did not take a message."""


class TryLater(ChannelError):
    """The message may be sent again after `seconds` (0: after the outbox's own growing pause).

    `maybe_arrived` says that the line broke after the message was handed over: nobody knows whether it arrived.
    """

    def __init__(self, message: str, seconds: float, *, maybe_arrived: bool = False) -> None:
        super().__init__(message)
        self.seconds = seconds
        self.maybe_arrived = maybe_arrived


class Undeliverable(ChannelError):
    """The channel will never take this message; `chat_gone` tells whether the whole chat is unreachable."""

    def __init__(self, message: str, *, chat_gone: bool) -> None:
        super().__init__(message)
        self.chat_gone = chat_gone


class UsageError(KithError):
    """A command was used wrongly; the message says how it is used."""


__all__ = [
    "ChannelError",
    "ContentError",
    "EngineError",
    "EngineNotReady",
    "KeyDestroyed",
    "KithError",
    "SettingsError",
    "StoreError",
    "TryLater",
    "Undeliverable",
    "UsageError",
]
