"""Whom a text means among the people that are kept, whatever became of them, and how to ask which one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.contacts import LONGEST_NAME, SHOWN_STANDINGS, STANDINGS, clean_name
from bot.network.tables import Contact
from bot.network.wording import distinct_names
from bot.understanding.hearing.name_words import BOTH_WORD_AND_NAME, NO_ONE, NOT_NAMES
from bot.understanding.hearing.plain_text import even
from bot.understanding.hearing.relations import plain_label, relation_named

MOST_CHOICES = 8
_SHE = re.compile(r"\b(?:she|he|her|him|his|hers|they|them|it|its|that one|this one)\b", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[^\w'-]+")
LONGEST_READ = 1000


def people_named(turn: Turn, text: str, standings: Sequence[str] = SHOWN_STANDINGS) -> list[Contact]:
    """Everybody of these standings whose label, or else first name, stands in the text; longer labels win."""
    people = _people(turn, standings)
    plain = _plain(text)
    found = [one for one in people if _stands_in(plain_label(one.name or ""), plain, text)]
    if not found:
        found = [one for one in people if _stands_in(plain_label(one.name or "").partition(" ")[0], plain, text)]
    labels = {plain_label(one.name or "") for one in found}
    return [one for one in found if not _part_of_longer(plain_label(one.name or ""), labels)]


def anybody_named(turn: Turn, text: str) -> list[Contact]:
    """The same among those on the list; else among those who were taken off it, so that they can come back."""
    return people_named(turn, text) or people_named(turn, text, STANDINGS)


def means_the_last_one(text: str) -> bool:
    """Whether a text speaks of "her" or "it" and so may mean whoever was spoken of just now."""
    return _SHE.search(even(text)) is not None


def unknown_name(turn: Turn, text: str) -> str | None:
    """A name with a capital in the text that nobody on the list bears, other than its first word; None for none."""
    words = [_BETWEEN_WORDS.sub("", word) for word in even(text[: 4 * LONGEST_NAME]).split()]
    for place, word in enumerate(words):
        bare = re.sub(r"'s$", "", word)
        named = bare[:1].isupper() and len(bare) > 1 and not bare.isupper()
        ordinary = bare.lower() in NO_ONE | NOT_NAMES or relation_named(bare) is not None
        if named and not ordinary and (place > 0 or len(words) == 1):
            return clean_name(bare)
    return None


def choices(turn: Turn, people: Sequence[Contact], do: str, **args: object) -> list[Button]:
    """A button for each of them, told apart where two share a name."""
    names = distinct_names(turn, people)
    return [Button(names[one.id], do, {"contact": one.id, **args}) for one in people[:MOST_CHOICES]]


def _people(turn: Turn, standings: Sequence[str]) -> list[Contact]:
    wanted = (Contact.person_id == turn.person.id, Contact.standing.in_(standings))
    return list(turn.session.scalars(select(Contact).where(*wanted).order_by(Contact.ring, Contact.created_at)))


def _plain(text: str) -> str:
    nobodys = re.sub(r"'s\b", "", even(text[:LONGEST_READ]))
    return f" {plain_label(_words(nobodys))} "


def _words(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", text).strip()


def _stands_in(label: str, plain: str, text: str) -> bool:
    if not label:
        return False
    if label in BOTH_WORD_AND_NAME:  # "will", "hope": only with the capital of a name
        return re.search(rf"(?<!\w){re.escape(label.capitalize())}(?!\w)", text) is not None
    return f" {_words(label)} " in plain or (not label.isascii() and label in plain)


def _part_of_longer(label: str, labels: set[str]) -> bool:
    return any(label != other and f" {label} " in f" {other} " for other in labels)
