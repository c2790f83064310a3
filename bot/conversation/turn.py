"""One turn: everything a flow needs to answer one message in one transaction. Flows append replies; they never send."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.conversation.heard import Entity
from bot.conversation.interruptions import Otherwise
from bot.conversation.messages import Messages
from bot.conversation.reply import Button, Document, Kind, Picture, Reply

if TYPE_CHECKING:
    from bot.gateway.tables import Chat
    from bot.people.tables import Person
    from bot.safety.resources import CrisisResources
    from bot.settings import Settings
    from bot.skills.library import ModuleLibrary


@dataclass(frozen=True)
class Content:
    """All content, loaded and checked at start."""

    messages: Messages
    modules: ModuleLibrary
    resources: CrisisResources


@dataclass
class Turn:
    """One message of one person, being answered.

    `now` is aware, in UTC. `session` is one open transaction: the effect of the turn, its replies and the mark on the
    inbox row are committed together or not at all.
    """

    session: Session
    person: Person
    chat: Chat
    now: datetime
    content: Content
    settings: Settings
    chance: random.Random
    inbox_id: int | None = None
    replies: list[Reply] = field(default_factory=list)
    erased: bool = False
    """The person was erased in this turn: what is said now belongs to nobody and is sealed by the installation."""
    in_exercise: bool = False
    """The turn belongs to the running exercise, so nothing needs to lead back to it."""
    otherwise: Otherwise | None = None
    """What the words ask for if they are no answer to the open question; None for taps and commands."""
    entities: tuple[Entity, ...] = ()
    """What the engine found named in the words, such as people and days; empty for taps and commands."""

    @property
    def zone(self) -> ZoneInfo:
        """The person's time zone; UTC until they told it."""
        return ZoneInfo(self.person.zone or "UTC")

    @property
    def local_now(self) -> datetime:
        """The present moment on the person's wall clock."""
        return self.now.astimezone(self.zone)

    def words(self, key: str, **values: Any) -> str:
        """A sentence from the catalogue, one of its variants, filled in."""
        return self.content.messages.pick(key, self.chance, **values)

    def say(
        self,
        key: str,
        *,
        buttons: Sequence[Button] = (),
        picture: Picture | None = None,
        document: Document | None = None,
        kind: Kind = "reply",
        **values: Any,
    ) -> None:
        """Append a reply from the catalogue."""
        self.say_text(self.words(key, **values), buttons=buttons, picture=picture, document=document, kind=kind)

    def say_text(
        self,
        text: str,
        *,
        buttons: Sequence[Button] = (),
        picture: Picture | None = None,
        document: Document | None = None,
        kind: Kind = "reply",
    ) -> None:
        """Append a reply whose words are composed already (from a module, say)."""
        self.replies.append(Reply(text=text, buttons=tuple(buttons), picture=picture, kind=kind, document=document))

    def wait_for(self, flow: str, **args: Any) -> None:
        """Remember a question: the next free text goes to the answer handler called `flow`."""
        self.person.waiting_for = {"flow": flow, "args": args}

    def stop_waiting(self) -> None:
        """Forget the question that was open."""
        self.person.waiting_for = None

    def serve_otherwise(self) -> bool:
        """For words that make no answer: serve what else they clearly ask for, in place of the open question.

        False where they ask for nothing; then it is said what would be an answer.
        """
        other, self.otherwise = self.otherwise, None
        if other is None or not other.clear:
            return False
        self.stop_waiting()
        other.serve()
        return True


current_turn: ContextVar[Turn] = ContextVar("current_turn")
"""The turn that the engine's action call belongs to; set by the action route around one action."""
