"""What a talk leaves behind: the line of tension, the turn that moved it most, and one thought."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.skills.partner import Said, state_after
from bot.skills.place import Place
from bot.skills.role_play_format import RolePlay


def debrief(place: Place, play: RolePlay, said: Sequence[Said]) -> str:
    """The debrief in words."""
    tensions = [play.start.tension, *(turn["tension"] for turn in said)]
    line = place.words("role_play.tension_line", tensions=" → ".join(str(tension) for tension in tensions))
    parts = [play.end_for(state_after(play, said)).debrief, f"{line}\n{_turning_point(place, tensions, said)}"]
    return "\n\n".join(parts)


def _turning_point(place: Place, tensions: Sequence[int], said: Sequence[Said]) -> str:
    steps = [after - before for before, after in pairwise(tensions)]
    largest = max(range(len(steps)), key=lambda index: abs(steps[index]))
    if steps[largest] == 0:
        return place.words("role_play.nothing_moved")
    turn = said[largest]
    key = "moved_down" if steps[largest] < 0 else "moved_up"
    reason = place.words(f"moves.{turn['move']}")
    return place.words(f"role_play.{key}", number=largest + 1, quote=turn["quote"], reason=reason)
