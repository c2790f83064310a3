"""How a role-play's partner takes a turn: what it did in one word, how their state moves, what they say to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from bot.skills.format import Behaviour
from bot.skills.role_play_format import Effect, Line, Move, RolePlay, State

MOVES_BY_LABEL: tuple[tuple[Move, frozenset[Behaviour]], ...] = (
    ("blames", frozenset({"contempt", "hostility", "blame", "absolute"})),
    ("undoes", frozenset({"undone_apology"})),
    ("demands", frozenset({"demand"})),
    ("asks", frozenset({"concrete_request"})),
    ("listens", frozenset({"validation", "open_question", "apology"})),
    ("opens", frozenset({"i_statement", "feeling_word"})),
)
"""The first that fits is what the partner reacts to: a hard word drowns out a soft one beside it."""


class Said(TypedDict):
    """One turn of the talk, as it is kept."""

    quote: str
    move: Move
    tension: int
    trust: int
    openness: int
    line: str
    answer: str


def move_of(labels: Sequence[str]) -> Move:
    """What a turn did, from the behaviours found in it."""
    for move, wanted in MOVES_BY_LABEL:
        if wanted & set(labels):
            return move
    return "plain"


def state_before(play: RolePlay, said: Sequence[Said]) -> State:
    """The partner's state before the last of these turns."""
    return state_after(play, said[:-1])


def state_after(play: RolePlay, said: Sequence[Said]) -> State:
    """The partner's state after these turns."""
    if not said:
        return play.start
    last = said[-1]
    return State(tension=last["tension"], trust=last["trust"], openness=last["openness"])


def answer(play: RolePlay, said: Sequence[Said], labels: Sequence[Behaviour], quote: str) -> Said:
    """The turn as it is to be kept, with the partner's answer; after the last turn that is the end's."""
    effects = [play.effects.get(label, Effect()) for label in labels] or [play.plain]
    state, move = state_after(play, said).moved(effects), move_of(labels)
    if len(said) + 1 >= play.turns:
        end = play.end_for(state)
        line_id, words = end.id, end.text
    else:
        line = _line(play, state, move, {earlier["line"] for earlier in said})
        line_id, words = line.id, line.text
    return Said(
        quote=quote,
        move=move,
        tension=state.tension,
        trust=state.trust,
        openness=state.openness,
        line=line_id,
        answer=words,
    )


def _line(play: RolePlay, state: State, move: Move, spoken: set[str]) -> Line:
    """A line for this state and move that was not spoken yet, or else the first of them once more."""
    fitting = [line for line in play.lines if state.band in line.bands and move in line.after]
    return next((line for line in fitting if line.id not in spoken), fitting[0])
