"""Who it was with: people already known first, then roles ("my sister"), then names by their capital or their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understanding.hearing.by_the_way import by_the_way
from bot.understanding.hearing.clauses import is_finite
from bot.understanding.hearing.described import Described, described
from bot.understanding.hearing.known_names import Forms, by_first_word, is_date, known_name, without_spaces
from bot.understanding.hearing.mentions import is_possessor_only, only_mentioned
from bot.understanding.hearing.name_words import (
    AFTER_A_NAME,
    BOTH_WORD_AND_NAME,
    COMES,
    COMPANY,
    MEETS,
    NAMES_IN_ED,
    NAMES_TOO,
    NOT_NAMES,
    OPENERS,
    PARTICLES,
    PETS,
    PLACES,
)
from bot.understanding.hearing.relations import DESCRIBES, HONORIFICS, NAMED_BY_ROLE, plain_label
from bot.understanding.hearing.small_names import small_name, titled_name
from bot.understanding.hearing.small_words import SMALL_WORDS
from bot.understanding.hearing.tokens import Sentence
from bot.understanding.hearing.word_sets import word_set

LONGEST_NAME_IN_WORDS = 4
_FAMILY_VERBS = word_set("invited round over visited dinner lunch had guests asked hosted from by")


@dataclass(frozen=True)
class Heard:
    """One person as typed, where the words stand, and the relation that was said.

    `guessed`: it is open who that is ("a friend"); `described`: there is no name, only what they are ("my sister").
    """

    name: str
    start: int
    end: int
    relation: str | None = None
    guessed: bool = False
    described: bool = False


def hear_people(text: str, known: Sequence[str]) -> list[Heard]:
    """Everyone whom `text` names as part of a contact, in order, each once."""
    shouted = text.isupper() and " " in text.strip()
    sentence = Sentence(text.lower() if shouted and len(text.lower()) == len(text) else text)
    found, weak = _walk(sentence, by_first_word(known))
    found += [Heard(text[start:end], start, end) for start, end in without_spaces(text, known, found)]
    people = _each_once(found) or _each_once(weak)
    return [replace(heard, name=text[heard.start : heard.end]) for heard in people]


def _walk(sentence: Sentence, forms: Forms) -> tuple[list[Heard], list[Heard]]:
    """Everyone found, and those who only own something that is spoken of ("Petra's post")."""
    found: list[Heard] = []
    weak: list[Heard] = []
    careful = _uses_capitals(sentence)
    place, taken = 0, -1
    while place < len(sentence.tokens):
        used = known_name(sentence, place, forms) or titled_name(sentence, place) or _name(sentence, place)
        used = used or small_name(sentence, place, careful=careful, after_person=taken)
        heard, used = _person(sentence, place, used) if used else _described(sentence, place)
        if heard is not None:
            first = sentence.place_at(heard.start, place)
            if not only_mentioned(sentence, first):
                beside = is_possessor_only(sentence, place + used) or by_the_way(
                    sentence, first, place + used, bool(found)
                )
                (weak if beside else found).append(heard)
            taken = place + used
        place += used
    return found, weak


def _uses_capitals(sentence: Sentence) -> bool:
    """Whether somebody writes names with capitals, so that small letters name nobody."""
    return any(
        sentence.capital(place) and not sentence.opens(place) and sentence.word(place) not in NOT_NAMES
        for place in range(len(sentence.tokens))
    )


def _name(sentence: Sentence, place: int) -> int:
    """How many words from `place` are an unknown name with a capital."""
    if not sentence.capital(place) or sentence.word(place) in NOT_NAMES or is_date(sentence, place):
        return 0
    if sentence.owner(place) not in ("", "my", "our") and not _a_family(sentence, place):
        return 0  # "her CV", "the Louvre"
    if sentence.word(place) in DESCRIBES or _modifies(sentence, place):
        return 0
    used = _length(sentence, place)
    if sentence.opens(place) and (_opens_plainly(sentence, place, place + used) or not _acts(sentence, place + used)):
        return 0
    last = sentence.word(place + used - 1)
    elsewhere = (used > 1 and last in PLACES) or sentence.word(place + used) in PLACES - {"bar", "hill"}
    return 0 if elsewhere and sentence.word(place + used) != "'s" else used


def _a_family(sentence: Sentence, place: int) -> bool:
    """ "with the Hoffmanns"."""
    before = {sentence.word(place - step) for step in range(2, 6)}
    with_them = sentence.word(place - 1) == "the" and (
        sentence.word(place - 2) in COMPANY | MEETS
        or (sentence.word(place - 2) in ("at", "to", "round") and sentence.word(place + 1) == "'")
        or bool(before & _FAMILY_VERBS)
    )
    return with_them and sentence.word(place).endswith("s")


def _opens_plainly(sentence: Sentence, place: int, after: int) -> bool:
    """Whether a sentence's first word has its capital from there alone; "Hope called me" is about Hope."""
    word = sentence.word(place)
    if word in NAMES_TOO and sentence.word(after) in COMES | {"and", "&"}:
        return False
    if len(word) > 4 and word.endswith("ed") and word not in NAMES_IN_ED:
        return True
    return word in OPENERS or word in SMALL_WORDS - BOTH_WORD_AND_NAME or word.endswith(("ing", "'d"))


