"""What one message becomes in Telegram."""

from datetime import UTC, datetime
from typing import Any

from bot.conversation.reply import Document, Picture
from bot.gateway.messages import OutButton, OutgoingMessage
from bot.telegram.parts import Part, plan_parts, rows_of, words_instead

PNG = b"\x89PNG"
PICTURE = Picture("rings", {}, "Two people in the first ring.")
ROWS = ((OutButton("Yes", "t1"), OutButton("No", "t2")),)


def message(text: str = "Here you are.", **fields: Any) -> OutgoingMessage:
    defaults: dict[str, Any] = {"buttons": (), "kind": "reply", "at": datetime(2026, 3, 1, tzinfo=UTC)}
    return OutgoingMessage(id=1, chat_id=1, text=text, **{**defaults, **fields})


def test_a_short_text_is_one_part_with_its_buttons() -> None:
    assert plan_parts(message(buttons=ROWS), None) == [Part("text", "Here you are.", rows=ROWS)]


def test_a_long_text_has_its_buttons_under_the_last_part() -> None:
    parts = plan_parts(message("word " * 1500, buttons=ROWS), None)
    assert [len(part.text) <= 4096 for part in parts] == [True, True]
    assert [part.rows for part in parts] == [(), ROWS]


def test_a_picture_comes_first_with_its_words_as_caption() -> None:
    parts = plan_parts(message(picture=PICTURE, buttons=ROWS), PNG)
    assert [(part.kind, part.text, part.file) for part in parts] == [
        ("photo", PICTURE.alt, PNG),
        ("text", "Here you are.", b""),
    ]
    assert parts[1].rows == ROWS


def test_a_picture_that_says_the_same_as_the_text_is_one_part() -> None:
    (part,) = plan_parts(message(PICTURE.alt, picture=PICTURE, buttons=ROWS), PNG)
    assert (part.kind, part.text, part.rows) == ("photo", PICTURE.alt, ROWS)


def test_a_caption_is_cut_at_1024() -> None:
    part = plan_parts(message("", picture=Picture("rings", {}, "people " * 400)), PNG)[0]
    assert len(part.text) <= 1024
    assert part.text.endswith("…")


def test_a_picture_that_could_not_be_drawn_is_said_in_words() -> None:
    assert [part.text for part in plan_parts(message(picture=PICTURE), None)] == [PICTURE.alt, "Here you are."]


def test_a_picture_that_is_too_large_is_said_in_words() -> None:
    assert [part.kind for part in plan_parts(message(picture=PICTURE), b"x" * 10_000_001)] == ["text", "text"]


def test_a_file_carries_the_text_as_caption() -> None:
    (part,) = plan_parts(message(document=Document("mine.json", "application/json", "{}\n"), buttons=ROWS), None)
    assert part == Part("document", "Here you are.", b"{}\n", "mine.json", ROWS)


def test_a_file_with_a_long_text_is_two_parts() -> None:
    parts = plan_parts(message("a b " * 300, document=Document("mine.json", "application/json", "{}")), None)
    assert [part.kind for part in parts] == ["document", "text"]


def test_an_empty_file_is_left_out() -> None:
    assert [part.kind for part in plan_parts(message(document=Document("a.txt", "text/plain", "")), None)] == ["text"]


def test_nothing_to_show_is_no_part() -> None:
    assert plan_parts(message("  "), None) == []


def test_a_row_holds_three_buttons_at_most() -> None:
    row = tuple(OutButton(str(number), str(number)) for number in range(5))
    assert [len(part) for part in rows_of([row])] == [3, 2]


def test_spent_buttons_are_not_shown() -> None:
    assert rows_of([[OutButton("Yes", "t1", spent=True)], [OutButton("No", "t2")]]) == ((OutButton("No", "t2"),),)


def test_a_refused_picture_has_words_and_a_refused_text_has_none() -> None:
    assert words_instead(Part("photo", "Two rings.", PNG, "p.png", ROWS)) == Part("text", "Two rings.", rows=ROWS)
    assert words_instead(Part("text", "Hello")) is None
