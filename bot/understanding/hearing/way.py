"""Which way it went (call, in person, text, ...), from words. Guesses say that they are guesses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understanding.hearing.place_words import ACTIVITY, DOINGS, MET_PLAINLY, PLACED, TALKING, TALKS, WITH_SOMEBODY
from bot.understanding.hearing.way_words import BESIDE_THE_POINT, ONLINE, SAID_IN_WORDS, compiled

CHANNELS = (
    "in_person",
    "call",
    "video",
    "text",
    "voice_message",
    "social_media",
    "game",
    "letter",
    "group",
    "other",
)

_MEDIA = tuple((channel, compiled(*pieces)) for channel, pieces in SAID_IN_WORDS.items())
_PLAINLY = compiled(*MET_PLAINLY)
_STRONGLY = compiled(*MET_PLAINLY[:7])
_BESIDE = re.compile("|".join(BESIDE_THE_POINT))
_ACTIVITY = compiled(ACTIVITY)
_ONLINE = re.compile(ONLINE)
_BY_VOICE = re.compile(r"(?<!\w)(?:voice|phone)[ -](?:call|chat)(?:s|ed)?(?!\w)")
_TURN = re.compile(r"(?<!\w)(?:then|after(?:wards)?|later|before|so|but|and)(?!\w)")
_NAMED = re.compile(
    r"(?<!\w)(?:(?:an?|another|some|this|the|new) (?:[\w-]+ ){1,3}|(?:was|is|he's|she's|hes|shes) )called(?= §)"
)
_WORD = re.compile(r"§|[^\W\d_][\w'-]*")


@dataclass(frozen=True)
class Cue:
    """Words that tell of a way to be in touch, and where they stand."""

    channel: str
    start: int
    end: int


def channel_cues(text: str) -> list[Cue]:
    """Every way of contact that lower-case `text` names in so many words, in order, none inside another."""
    cues = [Cue(name, *match.span()) for name, pattern in _MEDIA for match in pattern.finditer(text)]
    cues += [Cue("in_person", *match.span()) for match in _PLAINLY.finditer(text)]
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.end)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def unnamed(text: str) -> str:
    """`text` (people as §) in which "a woman called §" is no call."""
    return _NAMED.sub(lambda match: f"{match[0][:-6]}      ", text)


def hear_channel(text: str) -> tuple[str, bool] | None:
    """The channel that lower-case `text` (people as §) tells of, and whether it is a guess among several."""
    whole = text
    text = _BESIDE.sub(lambda match: " " * len(match[0]), text)
    if _BY_VOICE.search(text):
        return "call", False
    media = [Cue(channel, *match.span()) for channel, pattern in _MEDIA if (match := pattern.search(text))]
    met = _PLAINLY.search(text)
    if media and (met is None or _ONLINE.search(text)):
        return _most_telling(media)
    if media and met:
        return _either(text, media, met)
    return ("in_person", False) if met or in_one_place(text, whole) else None


def in_one_place(text: str, whole: str) -> bool:
    """Whether two did more than talk, or stood somewhere, in a text that names no medium."""
    if PLACED.search(text):
        return True
    if _ACTIVITY.search(text):
        return True
    words = _WORD.findall(text)
    if "§" not in words and not {"him", "her", "them", "we"} & set(words):
        return False
    if any(_is_doing(word) for word in words):
        return True
    return any(not {match[1], *match[2].split()} & TALKING for match in WITH_SOMEBODY.finditer(whole))


def _is_doing(word: str) -> bool:
    return word not in TALKS and (
        word in DOINGS or (len(word) > 4 and word.endswith("ed")) or (len(word) > 5 and word.endswith("ing"))
    )


def _most_telling(media: list[Cue]) -> tuple[str, bool]:
    """A video call is a call, a message on Instagram a message. Two of a kind are a guess."""
    beside = {cue.channel for cue in media[1:]} - {"text", "call"}
    return media[0].channel, bool(beside) and media[0].channel != "group"


def _either(text: str, media: list[Cue], met: re.Match[str]) -> tuple[str, bool]:
    """ "Texted, then had coffee" ended at a table; "had a coffee on my own and called her" did not."""
    channel = media[0].channel
    if channel in ("video", "game", "group", "voice_message"):
        return channel, channel != "group" and met.start() > media[0].start and _TURN.search(
            text, media[0].end
        ) is not None
    first = min(cue.start for cue in media)
    if met.start() > first:
        return ("in_person", False) if _STRONGLY.search(text, first) else (channel, False)
    return (channel, True) if _TURN.search(text, met.end(), first) else ("in_person", False)
