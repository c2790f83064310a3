"""What the people's room answers to: the way in, settings, consent, and general talk."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.people import answering, onboarding, one_offer, settings, sharing, stopping, talk, today

ROUTES = Routes(
    commands={
        "start": onboarding.begin,
        "today": today.today,
        "help": talk.help_,
        "stop": stopping.stop,
        "pause": stopping.pause,
        "settings": settings.settings,
        "consent": sharing.show_consent,
    },
    taps={
        "people.begin": onboarding.begin,
        "people.choose": answering.choose,
        "people.skip": answering.skip,
        "people.later": onboarding.put_off,
        "people.who_reads": talk.who_reads,
        "people.settings": settings.settings,
        "people.change": settings.change,
        "people.consent": answering.decide_consent,
        "people.consent_enough": answering.end_walk,
        "people.consent_walk": sharing.start_walk,
        "people.consent_off": answering.turn_all_off,
        "people.consent_show": sharing.show_consent,
        "people.today": today.today,
        "people.talked": today.talked,
        "people.pause": stopping.pause,
        "people.end_pause": stopping.end_pause,
        "people.not_now": talk.not_now,
    },
    answers={
        **{f"people.{name}": answering.take_typed for name in onboarding.STEPS},
        "people.consent_one": answering.take_consent,
        one_offer.FLOW: one_offer.answer,
    },
    intents={
        "greet": talk.greet,
        "goodbye": talk.goodbye,
        "help": talk.help_,
        "stop": stopping.stop,
        "affirm": talk.affirm,
        "deny": talk.deny,
        "thanks": talk.thanks,
        "today": today.today,
        "who_reads": talk.who_reads,
        "are_you_human": talk.are_you_human,
        "what_is_kith": talk.what_is_kith,
        "settings": settings.serve_wish,
        "pause_kith": stopping.serve_wish_to_pause,
        "see_consent": settings.serve_wish_for_consent,
        "complain": talk.complain,
        "small_talk": talk.small_talk,
        "out_of_scope": talk.out_of_scope,
    },
)
