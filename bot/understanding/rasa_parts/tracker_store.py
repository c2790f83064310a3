"""The engine's memory: intents, actions and forms of the running session, without anybody's words.

Stock SQLTrackerStore keeps every sentence in clear, opens a connection a query and re-counts all events on each save.
This one strips words before they are written, loads from the last session start only, and remembers how many events
of it are stored (design, section 4: 10,000 earlier events then cost what a fresh start costs).
"""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.constants import SESSION_START_METADATA_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import event

WORDS = {"text", "metadata", "message_id", "data"}
"""Fields of stored events that could hold what somebody wrote."""

AT_HAND = 500
"""Conversations kept in memory between two turns."""


class WordlessTrackerStore(SQLTrackerStore):
    """SQLTrackerStore for one engine process: kept connection, no words at rest.

    A tracker is handed over, not copied: `retrieve` takes it out of memory and `save` puts it back. A turn that fails
    in between leaves nothing behind, and the next one loads what is stored.
    """

    def __init__(self, domain: Domain | None = None, **settings: Any) -> None:
        super().__init__(domain=domain, **settings)
        self._stored: dict[str, int] = {}
        self._at_hand: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        self._keep_one_connection()
        with self.engine.begin() as connection:
            connection.execute(
                sa.text("CREATE INDEX IF NOT EXISTS ix_events_session ON events (sender_id, type_name, id)")
            )

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker since its last session start; None for a stranger."""
        tracker = self._at_hand.pop(sender_id, None)
        return tracker if tracker is not None else self.load(sender_id)

    def load(self, sender_id: str) -> DialogueStateTracker | None:
        """What is stored, whatever is at hand."""
        with self.engine.connect() as connection:
            events = connection.execute(_SINCE_SESSION_START, {"sender": sender_id}).fetchall()
        self._stored[sender_id] = len(events)
        if not events or self.domain is None:
            return None
        return DialogueStateTracker.from_dict(sender_id, [json.loads(row[0]) for row in events], self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what is new, without words."""
        await self.stream_events(tracker)
        new = list(tracker.events)[self._stored.get(tracker.sender_id, 0) :]
        if new:
            with self.engine.begin() as connection:
                connection.execute(sa.insert(self.SQLEvent.__table__), [_row(tracker.sender_id, e) for e in new])
        self._stored[tracker.sender_id] = len(tracker.events)
        self._keep_at_hand(tracker)

    def forget(self, sender_id: str) -> None:
        """Delete everything about one conversation."""
        self._stored.pop(sender_id, None)
        self._at_hand.pop(sender_id, None)
        with self.engine.begin() as connection:
            connection.execute(sa.delete(self.SQLEvent.__table__).where(self.SQLEvent.sender_id == sender_id))

    def _keep_at_hand(self, tracker: DialogueStateTracker) -> None:
        """Unless it holds an earlier session too: then the next turn loads the last one only."""
        sessions = sum(isinstance(event, SessionStarted) for event in tracker.events)
        if sessions <= 1:
            self._at_hand[tracker.sender_id] = tracker
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)

    def _keep_one_connection(self) -> None:
        # Rasa's engine opens SQLite anew for each query; this process has one thread that uses it.
        self.engine.dispose()
        if self.engine.dialect.name == "sqlite":
            self.engine = sa.create_engine(self.engine.url, poolclass=sa.pool.StaticPool)
            event.listen(self.engine, "connect", _prepare_sqlite)
            self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)


_SINCE_SESSION_START = sa.text(
    "SELECT data FROM events WHERE sender_id = :sender AND id >= COALESCE("
    "(SELECT MAX(id) FROM events WHERE sender_id = :sender AND type_name = 'session_started'), 0) ORDER BY id"
)


def _row(sender_id: str, new: Event) -> dict[str, Any]:
    kept = without_words(new.as_dict())
    return {
        "sender_id": sender_id,
        "type_name": new.type_name,
        "timestamp": kept.get("timestamp"),
        "intent_name": kept.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": kept.get("name"),
        "data": json.dumps(kept),
    }


def without_words(stored: dict[str, Any]) -> dict[str, Any]:
    """The event as a dict with every field emptied that could hold what somebody wrote."""
    kept = {field: value for field, value in stored.items() if field not in WORDS}
    if stored.get("event") in ("user", "bot"):
        kept["text"] = ""
    if stored.get("event") == "slot" and stored.get("name") == SESSION_START_METADATA_SLOT:
        kept["value"] = None  # Rasa copies the metadata of a session's first message into this slot
    if "entities" in kept:
        kept["entities"] = []
    if "parse_data" in kept:
        kept["parse_data"] = {"intent": stored["parse_data"].get("intent", {}), "entities": [], "text": ""}
    return kept


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
