"""Names typed in small letters, heard by where they stand: "talked to priya", "me and jonas", "my mate dave"."""

from __future__ import annotations

import re

from bot.understanding.hearing.clauses import is_finite
from bot.understanding.hearing.name_words import (
    ARTICLES,
    COMES,
    COMPANY,
    GIVES,
    HEARD_FROM,
    HOSTING,
    MEETS,
    NAMES_IN_ED,
    NAMES_TOO,
    NOT_NAMES,
    PETS,
    TALKED_TO,
)
from bot.understanding.hearing.relations import DESCRIBES, HONORIFICS, NAMED_BY_ROLE, TITLES, TITLES_WITH_OWNER, role_of
from bot.understanding.hearing.small_words import SMALL_WORDS
from bot.understanding.hearing.tokens import Sentence
from bot.understanding.hearing.word_sets import word_set

_PLAINLY_A_WORD = re.compile(
    r"(?:[aeitdkmbpw]l?ly|tion|ment|ness|ious|ful|less|ism|ship|able|ible|sion|ance|ence|wards|thing|where|self"
    r"|selves|ings"
    r"|^(?:he|she|they|it|we|you|who|that|there)'\w+|\w{3}ing|n't|ought|hood|day"
    r"|ware)$(?<!emily)(?<!milly)(?<!willy)(?<!billy)(?<!tilly)(?<!elly)(?<!ally)(?<!precious)"
)
_AND = word_set("and & n , ")
_SELF = word_set("i me myself ")
_CLAUSE = word_set(
    ". ! ? ; , : yesterday today tonight then so but when and morning evening afternoon night that earlier week "
)
_SUFFIXES_OF_VERBS = ("ed", "ing", "n't")
_ENDS = word_set(",  ,  ,  ,  ,  ,  ,  ,  ,  ,  ,  , ")
_REACH = 4
_ALSO_WORDS = word_set("ate don baba pan lady sir mas bu mama papa nurse coach captain gran ")
"""Titles that are words of their own, so that only a capital after them tells."""


def small_name(sentence: Sentence, place: int, *, careful: bool, after_person: int) -> int:
    """How many words from `place` are a name in small letters; 0 where it is none.

    `careful`: other names in the text have capitals, so that only what is joined to one by "and" counts.
    `after_person` is the place right after the person who was heard last.
    """
    if sentence.word(place).endswith(_BY_HONORIFIC):
        return 1
    titled = titled_name(sentence, place)
    if titled:
        return titled
    if not _could_name(sentence, place):
        return 0
    if _joined(sentence, place, after_person):
        return 1
    strongly = (
        _owns_somebody(sentence, place)
        or _spoken_to(sentence, place)
        or _acting(sentence, place)
        or _after_role(sentence, place)
    )
    return _length(sentence, place) if strongly and not careful else 0


def titled_name(sentence: Sentence, place: int) -> int:
    """How many words from `place` are a title with its name: "aunt May", "kuya jun", "Coach Miller"."""
    if sentence.word(place) not in (TITLES_WITH_OWNER if sentence.owner(place) in ("my", "our") else TITLES):
        return 0
    if sentence.word(place + 1) in ("and", "&") and sentence.word(place + 2) in TITLES and sentence.capital(place + 3):
        return 4
    named = place + 1
    while sentence.word(named) == "." or sentence.word(named) in TITLES - {"don", "pan", "mas", "bu"}:
        named += 1
    reverend = sentence.owner(place) == "the" and sentence.word(place) in ("reverend", "rev", "honourable")
    if sentence.owner(place) not in ("", "my", "our") and not reverend:
        return 0
    if sentence.capital(named) and (sentence.word(named) not in NOT_NAMES or sentence.word(named) in NAMES_TOO):
        return named - place + 1 + int(sentence.capital(named + 1) and sentence.word(named + 1) not in NOT_NAMES)
    ordinary = sentence.word(place) in _ALSO_WORDS
    return named - place + 1 if not ordinary and _could_name(sentence, named) else 0


def _length(sentence: Sentence, place: int) -> int:
    """One word, or two where the second can be nothing but part of the name: "xiao li yesterday"."""
    after = sentence.word(place + 1)
    if after in HONORIFICS:
        return 2
    could = _could_name(sentence, place + 1) and not _verb(sentence, place + 1) and after not in COMES
    ends = sentence.word(place + 2) in SMALL_WORDS or not sentence.word(place + 2)[:1].isalpha()
    return 2 if could and ends and sentence.word(place) not in NAMES_TOO and after.isalpha() else 1


def _owns_somebody(sentence: Sentence, place: int) -> bool:
    """ "mahi's mum", "at nadia's place"."""
    if sentence.word(place + 1) != "'s":
        return False
    at_theirs = sentence.word(place - 1) in ("at", "to", "round", "in", "outside", "near") and (
        sentence.word(place + 2) in HOSTING or (sentence.word(place - 1) != "in" and _ends_a_name(sentence, place + 2))
    )
    return sentence.word(place + 2) in DESCRIBES or sentence.word(place + 2) in _POSTS or at_theirs


_POSTS = word_set(
    "story stories post posts photo picture drawing reel tweet comment text message letter call voicemail "
)


def _past(verb: str) -> bool:
    return verb.endswith("ed") or verb in ("rang", "came", "sent", "wrote", "gave", "told", "left", "drove", "brought")


def _verb(sentence: Sentence, place: int) -> bool:
    return sentence.word(place).endswith(_SUFFIXES_OF_VERBS)


