"""The catalogue of sentences: filled in, rotated, and refused where a file is wrong."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.conversation.messages import Messages, read_yaml
from bot.errors import ContentError


def catalogue(folder: Path, **topics: str) -> Messages:
    for name, text in topics.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return Messages.load(folder)


def test_nested_keys_are_joined_by_dots(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, people="people:\n  ask:\n    name: Who are you?\n")
    assert messages.keys() == ["people.ask.name"]
    assert messages.has("people.ask.name")
    assert messages.text("people.ask.name") == "Who are you?"


def test_placeholders_are_filled_in(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a='a: "{name} on {day}"\n')
    assert messages.pick("a", random.Random(1), name="Ben", day="Sunday") == "Ben on Sunday"
    assert messages.placeholders("a") == {"name", "day"}


def test_what_a_person_typed_is_never_taken_for_a_placeholder(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a='a: "Hello {name}"\n')
    assert messages.text("a", name="{day} {0.__class__}") == "Hello {day} {0.__class__}"


def test_variants_rotate_by_the_given_chance(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a="a: [One., Two., Three.]\n")
    chance = random.Random(3)
    assert {messages.pick("a", chance) for _ in range(40)} == {"One.", "Two.", "Three."}
    assert messages.text("a") == "One."


def test_the_same_chance_gives_the_same_words(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a="a: [One., Two., Three.]\n")
    first, second = random.Random(5), random.Random(5)
    assert [messages.pick("a", first) for _ in range(10)] == [messages.pick("a", second) for _ in range(10)]


def test_a_title_is_a_key_or_the_words_themselves(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a='buttons:\n  agree: "Yes"\n')
    assert messages.title("buttons.agree") == "Yes"
    assert messages.title("Ben") == "Ben"
    assert messages.title("e.g. Ben") == "e.g. Ben"


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a="a: x\n")
    with pytest.raises(ContentError, match=r"No message is called nosuch\.key; add it under skills_content/messages/"):
        messages.pick("nosuch.key", random.Random(1))


def test_a_placeholder_that_was_not_given_is_named(tmp_path: Path) -> None:
    messages = catalogue(tmp_path, a='a: "Hello {name}"\n')
    with pytest.raises(ContentError, match="The message a needs 'name', which was not given"):
        messages.pick("a", random.Random(1), day="x")


WRONG = {
    "broken YAML": ("a: [1, 2\n", r"one\.yml:2: not valid YAML"),
    "a list": ("- one\n", r"one\.yml: holds no messages"),
    "nothing": ("", r"one\.yml: holds no messages"),
    "a lone brace": ('a: "50 {"\n', r"one\.yml: a: .*; double a brace that is meant as one"),
    "a bare Yes": ("a: Yes\n", r"one\.yml: a: True is no text; write words in quotation marks"),
    "a bare number": ("a: [one, 2]\n", r"one\.yml: a: 2 is no text"),
    "no words": ("a:\n", r"one\.yml: a: None is no text"),
    "a character of no text": ('a: "x\x00y"\n', r"one\.yml: cannot be read"),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_a_wrong_file_is_refused_by_name(case: str, tmp_path: Path) -> None:
    text, said = WRONG[case]
    with pytest.raises(ContentError, match=said):
        catalogue(tmp_path, one=text)


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_bytes("a: süß\n".encode("latin-1"))
    with pytest.raises(ContentError, match="is it a text file in UTF-8"):
        Messages.load(tmp_path)


def test_a_key_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"two\.yml: the key a stands in two files"):
        catalogue(tmp_path, one="a: x\n", two="a: y\n")


def test_a_folder_without_messages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no messages found"):
        Messages.load(tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        read_yaml(tmp_path / "nosuch.yml")


def test_all_sentences_of_kith_can_be_read(messages: Messages) -> None:
    assert len(messages.keys()) > 100
    assert [key for key in messages.keys() if not all(messages.variants(key))] == []  # noqa: SIM118
