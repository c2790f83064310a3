"""Somebody without a name: "mum", "my little brother", "a guy from work", "the lads from the shed"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.hearing.mentions import is_possessor_only
from bot.understanding.hearing.name_words import COMES, COMPANY, MEETS, NOT_NAMES, ONLY_MENTIONED, OPENERS
from bot.understanding.hearing.places_of_people import tail_after
from bot.understanding.hearing.relations import GENERIC, NAMED_BY_ROLE, RELATION_OF, role_of
from bot.understanding.hearing.small_names import small_name, titled_name
from bot.understanding.hearing.small_words import SMALL_WORDS
from bot.understanding.hearing.tokens import OWNERS, Sentence
from bot.understanding.hearing.word_sets import word_set

_VOCATIVE = word_set("hello hi hey dear thanks you yo oh ok")
"""Right before "my friend", these speak to Kith: "hello my friend", "thank you my friend"."""
_SPOKEN_TO = word_set("friend mate bro pal buddy man guys girl dude")
_MOST_WORDS_BEFORE = 3
_NO_MODIFIER = (
    ONLY_MENTIONED
    | COMPANY
    | MEETS
    | COMES
    | word_set(
        "and or with to from of in on at for by about is was i me he she we they you it that when so but then "
        "just called "
        "rang met saw told asked than like no not as if because while after before , . ; : ! ? ( ) ' s"
    )
)
_QUANTITIES = word_set("one two three four five six some several many few all both these those every")
_GROUPS = word_set(
    "lads boys girls guys friends mates colleagues neighbours neighbors coworkers co-workers classmates "
    "teammates cousins parents kids flatmates roommates housemates workmates in-laws grandparents"
)
_WHERE = (
    ("colleague", word_set("work office job team shift company staff it")),
    ("classmate", word_set("school class course uni university college seminar")),
    ("neighbour", word_set("door upstairs downstairs building street floor road")),
    ("faith", word_set("church mosque temple synagogue parish")),
    ("club", word_set("club choir football gym band training yoga orchestra practice tennis")),
)
_GATHERINGS = word_set(
    "group chat call dinner meeting party gathering thread zoom lunch reunion tree meal room life doctor"
)
"""After "family" and the like: no person, but what these do."""
_TAKES_ONE = MEETS | COMPANY
_ALSO_MODIFY = word_set(
    "student baby middle youngest eldest teenage bride date fellow agent volunteer host guest girl boy lady"
)
_IN_LAW = ("in", "law")


@dataclass(frozen=True)
class Described:
    """The words from `first` up to `after`, the relation, and whether it is the person's own ("my sister")."""

    first: int
    after: int
    relation: str
    own: bool


def described(sentence: Sentence, place: int) -> Described | None:
    """Whoever is described by the word at `place` and those around it, unless a name stands beside it."""
    word = sentence.word(place)
    relation = role_of(word)
    if relation is None or (sentence.word(place + 1) in _GATHERINGS and word not in GENERIC):
        return None
    if role_of(sentence.word(place + 1)) and not sentence.capital(place + 1) and word not in NAMED_BY_ROLE:
        return None  # "host mother": the next word tells
    first, owner = _first(sentence, place)
    if not owner and word not in NAMED_BY_ROLE:
        first, owner = _opening(sentence, place) or (first, owner)
    if word in _SPOKEN_TO and sentence.word(first - 1 - bool(owner)) in _VOCATIVE:
        return None
    if not (owner or word in NAMED_BY_ROLE | _GROUPS or sentence.word(place - 1) in _TAKES_ONE):
        return None
    if not owner and sentence.capital(place - 1) and not sentence.opens(place - 1):
        return None  # "Mr. Fernandes uncle": a word of respect
    if owner in ("the", "this", "that") and role_of(word) == "partner":
        return None
    after = _after(sentence, place)
    if _owns(sentence, after) or _named_beside(sentence, first, place, after):
        return None
    relation = _by_where(sentence, place, after) or relation
    own = owner in ("my", "our") or word in NAMED_BY_ROLE
    return Described(first if owner else place, after, relation, own)


def _by_where(sentence: Sentence, place: int, after: int) -> str | None:
    """The relation of "a guy from work", which the word "guy" leaves open."""
    if role_of(sentence.word(place)) != "other":
        return None
    words = {sentence.word(step) for step in range(place + 1, after)}
    return next((relation for relation, places in _WHERE if words & places), None)


def _first(sentence: Sentence, place: int) -> tuple[int, str]:
    """Where the description begins, after its "my", "a" or "the", and that word."""
    for step in range(1, _MOST_WORDS_BEFORE + 2):
        word = sentence.word(place - step)
        if word in OWNERS | _QUANTITIES:
            return place - step + 1, word
        if word == "'s":
            return _first_of_owner(sentence, place - step - 1, place)
        if not word or word in _NO_MODIFIER or not word[0].isalpha() or (role_of(word) and word not in _ALSO_MODIFY):
            break
    return place, ""


