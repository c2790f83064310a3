"""What Kith says back: words, buttons, perhaps a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["reply", "notice", "crisis", "reminder", "offer", "receipt"]


@dataclass(frozen=True)
class Button:
    """A verb the person would say, and what it does.

    `title` is a message key ("buttons.try_again") or, where it holds no dot-separated key, the words themselves
    (a contact's name). `do` names a verb of the routes; `args` are its arguments. A `once` button is spent by a tap.
    """

    title: str
    do: str
    args: dict[str, Any] = field(default_factory=dict)
    once: bool = True


@dataclass(frozen=True)
class Picture:
    """A picture to be drawn when it is sent, from data that is small and complete. `alt` says the same in words."""

    kind: str
    data: dict[str, Any]
    alt: str


@dataclass(frozen=True)
class Document:
    """A text file to hand over."""

    filename: str
    media_type: str
    text: str


@dataclass(frozen=True)
class Reply:
    """One message."""

    text: str
    buttons: Sequence[Button] = ()
    picture: Picture | None = None
    kind: Kind = "reply"
    document: Document | None = None
