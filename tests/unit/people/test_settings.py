"""Settings: what holds now, and each of it changed by button or in one line."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.network.contacts import add_contact
from bot.reminders.planning import replan_contact
from bot.store.clock import VirtualClock
from tests.unit.people.conftest import Talk


def test_settings_show_what_holds_now(talk: Talk) -> None:
    said = talk.command("settings")
    for words in ("Sam", "Berlin", "10:00", "18:00", "21:00 to 09:00", "at most 2"):
        assert words in said


@pytest.mark.parametrize(
    ("argument", "attribute", "value"),
    [
        ("name Alex", "name", "Alex"),
        ("zone Tokyo", "zone", "Asia/Tokyo"),
        ("time zone UTC+2", "zone", "Etc/GMT-2"),
        ("city new york", "zone", "America/New_York"),
        ("reminders 19:30", "reminder_minute", 1170),
        ("hour 7 pm", "reminder_minute", 1140),
        ("quiet 22-8", "quiet_from_minute", 1320),
        ("quiet hours 22-8", "quiet_until_minute", 480),
        ("pathway carers", "pathway", "carers"),
        ("previews on", "names_in_previews", True),
        ("cap 3", "daily_cap", 3),
        ("NAME Alex", "name", "Alex"),
    ],
)
def test_a_setting_changes_in_one_line(talk: Talk, argument: str, attribute: str, value: object) -> None:
    talk.command("settings", argument)
    assert getattr(talk.person, attribute) == value
    assert talk.person.waiting_for is None
    assert talk.button("More settings").do == "people.settings"


@pytest.mark.parametrize(
    ("button", "answer", "attribute", "value"),
    [
        ("Name", "Alex", "name", "Alex"),
        ("Place", "Tokyo", "zone", "Asia/Tokyo"),
        ("Reminder time", "19:30", "reminder_minute", 1170),
        ("Quiet hours", "none", "quiet_until_minute", 0),
        ("Examples", "I am new here", "pathway", "newcomers"),
        ("Names shown", "yes", "names_in_previews", True),
        ("How many a day", "1", "daily_cap", 1),
    ],
)
def test_a_setting_changes_by_button(talk: Talk, button: str, answer: str, attribute: str, value: object) -> None:
    talk.command("settings")
    talk.taps(button)
    talk.says(answer)
    assert getattr(talk.person, attribute) == value
    assert talk.person.waiting_for is None


def test_a_setting_may_be_left_as_it_is(talk: Talk) -> None:
    talk.command("settings", "name")
    talk.taps("Leave it")
    assert talk.person.name == "Sam"
    assert talk.person.waiting_for is None


def test_a_wrong_value_is_met_with_what_is_possible(talk: Talk) -> None:
    assert "UTC+2" in talk.command("settings", "zone qwertz")
    talk.says("Tokyo")
    assert talk.person.zone == "Asia/Tokyo"


@pytest.mark.parametrize("cap", ["0", "99", "many"])
def test_a_cap_out_of_reach_is_not_kept(talk: Talk, cap: str) -> None:
    talk.command("settings", f"cap {cap}")
    assert talk.person.daily_cap == 2


def test_an_unknown_setting_is_refused_with_the_list(talk: Talk) -> None:
    assert "reminders" in talk.command("settings", "colour blue")


def test_the_wish_for_settings_is_no_argument(talk: Talk) -> None:
    assert "I call you Sam" in talk.means("settings", "change my settings please")


def test_consent_is_reached_from_the_settings(talk: Talk) -> None:
    talk.command("settings")
    assert "Counts without names" in talk.taps("What I share")


def test_the_year_is_offered_only_while_it_is_unknown(talk: Talk) -> None:
    talk.command("settings")
    assert "Year of birth" not in talk.buttons()
    talk.person.age_band = "unknown"
    talk.command("settings")
    assert "Year of birth" in talk.buttons()


def test_a_new_zone_moves_the_reminders_that_are_to_come(talk: Talk, session: Session, clock: VirtualClock) -> None:
    ben = add_contact(session, talk.person, "Ben", now=clock.now(), ideal_days=14)
    reminder = replan_contact(session, talk.person, ben, clock.now())
    assert reminder is not None
    before = reminder.planned_at
    talk.command("settings", "zone Tokyo")
    assert (before - reminder.planned_at).total_seconds() == 8 * 3600
