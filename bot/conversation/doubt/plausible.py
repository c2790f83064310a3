"""Which meanings are worth asking about. Pure rules over the classifier's ranking."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.conversation.heard import Guess

LEAST_PLAUSIBLE = 0.12
"""Below it a meaning is no better than a guess: with 39 meanings, chance alone gives each .03."""
CLOSE_BEHIND = 0.4
"""A meaning counts beside the best one where it has at least that share of its confidence. The share is taken of
out_of_scope, too: where that leads by far, a question about the rest would only annoy."""
MOST_MEANINGS = 3
"""More buttons than that, with "Something else", would be a menu."""
NEVER_ASKED = frozenset({"out_of_scope"})


def plausible(ranking: Sequence[Guess], *, leave_out: Collection[str] = ()) -> list[str]:
    """The meanings to ask about, best first: none, or up to three."""
    if not ranking:
        return []
    least = max(LEAST_PLAUSIBLE, CLOSE_BEHIND * ranking[0].confidence)
    likely = [guess.intent for guess in ranking if guess.confidence >= least]
    return [intent for intent in likely if intent not in NEVER_ASKED and intent not in leave_out][:MOST_MEANINGS]
