"""The chat page in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.conversation.reply import Document
from tests.unit.webchat.fake_gateway import FakeGateway, says
from tests.web.browsing import listen_for_trouble
from tests.web.serving import Served

pytestmark = pytest.mark.browser

ALT = "Three rings. Ben and Ana are in the inner one."


def begin(page: Page, served: Served) -> None:
    """Open the page and press Start."""
    page.goto(served.url)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("You said: /start")).to_be_visible()


def say(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def test_a_first_visitor_is_welcomed_and_starts_with_one_button(
    page: Page, served: Served, gateway: FakeGateway, trouble: list[str]
) -> None:
    page.goto(served.url)
    expect(page.get_by_role("heading", name="Hello. I'm Kith.")).to_be_visible()
    expect(page.locator("header")).to_contain_text("Kith is a program.")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("You said: /start")).to_be_visible()
    expect(page.locator("#welcome")).to_be_hidden()
    assert gateway.received[0].zone_hint == "Europe/Berlin"
    assert trouble == []


def test_a_whole_conversation_works_with_the_keyboard_alone(
    page: Page, served: Served, gateway: FakeGateway, trouble: list[str]
) -> None:
    gateway.script["/start"] = [says("Shall we begin?", "Yes", "Later")]
    page.goto(served.url)
    expect(page.locator("#welcome")).to_be_visible()
    press_until_focused(page, "Tab", "#start")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Shall we begin?")).to_be_visible()
    expect(page.locator("#message")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Yes")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_text("You said: Yes")).to_be_visible()
    expect(page.locator("#message")).to_be_focused()
    page.keyboard.type("one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    expect(page.locator(".own").last).to_contain_text("one\ntwo", use_inner_text=True)
    expect(page.get_by_text("You said: one")).to_be_visible()  # the bubble stands before the gateway has it
    assert gateway.received[-1].body == "one\ntwo"
    assert trouble == []


def test_focus_can_be_seen(page: Page, served: Served) -> None:
    begin(page, served)
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_tapped_button_is_put_away_with_its_neighbours(page: Page, served: Served, gateway: FakeGateway) -> None:
    gateway.script["/start"] = [says("Shall we begin?", "Yes", "Later")]
    page.goto(served.url)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Yes").click()
    expect(page.get_by_text("You said: Yes")).to_be_visible()
    expect(page.get_by_role("button", name="Yes (chosen)")).to_be_disabled()
    expect(page.get_by_role("button", name="Later")).to_be_disabled()
    assert [one.kind for one in gateway.received] == ["text", "tap"]


def test_a_button_that_can_be_tapped_again_comes_back(
    page: Page, served: Served, gateway: FakeGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.unit.webchat.fake_gateway._spend", lambda item, token: item)
    gateway.script["/start"] = [says("Erase all?", "Erase", "Copy first")]
    page.goto(served.url)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Copy first").click()
    expect(page.get_by_text("You said: Copy first")).to_be_visible()
    expect(page.get_by_role("button", name="Erase")).to_be_enabled()


def test_a_picture_says_in_words_what_it_shows(
    page: Page, served: Served, gateway: FakeGateway, trouble: list[str]
) -> None:
    gateway.script["network"] = [says("Your circle.", alt=ALT)]
    begin(page, served)
    say(page, "network")
    picture = page.get_by_role("img", name=ALT)
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("naturalWidth", 480)
    assert trouble == []


def test_a_file_can_be_saved(page: Page, served: Served, gateway: FakeGateway) -> None:
    gateway.script["/export"] = [says("All of it.", file=Document("kith-export.json", "application/json", '{"a": 1}'))]
    begin(page, served)
    say(page, "/export")
    with page.expect_download() as saving:
        page.get_by_role("link", name="Save kith-export.json").click()
    assert saving.value.suggested_filename == "kith-export.json"
    assert saving.value.path().read_text() == '{"a": 1}'


def test_a_message_is_text_and_never_runs(page: Page, served: Served, gateway: FakeGateway, trouble: list[str]) -> None:
    nasty = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'><b>bold</b>"
    gateway.script[nasty] = [says(nasty, nasty[:30], alt=nasty)]
    begin(page, served)
    say(page, nasty)
    expect(page.locator(".kith .words").last).to_have_text(nasty)
    expect(page.locator(".own .words").last).to_have_text(nasty)
    page.reload()
    expect(page.locator(".kith .words").last).to_have_text(nasty)
    assert page.evaluate("window.ran") is None
    assert page.locator("#conversation b").count() == 0
    assert trouble == []


def test_no_script_can_be_brought_in_past_the_policy(page: Page, served: Served, trouble: list[str]) -> None:
    page.goto(served.url)
    page.evaluate("""() => {
        const script = document.createElement('script');
        try { script.text = 'window.ran = 1'; } catch { window.refused = 1; }
        document.body.append(script);
    }""")
    assert page.evaluate("[window.ran, window.refused]") == [None, 1]
    assert trouble


def test_numbers_to_ring_are_links_in_a_crisis(page: Page, served: Served, gateway: FakeGateway) -> None:
    text = "Ring\n112\nor Lifeline: 0800 111 0 111, 9-17, 24/7.\nOr text HOME to 741741 (2021). See findahelpline.com."
    gateway.script["help"] = [says(text, kind="crisis")]
    begin(page, served)
    say(page, "help")
    words = page.locator(".crisis .words")
    expect(words).to_have_text(text, use_inner_text=True)
    targets = words.locator("a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert targets == ["tel:112", "tel:08001110111", "sms:741741", "https://findahelpline.com"]


def test_what_was_said_is_announced_and_what_is_shown_again_is_not(
    page: Page, served: Served, gateway: FakeGateway
) -> None:
    begin(page, served)
    log = page.get_by_role("log")
    assert log.get_attribute("aria-live") == "polite"
    expect(log).to_contain_text("You said: /start")
    page.reload()
    expect(page.get_by_text("You said: /start")).to_be_visible()
    expect(log).to_be_empty()


def test_a_reload_shows_everything_once(page: Page, served: Served, trouble: list[str]) -> None:
    begin(page, served)
    say(page, "hello")
    expect(page.get_by_text("You said: hello")).to_be_visible()
    page.reload()
    expect(page.get_by_text("You said: hello")).to_be_visible()
    say(page, "again")
    expect(page.get_by_text("You said: again")).to_be_visible()
    assert page.locator(".message").count() == 6
    assert trouble == []


def test_typing_is_shown_while_an_answer_is_under_way(page: Page, served: Served, gateway: FakeGateway) -> None:
    begin(page, served)
    gateway.holding = True
    say(page, "hello")
    expect(page.locator("#typing[role=status]")).to_have_text("Kith is writing")
    gateway.answer(gateway.the_chat())
    expect(page.get_by_text("You said: hello")).to_be_visible()
    expect(page.locator("#typing")).to_be_empty()


def test_over_a_restart_nothing_is_lost_and_nothing_doubled(
    page: Page, gateway: FakeGateway, serve: Callable[[int | None], Served]
) -> None:
    first = serve(None)
    begin(page, first)
    assert first.stop() < 3
    say(page, "said while away")
    gateway.say(gateway.the_chat(), says("Kept for you."))
    expect(page.get_by_text("Not sent yet.")).to_be_visible()
    expect(page.get_by_text("No connection right now.")).to_be_visible()
    second = serve(first.port)
    try:
        expect(page.get_by_text("You said: said while away")).to_be_visible()
        expect(page.get_by_text("Kept for you.")).to_be_visible()
        expect(page.get_by_text("Not sent yet.")).to_have_count(0)
        expect(page.get_by_text("No connection right now.")).to_have_count(0)
        assert page.locator(".message").count() == 5
        assert [one.body for one in gateway.received] == ["/start", "said while away"]
    finally:
        page.goto("about:blank")
        second.stop()


def test_what_was_not_sent_outlives_a_reload(
    page: Page, context: BrowserContext, served: Served, gateway: FakeGateway
) -> None:
    begin(page, served)
    page.route("**/chat/say", lambda route: route.abort())
    say(page, "please keep me")
    expect(page.get_by_text("Not sent yet.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("please keep me")).to_be_visible()
    page.unroute("**/chat/say")
    expect(page.get_by_text("You said: please keep me")).to_be_visible()
    assert page.locator(".own").count() == 2


def test_an_answer_lost_on_the_way_does_not_double_what_was_said(
    page: Page, served: Served, gateway: FakeGateway
) -> None:
    begin(page, served)
    lost: list[bool] = []

    def lose_first_answer(route: object) -> None:
        if lost:
            route.continue_()  # type: ignore[attr-defined]
            return
        lost.append(True)
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/chat/say", lose_first_answer)
    say(page, "once only")
    expect(page.get_by_text("You said: once only")).to_be_visible()
    expect(page.get_by_text("Not sent yet.")).to_have_count(0)
    assert [one.body for one in gateway.received] == ["/start", "once only"]
    assert page.locator(".own").count() == 2


def test_an_empty_message_gets_a_hint(page: Page, served: Served, gateway: FakeGateway) -> None:
    begin(page, served)
    say(page, "   ")
    expect(page.get_by_role("alert")).to_contain_text("nothing to send yet")
    assert len(gateway.received) == 1


def test_a_text_that_is_too_long_stays_in_the_box(page: Page, served: Served, gateway: FakeGateway) -> None:
    begin(page, served)
    say(page, "x" * 8001)
    expect(page.get_by_role("alert")).to_contain_text("8,000")
    assert page.get_by_label("Your message").input_value() == "x" * 8001
    say(page, "x" * 5000)
    expect(page.locator(".kith .words").last).to_have_text("You said: " + "x" * 5000)


def test_a_refused_text_comes_back_into_the_box(page: Page, served: Served) -> None:
    begin(page, served)
    page.route("**/chat/say", lambda route: route.fulfill(status=422, json={"message": "Not like this."}))
    say(page, "my words")
    expect(page.get_by_role("alert")).to_have_text("Not like this.")
    assert page.get_by_label("Your message").input_value() == "my words"
    assert page.locator(".own").count() == 1


def test_help_in_danger_is_one_button_away(page: Page, served: Served, gateway: FakeGateway) -> None:
    page.goto(served.url)
    page.get_by_role("button", name="/safe").click()
    expect(page.get_by_text("You said: /safe")).to_be_visible()
    assert gateway.received[0].body == "/safe"


def test_right_to_left_words_run_right_to_left(page: Page, served: Served) -> None:
    begin(page, served)
    say(page, "مرحبا")
    bubble = page.locator(".own .words").last
    expect(bubble).to_have_text("مرحبا")
    assert bubble.evaluate("one => one.matches(':dir(rtl)')")


def test_a_long_answer_is_read_from_its_start(page: Page, served: Served, gateway: FakeGateway) -> None:
    gateway.script["teach me"] = [says("First line.\n" + "More to read.\n" * 60), says("The end.")]
    begin(page, served)
    say(page, "teach me")
    expect(page.get_by_role("button", name="New message below")).to_be_visible()
    expect(page.get_by_text("First line.")).to_be_in_viewport()
    page.get_by_role("button", name="New message below").click()
    expect(page.get_by_text("The end.")).to_be_in_viewport()
    expect(page.get_by_role("button", name="New message below")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_over_the_edge(
    browser: Browser, served: Served, gateway: FakeGateway, width: int, scheme: str
) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 4
    gateway.script["wide"] = [says(long, long, "Yes", "Not now", alt=ALT), says(f"https://example.org/{long}")]
    with browser.new_context(viewport={"width": width, "height": 640}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        trouble = listen_for_trouble(page)
        page.goto(served.url)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.get_by_role("button", name="Start").click()
        say(page, "wide")
        expect(page.get_by_role("img", name=ALT)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == width
        chat = page.evaluate(
            "[document.querySelector('#chat').scrollWidth, document.querySelector('#chat').clientWidth]"
        )
        assert chat[0] == chat[1]
        assert trouble == []


def test_nothing_moves_for_people_who_asked_for_stillness(browser: Browser, served: Served) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        begin(page, served)
        assert page.locator(".message").first.evaluate("one => getComputedStyle(one).animationName") == "none"


def test_every_control_has_a_name_and_room_for_a_finger(page: Page, served: Served, gateway: FakeGateway) -> None:
    gateway.script["/start"] = [says("Shall we begin?", "Yes", "Later")]
    page.goto(served.url)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("button", name="Yes")).to_be_visible()
    for control in page.locator("button:visible, textarea:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24  # WCAG 2.5.8
        name = control.evaluate("one => one.ariaLabel || one.labels?.[0]?.textContent || one.textContent.trim()")
        assert name


def press_until_focused(page: Page, key: str, selector: str) -> None:
    """Press a key until the element has the focus; a keyboard alone must reach it."""
    for _ in range(15):
        if page.locator(selector).evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} cannot be reached with {key}")
