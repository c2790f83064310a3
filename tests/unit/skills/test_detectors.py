"""The plain forms of each behaviour are found, their look-alikes are not."""

from __future__ import annotations

import time

import pytest

from bot.skills.feedback import look_at
from bot.skills.format import Behaviour

FOUND: list[tuple[Behaviour, str]] = [
    ("i_statement", "I was worn out when the music was on at midnight."),
    ("i_statement", "I felt a bit forgotten on Friday."),
    ("i_statement", "I feel really sad about it"),
    ("i_statement", "It makes me nervous not to know."),
    ("i_statement", "i get so frustrated when the cups stay in the sink"),
    ("i_statement", "I’m lonely on Sundays."),
    ("i_statement", "I'm not happy with how we spoke."),
    ("i_statement", "I feel like I don't matter here."),
    ("i_statement", "That hurt me."),
    ("feeling_word", "When you left early I was disappointed."),
    ("feeling_word", "That made me feel left out."),
    ("observation", "When you came home at two, I woke up."),
    ("observation", "I waited half an hour."),
    ("observation", "The stove was dirty last night."),
    ("concrete_request", "Could you text me when it gets late?"),
    ("concrete_request", "I'd like you to ask me first."),
    ("concrete_request", "Would you mind closing the door?"),
    ("concrete_request", "Please tell me a day before."),
    ("concrete_request", "How about we take turns?"),
    ("concrete_request", "can we talk tonight"),
    ("validation", "I can see why you were tired."),
    ("validation", "I know it's been a hard week for you."),
    ("validation", "That sounds rough."),
    ("open_question", "What would work for you?"),
    ("open_question", "How was your week?"),
    ("apology", "I'm sorry I shouted."),
    ("blame", "You never listen to me."),
    ("blame", "you’re always late"),
    ("blame", "You are so selfish."),
    ("blame", "You don't even care."),
    ("blame", "It's all your fault."),
    ("blame", "Why do you always do this?"),
    ("blame", "Every time you come over, there's a fight."),
    ("blame", "I feel that you have no respect for me."),
    ("blame", "I feel like you don't listen."),
    ("blame", "“You never help in the house.”"),
    ("absolute", "You always leave the door open."),
    ("demand", "You have to clean this now."),
    ("demand", "Stop shouting at me!"),
    ("demand", "Do it, or else."),
    ("demand", "You need to call me."),
    ("contempt", "You are such an idiot."),
    ("contempt", "You're pathetic."),
    ("contempt", "Grow up."),
    ("contempt", "Nice work, genius."),
    ("hostility", "Shut up."),
    ("hostility", "I hate you"),
    ("undone_apology", "I'm sorry, but you started it."),
    ("undone_apology", "I'm sorry you feel that way."),
]

NOT_FOUND: list[tuple[Behaviour, str]] = [
    ("i_statement", "I feel that you are cold."),
    ("i_statement", "I feel like you never listen."),
    ("i_statement", "I feel you should go."),
    ("i_statement", "You are angry and sad."),
    ("i_statement", "I think it is five o'clock."),
    ("feeling_word", "You seem upset."),
    ("observation", "When you always shout, it is loud."),
    ("concrete_request", "Could you be nicer?"),
    ("concrete_request", "Can you even hear me?"),
    ("blame", "You always help me, thank you."),
    ("blame", "You never let me down."),
    ("blame", "You're so kind."),
    ("blame", "Are you always this early?"),
    ("blame", "I'm not saying you're lazy."),
    ("blame", "I don't think you are selfish."),
    ("blame", "It's not your fault."),
    ("blame", "When you said “you never help”, I was hurt."),
    ("blame", "I never get to sleep before one."),
    ("absolute", "You always make me laugh."),
    ("demand", "Could you stop shouting, please?"),
    ("demand", "Please stop at the shop."),
    ("contempt", "I was so stupid to forget it."),
    ("contempt", "The stupid dishes are still there."),
    ("contempt", "I was an idiot about it."),
    ("contempt", "You are an amazing cook"),
    ("hostility", "I'm tired of cooking alone."),
    ("apology", "I'm sorry to bother you."),
    ("apology", "I'm sorry you feel that way."),
    ("undone_apology", "Sorry, but I can't come on Friday."),
    ("undone_apology", "I'm sorry I shouted."),
    ("open_question", "What is wrong with you?"),
    ("validation", "I see you never washed up."),
]


@pytest.mark.parametrize(("label", "text"), FOUND)
def test_a_plain_form_is_found(label: Behaviour, text: str) -> None:
    assert look_at(text).has(label)


@pytest.mark.parametrize(("label", "text"), NOT_FOUND)
def test_a_look_alike_is_not_found(label: Behaviour, text: str) -> None:
    assert not look_at(text).has(label)


@pytest.mark.parametrize(("label", "text"), FOUND)
def test_a_find_says_where_it_stands(label: Behaviour, text: str) -> None:
    find = look_at(text).get(label)
    assert find is not None
    assert 0 <= find.start < find.end <= len(text)
    assert text[find.start].strip()


def test_being_made_to_feel_is_blame_only_with_a_hedge() -> None:
    find = look_at("You make me so angry.").get("blame")
    assert find is not None
    assert not find.sure


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "😀😀",
        "...",
        "x" * 5000,
        "I feel " * 1000,
        "when you " * 800,
        "أشعر بالحزن عندما تتأخر",
        "\u202e\x00",
        "{name} %s",
    ],
)
def test_odd_text_is_looked_at_without_a_fuss(text: str) -> None:
    began = time.thread_time()
    look_at(text)
    assert time.thread_time() - began < 1.0
