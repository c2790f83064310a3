"""What was noticed before, so that nobody reads the same block twice. Texts are never kept here."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.conversation.turn import Turn
from bot.safety.detect import Assessment, Level
from bot.safety.tables import SafetyEvent

CRISIS = (Level.RISK.value, Level.IMMINENT.value)


def note(turn: Turn, assessment: Assessment) -> None:
    """Write down that the text of this turn spoke of danger: level and kinds only."""
    turn.session.add(
        SafetyEvent(
            person_id=turn.person.id,
            inbox_id=turn.inbox_id,
            level=assessment.level.value,
            kinds=list(assessment.kinds),
            noticed_at=turn.now,
        )
    )
    turn.session.flush()


def crises_within(turn: Turn, span: timedelta) -> list[SafetyEvent]:
    """Risk and imminent danger noticed within `span` before this turn, oldest first."""
    return _within(turn, span, CRISIS)


def concerns_within(turn: Turn, span: timedelta) -> list[SafetyEvent]:
    """Concern noticed within `span` before this turn, oldest first."""
    return _within(turn, span, (Level.CONCERN.value,))


def _within(turn: Turn, span: timedelta, levels: tuple[str, ...]) -> list[SafetyEvent]:
    wanted = select(SafetyEvent).where(
        SafetyEvent.person_id == turn.person.id,
        SafetyEvent.noticed_at > turn.now - span,
        SafetyEvent.level.in_(levels),
    )
    return list(turn.session.scalars(wanted.order_by(SafetyEvent.id)))
