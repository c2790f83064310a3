"""One whole conversation, channel by channel the same: onboarding, a contact, a practice with everything that comes in
between, the settings. Each part begins where the one before it ended."""

from __future__ import annotations

from tests.dialogue.people import Heard, Person, said

PNG = b"\x89PNG\r\n\x1a\n"

POOR_TRY = "You always leave the pots for me."
BETTER_TRY = "On Friday the pots were on the stove and I felt worn out. Could you rinse them before bed?"
TO_REMEMBER = "Begin with what it was like for me."


def talk(person: Person) -> None:
    """All of it."""
    arrive(person)
    add_ben(person)
    tell_of_a_call(person)
    look_at_the_network(person)
    begin_to_practise(person)
    read_and_choose(person)
    practise_own_words(person)
    play_two_turns(person)
    stop_and_come_back(person)
    play_the_last_turns(person)
    plan_with_a_detour_to_the_settings(person)
    reflect_and_finish(person)
    ask_for_the_settings(person)


def arrive(person: Person) -> None:
    """Onboarding: what Kith is and who reads; a question in between, steps skipped, put off and taken up again."""
    person.say("/start")
    person.expect(said("people.welcome.hello"))
    person.expect(said(person.readers))
    person.tap("Let's start")
    person.expect(said("people.year.ask"))
    person.say("1984")
    person.expect(said("people.consent.ask"))
    person.tap("Choose")
    person.expect(said("people.consent.categories.programme_figures.ask"))
    person.tap("Yes, share")
    person.expect(said("people.consent.categories.content_review.ask"))
    person.tap("Keep off")
    person.expect(said("people.name.ask"))
    person.say("who can read this?")
    person.expect(said(person.readers))
    person.expect(said("people.name.again"))
    person.say("Ana")
    person.expect(said("people.name.kept", name="Ana"))
    _tell_the_zone(person)
    person.expect(said("people.reminders.ask"))
    person.tap("Later")
    person.expect(said("people.put_off"))
    person.tap("Go on")
    person.expect(said("people.reminders.ask"))
    person.say("7 in the evening")
    person.expect("19:00")
    person.expect(said("people.quiet.ask"))
    person.tap("Skip")
    person.expect(said("people.pathway.ask"))
    person.tap("None of these")
    person.expect(said("people.done"))


def _tell_the_zone(person: Person) -> None:
    if person.tells_zone:
        person.expect(said("people.zone.offered", place="Berlin"))
        person.tap("That's right")
        person.expect(said("people.zone.kept"))
    else:
        person.expect(said("people.zone.ask"))
        person.say("Berlin")
        person.expect("Berlin")


def add_ben(person: Person) -> None:
    """A contact with a rhythm, in words."""
    person.say("add Ben every two weeks")
    person.expect(said("network.add.done", name="Ben", rhythm="every two weeks"))


def tell_of_a_call(person: Person) -> None:
    """A connection from free text: read, confirmed, kept."""
    person.say("I rang Ben yesterday for 20 minutes, he really listened")
    heard = person.expect("Right?")
    for part in ("Ben", "yesterday", "call", "20 minutes", "Ben listened to you."):
        assert part in heard.text, heard
    person.tap("Yes")
    person.expect(said("network.log.again", who="Ben"))
    person.tap("Good")
    person.expect(said("network.felt.thanks"))


def look_at_the_network(person: Person) -> None:
    """The network in words and as a picture; Telegram sends them as two messages, the picture first."""
    person.say("show me my network")
    heard = person.expect(shows_a_picture)
    assert heard.picture is not None
    assert heard.picture().startswith(PNG)
    in_words = said("network.figures.one")
    heard = heard if in_words(heard) else person.expect(in_words)
    assert "Ben" in heard.text


def shows_a_picture(heard: Heard) -> bool:
    """Whether a message comes with a picture."""
    return heard.picture is not None


def begin_to_practise(person: Person) -> None:
    """Asked for in words; first whether it is safe."""
    person.say("I want to practise")
    person.expect(said("skills.only_one", title="Say it with I"))
    person.tap("Say it with I")
    person.expect(said("skills.gate.ask"))
    person.tap("No, it is safe")
    person.expect(said("skills.intro", title="Say it with I"))
    person.expect("1 of 7")


