"""The answer to "did you mean ... or ...?", tapped or typed: the meaning is served with the text that came first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.doubt.asking import FLOW, ask_again, buttons_for, title_of, wait_for_pick
from bot.conversation.doubt.lost import say_lost, say_other_words
from bot.conversation.doubt.picks import read_pick
from bot.conversation.reply import Button
from bot.conversation.routes import Intent
from bot.conversation.turn import Turn
from bot.people import talk
from bot.people.hearing_out import heard_after_all
from bot.skills import exercise, interruptions

MOST_MESSAGES = 2
LONGEST_REPEAT_WORDS = 3
"""So short an answer that means one of the meanings only picks it: the first text says more."""


@dataclass(frozen=True)
class Answers:
    """Serves the answers by the subjects' own services."""

    intents: Mapping[str, Intent]

    def tapped(self, turn: Turn, meaning: str, missed: int = 0) -> None:
        """The button of one meaning. When the question is over, the text is gone with it."""
        open_now = _open_question(turn)
        if open_now is None or meaning not in open_now["meanings"]:
            turn.say("understanding.gone")
            return
        turn.stop_waiting()
        self._serve(turn, meaning, open_now["said"])

    def neither(self, turn: Turn, missed: int = 0) -> None:
        """ "Something else"."""
        open_now = _open_question(turn)
        if open_now is not None:
            turn.stop_waiting()
        if open_now is not None and open_now["then"]:
            talk.not_now(turn)
        else:
            say_other_words(turn, missed)

    def typed(
        self, turn: Turn, text: str, said: str, meanings: Sequence[str], missed: int, again: bool, then: bool
    ) -> None:
        """A typed answer: a pick, another wish, or something that was again not understood."""
        picked = read_pick(text, [title_of(turn, meaning) for meaning in meanings])
        if picked == "neither":
            self.neither(turn, missed)
            return
        turn.stop_waiting()
        if isinstance(picked, int):
            self._serve(turn, meanings[picked], said)
        elif picked == "both":
            self._serve_all(turn, meanings, said)
        elif not again and (picked == "yes" or _asks_back(turn)):
            ask_again(turn, said, meanings, missed)
        else:
            self._otherwise(turn, text, said, meanings, missed)

    def _otherwise(self, turn: Turn, text: str, said: str, meanings: Sequence[str], missed: int) -> None:
        other, turn.otherwise = turn.otherwise, None
        if other is None or other.unsure:
            self._not_understood(turn, text, missed + 1)
        elif other.intent in meanings and len(text.split()) <= LONGEST_REPEAT_WORDS:
            self._serve(turn, other.intent, said)
        else:
            other.serve()

    def _not_understood(self, turn: Turn, text: str, missed: int) -> None:
        """Unless the open step of a practice knows the words ("next"), or the rules hear something in them."""
        if interruptions.step_hears(turn, text):
            interruptions.take_answer(turn, text)
        elif not heard_after_all(turn, text):
            say_lost(turn, missed)

    def _serve_all(self, turn: Turn, meanings: Sequence[str], said: str) -> None:
        """One after the other: the first now; the next is offered, unless the first one has a question of its own."""
        self._serve(turn, meanings[0], said)
        rest = list(meanings[1:])
        if not rest or len(turn.replies) >= MOST_MESSAGES or any(reply.kind == "crisis" for reply in turn.replies):
            return
        if turn.person.waiting_for is not None:
            turn.say("understanding.one_by_one")
            return
        wait_for_pick(turn, said, rest, 0, then=True)
        not_now = Button("understanding.buttons.not_now", "understanding.neither", {"missed": 0})
        turn.say("understanding.and_now", title=title_of(turn, rest[0]), buttons=[*buttons_for(rest, 0)[:-1], not_now])

    def _serve(self, turn: Turn, meaning: str, text: str) -> None:
        running = exercise.current_run(turn.session, turn.person.id) is not None
        if running and interruptions.is_own(meaning, text):
            interruptions.serve(turn, meaning, text)
        else:
            self.intents[meaning](turn, text)


def _asks_back(turn: Turn) -> bool:
    return turn.otherwise is not None and turn.otherwise.intent == "ask_back"


def _open_question(turn: Turn) -> dict[str, Any] | None:
    waiting = turn.person.waiting_for
    args: dict[str, Any] | None = waiting["args"] if waiting and waiting["flow"] == FLOW else None
    return args