def _could_name(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    if word in NAMES_TOO:
        return not sentence.capital(place) or sentence.opens(place)
    return (
        len(word) > 1
        and word[0].isalpha()
        and word not in SMALL_WORDS
        and word not in NOT_NAMES
        and role_of(word) is None
        and not _PLAINLY_A_WORD.search(word)
        and not (word.endswith("ed") and len(word) > 3 and word not in NAMES_IN_ED)
        and word not in TITLES
        and word not in PETS
        and (not sentence.capital(place) or sentence.opens(place))
    )


def _joined(sentence: Sentence, place: int, after_person: int) -> bool:
    """ "ana and ben", "me and ben", "ben and i"; a comma joins only inside a list that has an "and"."""
    before, after = sentence.word(place - 1), sentence.word(place + 1)
    if _verb(sentence, place):
        return False
    if before in _AND and place - 1 == after_person:
        return before != "," or after in _AND
    if before in _AND and sentence.word(place - 2) in _SELF:
        return sentence.word(place - 2) == "me" or sentence.word(place - 3) in _AND
    begins = place == 0 or before in _CLAUSE | COMPANY
    return begins and after in ("and", "&", "n") and sentence.word(place + 2) in _SELF


def _spoken_to(sentence: Sentence, place: int) -> bool:
    before = sentence.word(place - 1)
    if before.endswith("'d") and len(before) > 4 and before not in ("they'd", "that'd", "there'd"):
        return True
    if before in ("by", "vs", "versus"):
        return before != "by" or any(
            sentence.word(place - step) in MEETS | {"roped", "dragged", "asked"} for step in range(2, 9)
        )
    if before in COMPANY | MEETS or before == "w/":
        return True
    if before == "to" and sentence.word(place - 2) in (
        "up",
        "next",
        "close",
        "over",
        "across",
        "down",
        "round",
        "on",
        "along",
    ):
        return _ends_a_name(sentence, place + 1) and sentence.word(place + 1) not in (
            "myself",
            "me",
            "my",
            "the",
            "a",
            "him",
            "her",
        )
    if before == "into" and sentence.word(place - 2) in (
        "ran",
        "bumped",
        "run",
        "bump",
        "bumping",
        "running",
        "walked",
    ):
        return True
    if before == "2":
        return sentence.word(place - 2) in TALKED_TO
    if before == "to" and sentence.word(place - 2) in MEETS and sentence.word(place + 1) not in _ENDS:
        return False  # "called to complain about it"
    if before == "up" and sentence.word(place - 2) in ("hit", "rang", "called", "phoned", "ring", "rung", "picked"):
        return True
    if before in ("to", "from", "off", "for"):
        wanted = HEARD_FROM if before in ("from", "off") else TALKED_TO
        return any(sentence.word(place - step) in wanted for step in range(2, _REACH + 2))
    return before in GIVES and sentence.word(place + 1) in ARTICLES


def _ends_a_name(sentence: Sentence, place: int) -> bool:
    return sentence.word(place) in SMALL_WORDS or not sentence.word(place)[:1].isalpha()


_PARTICLES = word_set("over up out in to at me us on off and down about that into ")


def _acting(sentence: Sentence, place: int) -> bool:
    """ "priya rang me", "and then tom from work came over"."""
    if _verb(sentence, place) or (place > 0 and sentence.word(place - 1) not in _CLAUSE):
        return False
    after = sentence.word(place + 1)
    if after in COMES and sentence.word(place) in ("will", "may") and not _past(after):
        return False
    if after in ("from", "at") and any(is_finite(sentence.word(place + step)) for step in range(3, 7)):
        return True
    if place == 0 and sentence.word(0) not in _HUMS and after in _OPENERS_DO:
        return True
    if after in ("and", "&", "just", "finally", "also", "then", "has", "had", "both"):
        return sentence.word(place + 2) in COMES or (after in ("and", "&") and _acting_after_and(sentence, place + 2))
    return after in COMES or ((after.endswith("ed") or after in _DONE_TO) and sentence.word(place + 2) in ("me", "us"))


_OPENERS_DO = word_set("got did made set ran sat slid let kept taught brought took beat put flashed beeped ")
_HUMS = word_set(
    "yo bruh dude hey um uh er erm hmm mm ah eh aw oof phew yay ugh gosh listen look yep nope hiya morning evening "
)
_BY_HONORIFIC = (
    "-san",
    "-sensei",
    "-sama",
    "-kun",
    "-chan",
    "-ji",
    "-bhai",
    "-didi",
    "-nim",
    "-ssi",
    "-hoca",
    "-bey",
    "-jan",
)
_DONE_TO = word_set(
    "made told got had let took taught showed saw found lent caught beat drove brought met sent gave read "
)


def _acting_after_and(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    other = _could_name(sentence, place) or word in NAMED_BY_ROLE
    return other and sentence.word(place + 1) in COMES


def _after_role(sentence: Sentence, place: int) -> bool:
    """ "my mate dave", "a friend called jo"."""
    before = place - 1
    if sentence.word(before) in ("called", "named"):
        return sentence.owner(before - 1) in ("a", "an", "another", "some", "this", "my")
    leaning = sentence.word(place).endswith("s") and sentence.word(place + 1) in _PARTICLES
    return (
        role_of(sentence.word(before)) is not None
        and bool(sentence.owner(before))
        and not _verb(sentence, place)
        and not leaning
    )