def read_and_choose(person: Person) -> None:
    """Two steps to read, with help and a reason asked for, and a choice: first a wrong one, then the right one."""
    person.say("help")
    person.expect(said("skills.help.teach"))
    person.say("next")
    heard = person.expect("2 of 7")
    assert heard.text.startswith("2 of 7"), "reading to the end leaves nothing out"
    person.say("why this?")
    person.expect("Thomas Gordon")
    person.say("next")
    options = person.expect("3 of 7").text
    person.tap(_letter_of("I feel that you have no respect", options))
    person.expect("It starts with “I feel”")
    person.tap(_letter_of("I was upset when I saw", options))
    person.expect("It says what you saw")
    person.tap("Next")
    person.expect("4 of 7")


def _letter_of(words: str, options: str) -> str:
    """The options stand in an order of their own in each run."""
    return options[options.index(f". “{words}") - 1]


def practise_own_words(person: Person) -> None:
    """A try that blames; a call to log in between; a better try."""
    person.say(POOR_TRY)
    heard = person.expect(said("skills.change.blame"))
    assert "You always leave the pots" in heard.text, "feedback quotes the person's own words"
    person.tap("Try again")
    person.expect(said("skills.practise.once_more"))
    person.say("log that I called Ben")
    person.expect("Ben, today, call. Right?")
    person.tap("Yes")
    person.expect(said("network.log.again", who="Ben"))
    person.expect(said("skills.back_here", title="Say it with I"))
    person.say(BETTER_TRY)
    person.expect(said("skills.practise.nothing_to_change"))
    person.tap("Next")
    person.expect("5 of 7")


def play_two_turns(person: Person) -> None:
    """The tension goes up with blame, and down with an I-sentence."""
    person.say("You always leave your mess for me.")
    person.expect(said("skills.role_play.rose", partner="Robin", number=1, total=4, before=5))
    person.say("I was tired when I saw the pots this morning.")
    person.expect(said("skills.role_play.eased", partner="Robin", number=2, total=4))


def stop_and_come_back(person: Person) -> None:
    """The place is kept."""
    person.say("stop")
    person.expect(said("skills.stopped", title="Say it with I"))
    person.tap("Go on where I was")
    heard = person.expect(said("skills.welcome_back", title="Say it with I"))
    assert "5 of 7" in heard.text
    assert "Robin:" in heard.text


def play_the_last_turns(person: Person) -> None:
    """A question in between, then the end and its debrief."""
    person.say("I can see that you had a rotten week. How was it for you?")
    person.expect(said("skills.role_play.eased", number=3, total=4))
    person.say("who can read this?")
    person.expect(said(person.readers))
    person.expect(said("skills.back_here"))
    person.say("Could you wash them before noon?")
    person.expect(said("skills.role_play.eased", number=4, total=4))
    person.expect(said("skills.role_play.tension_line"))
    person.tap("Next")
    person.expect("6 of 7")


def plan_with_a_detour_to_the_settings(person: Person) -> None:
    """Who, when, and the first sentence; before that one is said, the hour of reminders is changed."""
    person.tap("Ben")
    person.expect(said("skills.plan.when", name="Ben"))
    person.say("tomorrow")
    person.expect(said("skills.plan.words_or_own", name="Ben"))
    person.say("/settings")
    person.expect(said("people.settings.now.name", name="Ana"))
    person.tap("Reminder time")
    person.expect(said("people.reminders.ask"))
    person.say("8 in the evening")
    person.expect(said("people.reminders.kept", time="20:00"))
    person.expect(said("skills.plan.words_or_own", name="Ben"))
    person.tap("Use that one")
    heard = person.expect(said("skills.plan.done", name="Ben"))
    assert BETTER_TRY in heard.text
    person.tap("Next")
    person.expect("7 of 7")


def reflect_and_finish(person: Person) -> None:
    """One last question, and out into the world."""
    person.say(TO_REMEMBER)
    person.expect(said("skills.reflect.kept", quote=TO_REMEMBER))
    person.expect(said("skills.completed.with_plan", title="Say it with I", name="Ben"))


def ask_for_the_settings(person: Person) -> None:
    """In words; what was changed is there."""
    person.say("show my settings")
    heard = person.expect(said("people.settings.now.name", name="Ana"))
    assert "20:00" in heard.text