def _length(sentence: Sentence, place: int) -> int:
    used = 1
    while used < LONGEST_NAME_IN_WORDS:
        particles = 0
        while sentence.word(place + used + particles) in PARTICLES and particles < 2:
            particles += 1
        if not _goes_on(sentence, place + used + particles):
            break
        used += particles + 1
    return used + (sentence.word(place + used) in HONORIFICS)


def _goes_on(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    return sentence.capital(place) and word not in NOT_NAMES and word not in DESCRIBES


def _modifies(sentence: Sentence, place: int) -> bool:
    """ "AA sponsor": letters that say which one, and no name."""
    return sentence.tokens[place].text.isupper() and sentence.word(place + 1) in DESCRIBES


def _acts(sentence: Sentence, after: int) -> bool:
    word = sentence.word(after)
    broken_off = word == "." and sentence.word(after + 1) == "."
    return (
        not word
        or word in AFTER_A_NAME | COMES
        or is_finite(word)
        or word.endswith(("ed", "'d"))
        or not (word[0].isalpha() or broken_off)
    )


def _person(sentence: Sentence, place: int, used: int) -> tuple[Heard | None, int]:
    """A name, unless it goes on to "Ben's mum", who is somebody else; None for a pet."""
    if sentence.word(place - 1) in PETS or (sentence.word(place + used) == "the" and _pet_at(sentence, place + used)):
        return None, used
    role = sentence.word(place + used + 1)
    if sentence.word(place + used) == "'s" and role in DESCRIBES:
        if sentence.capital(place + used + 2) and sentence.word(place + used + 2) not in NOT_NAMES:
            named = _length(sentence, place + used + 2)
            return Heard(*sentence.slice(place + used + 2, named), DESCRIBES[role]), used + 2 + named
        return Heard(*sentence.slice(place, used + 2), DESCRIBES[role]), used + 2
    relation = sentence.relation_before(place) or DESCRIBES.get(sentence.word(place))
    return Heard(*sentence.slice(place, used), relation), used


def _pet_at(sentence: Sentence, the: int) -> bool:
    return sentence.word(the + 1) in PETS


def _described(sentence: Sentence, place: int) -> tuple[Heard | None, int]:
    """Somebody without a name: "mum", "my sister", "a guy from work"; with "a" or "the" it is open who that is."""
    found = described(sentence, place)
    if found is None:
        return None, 1
    return _as_heard(sentence, found), found.after - place


def _as_heard(sentence: Sentence, found: Described) -> Heard:
    name, start, end = sentence.slice(found.first, found.after - found.first)
    return Heard(name, start, end, found.relation, not found.own, name.lower() not in NAMED_BY_ROLE)


def _each_once(found: Sequence[Heard]) -> list[Heard]:
    once: dict[str, Heard] = {}
    for heard in sorted(found, key=lambda heard: heard.start):
        once.setdefault(plain_label(heard.name), heard)
    return list(once.values())
