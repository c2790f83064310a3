"""Words for what someone is to a person ("my sister", "mum", "the neighbour") and the relation each stands for."""

from __future__ import annotations

from bot.network.hearing.word_sets import word_set

RELATIONS = (
    "family",
    "partner",
    "friend",
    "colleague",
    "classmate",
    "neighbour",
    "community",
    "faith",
    "club",
    "professional",
    "online",
    "other",
)
"""The fixed taxonomy of twelve."""

_WORDS = {
    "family": "mum mom mummy mommy mam mama ma mother dad daddy papa pa father parents sister sis brother bro gran "
    "granny grandma nan nana grandmother grandad granddad grandpa grandfather aunt auntie aunty uncle cousin son "
    "daughter niece nephew stepmother stepfather stepmum stepdad stepsister stepbrother grandson granddaughter twin "
    "family sister-in-law brother-in-law mother-in-law father-in-law godmother godfather relative",
    "partner": "wife husband partner girlfriend boyfriend fiance fiancé fiancée fiancee spouse",
    "friend": "friend mate pal buddy bestie flatmate roommate housemate",
    "colleague": "colleague coworker co-worker boss manager workmate",
    "classmate": "classmate schoolmate coursemate",
    "neighbour": "neighbour neighbor landlord landlady",
    "community": "volunteer",
    "faith": "priest pastor imam rabbi vicar minister",
    "club": "teammate coach trainer bandmate",
    "professional": "therapist doctor counsellor counselor nurse teacher tutor mentor carer caseworker psychologist",
    "online": "follower",
}
RELATION_OF = {word: relation for relation, words in _WORDS.items() for word in words.split()}
"""Each word, lower case, with its relation."""

NAMED_BY_ROLE = word_set(
    "mum mom mummy mommy mam mama mother dad daddy papa father gran granny grandma nan nana grandad granddad grandpa "
    "aunt auntie aunty uncle"
)
"""Words that serve as a name by themselves: "I rang mum"."""

TITLES = word_set("mr mrs ms miss dr prof professor aunt auntie aunty uncle sister brother father")
"""Words that open a name: "Dr Khan", "Aunt Rosa"."""

_SAME_ROLE = (
    {"mum", "mom", "mummy", "mommy", "mam", "mama", "ma", "mother"},
    {"dad", "daddy", "papa", "pa", "father"},
    {"gran", "granny", "grandma", "nan", "nana", "grandmother"},
    {"grandad", "granddad", "grandpa", "grandfather"},
    {"aunt", "auntie", "aunty"},
    {"sister", "sis"},
    {"brother", "bro"},
    {"neighbour", "neighbor"},
    {"counsellor", "counselor"},
)
_ROLE = {word: min(words) for words in _SAME_ROLE for word in words}


def relation_named(word: str) -> str | None:
    """The relation that a word stands for ("sister" is family, "friend" is friend), or None."""
    plain = word.strip().lower()
    return plain if plain in RELATIONS else RELATION_OF.get(plain)


def plain_label(label: str) -> str:
    """A label as it is compared: no case, no "my", "mom" and "mum" alike."""
    words = label.casefold().replace("’", "'").split()
    while words and words[0] in ("my", "our", "the"):
        words = words[1:]
    return " ".join(_ROLE.get(word, word) for word in words)
