"""Places that help in a crisis, by country, from `skills_content/crisis/`. The country follows from the time zone.

No number is written here. An entry that no operator has tried, or none within 180 days, counts as unverified.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from babel.core import get_global
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.conversation.messages import read_yaml
from bot.errors import ContentError

VERIFIED_FOR = timedelta(days=180)
"""A check older than this counts as none: numbers change."""

INTERNATIONAL = "international"

ResourceKind = Literal["emergency", "directory", "suicide", "abuse", "youth", "overdose", "talk"]
"""`suicide` lines take any despair; `overdose` means poisoning too; `talk` is for any distress."""


class Resource(BaseModel):
    """One place to turn to. `source` was read on `seen_on`; an operator tried it on `verified_on`, or never.

    `source_dated` is the date that the source itself bears, where it bears one: an old page needs checking first.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z]{2,3}(-[a-z0-9]+)+$")
    name: str = Field(min_length=2, max_length=60)
    kind: ResourceKind
    phone: str | None = Field(default=None, pattern=r"^[0-9][0-9 *#-]*$")
    text: str | None = Field(default=None, max_length=60)
    """How to write to them, as words: `HOME to 741741`."""
    url: str | None = Field(default=None, pattern=r"^https?://\S+$|^[a-z0-9.-]+\.[a-z]{2,}(/\S*)?$")
    hours: str | None = Field(default=None, max_length=60)
    for_whom: str | None = Field(default=None, max_length=60)
    source: str = Field(pattern=r"^https?://\S+$")
    source_dated: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}){0,2}$")
    seen_on: date
    verified_on: date | None

    @model_validator(mode="after")
    def _can_be_reached(self) -> Resource:
        if not (self.phone or self.text or self.url):
            raise ValueError("an entry needs a phone, a text or a url")
        return self

    def is_verified(self, on: date) -> bool:
        """Whether an operator tried it within 180 days before `on`."""
        return self.verified_on is not None and on - self.verified_on <= VERIFIED_FOR


class CountryResources(BaseModel):
    """What one country has. `country` is an ISO 3166 code of two letters; None for the international directory."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: str | None = Field(pattern=r"^[A-Z]{2}$")
    name: str
    emergency: tuple[Resource, ...]
    lines: tuple[Resource, ...]

    def of_kind(self, kinds: Iterable[str]) -> list[Resource]:
        """Its lines of these kinds: in the order of the kinds, then of the file."""
        return [line for kind in kinds for line in self.lines if line.kind == kind]

    def all(self) -> tuple[Resource, ...]:
        """Every entry, emergency numbers first."""
        return (*self.emergency, *self.lines)


class CrisisResources:
    """All countries, and the international directory for everywhere else."""

    def __init__(self, international: CountryResources, countries: dict[str, CountryResources]) -> None:
        self.international = international
        self._countries = countries

    @classmethod
    def load(cls, folder: Path) -> CrisisResources:
        """Read every file of `folder`. Raises ContentError for a broken file, or a missing international one."""
        by_stem = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
        international = by_stem.pop(INTERNATIONAL, None)
        if international is None:
            raise ContentError(f"{folder}: {INTERNATIONAL}.yml is missing; without it nobody abroad finds help")
        _refuse_doubles(folder, [international, *by_stem.values()])
        return cls(international, {country.country: country for country in by_stem.values() if country.country})

    def countries(self) -> list[str]:
        """Codes of the countries that are known, sorted."""
        return sorted(self._countries)

    def for_country(self, code: str | None) -> CountryResources:
        """The country's own places, or the international ones where it is unknown."""
        return self._countries.get(code or "", self.international)

    def for_zone(self, zone: str | None) -> CountryResources:
        """The places of the country in which an IANA zone lies, or the international ones."""
        return self.for_country(country_of_zone(zone))


def country_of_zone(zone: str | None) -> str | None:
    """ISO 3166 code of the country of an IANA zone or of an old name of one; None where it belongs to no country."""
    if not zone:
        return None
    current = get_global("zone_aliases").get(zone, zone)
    return _zone_table().get(zone) or _zone_table().get(current)


@cache
def _zone_table() -> dict[str, str]:
    # The two disagree about which spelling is current (Europe/Kyiv or Kiev), so both are known.
    table = {zone: code for zone, code in get_global("zone_territories").items() if code != "ZZ"}
    rows = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8").splitlines()
    for row in rows:
        if row and not row.startswith("#"):
            code, _place, zone, *_ = row.split("\t")
            table[zone] = code
    return table


def _read(path: Path) -> CountryResources:
    try:
        country = CountryResources.model_validate(read_yaml(path))
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ContentError(f"{path}: {where}: {first['msg']}; compare with another file of this folder") from None
    expected = (country.country or INTERNATIONAL).lower()
    if path.stem != expected:
        raise ContentError(f"{path}: its country is {country.country}, so the file must be called {expected}.yml")
    return country


def _refuse_doubles(folder: Path, countries: list[CountryResources]) -> None:
    seen: set[str] = set()
    for entry in (entry for country in countries for entry in country.all()):
        if entry.id in seen:
            raise ContentError(f"{folder}: the id {entry.id} is used twice; rename one of them")
        seen.add(entry.id)
