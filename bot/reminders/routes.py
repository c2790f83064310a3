"""What reminders answer to."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.reminders import (
    aftermath,
    answers,
    asking,
    correcting,
    ending,
    in_vain,
    newcomers,
    offers,
    rhythm,
    snoozing,
    tries,
    wishes,
)

ROUTES = Routes(
    commands={"remind": wishes.remind},
    taps={
        "reminders.show": answers.show,
        "reminders.digest": answers.show_digest,
        "reminders.done": answers.done,
        "reminders.felt": aftermath.felt,
        "reminders.started_by": aftermath.started_by,
        "reminders.skip": aftermath.skip,
        "reminders.tried": tries.tried,
        "reminders.tried_smaller": tries.smaller_step,
        "reminders.tried_room": tries.give_room,
        "reminders.tried_tomorrow": tries.try_tomorrow,
        "reminders.later": snoozing.later,
        "reminders.snooze": snoozing.snooze,
        "reminders.not_now": answers.not_now,
        "reminders.reason": answers.give_reason,
        "reminders.drop": answers.drop,
        "reminders.less_often": rhythm.less_often,
        "reminders.stop": rhythm.stop,
        "reminders.start_again": rhythm.start_again,
        "reminders.start_offer": offers.start,
        "reminders.offer_later": offers.later,
        "reminders.decline_offer": offers.decline,
        "reminders.set": asking.set_one_off,
        "reminders.call_off": asking.tap_call_off,
        "reminders.pick_who": wishes.pick_who,
        "reminders.pick_when": wishes.pick_when,
        "reminders.stop_for": ending.pick_stop,
        "reminders.leave": wishes.leave,
        "reminders.tried_with": in_vain.tap_with,
        in_vain.ADD: in_vain.add,
        newcomers.FLOW: newcomers.add,
    },
    answers={
        "reminders.who": wishes.take_who,
        "reminders.when": wishes.take_when,
        newcomers.FLOW: newcomers.take_adding,
        in_vain.WHO: in_vain.take_who,
        in_vain.ADD: in_vain.take_adding,
        correcting.FLOW: correcting.take_change,
    },
    intents={
        "tried_in_vain": in_vain.tried_in_vain,
        "remind_me": wishes.remind_me,
        "stop_reminding": ending.stop_reminding,
        "whats_coming": asking.list_coming,
    },
)
