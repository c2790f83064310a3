"""The shape of a module file: a title, the reasons for it, and steps of seven kinds. Nothing here reads a file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
Words = Annotated[str, Field(min_length=1, max_length=1500)]
ShortWords = Annotated[str, Field(min_length=1, max_length=350)]

Wished = Literal[
    "i_statement",
    "observation",
    "feeling_word",
    "concrete_request",
    "validation",
    "open_question",
    "apology",
]
Harsh = Literal["blame", "absolute", "demand", "contempt", "hostility", "undone_apology"]
Behaviour = Wished | Harsh
"""What the feedback can find in a turn. The names are those of the behaviours' contract."""


class Strict(BaseModel):
    """A part of a content file: unknown keys are refused, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Cite(Strict):
    """Where a claim comes from."""

    source: ShortWords
    finding: ShortWords
    doi: str | None = None


class Why(Strict):
    """Why the practice works, for the person, and what that rests on."""

    text: ShortWords
    cites: list[Cite] = Field(min_length=1)


class StepBase(Strict):
    """What every step has. `why` is said when the person asks "why this?"; `minutes` are a fair guess."""

    id: Slug
    title: Annotated[str, Field(min_length=1, max_length=60)]
    why: ShortWords
    minutes: float = Field(gt=0, le=30)


class TeachStep(StepBase):
    """One idea, told."""

    kind: Literal["teach"]
    text: Words


class ExampleStep(StepBase):
    """The same thing said in two ways, and what changed."""

    kind: Literal["example"]
    scene: ShortWords
    before: ShortWords
    after: ShortWords
    what_changed: ShortWords


class Option(Strict):
    """One answer to a choice; `because` is said when it is picked."""

    id: Slug
    text: ShortWords
    right: bool = False
    because: ShortWords


class ChoiceStep(StepBase):
    """Which of these? The options are shuffled for each person."""

    kind: Literal["choice"]
    question: ShortWords
    options: list[Option] = Field(min_length=2, max_length=4)

    @model_validator(mode="after")
    def _has_one_right_answer(self) -> ChoiceStep:
        if sum(option.right for option in self.options) != 1:
            raise ValueError("exactly one option must say `right: true`")
        if len({option.id for option in self.options}) != len(self.options):
            raise ValueError("two options have the same id; give each its own")
        return self


class PractiseStep(StepBase):
    """Own words, looked at, tried again. `aims` are wished for in this order; `avoid` is what to change first."""

    kind: Literal["practise"]
    prompt: ShortWords
    aims: list[Wished] = Field(min_length=1)
    avoid: list[Harsh] = []
    rewrite: ShortWords
    """One way to say it, offered after the person's own second try."""


class RolePlayStep(StepBase):
    """A talk with a made-up partner, kept in its own file."""

    kind: Literal["role_play"]
    role_play: Slug


class PlanStep(StepBase):
    """A real contact: who, when, the first sentence. `from_step` names a practise step whose words may be used."""

    kind: Literal["plan"]
    text: ShortWords
    from_step: Slug | None = None


class ReflectStep(StepBase):
    """A last question, for the person alone."""

    kind: Literal["reflect"]
    question: ShortWords


Step = Annotated[
    TeachStep | ExampleStep | ChoiceStep | PractiseStep | RolePlayStep | PlanStep | ReflectStep,
    Field(discriminator="kind"),
]


class Module(Strict):
    """One practice. A run finishes on the version that it began with, so raise `version` with every change of steps."""

    id: Slug
    version: int = Field(ge=1)
    title: Annotated[str, Field(min_length=1, max_length=60)]
    objective: ShortWords
    why_it_works: Why
    minutes: int = Field(ge=1, le=60)
    towards_a_person: bool
    """It sends the person towards someone real: Kith first asks whether that one may harm them."""
    pathways: list[Slug] = Field(min_length=1)
    sub_skills: list[Wished] = Field(min_length=1)
    steps: list[Step] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_fit_together(self) -> Module:
        ids = [step.id for step in self.steps]
        twice = sorted({step_id for step_id in ids if ids.count(step_id) > 1})
        if twice:
            raise ValueError(f"two steps are called {', '.join(twice)}; give each its own id")
        for step in self.steps:
            if isinstance(step, PlanStep) and step.from_step is not None and step.from_step not in ids:
                raise ValueError(f"the plan takes words from {step.from_step}, but no step has that id")
        return self

    def minutes_left(self, step_index: int) -> int:
        """Whole minutes from the step at `step_index` to the end, at least 1."""
        return max(1, round(sum(step.minutes for step in self.steps[step_index:])))
