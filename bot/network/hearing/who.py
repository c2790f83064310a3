"""Who it was with: people already known first, then roles ("my sister"), then names by their capital."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.network.hearing.name_words import (
    AFTER_A_NAME,
    BOTH_WORD_AND_NAME,
    COMPANIONS,
    HEARD_FROM,
    MONTHS_IN_SHORT,
    NO_ONE,
    NOT_NAMES,
    ONLY_MENTIONED,
    OPENERS,
    PLACE_VERBS,
)
from bot.network.hearing.relations import NAMED_BY_ROLE, RELATION_OF, TITLES, plain_label
from bot.network.hearing.tokens import Sentence

LONGEST_NAME_IN_WORDS = 4
SPOKE = frozenset({"talked", "spoke", "chatted", "talking", "chatting", "hung", "met"})
VOCATIVE = frozenset({"hello", "hi", "hey", "dear", "thanks", "you", "yo", "oh", "ok"})
"""Right before "my friend", these speak to Kith: "hello my friend", "thank you my friend"."""


@dataclass(frozen=True)
class Heard:
    """One person as typed, where the words stand, the relation that was said, and whether it is a guess."""

    name: str
    start: int
    end: int
    relation: str | None = None
    guessed: bool = False


def hear_people(text: str, known: Sequence[str]) -> list[Heard]:
    """Everyone whom `text` names as part of a contact, in order, each once."""
    shouted = text.isupper() and " " in text.strip()
    sentence = Sentence(text.lower() if shouted and len(text.lower()) == len(text) else text)
    forms = _by_first_word(known)
    found: list[Heard] = []
    place = 0
    while place < len(sentence.tokens):
        used = _known(sentence, place, forms) or _name(sentence, place)
        heard, used = _person(sentence, place, used) if used else (_role(sentence, place), 1)
        if heard is not None and not _only_mentioned(sentence, place):
            found.append(heard)
        place += used
    found += _without_spaces(text, known, found)
    people = _each_once(found) or _in_small_letters(sentence)
    return [replace(heard, name=text[heard.start : heard.end]) for heard in people]


def _by_first_word(known: Sequence[str]) -> dict[str, list[list[str]]]:
    forms: dict[str, list[list[str]]] = {}
    for name in known:
        words = [token.low for token in Sentence(name).tokens]
        if words and words[0][0].isalnum():
            forms.setdefault(words[0], []).append(words)
            if len(words) > 1 and words[0] not in TITLES | RELATION_OF.keys():
                forms[words[0]].append(words[:1])
    for choices in forms.values():
        choices.sort(key=len, reverse=True)
    return forms


def _known(sentence: Sentence, place: int, forms: dict[str, list[list[str]]]) -> int:
    """How many words from `place` are the name of someone known."""
    for form in forms.get(sentence.word(place), ()):
        said = [sentence.word(place + step) for step in range(len(form))]
        ordinary = len(form) == 1 and form[0] in BOTH_WORD_AND_NAME
        if said == form and (sentence.capital(place) or not ordinary) and not _a_date(sentence, place):
            return len(form)
    return 0


def _a_date(sentence: Sentence, place: int) -> bool:
    """ "12 May", "in June", "Jan 3": the month, not the friend."""
    word, before = sentence.word(place), sentence.word(place - 1)
    beside = before.isdigit() or sentence.word(place + 1).isdigit() or before in ("in", "since", "of")
    return word in NOT_NAMES | MONTHS_IN_SHORT and beside


def _name(sentence: Sentence, place: int) -> int:
    """How many words from `place` are an unknown name."""
    if not sentence.capital(place) or sentence.word(place) in NOT_NAMES or _a_date(sentence, place):
        return 0
    if sentence.owner(place) not in ("", "my", "our"):
        return 0  # "her CV", "the Louvre"
    if sentence.word(place) in RELATION_OF and not _titled(sentence, place):
        return 0
    used = 1
    while used < LONGEST_NAME_IN_WORDS and _goes_on(sentence, place + used):
        used += 1
    if sentence.opens(place) and (sentence.word(place) in OPENERS or not _acts(sentence, place + used)):
        return 0
    return used


def _goes_on(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    return sentence.capital(place) and word not in NOT_NAMES and word not in RELATION_OF


def _titled(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    return word in TITLES and not sentence.owner(place) and sentence.capital(place + 1) and sentence.capital(place)


def _acts(sentence: Sentence, after: int) -> bool:
    word = sentence.word(after)
    return not word or word in AFTER_A_NAME or word.endswith("ed") or not word[0].isalpha()


def _person(sentence: Sentence, place: int, used: int) -> tuple[Heard, int]:
    """A name, unless it goes on to "Ben's mum", who is somebody else."""
    role = sentence.word(place + used + 1)
    if sentence.word(place + used) == "'s" and role in RELATION_OF:
        return Heard(*sentence.slice(place, used + 2), RELATION_OF[role]), used + 2
    relation = sentence.relation_before(place) or RELATION_OF.get(sentence.word(place))
    return Heard(*sentence.slice(place, used), relation), used


def _role(sentence: Sentence, place: int) -> Heard | None:
    """Someone named by what they are: "mum", "my sister". With "a" or "the" it is a guess who that is."""
    word, owner = sentence.word(place), sentence.owner(place)
    if word in ("friend", "mate", "bro", "pal", "buddy") and sentence.word(place - 1 - bool(owner)) in VOCATIVE:
        return None
    if word not in RELATION_OF or not (owner or word in NAMED_BY_ROLE) or sentence.word(place + 1) == "'s":
        return None
    follower = place + 1 + (sentence.word(place + 1) in ("called", "named", ","))
    named = sentence.capital(follower) and sentence.word(follower) not in NOT_NAMES
    if owner and named and (follower == place + 1 or sentence.word(place + 1) != ","):
        return None  # "my sister Anna": Anna comes next, and looks back
    guessed = owner not in ("my", "our") and word not in NAMED_BY_ROLE
    return Heard(*sentence.slice(place, 1), RELATION_OF[word], guessed)


def _only_mentioned(sentence: Sentence, place: int) -> bool:
    """Whether the word that governs a name says that its bearer took no part: "we talked about Ana and her son"."""
    place -= 1
    while place >= 0 and _in_a_row(sentence, place):
        place -= 1
    governor, before = sentence.word(place), sentence.word(place - 1)
    if governor == "to":
        return before in PLACE_VERBS
    if governor == "from":
        return before not in HEARD_FROM
    return governor in ONLY_MENTIONED


def _in_a_row(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    return (
        word in ("and", "&", ",", "'s", "or")
        or word in RELATION_OF
        or bool(sentence.owner(place + 1))
        or (sentence.capital(place) and word not in NOT_NAMES and not sentence.opens(place))
    )


def _without_spaces(text: str, known: Sequence[str], found: Sequence[Heard]) -> list[Heard]:
    """Known names inside scripts that put no space between words, or made of signs only."""
    have = {heard.name for heard in found}
    places = ((name, text.find(name)) for name in known if name and not name.isascii() and name not in have)
    return [Heard(name, at, at + len(name)) for name, at in places if at >= 0]


def _each_once(found: Sequence[Heard]) -> list[Heard]:
    once: dict[str, Heard] = {}
    for heard in sorted(found, key=lambda heard: heard.start):
        once.setdefault(plain_label(heard.name), heard)
    return list(once.values())


def _in_small_letters(sentence: Sentence) -> list[Heard]:
    """ "called ben": a word right after a verb of contact, where nothing better was found."""
    found: list[Heard] = []
    for place in range(1, len(sentence.tokens)):
        word = sentence.word(place)
        before = sentence.word(place - 1)
        to = before in ("2", "w") and sentence.word(place - 2) in SPOKE  # "talked 2 jess"
        follows = to or (before in COMPANIONS and (found or before not in ("and", "&", ",")))
        if follows and word[0].isalpha() and len(word) > 1 and word not in NO_ONE | NOT_NAMES | RELATION_OF.keys():
            found.append(Heard(*sentence.slice(place, 1), guessed=True))
    return [replace(heard, relation=None) for heard in _each_once(found) if not _only_mentioned_at(sentence, heard)]


def _only_mentioned_at(sentence: Sentence, heard: Heard) -> bool:
    place = next(place for place, token in enumerate(sentence.tokens) if token.start == heard.start)
    return _only_mentioned(sentence, place)
