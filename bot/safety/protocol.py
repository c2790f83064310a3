"""What Kith does when a text speaks of danger. It needs no engine, ends no chat, keeps no secret, names no illness."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Literal

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.safety import events, places, question
from bot.safety.detect import Assessment, Level
from bot.safety.rules import Kind
from bot.skills import exercise

HOLD_REMINDERS = timedelta(hours=48)
SAME_BLOCK_AFTER = timedelta(hours=6)
"""Before that, the block is not repeated: other words, the same numbers."""
STILL_NEAR = timedelta(hours=3)
"""So long after danger was noticed, nothing is brushed aside as "I did not get that"."""
CONCERN_AGAIN_AFTER = timedelta(hours=24)
MOST_MESSAGES = 2

Family = Literal["suicide", "harm", "others", "home", "danger", "body", "mind", "someone"]

_FAMILIES: tuple[tuple[Kind, Family], ...] = (
    ("medical", "body"),
    ("overdose", "body"),
    ("third_person", "someone"),
    ("suicide", "suicide"),
    ("abuse", "home"),
    ("acute_danger", "danger"),
    ("violence_to_others", "others"),
    ("self_harm", "harm"),
    ("eating_disorder", "harm"),
    ("psychosis", "mind"),
)


def answer_in_crisis(turn: Turn, assessment: Assessment) -> None:
    """Stop and keep the exercise, hold reminders for 48 hours, say where help is, ask one direct question."""
    earlier = events.crises_within(turn, SAME_BLOCK_AFTER)
    events.note(turn, assessment)
    exercise.stop_and_keep(turn)
    turn.stop_waiting()
    turn.person.held_until = max(turn.person.held_until or turn.now, turn.now + HOLD_REMINDERS)
    family = family_of(assessment.kinds)
    same = [event for event in earlier if family_of(tuple(event.kinds or ())) == family]
    calmer = assessment.level is Level.IMMINENT and all(event.level == Level.RISK.value for event in same)
    if same and not calmer:
        _say_otherwise(turn, assessment, family, len(same) - 1)
    else:
        _say_block(turn, assessment, family)


def notice_concern(turn: Turn, assessment: Assessment) -> None:
    """Once a day at most: one gentle question with an offer, after whatever else was answered."""
    lately = events.concerns_within(turn, CONCERN_AGAIN_AFTER)
    events.note(turn, assessment)
    if lately or any(reply.kind == "crisis" for reply in turn.replies):
        return
    if len(turn.replies) < MOST_MESSAGES:
        buttons = [Button("safety.buttons.places", "safety.show"), Button("safety.buttons.not_now", "safety.not_now")]
        turn.say("safety.concern.ask", buttons=buttons, kind="notice")
    else:
        last = turn.replies[-1]
        turn.replies[-1] = replace(last, text=f"{last.text}\n\n{turn.words('safety.concern.beside')}")


def stay_near(turn: Turn) -> bool:
    """Shortly after danger, words that nobody understood are met with care; False where there was none lately."""
    if not events.crises_within(turn, STILL_NEAR):
        return False
    turn.say("safety.after", emergency=places.emergency(turn), buttons=question.ways_on(turn), kind="crisis")
    return True


def urgent_line(turn: Turn) -> str:
    """One sentence for what cannot be read, such as a voice note: if it is urgent, type it, or call."""
    return turn.words("safety.urgent", number=places.emergency_in_a_sentence(turn))


def younger_person(turn: Turn) -> None:
    """A kind no to someone under 18, with the lines of their country for their age."""
    lines = places.country_of(turn).of_kind(["youth"]) or places.country_of(turn).of_kind(["suicide", "talk"])
    turn.say("safety.younger", places=places.places(turn, lines[: places.AT_ONCE]), kind="notice")


def family_of(kinds: tuple[Kind, ...]) -> Family:
    """Which words fit: what cannot wait first, then another person's danger, then the person's own."""
    return next((family for kind, family in _FAMILIES if kind in kinds), "suicide")


def _say_block(turn: Turn, assessment: Assessment, family: Family) -> None:
    imminent = assessment.level is Level.IMMINENT
    lines = places.lines_for(turn, assessment.kinds)
    turn.say(
        f"safety.{family}.{assessment.level.value}",
        places=places.places(turn, lines, with_emergency=not imminent),
        emergency=places.emergency(turn),
        buttons=question.ways_on(turn),
        kind="crisis",
    )
    question.ask(turn, family)


def _say_otherwise(turn: Turn, assessment: Assessment, family: Family, times: int) -> None:
    imminent = assessment.level is Level.IMMINENT
    key = "imminent" if imminent else "home" if family == "home" else "risk"
    variants = turn.content.messages.variants(f"safety.again.{key}")
    short = places.places(turn, [])
    text = variants[times % len(variants)].format(short=short, emergency=places.emergency(turn))
    turn.say_text(text, buttons=question.ways_on(turn), kind="crisis")
    question.listen(turn, family)
