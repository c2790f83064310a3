"""Where help is: each file of the folder is a test case, and the country follows from the time zone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.errors import ContentError
from bot.safety.resources import CountryResources, CrisisResources, Resource, country_of_zone
from bot.settings import ROOT

FOLDER = ROOT / "skills_content" / "crisis"
FILES = sorted(FOLDER.glob("*.yml"))
TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def resources() -> CrisisResources:
    return CrisisResources.load(FOLDER)


def _country(path: Path) -> CountryResources:
    return CountryResources.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_says_where_and_when_it_was_read(path: Path) -> None:
    for entry in _country(path).all():
        assert entry.source.startswith("http")
        assert entry.seen_on <= TODAY


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_entry_claims_to_be_tried_by_anybody(path: Path) -> None:
    assert all(entry.verified_on is None for entry in _country(path).all())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_country_has_an_emergency_number(path: Path) -> None:
    emergency = _country(path).emergency
    assert emergency and emergency[0].phone
    assert all(entry.kind == "emergency" for entry in emergency)


@pytest.mark.parametrize("path", [path for path in FILES if path.stem != "international"], ids=lambda path: path.stem)
def test_every_country_has_a_line_for_despair(path: Path) -> None:
    assert _country(path).of_kind(["suicide", "talk"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_begin_with_the_country(path: Path) -> None:
    prefix = "int" if path.stem == "international" else path.stem
    assert all(entry.id.startswith(f"{prefix}-") for entry in _country(path).all())


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Europe/London", "GB"),
        ("America/Chicago", "US"),
        ("US/Pacific", "US"),
        ("Asia/Kolkata", "IN"),
        ("Asia/Calcutta", "IN"),
        ("Europe/Kyiv", "UA"),
        ("Europe/Kiev", "UA"),
        ("UTC", None),
        ("Etc/GMT+3", None),
        ("Not/AZone", None),
        ("", None),
        (None, None),
    ],
)
def test_the_country_follows_from_the_zone(zone: str | None, country: str | None) -> None:
    assert country_of_zone(zone) == country


def test_a_known_country_is_given_for_its_zone(resources: CrisisResources) -> None:
    assert resources.for_zone("Australia/Perth").country == "AU"


@pytest.mark.parametrize("zone", [None, "UTC", "Europe/Kyiv"])
def test_an_unknown_country_gets_the_international_directory(resources: CrisisResources, zone: str | None) -> None:
    assert resources.for_zone(zone) is resources.international
    assert resources.international.of_kind(["directory"])


def test_many_countries_are_known(resources: CrisisResources) -> None:
    assert len(resources.countries()) >= 12


def test_a_check_counts_for_180_days() -> None:
    entry = Resource(
        id="xx-line",
        name="Line",
        kind="suicide",
        phone="1",
        source="https://example.org",
        seen_on=date(2026, 1, 1),
        verified_on=date(2026, 1, 1),
    )
    assert entry.is_verified(date(2026, 6, 30))
    assert not entry.is_verified(date(2026, 7, 1))


GOOD = """country: {country}
name: X
emergency:
  - id: xx-emergency
    name: Emergency
    kind: emergency
    phone: "1"
    source: https://e.org
    seen_on: 2026-01-01
    verified_on: null
lines: []
"""


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_without_the_international_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="international"):
        CrisisResources.load(_folder(tmp_path, xx=GOOD.format(country="XX")))


def test_a_file_under_another_countrys_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"xx\.yml"):
        CrisisResources.load(_folder(tmp_path, yy=GOOD.format(country="XX")))


def test_an_entry_without_a_source_is_refused(tmp_path: Path) -> None:
    text = GOOD.format(country="XX").replace("    source: https://e.org\n", "")
    with pytest.raises(ContentError, match="source"):
        CrisisResources.load(_folder(tmp_path, xx=text))


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    files = {"xx": GOOD.format(country="XX"), "international": GOOD.format(country="null")}
    with pytest.raises(ContentError, match="twice"):
        CrisisResources.load(_folder(tmp_path, **files))
