"""Long texts are cut where it hurts least, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.splitting import clean, shorten, split_text, utf16_length

atoms = ["a", "b", " ", "\n", ".", "é", "e\u0301", "😀", "👩\u200d👧", "👍🏽", "ع"]
texts = st.lists(st.sampled_from(atoms), max_size=200).map("".join)


@given(texts, st.integers(min_value=2, max_value=60))
def test_no_piece_is_longer_than_the_limit_in_utf16_units(text: str, limit: int) -> None:
    assert all(0 < utf16_length(piece) <= limit for piece in split_text(text, limit))


@given(texts, st.integers(min_value=2, max_value=60))
def test_every_word_survives_in_order(text: str, limit: int) -> None:
    assert "".join("".join(split_text(text, limit)).split()) == "".join(text.split())


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_every_piece_can_be_sent_as_utf8(text: str, limit: int) -> None:
    for piece in split_text(text, limit):
        piece.encode("utf-8")


@given(st.text())
def test_the_length_is_that_of_the_utf16_encoding(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts, st.integers(min_value=3, max_value=60))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    assert utf16_length(shorten(text, limit)) <= limit


def test_a_text_that_fits_is_one_piece() -> None:
    assert split_text("Hello.\n\nHow was it?", 4096) == ["Hello.\n\nHow was it?"]


def test_a_text_of_exactly_the_limit_is_one_piece() -> None:
    assert split_text("a" * 10, 10) == ["a" * 10]


def test_a_blank_text_has_no_pieces() -> None:
    assert split_text(" \n ", 10) == []


def test_a_paragraph_is_the_kindest_border() -> None:
    assert split_text("One two. Three.\n\nFour five. Six seven eight", 30) == [
        "One two. Three.",
        "Four five. Six seven eight",
    ]


def test_a_line_is_the_next_kindest() -> None:
    assert split_text("One two three four\nfive six seven eight", 26) == ["One two three four", "five six seven eight"]


def test_a_sentence_keeps_its_full_stop() -> None:
    assert split_text("One two three four. Five six seven", 24) == ["One two three four.", "Five six seven"]


def test_a_word_is_not_torn() -> None:
    assert split_text("alpha beta gamma", 12) == ["alpha beta", "gamma"]


def test_emoji_count_twice() -> None:
    assert split_text("😀" * 6, 10) == ["😀" * 5, "😀"]


def test_a_joined_emoji_is_not_torn() -> None:
    assert split_text("aaaa👩\u200d👧", 7) == ["aaaa", "👩\u200d👧"]


def test_an_accent_stays_with_its_letter() -> None:
    assert split_text("aaaae\u0301b", 5) == ["aaaa", "e\u0301b"]


def test_what_telegram_refuses_is_cleaned_away() -> None:
    assert clean(" a\x00b\ud800 ") == "ab?"
