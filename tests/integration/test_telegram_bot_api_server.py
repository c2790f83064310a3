"""The loopback Bot API server itself: a test is worth no more than the strictness of what it runs against."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.settings import ROOT
from tests.bot_api import TOKEN, BotApiServer, TelegramPerson

SEND_THEN_SAY_SO = """
import sys, urllib.request
urllib.request.urlopen(sys.argv[1], data=b"chat_id=7&text=hello").read()
print("committed", flush=True)
"""


@pytest.fixture
def server() -> Iterator[BotApiServer]:
    with BotApiServer() as server:
        server.world.chats[7] = "private"
        yield server


def call(server: BotApiServer, method: str, **params: Any) -> dict[str, Any]:
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    with httpx.Client(trust_env=False, timeout=10) as client:
        answer: dict[str, Any] = client.post(f"{server.url}/bot{TOKEN}/{method}", data=texts).json()
    return answer


def keyboard(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"chat_id": 7, "text": " "}, "message text is empty"),
        ({"chat_id": 7, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": 7, "text": "😀" * 2049}, "message is too long"),
        ({"chat_id": 8, "text": "x"}, "chat not found"),
        ({"chat_id": 7, "text": "x", "colour": "red"}, "unknown parameters"),
        ({"chat_id": 7, "text": "x", "reply_markup": []}, "object expected"),
        (
            {"chat_id": 7, "text": "x", "reply_markup": keyboard(text="a", callback_data="x" * 65)},
            "BUTTON_DATA_INVALID",
        ),
        ({"chat_id": 7, "text": "x", "reply_markup": keyboard(text="a")}, "Text buttons are unallowed"),
        ({"chat_id": 7, "text": "x", "reply_markup": keyboard(text="", callback_data="x")}, "can't parse"),
    ],
)
def test_it_refuses_what_telegram_refuses(server: BotApiServer, params: dict[str, Any], refusal: str) -> None:
    answer = call(server, "sendMessage", **params)
    assert answer["error_code"] == 400
    assert refusal in answer["description"]
    assert server.sent() == []


def test_it_refuses_the_31st_message_of_a_second(server: BotApiServer) -> None:
    server.world.recent.extend([time.monotonic() + 60] * 29)
    assert call(server, "sendMessage", chat_id=7, text="the 30th")["ok"]
    assert call(server, "sendMessage", chat_id=7, text="the 31st")["parameters"] == {"retry_after": 1}


def test_an_update_comes_again_until_a_higher_offset_confirms_it(server: BotApiServer) -> None:
    first, second = server.push_text(7, "one"), server.push_text(7, "two")
    for offset in (0, first):
        result = call(server, "getUpdates", offset=offset)["result"]
        assert [update["update_id"] for update in result] == [first, second]
    assert [update["update_id"] for update in call(server, "getUpdates", offset=second)["result"]] == [second]
    assert server.unconfirmed() == [second]


def test_the_older_of_two_polls_hears_of_the_conflict(server: BotApiServer) -> None:
    older: list[dict[str, Any]] = []
    thread = threading.Thread(target=lambda: older.append(call(server, "getUpdates", timeout=5)))
    thread.start()
    server.wait_until(lambda: len(server.calls) == 1)
    assert call(server, "getUpdates", timeout=0)["ok"]
    thread.join(5)
    assert older[0]["error_code"] == 409
    assert "terminated by other getUpdates request" in older[0]["description"]


def test_polling_is_refused_while_a_webhook_is_set(server: BotApiServer) -> None:
    assert call(server, "setWebhook", url="http://127.0.0.1:9/telegram")["ok"]
    assert "webhook is active" in call(server, "getUpdates")["description"]


def test_a_wrong_token_is_refused(server: BotApiServer) -> None:
    with httpx.Client(trust_env=False) as client:
        assert client.post(f"{server.url}/bot1:wrong/getMe").status_code == 401


def test_a_person_taps_waits_and_reads(server: BotApiServer) -> None:
    ana = TelegramPerson(server, 7)
    ana.say("hello")
    call(server, "sendMessage", chat_id=7, text="Shall we?", reply_markup=keyboard(text="Yes", callback_data="t1"))
    assert ana.wait_for_reply("Shall").titles == ["Yes"]
    ana.tap("Yes")
    assert server.world.updates[-1]["callback_query"]["data"] == "t1"
    assert ana.transcript == ["me: hello", "kith: Shall we?", "      [Yes]", "me: [Yes]"]


def test_a_reply_that_does_not_come_is_told_with_the_conversation(server: BotApiServer) -> None:
    ana = TelegramPerson(server, 7, timeout=0.1)
    ana.say("hello")
    with pytest.raises(AssertionError, match="me: hello"):
        ana.wait_for_reply("Hi")


def test_a_held_call_waits_until_it_is_released(server: BotApiServer) -> None:
    hold = server.hold("sendMessage")
    thread = threading.Thread(target=call, args=(server, "sendMessage"), kwargs={"chat_id": 7, "text": "x"})
    thread.start()
    assert hold.wait_reached().params["text"] == "x"
    assert server.sent() == []
    hold.release()
    thread.join(5)
    assert len(server.sent()) == 1


def test_a_caller_can_be_killed_between_the_servers_200_and_its_own_commit(server: BotApiServer) -> None:
    url = f"{server.url}/bot{TOKEN}/sendMessage"
    child = subprocess.Popen(
        [sys.executable, "-c", SEND_THEN_SAY_SO, url], cwd=ROOT, stdout=subprocess.PIPE, env={"no_proxy": "*"}
    )
    server.before("sendMessage", lambda _call: os.kill(child.pid, signal.SIGSTOP))
    server.after_response_bytes("sendMessage", lambda _call: os.kill(child.pid, signal.SIGKILL))
    output, _ = child.communicate(timeout=20)
    assert output == b""
    assert [sent.text for sent in server.sent(7)] == ["hello"]
    assert server.calls[0].ok
