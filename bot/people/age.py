"""The age gate: Kith is for people of 18 and over. Someone younger is met kindly, and stays so marked."""

from __future__ import annotations

from bot.conversation.turn import Turn
from bot.people.birth_year import Birth, read_birth
from bot.people.short_answers import says_no, says_yes, wishes_on
from bot.people.steps import Choice, Kept, Place, Step, ask, ask_which, say_unclear
from bot.people.tables import Person


def age_known(person: Person) -> bool:
    """Whether the person said that they are 18 or over, so that practice may begin."""
    return person.age_band in ("adult", "older")


def is_minor(person: Person) -> bool:
    """Whether the person said that they are younger than 18."""
    return person.age_band == "minor"


def ask_age(turn: Turn) -> None:
    """Ask the year of birth before the first practice; someone who told that they are younger is not asked again."""
    if is_minor(turn.person):
        meet_younger_person(turn)
    else:
        ask(turn, YEAR, "practice")


def meet_younger_person(turn: Turn) -> None:
    """Help lines and a kind no. The mark stays: nothing in the chat takes it away."""
    from bot.safety import protocol  # it leads to the practices, which ask here for the age

    turn.person.age_band = "minor"
    turn.stop_waiting()
    protocol.younger_person(turn)


def _take_year(turn: Turn, text: str, place: Place) -> Kept | None:
    readings = read_birth(text, turn.local_now.year)
    if not readings:
        say_unclear(turn, YEAR, place)
        return None
    if len(readings) > 1:
        ask_which(turn, YEAR, place, "which", [_choice(turn, reading) for reading in readings])
        return None
    return _keep(turn, readings[0], place)


def _choice(turn: Turn, birth: Birth) -> Choice:
    if birth.age is None:
        return Choice(turn.words("people.year.born_in", year=birth.year), str(birth.year))
    return Choice(turn.words("people.year.aged", age=birth.age), f"I am {birth.age}")


def _keep(turn: Turn, birth: Birth, place: Place) -> Kept | None:
    turn.person.birth_year = str(birth.year)
    band = birth.band(turn.local_now.year)
    if band is None:
        turn.person.age_band = "unknown"
        ask(turn, BIRTHDAY, place)
        return None
    return _keep_band(turn, band)


def _take_birthday(turn: Turn, text: str, place: Place) -> Kept | None:
    if says_yes(text) and not wishes_on(text):
        return _keep_band(turn, "adult")
    if says_no(text):
        return _keep_band(turn, "minor")
    say_unclear(turn, BIRTHDAY, place)
    return None


def _keep_band(turn: Turn, band: str) -> Kept | None:
    if band == "minor":
        meet_younger_person(turn)
        return None
    turn.person.age_band = band
    return Kept("people.year.kept")


YEAR = Step("year", _take_year)
BIRTHDAY = Step(
    "birthday",
    _take_birthday,
    choices=lambda turn: (Choice("people.buttons.yes", "yes"), Choice("people.birthday.not_yet", "not yet")),
    no_means_skip=False,
)
