"""Asked before a practice that sends someone towards a person: might that one harm them? If so, it is not begun.

Asking for one's rights in front of someone violent can raise the danger; then safety comes first.
"""

from __future__ import annotations

from typing import Literal

from bot.conversation.reply import Button
from bot.conversation.turn import Turn

FLOW = "skills.gate"
Answer = Literal["yes", "no", "later"]

WHOLE: dict[Answer, frozenset[str]] = {
    "yes": frozenset(
        {"y", "not sure", "im not sure", "i am not sure", "dont know", "i dont know", "a bit", "could be"}
    ),
    "no": frozenset({"n", "not really", "not at all", "safe", "its safe", "it is safe", "they are safe"}),
    "later": frozenset({"no thanks", "no thank you", "rather not", "id rather not", "not now", "not today", "later"}),
}
FIRST_WORDS: dict[Answer, frozenset[str]] = {
    "yes": frozenset({"yes", "yeah", "yep", "maybe", "perhaps", "sometimes", "probably", "possibly"}),
    "no": frozenset({"no", "nope", "nah", "never"}),
    "later": frozenset({"skip", "stop", "cancel", "quit"}),
}
DOUBTS = frozenset({"but", "unless", "except", "only", "if", "when", "idea", "maybe", "sometimes", "sure"})
"""A "no" with one of these is no plain no."""


def ask(turn: Turn, module_id: str, assignment_id: int | None) -> None:
    """The one question, with its answers as buttons and typed."""
    turn.wait_for(FLOW, module=module_id, assignment_id=assignment_id)
    turn.say("skills.gate.ask", buttons=_answers(module_id, assignment_id))


def ask_again(turn: Turn, module_id: str, assignment_id: int | None) -> None:
    """The question once more, where the answer could not be read."""
    turn.say("skills.gate.yes_or_no", buttons=_answers(module_id, assignment_id))


def lead_to_safety(turn: Turn, module_id: str, assignment_id: int | None) -> None:
    """Not this practice with that person: help first, or someone safe instead."""
    turn.stop_waiting()
    turn.say(
        "skills.gate.safety_first",
        buttons=[
            Button("skills.buttons.safety", "safety.show"),
            Button("skills.buttons.someone_safe", FLOW, _args("no", module_id, assignment_id)),
            Button("skills.buttons.not_today", "skills.not_today"),
        ],
    )


def read_answer(text: str) -> Answer | None:
    """What was typed: "yes" (doubt counts as one), "no", "later", or None where it cannot be told."""
    words = "".join(char for char in text.casefold() if char.isalpha() or char.isspace()).split()
    for answer, phrases in WHOLE.items():
        if " ".join(words) in phrases:
            return answer
    first = next((answer for answer, firsts in FIRST_WORDS.items() if words and words[0] in firsts), None)
    return None if first == "no" and DOUBTS & set(words) else first


def _answers(module_id: str, assignment_id: int | None) -> list[Button]:
    return [
        Button("skills.gate.no", FLOW, _args("no", module_id, assignment_id)),
        Button("skills.gate.could_be", FLOW, _args("yes", module_id, assignment_id)),
        Button("skills.gate.unsure", FLOW, _args("yes", module_id, assignment_id)),
    ]


def _args(answer: str, module_id: str, assignment_id: int | None) -> dict[str, str | int | None]:
    return {"answer": answer, "module": module_id, "assignment_id": assignment_id}
