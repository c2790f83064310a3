"""The way in, driven as a person would: answered, skipped, put off, answered badly, interrupted."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.conversation.interruptions import Otherwise
from bot.conversation.reply import Button
from bot.people import onboarding
from bot.people.consent import current, has_consent
from bot.people.routes import ROUTES
from bot.store.clock import VirtualClock
from tests.unit.people.conftest import Talk

STEPS = [step.name for step in onboarding.ORDER]


def at(talk: Talk, step: str) -> Talk:
    """Go in and skip up to a step."""
    talk.command("start")
    talk.taps("Let's start")
    while talk.person.onboarding_step != step:
        talk.taps("Skip")
    return talk


def test_the_welcome_says_what_kith_is_who_runs_it_and_who_reads(newcomer: Talk) -> None:
    said = newcomer.command("start")
    for words in ("not a therapist", "not a medical device", "whoever set it up", "Nobody is watching live"):
        assert words in said
    assert "Telegram" not in said


def test_in_telegram_it_says_that_telegram_can_read(newcomer: Talk) -> None:
    newcomer.make_turn().chat.channel = "telegram"
    assert "Telegram can read this chat" in newcomer.command("start")


def test_the_whole_way_in_by_typing(newcomer: Talk, session: Session) -> None:
    newcomer.command("start")
    for answer in ("ok", "born in 1984", "keep all off", "call me Sam", "Leeds", "7 in the evening", "22-8", "carer"):
        said = newcomer.says(answer)
    person = newcomer.person
    assert (person.birth_year, person.age_band, person.name, person.zone) == ("1984", "adult", "Sam", "Europe/London")
    assert (person.reminder_minute, person.quiet_from_minute, person.quiet_until_minute) == (1140, 1320, 480)
    assert (person.pathway, person.onboarding_step, person.waiting_for) == ("carers", None, None)
    assert current(session, person.id) == {}
    assert "/settings" in said


def test_the_whole_way_in_by_tapping(newcomer: Talk) -> None:
    newcomer.command("start")
    newcomer.taps("Let's start")
    newcomer.says("1950")
    newcomer.taps("Keep all off")
    newcomer.taps("Skip")
    newcomer.says("Berlin")
    newcomer.taps("10:00")
    newcomer.taps("22:00 to 8:00")
    newcomer.taps("65 or older")
    person = newcomer.person
    assert (person.age_band, person.name, person.zone, person.pathway) == (
        "older",
        None,
        "Europe/Berlin",
        "older_adults",
    )
    assert (person.reminder_minute, person.quiet_from_minute) == (600, 1320)
    practise, add = newcomer.button("Practise now"), newcomer.button("Add someone")
    assert (practise.do, practise.args) == ("skills.start", {"module": "say_it_with_i"})
    assert add.do == "network.add"


@pytest.mark.parametrize("step", STEPS)
def test_each_step_can_be_skipped_and_put_off(newcomer: Talk, step: str) -> None:
    at(newcomer, step)
    newcomer.taps("Later")
    assert newcomer.person.onboarding_step == step
    assert not onboarding.must_onboard(newcomer.person)
    newcomer.command("start")
    assert newcomer.person.waiting_for["args"]["step"] == step
    newcomer.says("skip")
    assert newcomer.person.onboarding_step != step


@pytest.mark.parametrize("step", STEPS)
def test_after_days_start_goes_on_at_the_open_step(newcomer: Talk, clock: VirtualClock, step: str) -> None:
    at(newcomer, step)
    newcomer.make_turn().stop_waiting()
    clock.advance(days=9)
    newcomer.command("start")
    assert newcomer.person.waiting_for["args"]["step"] == step


@pytest.mark.parametrize("step", [name for name in STEPS if name != "name"])
@pytest.mark.parametrize("bad", ["", "🙂🙂", "qwertz uiop", "x" * 5000, "שלום"])
def test_a_bad_answer_is_met_kindly_and_the_question_stays_open(newcomer: Talk, step: str, bad: str) -> None:
    at(newcomer, step)
    newcomer.says(bad)
    assert newcomer.person.waiting_for["args"]["step"] == step
    assert newcomer.person.onboarding_step == step
    assert {"Skip", "Later"} <= newcomer.buttons().keys()


@pytest.mark.parametrize("bad", ["", "🙂", "1234", "why do you ask?", "x" * 41, "hi", "ok"])
def test_what_is_no_name_is_not_taken_for_one(newcomer: Talk, bad: str) -> None:
    at(newcomer, "name").says(bad)
    assert newcomer.person.name is None
    assert newcomer.person.waiting_for["args"]["step"] == "name"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Sam", "Sam"),
        ("I'm Sam.", "Sam"),
        ("my name is Anna Maria", "Anna Maria"),
        ("please call me Jo", "Jo"),
        ("שרה", "שרה"),
    ],
)
def test_a_name_is_taken_out_of_its_sentence(newcomer: Talk, typed: str, name: str) -> None:
    at(newcomer, "name").says(typed)
    assert newcomer.person.name == name


def test_an_ambiguous_city_is_asked_about_with_buttons(newcomer: Talk) -> None:
    at(newcomer, "zone").says("Portland")
    assert newcomer.person.zone is None
    newcomer.taps("Portland, ME")
    assert newcomer.person.zone == "America/New_York"
    assert newcomer.person.onboarding_step == "reminders"


def test_a_zone_known_from_the_browser_only_needs_a_yes(newcomer: Talk) -> None:
    newcomer.person.zone = "Europe/Berlin"
    said = at(newcomer, "zone").replies[-1].text
    assert "Berlin" in said
    assert "10:00" in said
    newcomer.taps("That's right")
    assert newcomer.person.zone == "Europe/Berlin"


def test_a_wrong_guess_of_the_browser_leads_to_the_city(newcomer: Talk) -> None:
    newcomer.person.zone = "Europe/Berlin"
    at(newcomer, "zone").says("no")
    newcomer.says("Tokyo")
    assert newcomer.person.zone == "Asia/Tokyo"


def test_a_bare_hour_within_quiet_hours_is_read_as_the_other_one(newcomer: Talk) -> None:
    at(newcomer, "reminders").says("8")
    assert newcomer.person.reminder_minute == 20 * 60


def test_a_bare_hour_that_could_be_either_is_asked_about(newcomer: Talk) -> None:
    newcomer.person.quiet_from_minute, newcomer.person.quiet_until_minute = 23 * 60, 6 * 60
    at(newcomer, "reminders").says("8")
    newcomer.taps("08:00")
    assert newcomer.person.reminder_minute == 8 * 60


def test_quiet_hours_that_cover_the_reminders_are_pointed_out(newcomer: Talk) -> None:
    assert "18:00" in at(newcomer, "quiet").says("5 pm to 9 am")


def test_choosing_what_to_share_asks_one_by_one(newcomer: Talk, session: Session) -> None:
    at(newcomer, "consent").taps("Choose")
    newcomer.taps("Yes, share")
    newcomer.says("no")
    assert has_consent(session, newcomer.person.id, "programme_figures")
    assert not has_consent(session, newcomer.person.id, "content_review")
    assert newcomer.person.onboarding_step == "name"


def test_keeping_all_off_takes_back_what_was_given_before(newcomer: Talk, session: Session) -> None:
    newcomer.command("consent", "progress on")
    at(newcomer, "consent").taps("Keep all off")
    assert not has_consent(session, newcomer.person.id, "progress")


def test_an_interruption_is_followed_by_the_open_question(newcomer: Talk) -> None:
    at(newcomer, "name")
    said = newcomer.means("who_reads", "who reads this?")
    assert "Nobody is watching" in said
    assert "what shall I call you" in said
    newcomer.says("Sam")
    assert newcomer.person.name == "Sam"


def test_an_interruption_within_consent_asks_the_same_category_again(newcomer: Talk) -> None:
    at(newcomer, "consent").taps("Choose")
    assert "Counts without names" in newcomer.means("are_you_human")
    assert newcomer.person.waiting_for["flow"] == "people.consent_one"


def test_an_interruption_at_the_welcome_keeps_its_buttons(newcomer: Talk) -> None:
    newcomer.command("start")
    newcomer.taps("Who reads this?")
    newcomer.taps("Let's start")
    assert newcomer.person.waiting_for["args"]["step"] == "year"


def test_something_else_at_the_welcome_is_not_lost_sight_of(newcomer: Talk) -> None:
    newcomer.command("start")
    assert "I will gladly come to that" in newcomer.says("I had a fight with my mother")
    newcomer.says("not now")
    assert newcomer.person.waiting_for is None


def test_the_same_question_is_not_put_twice_in_one_turn(newcomer: Talk) -> None:
    at(newcomer, "name")
    turn = newcomer.make_turn()
    onboarding.remind_where(turn)
    onboarding.remind_where(turn)
    assert len(turn.replies) == 1


def test_someone_who_was_never_welcomed_is_offered_it(newcomer: Talk) -> None:
    turn = newcomer.make_turn()
    onboarding.remind_where(turn)
    newcomer.replies = turn.replies
    assert "not a therapist" in newcomer.taps("Tell me")


def test_an_old_button_of_a_step_behind_is_answered_and_leads_back(newcomer: Talk) -> None:
    at(newcomer, "name")
    old = newcomer.button("Skip")
    newcomer.says("Sam")
    said = newcomer.press(old)
    assert "earlier question" in said
    assert "which city" in said
    assert newcomer.person.onboarding_step == "zone"


def test_an_old_choice_still_counts_without_moving_on(newcomer: Talk) -> None:
    at(newcomer, "reminders")
    old = newcomer.button("10:00")
    newcomer.taps("18:00")
    newcomer.press(old)
    assert newcomer.person.reminder_minute == 600
    assert newcomer.person.onboarding_step == "quiet"


def test_a_button_of_a_question_that_no_longer_exists_is_answered(talk: Talk) -> None:
    talk.command("settings", "name")
    button = talk.button("Leave it")
    gone = type(button)(button.title, "people.choose", {"step": "shoe_size", "value": "42", "place": "start"})
    assert "earlier question" in talk.press(gone)


def test_start_after_everything_is_a_friendly_word(talk: Talk) -> None:
    assert "What would you like to do" in talk.command("start")


def test_an_invitation_needs_no_code(newcomer: Talk) -> None:
    assert "no code" in newcomer.command("start", "ABC123")


def test_a_later_from_long_ago_changes_nothing(talk: Talk) -> None:
    assert "earlier question" in talk.press(Button("people.buttons.later", "people.later"))
    assert not talk.person.onboarding_put_off


@pytest.mark.parametrize("step", [name for name in STEPS if name != "name"])
def test_what_is_not_understood_twice_is_left_open(newcomer: Talk, step: str) -> None:
    at(newcomer, step)
    newcomer.says("qwertz uiop")
    newcomer.says("asdf ghjk")
    assert newcomer.person.onboarding_step != step


@pytest.mark.parametrize(
    ("typed", "name"),
    [("You may call me Margaret.", "Margaret"), ("its maya", "Maya"), ("people call me Jo", "Jo"), ("just Al", "Al")],
)
def test_more_ways_to_tell_a_name(newcomer: Talk, typed: str, name: str) -> None:
    at(newcomer, "name").says(typed)
    assert newcomer.person.name == name


@pytest.mark.parametrize("typed", ["I live near Bristol, in England.", "we moved to Leeds", "im in leeds"])
def test_a_city_is_found_in_a_sentence(newcomer: Talk, typed: str) -> None:
    at(newcomer, "zone").says(typed)
    assert newcomer.person.zone == "Europe/London"


@pytest.mark.parametrize("typed", ["yes", "ok", "no"])
def test_a_yes_is_no_city(newcomer: Talk, typed: str) -> None:
    at(newcomer, "zone").says(typed)
    assert newcomer.person.zone is None


def test_no_time_is_read_out_of_that_one(newcomer: Talk) -> None:
    at(newcomer, "reminders").says("use that one")
    assert newcomer.person.reminder_minute == 18 * 60


@pytest.mark.parametrize("typed", ["ok off", "all off please", "don't share anything", "nothing", "keep it private"])
def test_sharing_is_kept_off_in_many_words(newcomer: Talk, typed: str) -> None:
    at(newcomer, "consent").says(typed)
    assert newcomer.person.onboarding_step == "name"


@pytest.mark.parametrize("typed", ["go on", "continue", "got it", "next", "k"])
def test_going_on_shares_nothing(newcomer: Talk, session: Session, typed: str) -> None:
    at(newcomer, "consent").says("choose")
    newcomer.says(typed)
    assert current(session, newcomer.person.id) == {}
    assert newcomer.person.onboarding_step == "name"


def test_a_clear_wish_in_place_of_an_answer_is_served(newcomer: Talk) -> None:
    at(newcomer, "zone")
    served: list[str] = []
    question = newcomer.person.waiting_for
    turn = newcomer.make_turn()
    turn.otherwise = Otherwise("see_contacts", lambda: served.append("people"), clear=True, sure=True)
    ROUTES.answers[question["flow"]](turn, "who are my people?", **question["args"])
    assert served == ["people"]
    assert turn.replies == []
    assert newcomer.person.waiting_for is None


def test_whoever_writes_on_at_the_welcome_is_asked_the_first_question(newcomer: Talk) -> None:
    newcomer.command("start")
    newcomer.says("my sister never calls")
    newcomer.says("she is so busy")
    assert newcomer.person.waiting_for["args"]["step"] == "year"


def test_who_reads_is_not_said_twice_in_the_same_words(newcomer: Talk) -> None:
    first = newcomer.command("start").splitlines()[-1]
    assert first not in newcomer.taps("Who reads this?")
