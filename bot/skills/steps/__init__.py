"""The kinds of steps, by name. A new kind is one more class here and one more model in `format.py`."""

from __future__ import annotations

from typing import Any

from bot.skills.steps.choosing import Choosing
from bot.skills.steps.kind import StepKind, View
from bot.skills.steps.planning import Planning
from bot.skills.steps.practising import Practising
from bot.skills.steps.reading import Reading
from bot.skills.steps.reflecting import Reflecting
from bot.skills.steps.role_playing import RolePlaying

KINDS: dict[str, StepKind[Any]] = {
    "teach": Reading(),
    "example": Reading(),
    "choice": Choosing(),
    "practise": Practising(),
    "role_play": RolePlaying(),
    "plan": Planning(),
    "reflect": Reflecting(),
}

__all__ = ["KINDS", "StepKind", "View"]
