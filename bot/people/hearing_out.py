"""What the rules hear in words that the engine did not understand: something heavy, a correction, a report."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import kept_reports, reports
from bot.people import one_offer
from bot.people.heavy_words import topic_of


def variant_in_turn(turn: Turn, key: str) -> str:
    """A variant by turns, not by chance: who is not understood twice should not read the same words twice."""
    variants = turn.content.messages.variants(key)
    return variants[(turn.inbox_id or 0) % len(variants)]


def heard_after_all(turn: Turn, text: str) -> bool:
    """Whether the rules hear in a text what the engine missed: something heavy, a correction, or a report."""
    return hears_out(turn, text) or kept_reports.correct_last(turn, text) or reports.log_if_plain(turn, text)


def hears_out(turn: Turn, text: str) -> bool:
    """Whether the text spoke of being alone, of a loss or a low day; then that is what is answered."""
    topic = topic_of(text)
    if topic is None:
        return False
    practise = Button("general.buttons.practise", "skills.start", {"module": "say_it_with_i"})
    add = Button("general.buttons.add_someone", "network.add")
    ways = [practise] if topic == "friction" else [add, practise] if topic == "places" else [add]
    buttons = [*ways, Button("general.buttons.not_today", "people.not_now")]
    one_offer.offer(turn, variant_in_turn(turn, f"general.heavy.{topic}"), buttons)
    return True
