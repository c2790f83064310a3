"""The shape of a role-play file: a partner with a state, lines chosen by it, effects of what is said, three ends."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from bot.skills.format import Behaviour, ShortWords, Slug, Strict, Words

Band = Literal["calm", "wary", "hot"]
"""By tension: calm up to 3, wary up to 6, hot above."""
Move = Literal["opens", "asks", "listens", "blames", "demands", "undoes", "plain"]
"""What the person's turn did, in one word; `plain` where nothing was found."""
BANDS: tuple[Band, ...] = get_args(Band)
MOVES: tuple[Move, ...] = get_args(Move)
CALM_UP_TO = 3
WARY_UP_TO = 6
Level = Annotated[int, Field(ge=0, le=10)]


class State(Strict):
    """How the partner is, each from 0 to 10."""

    tension: Level
    trust: Level
    openness: Level

    @property
    def band(self) -> Band:
        """The state in one word."""
        if self.tension <= CALM_UP_TO:
            return "calm"
        return "wary" if self.tension <= WARY_UP_TO else "hot"

    def moved(self, effects: list[Effect]) -> State:
        """The state after these effects, each value kept within 0 to 10."""
        return State(
            tension=_within(self.tension + sum(effect.tension for effect in effects)),
            trust=_within(self.trust + sum(effect.trust for effect in effects)),
            openness=_within(self.openness + sum(effect.openness for effect in effects)),
        )


class Effect(Strict):
    """What one behaviour does to the partner."""

    tension: int = Field(default=0, ge=-5, le=5)
    trust: int = Field(default=0, ge=-5, le=5)
    openness: int = Field(default=0, ge=-5, le=5)


class Line(Strict):
    """Something the partner says: in these bands (after the effect), after these moves."""

    id: Slug
    bands: list[Band] = Field(min_length=1)
    after: list[Move] = Field(min_length=1)
    text: ShortWords


class End(Strict):
    """How the talk closes; the first end whose conditions hold is taken, so the last has none."""

    id: Slug
    tension_at_most: Level = 10
    trust_at_least: Level = 0
    openness_at_least: Level = 0
    text: ShortWords
    debrief: Words

    def holds(self, state: State) -> bool:
        """Whether the talk ends this way in this state."""
        return (
            state.tension <= self.tension_at_most
            and state.trust >= self.trust_at_least
            and state.openness >= self.openness_at_least
        )


class Partner(Strict):
    """Who is across the table."""

    name: Annotated[str, Field(min_length=1, max_length=30)]
    temperament: ShortWords


class RolePlay(Strict):
    """A talk of a few turns with a partner whose state moves."""

    id: Slug
    partner: Partner
    scene: ShortWords
    opening: ShortWords
    start: State
    turns: int = Field(ge=2, le=8)
    effects: dict[Behaviour, Effect]
    plain: Effect = Effect()
    """What a turn does in which nothing was found."""
    lines: list[Line] = Field(min_length=16)
    ends: list[End] = Field(min_length=3)

    @model_validator(mode="after")
    def _always_has_something_to_say(self) -> RolePlay:
        ids = [line.id for line in self.lines] + [end.id for end in self.ends]
        twice = sorted({part_id for part_id in ids if ids.count(part_id) > 1})
        if twice:
            raise ValueError(f"the id {', '.join(twice)} stands twice; give each line and end its own")
        for band in BANDS:
            for move in MOVES:
                if not any(band in line.bands and move in line.after for line in self.lines):
                    raise ValueError(f"no line for a {band} partner after a turn that {move}; add one")
        if not self.ends[-1].holds(State(tension=10, trust=0, openness=0)):
            raise ValueError("the last end must have no conditions, so that every talk ends")
        return self

    def end_for(self, state: State) -> End:
        """The end that fits the final state."""
        return next(end for end in self.ends if end.holds(state))


def _within(value: int) -> int:
    return max(0, min(10, value))
