"""Undoes disguised and sloppy spelling (look-alike letters, k1ll, k i l l, kms), so that one rule meets them all.

The result is for matching only. It is a line of plain words, with `.` between sentences, `,` and `"`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

SPELLINGS = Path(__file__).with_name("wordings") / "spellings.yml"

LONGEST_SPACED = 200
"""Letters written apart beyond that are not a sentence but a pattern."""

_LOOK_ALIKE = str.maketrans("асеіјорѕухкмтнвԁԛѡαεικνορτυχ’‘‛`´“”„«»", "aceijopsyxkmthbdqwaeiknoptux'''''\"\"\"\"\"")
_CAPITAL_I = re.compile(r"(?<=[a-z])I{1,3}(?![A-Z])")
_LAUGHING = re.compile("[😂🤣😆😹🤪]+|\\b(?:a?ha){2,}h?\\b|\\bx[d]+\\b|\\blo{1,9}l+\\b|\\bl+m+f?ao+\\b|\\brofl\\b")
_LEET = (str.maketrans("013457@$!|+", "oieast" + "asiit"), str.maketrans("013457@$!|+", "oleast" + "aslit"))
_SPACED = re.compile(r"(?<![a-z])(?:[a-z][ ._*/-]{1,3}){3,}[a-z](?![a-z])")
_DISGUISED = re.compile(r"(?<![^\s\"',;(])(?=[^\s]{0,15}[a-z])[a-z0-9@$!|+*._-]{3,16}(?![a-z0-9@$|+*_])")
_STRETCHED = re.compile(r"\b[a-z]*?([a-z])\1\1[a-z]*")
_CONTRACTED = re.compile(r"\b[a-z]+'[a-z]+")
_SINGLE_QUOTED = re.compile(r"(?<!\w)'(\w[^'\n]{2,300})'(?!\w)")
_PIECE = re.compile(r"[a-z0-9]+|[.!?\n…]+|[,;:()—–]|\"")
_ENDINGS = {"n't": " not", "'m": " am", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would"}


class _Spellings(NamedTuple):
    words: frozenset[str]
    """Words worth finding behind a disguise."""
    small: frozenset[str]
    """Words that may stand beside them in letters written apart."""
    slang: dict[str, str]
    squeezed: dict[str, str]


def plain_words(text: str) -> str:
    """The text as ` . word word , word . ` in lower case, without disguises, contractions or slang."""
    text = _undisguise(_letters(text))
    text = _SINGLE_QUOTED.sub(r'"\1"', _CONTRACTED.sub(lambda found: _long_form(found[0]), text))
    slang = _spellings().slang
    pieces = (_piece(found[0], slang) for found in _PIECE.finditer(text))
    return f" . {' '.join(pieces)} . ".replace(" can not ", " cannot ").replace(" any more ", " anymore ")


def _letters(text: str) -> str:
    """Lower-case letters without accents, invisible signs and look-alikes; laughter becomes `lol`."""
    text = _CAPITAL_I.sub(lambda found: "l" * len(found[0]), unicodedata.normalize("NFKD", text))
    folded = text.lower().translate(_LOOK_ALIKE)
    if not folded.isascii():
        folded = "".join(sign for sign in folded if unicodedata.category(sign) not in ("Mn", "Cf"))
    return _LAUGHING.sub(" lol ", folded)


def _undisguise(text: str) -> str:
    text = _SPACED.sub(lambda found: _join(found[0]), text)
    text = _DISGUISED.sub(lambda found: _unmask(found[0]), text)
    return _STRETCHED.sub(lambda found: _spellings().squeezed.get(_squeeze(found[0]), found[0]), text)


def _join(spaced: str) -> str:
    """`k i l l m y s e l f` as words, or unchanged where the letters make none that matter."""
    letters = re.sub(r"[^a-z]", "", spaced)
    if len(letters) > LONGEST_SPACED:
        return spaced
    spellings = _spellings()
    known = spellings.words | spellings.small
    ways: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 10), end):
            before, word = ways[start], letters[start:end]
            if before is not None and word in known:
                ways[end] = [*before, word]
                break
    words = ways[-1]
    return f" {' '.join(words)} " if words and spellings.words.intersection(words) else spaced


def _unmask(chunk: str) -> str:
    """`k1ll`, `su*cide` and `k.i.l.l` as the word they hide, or unchanged."""
    if chunk.isalpha():
        return chunk
    words = _spellings().words
    core = chunk.rstrip(".!?-_")
    for table in _LEET:
        for guess in (core.translate(table), re.sub(r"[._*-]", "", core.translate(table))):
            if guess in words:
                return guess + chunk[len(core) :]
    if "*" in core:
        hidden = re.compile(re.escape(core).replace(r"\*", "[a-z]"))
        return next((word for word in sorted(words) if hidden.fullmatch(word)), chunk)
    return chunk


def _long_form(contracted: str) -> str:
    if contracted in ("can't", "cant't"):
        return "cannot"
    if contracted == "won't":
        return "will not"
    for ending, long in _ENDINGS.items():
        if contracted.endswith(ending):
            return contracted[: -len(ending)] + long
    return contracted.replace("'s", " is") if contracted in _HAS_IS else contracted.replace("'", "")


_HAS_IS = {f"{word}'s" for word in ("he", "she", "it", "there", "that", "what", "who", "someone", "somebody", "nobody")}


def _piece(piece: str, slang: dict[str, str]) -> str:
    if piece[0].isalnum():
        return slang.get(piece, piece)
    if piece[0] in ".!?\n…":
        return "."
    return piece if piece == '"' else ","


def _squeeze(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


@cache
def _spellings() -> _Spellings:
    data = yaml.safe_load(SPELLINGS.read_text(encoding="utf-8"))
    words = frozenset(data["hidden_words"])
    slang = {str(short): str(long) for short, long in data["slang"].items()}
    return _Spellings(words, frozenset(data["small_words"]), slang, {_squeeze(word): word for word in words})
