"""What every kind of step can do. Nothing here moves on by itself: a kind says whether its step is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from bot.conversation.reply import Button
from bot.skills.format import StepBase
from bot.skills.place import Place

S_contra = TypeVar("S_contra", bound=StepBase, contravariant=True)


@dataclass(frozen=True)
class View:
    """What a person meets at a step. `short` is for coming back to it after something else."""

    text: str
    buttons: Sequence[Button]
    short: str


class StepKind(Protocol[S_contra]):
    """One kind of step."""

    def view(self, place: Place, step: S_contra) -> View:
        """What is to be read or answered now, from what is kept."""
        ...

    def take(self, place: Place, step: S_contra, text: str) -> bool:
        """Answer typed words; True when the step is done."""
        ...

    def tap(self, place: Place, step: S_contra, verb: str, args: dict[str, Any]) -> bool:
        """Answer a button of this kind; True when the step is done."""
        ...
