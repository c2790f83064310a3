"""Makes the pictures of the documentation from a running Kith: `.venv/bin/python docs/pictures/make.py`.

Starts a Kith of its own, has a short conversation on its web page in Chromium, and writes `conversation.png`.
"""

from __future__ import annotations

import base64
import io
import sys
from pathlib import Path
from typing import cast

from PIL import Image  # comes with matplotlib
from playwright.sync_api import Browser, Page, ViewportSize

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))  # so that it runs from anywhere

from bot.cli.instances import running_instance  # noqa: E402
from tests.dialogue.channels import AtThePage  # noqa: E402
from tests.dialogue.people import said  # noqa: E402
from tests.web.browsing import chromium, find_chromium  # noqa: E402

PHONE = ViewportSize(width=390, height=844)
GAP = 24
SHARPNESS = 1.5
"""Device pixels a CSS pixel: readable when zoomed in."""
SETTLING_MS = 500
"""For messages to come and fade in."""

SHEET = """<!doctype html>
<style>
  body {{ margin: 0; padding: {gap}px; display: flex; gap: {gap}px; width: max-content; background: #fff; }}
  img {{ width: {width}px; border: 1px solid #d8cfc0; border-radius: 20px; }}
</style>
{images}
"""


def main() -> int:
    """Make the picture; 1 where no browser is installed."""
    if find_chromium() is None:
        print("No Chromium is installed (on Debian: apt install chromium).", file=sys.stderr)
        return 1
    with running_instance() as kith, chromium() as browser:
        phone = browser.new_context(
            viewport=PHONE,
            device_scale_factor=SHARPNESS,
            has_touch=True,
            color_scheme="light",
            timezone_id="Europe/Berlin",
        )
        picture = side_by_side(browser, have_conversation(phone.new_page(), kith.url))
    target = HERE / "conversation.png"
    target.write_bytes(picture)
    print(f"{target}: {len(picture) // 1000} kB")
    return 0


def have_conversation(page: Page, url: str) -> list[bytes]:
    """Three screens: a practised sentence with its feedback, a connection in plain words, the rings."""
    person = AtThePage(page, url)
    meet(person)
    page.wait_for_timeout(SETTLING_MS)
    person.say("I rang Ben yesterday for 20 minutes, he really listened")
    tap(person, page, "Yes")
    tap(person, page, "Good")
    person.expect(said("network.felt.thanks"))
    logged = screen(page)
    person.say("Show me my people")
    person.expect("in your circle")
    page.locator(".message.kith img").last.evaluate("image => image.decode()")
    rings = screen(page)
    person.say("/practise say_it_with_i")
    for title in ("No, it is safe", "Next", "Next", "A", "Next"):
        tap(person, page, title)
    person.expect("Now your own")
    person.say("You never wash up and it drives me mad")
    person.expect("points at them")
    person.say("When the pans stayed in the sink on Sunday I felt worn out. Could you do them before bed?")
    person.expect("I felt worn out")
    return [screen(page), logged, rings]


def tap(person: AtThePage, page: Page, title: str) -> None:
    """Tap as a reader would, once the page has come to rest."""
    person.tap(title)
    page.wait_for_timeout(SETTLING_MS)


def screen(page: Page) -> bytes:
    """What the phone shows, at the end of the conversation."""
    page.locator("main").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    page.mouse.click(1, 1)  # takes the cursor out of the box
    page.wait_for_timeout(SETTLING_MS)
    return page.screenshot()


def meet(person: AtThePage) -> None:
    """The way in, and a few people to keep in touch with."""
    person.say("/start")
    person.tap("Let's start")
    person.expect("Which year were you born")
    person.say("1990")
    person.tap("Keep all off")
    person.expect("What shall I call you")
    person.say("Ana")
    for title in ("That's right", "18:00", "21:00 to 9:00", "None of these"):
        person.tap(title)
    person.expect("That is all I need")
    for one in (
        "Ben ring=1 relation=friend every=2w",
        "Mum ring=1 relation=family every=7d",
        "Carla ring=2 relation=colleague every=30d",
        '"Uncle Tomas" ring=2 relation=family every=30d',
        "Yusuf ring=3 relation=neighbour every=never",
        "Choir ring=3 relation=community every=never",
    ):
        person.say(f"/contact add {one}")
        person.expect("is on your list")
    person.say("/log Mum on=yesterday felt=4 by=me minutes=15")
    person.expect("bring Mum up again")


def side_by_side(browser: Browser, screens: list[bytes]) -> bytes:
    """One small PNG of several screens."""
    images = "".join(f'<img src="data:image/png;base64,{base64.b64encode(one).decode()}">' for one in screens)
    page = browser.new_page(device_scale_factor=SHARPNESS)
    page.set_content(SHEET.format(gap=GAP, width=PHONE["width"], images=images))
    sheet = Image.open(io.BytesIO(page.locator("body").screenshot())).convert("RGB")
    small = io.BytesIO()
    with_common_colours(sheet).save(small, format="png", optimize=True)
    return small.getvalue()


def with_common_colours(sheet: Image.Image) -> Image.Image:
    """The same with its 256 most common colours only, which nobody sees: a third of the bytes."""
    counted = sorted(sheet.getcolors(sheet.width * sheet.height) or [], reverse=True)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted[:256] for part in cast("tuple[int, int, int]", colour)])
    return sheet.quantize(palette=palette, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
