"""Export, erasure and who-saw, as a person meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.turn import Turn
from bot.gateway.tables import Chat
from bot.people.tables import Person
from bot.privacy.looks import record_look
from bot.privacy.routes import ROUTES
from bot.store.clock import VirtualClock
from tests.unit.privacy.whole_person import fill_every_table

NewTurn = Callable[[], Turn]


@pytest.fixture(autouse=True)
def whole_person(session: Session, person: Person, chat: Chat, clock: VirtualClock) -> None:
    fill_every_table(session, person, chat, clock.now())


def command(turn: Turn, name: str, argument: str = "") -> Turn:
    ROUTES.commands[name](turn, argument)
    return turn


def answered(turn: Turn, text: str) -> Turn:
    """The person types `text` while a question is open."""
    waiting = turn.person.waiting_for
    assert waiting is not None
    ROUTES.answers[waiting["flow"]](turn, text, **waiting["args"])
    return turn


def tapped(turn: Turn, do: str) -> Turn:
    ROUTES.taps[do](turn)
    return turn


def is_there(session: Session) -> bool:
    return session.scalar(select(Person.id)) is not None


def test_export_hands_over_a_readable_file_and_a_data_file(new_turn: NewTurn) -> None:
    readable, data = command(new_turn(), "export").replies
    assert readable.document is not None
    assert data.document is not None
    assert (readable.document.filename, data.document.filename) == ("kith-export.txt", "kith-export.json")
    assert json.loads(data.document.text)["tables"]["contacts"][0]["name"] == "Ben"
    assert "People in your circle: 1" in readable.text


def test_the_first_export_holds_nothing_sensitive(new_turn: NewTurn) -> None:
    for reply in command(new_turn(), "export").replies:
        assert reply.document is not None
        assert "dark words" not in reply.document.text


def test_the_sensitive_records_take_a_second_wish_and_a_yes(new_turn: NewTurn) -> None:
    asked = tapped(new_turn(), "privacy.sensitive")
    assert asked.replies[0].document is None
    given = answered(new_turn(), "Yes")
    assert all(reply.document and "dark words" in reply.document.text for reply in given.replies)
    assert given.person.waiting_for is None


def test_anything_but_a_yes_leaves_them_out(new_turn: NewTurn) -> None:
    tapped(new_turn(), "privacy.sensitive")
    turn = answered(new_turn(), "hm, who knows")
    assert [reply.document for reply in turn.replies] == [None]


def test_an_old_button_for_the_sensitive_records_only_asks_again(new_turn: NewTurn) -> None:
    turn = tapped(new_turn(), "privacy.export_all")
    assert [reply.document for reply in turn.replies] == [None]


def test_erase_asks_first(new_turn: NewTurn, session: Session) -> None:
    turn = command(new_turn(), "erase")
    assert [button.do for button in turn.replies[0].buttons] == ["privacy.erase", "privacy.export", "privacy.keep"]
    assert is_there(session)
    assert not turn.erased


@pytest.mark.parametrize("typed", ["ERASE", " erase. ", "Yes, erase it all", '"Erase everything"'])
def test_the_typed_word_erases(new_turn: NewTurn, session: Session, typed: str) -> None:
    command(new_turn(), "erase")
    turn = answered(new_turn(), typed)
    assert turn.erased
    assert not is_there(session)


def test_the_button_erases_while_the_question_is_open(new_turn: NewTurn, session: Session) -> None:
    command(new_turn(), "erase")
    assert tapped(new_turn(), "privacy.erase").erased
    assert not is_there(session)


def test_an_old_erase_button_only_asks_again(new_turn: NewTurn, session: Session) -> None:
    turn = tapped(new_turn(), "privacy.erase")
    assert is_there(session)
    assert turn.person.waiting_for == {"flow": "privacy.erase", "args": {}}


@pytest.mark.parametrize("typed", ["no", "Keep it", "not now"])
def test_a_typed_no_keeps_everything(new_turn: NewTurn, session: Session, typed: str) -> None:
    command(new_turn(), "erase")
    turn = answered(new_turn(), typed)
    assert turn.person.waiting_for is None
    assert "Nothing was erased" in turn.replies[0].text
    assert is_there(session)


def test_an_unclear_answer_is_asked_about_once_and_then_counts_as_no(new_turn: NewTurn, session: Session) -> None:
    command(new_turn(), "erase")
    assert answered(new_turn(), "what about Ben").person.waiting_for is not None
    assert answered(new_turn(), "I don't know").person.waiting_for is None
    assert is_there(session)


def test_an_intent_never_erases_by_itself(new_turn: NewTurn, session: Session) -> None:
    turn = new_turn()
    ROUTES.intents["erase_data"](turn, "erase")
    assert is_there(session)
    assert turn.person.waiting_for is not None


def test_the_receipt_says_what_went_what_stays_and_until_when(new_turn: NewTurn) -> None:
    turn = command(new_turn(), "erase", "ERASE")
    done, stays = turn.replies
    assert [reply.kind for reply in turn.replies] == ["receipt", "receipt"]
    assert "On 1 March 2026" in done.text
    assert "Messages: 6" in done.text
    assert "window may still show our talk" in stays.text
    assert "By 31 March 2026" in stays.text


def test_a_receipt_has_no_buttons(new_turn: NewTurn) -> None:
    assert all(not reply.buttons for reply in command(new_turn(), "erase", "ERASE").replies)


@pytest.mark.parametrize(("channel", "words"), [("telegram", "Telegram keeps"), ("web", "page"), ("pigeon", "The app")])
def test_the_receipt_is_honest_about_the_channels_copy(new_turn: NewTurn, chat: Chat, channel: str, words: str) -> None:
    chat.channel = channel
    assert words in command(new_turn(), "erase", "ERASE").replies[1].text


def test_who_saw_names_who_what_and_when_in_the_persons_zone(new_turn: NewTurn) -> None:
    text = command(new_turn(), "who_saw").replies[0].text
    assert "1 March 2026, 10:00: Ana, how far you are" in text


def test_who_saw_shows_the_newest_and_says_that_there_are_more(
    new_turn: NewTurn, session: Session, person: Person, clock: VirtualClock
) -> None:
    for day in range(1, 7):
        record_look(session, person.id, f"Lee {day}", "alerts", clock.now() + timedelta(days=day))
    text = command(new_turn(), "who_saw").replies[0].text
    assert "newest of 7" in text
    assert text.index("Lee 6") < text.index("Lee 2")
    assert "Lee 1" not in text


def test_a_look_at_something_unknown_is_refused(session: Session, person: Person, clock: VirtualClock) -> None:
    with pytest.raises(ValueError, match="a look is at one of"):
        record_look(session, person.id, "Ana", "diary", clock.now())  # type: ignore[arg-type]
