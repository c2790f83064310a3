"""Takes one update to safety: translated, then stored by the gateway. Polling and webhook both go through here.

Only when `take` has come back may the update be confirmed to Telegram. Everything else (a tap's acknowledgement, the
notice in a group) happens beside it and may fail.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Protocol

from bot.gateway.messages import Incoming
from bot.telegram.translate import CHANNEL, AddressedInGroup, Json, Me, Meaning, Said, translate, unreadable

log = logging.getLogger(__name__)

BROKEN = (KeyError, TypeError, AttributeError, ValueError)
"""What an update raises that is not as documented, or that the store cannot hold as it is."""


class Receiver(Protocol):
    """What the channel needs of the gateway."""

    async def receive(self, incoming: Incoming) -> bool:
        """Store it; False if it was known. Raises what the store raises."""
        ...

    def set_reachable(self, channel: str, address: str, reachable: bool) -> None:
        """Remember whether the person can be written to."""
        ...


class Courtesies(Protocol):
    """Small answers that go to Telegram at once and may be lost."""

    async def acknowledge_tap(self, tap_id: str) -> None:
        """Stop the tapped button's spinner."""
        ...

    async def point_to_private_chat(self, address: str) -> None:
        """Say in a group that talking is for private chats."""
        ...


class Intake:
    """The door between Telegram and the gateway."""

    def __init__(self, receiver: Receiver, courtesies: Courtesies) -> None:
        self.me = Me()
        self._receiver = receiver
        self._courtesies = courtesies
        self._beside: set[asyncio.Task[None]] = set()

    async def take(self, update: Json) -> None:
        """Store what the update means. Raises what the store raises: then it must be taken again."""
        meaning = self._meaning(update)
        if isinstance(meaning, Said):
            await self._keep(meaning, update)
        elif isinstance(meaning, AddressedInGroup):
            self._start(self._courtesies.point_to_private_chat(meaning.address))
        elif meaning is not None:
            self._receiver.set_reachable(CHANNEL, meaning.address, meaning.reachable)

    async def close(self) -> None:
        """Give up what is still under way beside."""
        for task in self._beside:
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)

    def _meaning(self, update: Json) -> Meaning:
        try:
            return translate(update, self.me)
        except BROKEN as problem:
            log.warning("update %s is not as documented (%s)", update.get("update_id"), type(problem).__name__)
            return unreadable(update)

    async def _keep(self, said: Said, update: Json) -> None:
        try:
            await self._receiver.receive(said.incoming)
        except BROKEN as problem:
            # The same update would fail for ever and hold up everybody's: keep a stand-in, so that the sender hears.
            log.error("update %s cannot be kept as it is (%s)", said.incoming.update_id, type(problem).__name__)
            stand_in = unreadable(update)
            if stand_in is not None:
                await self._receiver.receive(stand_in.incoming)
        if said.tap_id is not None:
            self._start(self._courtesies.acknowledge_tap(said.tap_id))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
