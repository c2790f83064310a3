"""The intent `ask_back`: what Kith meant, in other words and with an example of an answer. The question stays open."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import ContentError
from bot.people import onboarding, talk
from bot.people.last_said import Said, last_offered
from bot.reminders import answers
from bot.skills import exercise, interruptions


def ask_back(turn: Turn, text: str) -> None:
    """Explain the open question; else the step of a practice, what was offered last, or what is possible here."""
    question = turn.person.waiting_for
    offered = last_offered(turn)
    if question is not None:
        explain(turn, question["flow"])
    elif exercise.current_run(turn.session, turn.person.id) is not None:
        interruptions.serve(turn, "help", text)
    elif onboarding.must_onboard(turn.person) or offered is None or not _explain_offer(turn, offered):
        talk.help_(turn)


def explain(turn: Turn, flow: str) -> None:
    """Say what a question is about; one about the person is put once more, in short, with its buttons."""
    turn.in_exercise = True  # the question stands; nothing needs to lead back to it
    key = f"explain.{flow}"
    known = turn.content.messages.has(key)
    turn.say(key if known else "explain.any", kind="crisis" if flow.startswith("safety.") else "reply")
    if flow.startswith("people."):
        onboarding.remind_where(turn)


def _explain_offer(turn: Turn, offered: Said) -> bool:
    """Say more about what was offered last; False where there is nothing more to say."""
    reminder = next((one.args["reminder_id"] for one in offered.buttons if "reminder_id" in one.args), None)
    practice = offered.button("skills.start")
    if reminder is not None:
        answers.show(turn, reminder)
    elif offered.button("reminders.digest"):
        turn.say("explain.offered.digest", buttons=_again(offered))
    elif offered.button("counselling.start"):
        turn.say("explain.offered.suggestion", buttons=_again(offered))
    elif offered.button("network.every"):
        turn.say("explain.offered.rhythm", buttons=_again(offered))
    elif offered.button("network.felt", "reminders.felt"):
        turn.say("explain.network.felt")
    elif practice is not None and len(offered.buttons) <= 2:  # among more, it is one idea of several
        return _explain_practice(turn, practice)
    else:
        return False
    return True


def _explain_practice(turn: Turn, start: Button) -> bool:
    try:
        module = turn.content.modules.get(start.args["module"])
    except ContentError:
        return False
    turn.say(
        "explain.offered.practice",
        title=module.title,
        objective=module.objective,
        minutes=module.minutes_left(0),
        buttons=[start, Button("general.buttons.not_today", "people.not_now")],
    )
    return True


def _again(offered: Said) -> list[Button]:
    """The same buttons, where the person now looks."""
    return list(offered.buttons[:3])
