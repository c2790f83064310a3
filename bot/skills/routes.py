"""What practice answers to."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.skills import gate, interruptions, practices, taps

ROUTES = Routes(
    commands={"practise": practices.practise, "practice": practices.practise},
    taps={
        "skills.start": taps.start,
        gate.FLOW: taps.answer_gate,
        "skills.next": taps.go_on,
        "skills.skip": taps.skip,
        "skills.back": taps.back,
        "skills.stop": taps.stop,
        "skills.here": taps.here,
        "skills.resume": taps.resume,
        "skills.not_today": taps.not_today,
        **{
            f"skills.{verb}": taps.in_step(verb)
            for verb in (
                "choose",
                "retry",
                "again_scene",
                "plan_who",
                "plan_add",
                "plan_when",
                "plan_words",
                "plan_anew",
            )
        },
    },
    answers={gate.FLOW: taps.type_gate},
    intents={
        "start_practice": practices.start_practice,
        "skip": interruptions.serve_skip,
        "repeat": interruptions.serve_repeat,
        "step_back": interruptions.serve_back,
        "why": interruptions.serve_why,
    },
)
