"""General talk: hello and goodbye, what Kith is, who reads along, and an honest word where it cannot help."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import kept_reports
from bot.network.about_one import serve_about_one
from bot.people import onboarding, one_offer
from bot.people.age import is_minor, meet_younger_person
from bot.people.hearing_out import heard_after_all, hears_out, variant_in_turn
from bot.people.heavy_words import topic_of
from bot.people.tables import Person
from bot.people.today import offer_one_thing
from bot.people.welcome import operator_line, who_reads_text
from bot.safety import protocol
from bot.skills import exercise
from bot.understanding.hearing.word_sets import word_set

LONGEST_DENIAL_WORDS = 4
LONGEST_DOUBTFUL_WORDS = 6
LONG_SILENCE = timedelta(days=14)

_ASSENT = word_set(
    "yes y yeah yep yup yea ya yh yess yesss ok okay okey okie k kk sure right correct fine good great cool alright "
    "absolutely definitely exactly course please indeed true perfect agreed deal totally certainly gladly love yass "
    "sounds go let's lets ready aye uh-huh mhm"
)
_WILLING = word_set("yes yeah yep yup yea ya yh yess yesss sure please absolutely definitely gladly let's lets ready")
_DENIAL = word_set(
    "no n nope nah na naw not never don't dont neither wrong none nothing nay false incorrect negative rather"
)
_CHAT = word_set(
    "wassup sup yo lol haha hehe hmm wow nice cool wyd hru joke weather story sing heya wazzup ha rofl lmao"
)
_LEAVE = re.compile(
    r"\b(?:bye+|goodbye|farewell|cya|cu|gn|ttyl|brb|g2g|gtg|cheerio|ciao|adios|cheers|laters?|toodles|night|bed|sleep"
    r"|see (?:you|ya)|so long|take care|have a (?:nice|good|great|lovely)|off (?:to|now)|i(?:'m| am) off|dash|until"
    r"|(?:must|need to|have to|got ?t[ao]|gotta|going to) (?:go|leave|run|stop)|gotta|(?:is|s) (?:all|it|enough)"
    r"|leaving|talk (?:soon|tomorrow)|speak (?:soon|later)|done for|enough for)\b"
)


def greet(turn: Turn, text: str = "") -> None:
    """Hello; after a long silence one warm line, with no arrears."""
    if onboarding.must_onboard(turn.person):
        onboarding.begin(turn)
    elif was_long_away(turn):
        one_offer.offer(turn, turn.words("general.greet.after_silence"), ideas(turn))
    elif turn.person.name:
        greeting = variant_in_turn(turn, "general.greet.by_name").format(name=turn.person.name)
        turn.say_text(greeting, buttons=ideas(turn))
    else:
        turn.say("general.greet.plain", buttons=ideas(turn))


def was_long_away(turn: Turn) -> bool:
    """Whether the person was last here more than two weeks ago."""
    last = turn.person.last_seen_at
    return last is not None and turn.now - last > LONG_SILENCE


def goodbye(turn: Turn, text: str = "") -> None:
    """Glad that they go: real life is where it counts. A few words that only sounded like it are not understood."""
    if len(text.split()) <= LONGEST_DOUBTFUL_WORDS and text and _LEAVE.search(text.casefold()) is None:
        out_of_scope(turn, text)
        return
    turn.in_exercise = True  # nobody who takes leave is led back
    turn.say("general.goodbye")


def help_(turn: Turn, argument: str = "") -> None:
    """`/help`: what is possible right now, from where the person is."""
    person = turn.person
    if is_minor(person):
        meet_younger_person(turn)
    elif person.onboarding_step == "welcome":
        onboarding.begin(turn)
    elif _asks_about_person(person):
        turn.say("general.help.question")
        onboarding.remind_where(turn)
    elif person.waiting_for:
        turn.say("general.help.other_question")
    elif exercise.current_run(turn.session, person.id) is not None:
        turn.say("general.help.in_practice")
    else:
        turn.say("general.help.anything", buttons=ideas(turn))


def thanks(turn: Turn, text: str = "") -> None:
    """You are welcome."""
    turn.say("general.thanks")


def who_reads(turn: Turn, text: str = "") -> None:
    """Who can read what, in this channel; in short where it stands in the message just above."""
    question = turn.person.waiting_for
    if question and question["flow"] == "people.welcome":
        turn.say_text(turn.words(f"people.readers.{'telegram' if turn.chat.channel == 'telegram' else 'here'}_again"))
    else:
        turn.say_text(who_reads_text(turn))
    onboarding.remind_where(turn)


def are_you_human(turn: Turn, text: str = "") -> None:
    """No."""
    turn.say("general.not_human")
    onboarding.remind_where(turn)


def what_is_kith(turn: Turn, text: str = "") -> None:
    """What Kith is and is not, and who runs it."""
    turn.say_text(f"{turn.words('general.what_is_kith')} {operator_line(turn)}")
    onboarding.remind_where(turn)


def small_talk(turn: Turn, text: str = "") -> None:
    """A friendly word and a way on. One strange word alone is no small talk."""
    if text and (heard_after_all(turn, text) or protocol.stay_near(turn)):
        return
    if len(text.split()) == 1 and not _says(text, _CHAT):
        out_of_scope(turn, text)
        return
    turn.say("general.small_talk", buttons=ideas(turn))


def complain(turn: Turn, text: str = "") -> None:
    """Takes the blame, and names whom to tell."""
    if (text and protocol.stay_near(turn)) or hears_out(turn, text):
        return
    contact = turn.settings.operator_contact
    if contact:
        turn.say("general.complain.contact", contact=contact)
    else:
        turn.say("general.complain.plain")


def out_of_scope(turn: Turn, text: str = "") -> None:
    """An honest "I did not get that", with what is possible."""
    if heard_after_all(turn, text):
        return
    if protocol.stay_near(turn) or serve_about_one(turn, text):
        return
    if onboarding.must_onboard(turn.person):
        onboarding.begin(turn)
    else:
        turn.say_text(variant_in_turn(turn, "general.out_of_scope"), buttons=ideas(turn))


def affirm(turn: Turn, text: str = "") -> None:
    """A yes to nothing that was asked. What only sounded like one to the engine is not understood."""
    if text and not _says(text, _ASSENT):
        out_of_scope(turn, text)
        return
    if _says(text, _WILLING):
        offer_one_thing(turn)
    else:
        turn.say("general.affirm", buttons=ideas(turn))


def deny(turn: Turn, text: str = "") -> None:
    """A no to nothing that was asked. What only sounded like one to the engine is not understood."""
    if text and (topic_of(text) is not None or not _says(text, _DENIAL) or len(text.split()) > LONGEST_DENIAL_WORDS):
        out_of_scope(turn, text)
        return
    if not kept_reports.correct_last(turn, text):
        turn.say("general.deny")


def not_now(turn: Turn) -> None:
    """Nothing for now, and that is fine."""
    turn.in_exercise = True  # a "not now" is not answered by leading back
    turn.say("general.not_now")


def _says(text: str, words: frozenset[str]) -> bool:
    """Whether one of these words stands in the text."""
    return any(said.strip(".,!?;:)(") in words for said in text.casefold().replace("’", "'").split())


def _asks_about_person(person: Person) -> bool:
    question = person.waiting_for
    return bool(question) and question["flow"].startswith("people.")


def ideas(turn: Turn) -> list[Button]:
    """What comes next from where the person is: a practice that was left goes on before another begins."""
    practise = Button("general.buttons.practise", "skills.start", {"module": "say_it_with_i"})
    resume = Button("general.buttons.resume_practice", "skills.resume")
    return [
        Button("general.buttons.today", "people.today"),
        resume if exercise.has_kept_run(turn) else practise,
        Button("general.buttons.add_someone", "network.add"),
    ]
