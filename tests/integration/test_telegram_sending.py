"""Sending: what arrives, and what becomes of what does not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.conversation.reply import Document, Picture
from bot.errors import TryLater, Undeliverable
from bot.telegram.client import make_bot
from bot.telegram.sending import Sender
from tests.bot_api import BotApiServer
from tests.integration.telegram_fakes import PNG, button, outgoing, settings_for

RINGS = Picture("rings", {}, "Two people in the first ring.")


@pytest.fixture
def server() -> Iterator[BotApiServer]:
    with BotApiServer() as server:
        server.world.chats[7] = "private"
        yield server


@pytest.fixture
async def sender(server: BotApiServer, tmp_path: Path) -> AsyncIterator[Sender]:
    async with make_bot(settings_for(server.url, tmp_path)) as bot:
        yield Sender(bot)


async def test_a_text_arrives_as_it_is_with_its_buttons(server: BotApiServer, sender: Sender) -> None:
    text = "Ben <b>said</b> *this* _that_ & 100% \\ `so` 😀 مرحبا"
    rows = ((button("Yes", "t1"), button("No", "t2")),)
    remote_id = await sender.send("7", outgoing(text, buttons=rows), None)
    (sent,) = server.sent(7)
    assert (sent.text, sent.titles, str(sent.message_id)) == (text, ["Yes", "No"], remote_id)


async def test_links_have_no_preview(server: BotApiServer, sender: Sender) -> None:
    await sender.send("7", outgoing("findahelpline.com"), None)
    assert server.calls_of("sendMessage")[0].params["link_preview_options"] == {"is_disabled": True}


async def test_a_long_text_arrives_in_pieces_with_buttons_under_the_last(server: BotApiServer, sender: Sender) -> None:
    remote_id = await sender.send("7", outgoing("😀 word " * 1200, buttons=((button("Yes"),),)), None)
    pieces = server.sent(7)
    assert " ".join(piece.text for piece in pieces).split() == ["😀", "word"] * 1200
    assert [piece.titles for piece in pieces] == [[], [], ["Yes"]]
    assert str(pieces[-1].message_id) == remote_id


async def test_a_picture_arrives_with_its_words(server: BotApiServer, sender: Sender) -> None:
    await sender.send("7", outgoing("Your people.", picture=RINGS, buttons=((button("Close"),),)), PNG)
    photo, text = server.sent(7)
    assert (photo.method, photo.text, photo.file) == ("sendPhoto", RINGS.alt, PNG)
    assert (text.text, text.titles) == ("Your people.", ["Close"])


async def test_a_picture_that_is_refused_is_said_in_words(server: BotApiServer, sender: Sender) -> None:
    await sender.send("7", outgoing("Your people.", picture=RINGS), b"not a picture")
    assert [sent.text for sent in server.sent(7)] == [RINGS.alt, "Your people."]


async def test_a_file_arrives_under_its_name(server: BotApiServer, sender: Sender) -> None:
    document = Document("kith.json", "application/json", '{"name": "Zoë"}\n')
    await sender.send("7", outgoing("All I know.", document=document), None)
    (sent,) = server.sent(7)
    assert (sent.text, sent.filename, sent.file.decode()) == ("All I know.", "kith.json", document.text)


async def test_a_429_asks_to_wait_what_telegram_says(server: BotApiServer, sender: Sender) -> None:
    server.fail_next("sendMessage", code=429, retry_after=17)
    with pytest.raises(TryLater) as problem:
        await sender.send("7", outgoing(), None)
    assert problem.value.seconds == 17
    await sender.send("7", outgoing(), None)
    assert len(server.sent(7)) == 1


@pytest.mark.parametrize("code", [500, 502, 504])
async def test_a_broken_server_is_tried_later(server: BotApiServer, sender: Sender, code: int) -> None:
    server.fail_next("sendMessage", code=code)
    with pytest.raises(TryLater):
        await sender.send("7", outgoing(), None)


async def test_a_server_that_is_gone_is_tried_later(server: BotApiServer, sender: Sender) -> None:
    server.__exit__()
    with pytest.raises(TryLater):
        await sender.send("7", outgoing(), None)


async def test_a_refused_token_is_tried_later_and_not_told(server: BotApiServer, sender: Sender) -> None:
    server.refuse_next("sendMessage", 401, "Unauthorized")
    with pytest.raises(TryLater) as problem:
        await sender.send("7", outgoing(), None)
    assert server.token not in str(problem.value)


async def test_a_person_who_blocked_the_bot_is_gone(server: BotApiServer, sender: Sender) -> None:
    server.block(7)
    with pytest.raises(Undeliverable) as problem:
        await sender.send("7", outgoing(), None)
    assert problem.value.chat_gone


async def test_an_unknown_chat_is_gone(sender: Sender) -> None:
    with pytest.raises(Undeliverable) as problem:
        await sender.send("8", outgoing(), None)
    assert problem.value.chat_gone


async def test_a_picture_to_a_person_who_blocked_the_bot_is_not_tried_in_words(
    server: BotApiServer, sender: Sender
) -> None:
    server.block(7)
    with pytest.raises(Undeliverable):
        await sender.send("7", outgoing("", picture=RINGS), PNG)
    assert server.calls_of("sendMessage") == []


async def test_a_message_that_is_wrong_does_not_make_the_chat_gone(server: BotApiServer, sender: Sender) -> None:
    with pytest.raises(Undeliverable) as problem:
        await sender.send("7", outgoing(buttons=((button("Yes", "x" * 65),),)), None)
    assert not problem.value.chat_gone
    assert len(server.calls_of("sendMessage")) == 1


async def test_an_upload_that_is_too_large_is_not_tried_for_ever(server: BotApiServer, sender: Sender) -> None:
    server.refuse_next("sendDocument", 413, "Request Entity Too Large")
    with pytest.raises(Undeliverable):
        await sender.send("7", outgoing(document=Document("a.txt", "text/plain", "a")), None)


async def test_an_empty_message_is_refused_before_it_is_sent(server: BotApiServer, sender: Sender) -> None:
    with pytest.raises(Undeliverable):
        await sender.send("7", outgoing("  "), None)
    assert server.calls_of("sendMessage") == []


async def test_a_retry_goes_on_with_the_part_that_failed(server: BotApiServer, sender: Sender) -> None:
    long = outgoing("word " * 1500)
    server.fail_next("sendMessage", code=500, when=lambda _call: len(server.sent(7)) == 1)
    with pytest.raises(TryLater):
        await sender.send("7", long, None)
    await sender.send("7", long, None)
    assert " ".join(sent.text for sent in server.sent(7)).split() == ["word"] * 1500


async def test_a_stop_lets_what_is_under_way_arrive_and_takes_no_more(server: BotApiServer, sender: Sender) -> None:
    hold = server.hold("sendMessage", point="after")
    sending = asyncio.create_task(sender.send("7", outgoing(), None))
    await asyncio.to_thread(hold.wait_reached)
    finishing = asyncio.create_task(sender.finish(5))
    await asyncio.sleep(0.05)
    assert not finishing.done()
    hold.release()
    await finishing
    assert (await sending) == str(server.sent(7)[0].message_id)
    with pytest.raises(TryLater):
        await sender.send("7", outgoing(id=2), None)


async def test_spent_buttons_disappear_and_a_second_time_does_no_harm(server: BotApiServer, sender: Sender) -> None:
    remote_id = await sender.send("7", outgoing(buttons=((button("Yes"),),)), None)
    await sender.spend_buttons("7", remote_id)
    await sender.spend_buttons("7", remote_id)
    assert server.sent(7)[0].titles == []


async def test_typing_is_shown_and_its_failure_is_nobodys_problem(server: BotApiServer, sender: Sender) -> None:
    await sender.show_typing("7")
    server.block(7)
    await sender.show_typing("7")
    assert [call.ok for call in server.calls_of("sendChatAction")] == [True, False]


async def test_no_more_than_thirty_messages_leave_in_a_second(server: BotApiServer, sender: Sender) -> None:
    server.world.chats.update(dict.fromkeys(range(100, 140), "private"))
    await asyncio.gather(*(sender.send(str(chat), outgoing(id=chat), None) for chat in range(100, 140)))
    assert all(call.ok for call in server.calls_of("sendMessage"))
