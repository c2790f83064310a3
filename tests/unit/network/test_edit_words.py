"""What a sentence wants changed about somebody."""

from __future__ import annotations

import pytest

from bot.network.edit_words import Edit, hear_edit


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("move Tom to my outer circle", Edit(ring=3)),
        ("pls put tom in ring 1", Edit(ring=1)),
        ("Tom from the outer circle into the middle one", Edit(ring=2)),
        ("Tom isn't in my inner circle, he is in the outer", Edit(ring=3)),
        ("me and Tom got closer", Edit(closer=1)),
        ("Tom belongs further out", Edit(closer=-1)),
        ("Tom is a colleague", Edit(relation="colleague")),
        ("Tom is my brother actually", Edit(relation="family")),
        ("Tom isn't a friend, he's a neighbour", Edit(relation="neighbour")),
        ("I know Tom from work", Edit(relation="colleague")),
        ("Tom every two weeks would do", Edit(ideal_days=14)),
        ("bring Tom up less often", Edit(often=-1)),
        ("I'd like to hear of Tom more often", Edit(often=1)),
        ("no reminders for Tom", Edit(ideal_days=0)),
        ("call him Tommy", Edit(name="Tommy")),
        ("change Tom's name to Thomas", Edit(name="Thomas")),
        ("Tom is spelled Thom", Edit(name="Thom")),
        ("rename Tom to Thomas Müller please", Edit(name="Thomas Müller")),
        ("take Tom off my list", Edit(standing="ended")),
        ("Tom and I are not friends any more", Edit(standing="ended")),
        ("put Tom aside for now", Edit(standing="paused")),
        ("I need a break from Tom", Edit(standing="paused")),
        ("put Tom back on the list", Edit(standing="open")),
        ("Tom and me are in touch again", Edit(standing="open")),
        ("Tom passed away in March", Edit(standing="died")),
        ("edit Tom", Edit()),
        ("Tom's brother moved to Leeds", Edit()),
        ("Tom's a colleague", Edit(relation="colleague")),
        ("call him tomorrow", Edit()),
        ("Tom passed his exam", Edit()),
    ],
)
def test_what_is_said_is_heard(said: str, heard: Edit) -> None:
    assert hear_edit(said, ["Tom"]) == heard


def test_a_name_that_is_a_word_means_nothing_else() -> None:
    assert hear_edit("Brother should be in the inner circle", ["Brother"]) == Edit(ring=1)
    assert hear_edit("Sister died", ["Sister"]) == Edit(standing="died")


def test_several_things_may_be_said_at_once() -> None:
    said = "Tom is a colleague, outer circle, every month"
    assert hear_edit(said, ["Tom"]) == Edit(ring=3, relation="colleague", ideal_days=30)
