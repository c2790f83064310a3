"""What a person writes stands nowhere in the clear: not in the store, the engine's memory, a log or any other file."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.dialogue.channels import AtTheTerminal
from tests.dialogue.conversation import arrive, begin_to_practise
from tests.dialogue.people import said
from tests.dialogue.running import Kith

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

PRIVATE_WORDS = ("heliotrope umbrella", "quendolina", "marzipan")
"""Words that stand nowhere in Kith itself; small letters, as are the files they are looked for in."""


def test_nothing_that_a_person_wrote_is_readable_in_any_file(kith: Kith) -> None:
    with closing(AtTheTerminal(kith.url, kith.token, "secretive")) as person:
        arrive(person)
        person.say("add Quendolina every two weeks")
        person.expect(said("network.add.done", name="Quendolina"))
        person.say("I rang Quendolina yesterday, we quarrelled over the heliotrope umbrella")
        person.expect("Right?")
        person.tap("Yes")
        begin_to_practise(person)
        for number in ("2 of 7", "3 of 7", "4 of 7"):
            person.say("next")
            person.expect(number)
        person.say("You always leave the heliotrope umbrella in the marzipan!")
        person.expect(said("skills.change.blame"))
        person.say("/remind Quendolina on=marzipan")
        person.expect(said("reminders.command.bad_when"))
    assert readable_in_files(kith.settings.home) == []


def readable_in_files(folder: Path) -> list[str]:
    """Which of the private words stand in which file, in any of the ways that text is kept."""
    found = []
    for file in (path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes().lower()
        for words in PRIVATE_WORDS:
            ways = (words.encode(), words.encode("utf-16-le"), quote(words).encode())
            found += [f"{words!r} in {file.relative_to(folder)}" for way in ways if way in content]
    return found
