"""Scenario files for `kith simulate`: who says or taps what, when. Every mistake is named with its line."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from bot.skills.checked_yaml import read_checked

OFFSET = re.compile(r"\+(\d+(?:\.\d+)?)([smhdw])")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
EXAMPLE = '{at: "+20d", person: ana, says: "/log Ben"}'


def _offset(given: Any) -> timedelta:
    match = OFFSET.fullmatch(str(given))
    if match is None:
        raise ValueError(f'"at" is a time from the start such as "+0m", "+36h" or "+20d", not {given!r}')
    return timedelta(**{UNITS[match[2]]: float(match[1])})


def _on(given: Any) -> bool:
    if isinstance(given, bool):  # YAML reads on and off as booleans
        return given
    raise ValueError("engine is on or off")


class Step(BaseModel):
    """One thing that happens."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: Annotated[timedelta, BeforeValidator(_offset)]
    person: str | None = None
    says: str | None = None
    taps: str | None = None
    restart: bool = False
    until: bool = False
    counsellor: str | None = None
    assign: str | None = None
    to: str | None = None
    due: Annotated[timedelta, BeforeValidator(_offset)] | None = None
    reason: str | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Step:
        kinds = [self.says is not None, self.taps is not None, self.restart, self.until, self.assign is not None]
        if sum(kinds) != 1:
            raise ValueError(f"a step is one of says, taps, restart, until, assign; for example {EXAMPLE}")
        if (self.says is not None or self.taps is not None) and not self.person:
            raise ValueError("says and taps need a person")
        if self.assign is not None and not (self.counsellor and self.to):
            raise ValueError("assign needs a counsellor and to")
        return self


class Scenario(BaseModel):
    """A whole scenario. `start` is local wall clock in `zone`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zone: str = "UTC"
    start: datetime
    engine: Annotated[bool, BeforeValidator(_on)] = True
    onboarded: bool = True
    """Whether its people are adults who are through with onboarding when it begins."""
    steps: Annotated[list[Step], Field(min_length=1)]

    @field_validator("zone")
    @classmethod
    def _is_known(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):  # no such zone; a path; the folder of a continent
            raise ValueError("a zone is an IANA name such as Europe/Berlin") from None
        return zone

    @model_validator(mode="after")
    def _is_in_order(self) -> Scenario:
        offsets = [step.at for step in self.steps]
        if offsets != sorted(offsets):
            raise ValueError("steps must be in the order of their times")
        return self

    def starts_at(self) -> datetime:
        """The first moment, in UTC."""
        local = self.start if self.start.tzinfo else self.start.replace(tzinfo=ZoneInfo(self.zone))
        return local.astimezone(UTC)


def load_scenario(path: Path) -> Scenario:
    """Read a scenario. Raises ContentError that names each mistake with its line."""
    return read_checked(path, Scenario).value
