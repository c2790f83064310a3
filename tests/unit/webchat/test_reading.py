"""What people read: history, pictures, files."""

from __future__ import annotations

from uuid import uuid4

import httpx
import pytest

from bot.conversation.reply import Document
from tests.unit.webchat.fake_gateway import FakeGateway, rings_png, says


async def say(browser: httpx.AsyncClient, text: str) -> None:
    await browser.post("/chat/say", json={"id": uuid4().hex, "text": text})


async def test_before_the_first_word_there_is_no_history(browser: httpx.AsyncClient) -> None:
    past = (await browser.get("/chat/history")).json()
    assert (past["started"], past["last"], past["items"]) == (False, 0, [])


async def test_looking_makes_no_chat(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    await browser.get("/chat/history")
    assert gateway.find_chat("web", browser.cookies["kith_visitor"]) is None


async def test_history_has_both_sides_in_order(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    gateway.script["hello"] = [says("Hello.", "Start", "Later")]
    await say(browser, "hello")
    past = (await browser.get("/chat/history")).json()
    assert [(item["direction"], item["text"]) for item in past["items"]] == [("in", "hello"), ("out", "Hello.")]
    assert [button["title"] for button in past["items"][1]["buttons"][0]] == ["Start", "Later"]
    assert past["last"] == past["items"][1]["id"]


async def test_a_picture_is_a_png_with_words_beside_it(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    gateway.script["network"] = [says("Your circle.", alt="Three rings with Ben in the middle.")]
    await say(browser, "network")
    picture = (await browser.get("/chat/history")).json()["items"][1]["picture"]
    assert picture["alt"] == "Three rings with Ben in the middle."
    answer = await browser.get(picture["url"])
    assert answer.headers["content-type"] == "image/png"
    assert answer.content == rings_png()


async def test_a_file_is_saved_and_never_shown(browser: httpx.AsyncClient, gateway: FakeGateway) -> None:
    gateway.script["/export"] = [says("All of it.", file=Document("über.html", "text/html", "<script>1</script>"))]
    await say(browser, "/export")
    document = (await browser.get("/chat/history")).json()["items"][1]["document"]
    answer = await browser.get(document["url"])
    assert answer.text == "<script>1</script>"
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''%C3%BCber.html"


@pytest.mark.parametrize("path", ["/chat/picture/1.png", "/chat/document/1"])
async def test_a_message_without_an_attachment_has_none(
    browser: httpx.AsyncClient, gateway: FakeGateway, path: str
) -> None:
    await say(browser, "hello")
    assert (await browser.get(path)).status_code == 404


@pytest.mark.parametrize("path", ["/chat/picture/1.png", "/chat/document/1", "/chat/stream"])
async def test_who_has_not_talked_yet_has_nothing_to_read(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert answer.status_code == 404
    assert answer.json()["error"] == "no_chat"


async def test_another_persons_picture_cannot_be_had(
    browser: httpx.AsyncClient, terminal: httpx.AsyncClient, gateway: FakeGateway
) -> None:
    gateway.script["network"] = [says("Your circle.", alt="Rings.")]
    await say(browser, "network")
    await say(terminal, "hello")
    assert (await terminal.get("/chat/picture/1.png")).status_code == 404


async def test_the_page_holds_its_words_and_nothing_that_runs_inline(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/chat")).text
    assert "Kith is a program." in page
    assert "$" not in page
    assert "<script>" not in page
    assert " style=" not in page
    assert " onclick=" not in page