def _opening(sentence: Sentence, place: int) -> tuple[int, str] | None:
    """ "Neighbour came round", "Parole officer yesterday": a text may begin without its "my"."""
    ends = (
        sentence.word(place + 1) in COMES
        or (sentence.word(place + 1), sentence.word(place + 2)) == ("and", "i")
        or sentence.word(place + 1) in ("yesterday", "today", "tonight", "this", "on")
    )
    if place == 0 and ends:
        return 0, "my"
    before = sentence.word(0)
    kind = before.isalpha() and before not in SMALL_WORDS and before not in _NO_MODIFIER and before not in OPENERS
    return (0, "my") if place == 1 and ends and kind and not before.endswith("ed") else None


def _first_of_owner(sentence: Sentence, owner_place: int, place: int) -> tuple[int, str]:
    """ "my best friend's mum", "the surgery's nice receptionist": it begins with what owns them."""
    for step in range(_MOST_WORDS_BEFORE + 1):
        if sentence.word(owner_place) in NAMED_BY_ROLE and not sentence.owner(owner_place):
            return owner_place, "my"
        if sentence.word(owner_place - step) in OWNERS:
            return owner_place - step + 1, "my"
    return place, ""


def _after(sentence: Sentence, place: int) -> int:
    """The place after the description: "brother in law", "guy from work", "lady from the bakery"."""
    after = place + 1
    if (sentence.word(after), sentence.word(after + 1)) == _IN_LAW:
        return after + 2
    far = role_of(sentence.word(place)) not in ("family", "partner")
    if (
        far
        and sentence.word(after) == "in"
        and sentence.capital(after + 1)
        and sentence.word(after + 1) not in NOT_NAMES
    ):
        return after + 2
    if (sentence.word(after), sentence.word(after + 1)) == ("next", "door"):
        return after + 2
    if tail := tail_after(sentence, place):
        return tail
    if sentence.word(after) != "from" or sentence.word(place) in NAMED_BY_ROLE:
        return after
    noun = after + 1 + (sentence.word(after + 1) in OWNERS)
    noun += sentence.word(noun) in ("number", "flat", "house", "room", "apartment", "class", "year")
    if not sentence.word(noun)[:1].isalpha() or sentence.word(noun) in NOT_NAMES:
        return after
    if sentence.word(noun + 1) == "'s" and not sentence.word(noun + 2)[:1].isalpha():
        return noun + 2
    if sentence.word(noun + 1) == "'s" and sentence.word(noun + 2) in SMALL_WORDS | COMES | {
        "recognised",
        "recognized",
    }:
        return noun + 2
    return noun + 1 + _goes_on(sentence, noun + 1)


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Whether the word at `place` still belongs to "from the second floor"."""
    word = sentence.word(place)
    ends = sentence.word(place + 1) in SMALL_WORDS | COMES or not sentence.word(place + 1)[:1].isalpha()
    plain = word[:1].isalpha() and word not in COMES and not word.endswith("ed") and role_of(word) is None
    return plain and ends and (word not in SMALL_WORDS or word in _KINDS_OF_PLACE)


_KINDS_OF_PLACE = word_set(
    "club class group choir team school shop office street house door gym centre hall court park bar floor"
)


def _owns(sentence: Sentence, after: int) -> bool:
    """ "mum's friend", but not "at mum's"."""
    return is_possessor_only(sentence, after) or sentence.word(after) == "'"


def _named_beside(sentence: Sentence, first: int, place: int, after: int) -> bool:
    """ "my sister Anna", "this girl zoe", "a guy from work, Stefan", "Luca (my flatmate)", "Selin the doctor"."""
    mark, word_before = sentence.word(after), sentence.word(first - 1)
    follower = after + (mark in ("called", "named", ",", "(", "-", ":", '"'))
    name = sentence.capital(follower) and not _plain_word(sentence, follower)
    several = word_before in _QUANTITIES or sentence.word(place) in _GROUPS
    if name and (follower == after or mark != "," or several or _apposition_ends(sentence, follower)):
        return True
    small = bool(small_name(sentence, after, careful=False, after_person=-1)) and not sentence.capital(after)
    if small or titled_name(sentence, after) or titled_name(sentence, place):
        return True
    before = first - 2
    if sentence.word(before) in ("(", ","):
        closed = sentence.word(after) in (")", ",", "", ".") or sentence.word(after) in COMES
        return closed and sentence.capital(before - 1) and not _plain_word(sentence, before - 1)
    the = sentence.word(first - 1) == "the"
    return the and sentence.capital(before) and not sentence.opens(before) and not _plain_word(sentence, before)


def _plain_word(sentence: Sentence, place: int) -> bool:
    return sentence.word(place) in NOT_NAMES or sentence.word(place) in RELATION_OF


def _apposition_ends(sentence: Sentence, place: int) -> bool:
    """ "the postman, Declan, asked": no list, in which an "and" would follow."""
    while sentence.capital(place):
        place += 1
    return sentence.word(place) not in ("and", "&", "n") and (
        sentence.word(place) != "," or "and" not in [sentence.word(place + step) for step in (2, 3)]
    )
