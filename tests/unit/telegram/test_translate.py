"""What updates mean."""

from typing import Any

import pytest

from bot.gateway.messages import Incoming
from bot.telegram.translate import AddressedInGroup, Me, ReachabilityChanged, Said, translate, unreadable

ME = Me(id=42, username="KithBot")
CHAT = {"id": 7, "type": "private", "first_name": "Ana"}
GROUP = {"id": -5, "type": "supergroup", "title": "Choir"}
ANA = {"id": 7, "is_bot": False, "first_name": "Ana"}


def message(**fields: Any) -> dict[str, Any]:
    return {"update_id": 11, "message": {"message_id": 1, "date": 0, "chat": CHAT, "from": ANA, **fields}}


def edited(**fields: Any) -> dict[str, Any]:
    return {"update_id": 11, "edited_message": message(**fields)["message"]}


def incoming(kind: Any, body: str = "") -> Incoming:
    return Incoming(channel="telegram", address="7", update_id="11", kind=kind, body=body)


def test_a_text_is_a_text() -> None:
    assert translate(message(text="I rang Ben"), ME) == Said(incoming("text", "I rang Ben"))


def test_a_command_loses_the_bots_name_and_keeps_its_argument() -> None:
    assert translate(message(text="/start@KithBot ABC-1"), ME) == Said(incoming("text", "/start ABC-1"))


def test_a_name_elsewhere_in_a_text_stays() -> None:
    assert translate(message(text="/log ben@home.org"), ME) == Said(incoming("text", "/log ben@home.org"))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"voice": {}}, "voice"),
        ({"audio": {}}, "voice"),
        ({"video_note": {}}, "voice"),
        ({"photo": [{}]}, "picture"),
        ({"video": {}}, "picture"),
        ({"animation": {}, "document": {}}, "picture"),
        ({"sticker": {}}, "sticker"),
        ({"document": {}}, "file"),
        ({"contact": {"phone_number": "123", "first_name": "Ben"}}, "contact"),
        ({"location": {}}, "other"),
        ({"poll": {}}, "other"),
        ({"dice": {}}, "other"),
        ({"something_new_from_telegram": {}}, "other"),
    ],
)
def test_other_things_have_their_kind(fields: dict[str, Any], kind: str) -> None:
    assert translate(message(**fields), ME) == Said(incoming(kind))


@pytest.mark.parametrize("field", ["photo", "video", "document", "voice"])
def test_a_caption_is_the_body(field: str) -> None:
    meaning = translate(message(**{field: {}}, caption="I want to die"), ME)
    assert isinstance(meaning, Said)
    assert meaning.incoming.body == "I want to die"


def test_an_edited_text_is_an_edit() -> None:
    assert translate(edited(text="I rang Bea"), ME) == Said(incoming("edited", "I rang Bea"))


def test_an_edited_caption_is_an_edit() -> None:
    assert translate(edited(photo=[{}], caption="us two"), ME) == Said(incoming("edited", "us two"))


def test_a_live_location_that_moves_is_no_edit() -> None:
    assert translate(edited(location={}), ME) is None


def tap(**fields: Any) -> dict[str, Any]:
    return {"update_id": 11, "callback_query": {"id": "99", "from": ANA, "message": {"chat": CHAT}, **fields}}


def test_a_tap_carries_its_token_and_telegrams_id() -> None:
    assert translate(tap(data="tok"), ME) == Said(incoming("tap", "tok"), tap_id="99")


def test_a_tap_without_a_token_or_a_message_is_ignored() -> None:
    assert translate(tap(), ME) is None
    assert translate(tap(data="tok", message=None), ME) is None


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
def test_blocking_and_unblocking_change_reachability(status: str, reachable: bool) -> None:
    update = {"update_id": 11, "my_chat_member": {"chat": CHAT, "new_chat_member": {"status": status}}}
    assert translate(update, ME) == ReachabilityChanged("7", reachable)


def test_being_added_to_a_group_changes_nothing() -> None:
    update = {"update_id": 11, "my_chat_member": {"chat": GROUP, "new_chat_member": {"status": "member"}}}
    assert translate(update, ME) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "@kithbot hello"},
        {"text": "/help"},
        {"text": "/help@KithBot"},
        {"text": "yes", "reply_to_message": {"from": {"id": 42}}},
        {"photo": [{}], "caption": "look, @KithBot"},
    ],
)
def test_a_group_that_speaks_to_the_bot_is_heard_without_its_words(fields: dict[str, Any]) -> None:
    assert translate(message(chat=GROUP, **fields), ME) == AddressedInGroup("-5")


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "see you on Sunday"},
        {"text": "/help@OtherBot"},
        {"text": "yes", "reply_to_message": {"from": {"id": 8}}},
        {"text": "@KithBot hello", "from": {"id": 9, "is_bot": True}},
        {"new_chat_members": [ANA]},
    ],
)
def test_a_group_that_speaks_to_others_is_not_heard(fields: dict[str, Any]) -> None:
    assert translate(message(chat=GROUP, **fields), ME) is None


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "channel_post": {"text": "news"}},
        {"update_id": 1, "poll": {}},
        message(text="beep", **{"from": {"id": 9, "is_bot": True}}),
        message(pinned_message={}),
        message(chat={"id": 3, "type": "channel"}, text="news"),
        edited(chat=GROUP, text="hello"),
        tap(data="tok", message={"chat": GROUP}),
    ],
)
def test_what_nobody_said_to_us_is_ignored(update: dict[str, Any]) -> None:
    assert translate(update, ME) is None


def test_a_half_of_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert translate(message(text="hi \ud83d"), ME) == Said(incoming("text", "hi ?"))


def test_a_broken_update_has_a_stand_in_that_is_answered() -> None:
    broken = message(text=5)
    with pytest.raises((TypeError, AttributeError)):
        translate(broken, ME)
    assert unreadable(broken) == Said(incoming("other"))


def test_a_broken_update_from_nowhere_has_none() -> None:
    assert unreadable({"update_id": 1, "message": 5}) is None
