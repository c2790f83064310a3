"""Yes, no, skip and later, as people type them."""

from __future__ import annotations

_YES = {
    "yes", "y", "yeah", "yep", "yup", "ok", "okay", "sure", "right", "correct", "yes please", "of course", "fine",
    "thats right", "sounds good", "i have", "yes i have", "go on", "lets start", "start", "lets go", "go", "on",
    "yh", "yea", "ya", "ye", "k", "kk", "okey", "alright", "all right", "yes thanks", "yes thank you", "ok thanks",
    "continue", "got it", "i do", "yes i do", "yes it is", "yes that is right", "yes thats right", "that is right",
}  # fmt: skip
_NO = {
    "no", "n", "nope", "nah", "no thanks", "no thank you", "not really", "not yet", "rather not", "id rather not",
    "id rather not say", "i would rather not say", "rather not say", "prefer not to", "none of your business",
    "i would rather not", "prefer not to say", "i prefer not to say", "wrong", "thats wrong", "off", "none",
    "na", "naw", "no its not", "no it is not", "thats not right", "that is not right", "not right", "i dont",
    "no i dont",
}  # fmt: skip
_ON = {"go on", "lets start", "start", "lets go", "go", "continue", "got it", "k", "kk", "right", "fine", "alright"}
_SKIP = {
    "skip", "skip it", "skip this", "pass", "next", "skip that", "skip please", "please skip",
    "dont know", "i dont know", "idk",
    "no idea", "not sure", "im not sure", "i am not sure", "dunno", "whatever",
}  # fmt: skip
_LATER = {
    "later",
    "not now",
    "another time",
    "maybe later",
    "some other time",
    "not today",
    "bye",
    "goodbye",
    "good night",
}


def says_yes(text: str) -> bool:
    """A plain yes, or two in a row ("ok, let's go")."""
    return _is_made_of(_plain(text), _YES)


def says_no(text: str) -> bool:
    """A plain no, or two in a row ("no, not really")."""
    return _is_made_of(_plain(text), _NO)


def says_skip(text: str) -> bool:
    """A wish to leave this question out."""
    return _plain(text) in _SKIP


def says_later(text: str) -> bool:
    """A wish to leave all of it for now."""
    return _plain(text) in _LATER


def wishes_on(text: str) -> bool:
    """Words that only say "on we go", and agree to nothing in particular."""
    return _is_made_of(_plain(text), _ON)


def _is_made_of(plain: str, phrases: set[str]) -> bool:
    words = plain.split()
    cuts = range(1, min(len(words), 6))
    return plain in phrases or any(
        " ".join(words[:cut]) in phrases and " ".join(words[cut:]) in phrases for cut in cuts
    )


def _plain(text: str) -> str:
    return " ".join("".join(c for c in text.casefold() if c.isalnum() or c.isspace()).split())
