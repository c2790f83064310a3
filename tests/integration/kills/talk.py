"""The conversation that is interrupted: somebody practises, and reports people they were in touch with meanwhile."""

from __future__ import annotations

import time

from bot.gateway.chats import open_chat
from bot.people.tables import Person
from tests.bot_api import BotApiServer, TelegramPerson
from tests.bot_api.world import Sent
from tests.integration.kills.books import Bookkeeper, Books, check_delivery

MODULE = "say_it_with_i"
STEP_OF_OWN_WORDS = 3
SETTLE_SECONDS = 60.0
"""The engine takes some ten seconds to start, after a pause that grows with each death."""
NAMES = ("Mia", "Noah", "Emma", "Liam", "Clara", "Oscar")
"""Each is reported once: a second time on one day would be asked about."""


class Talk:
    """One person's conversation in Telegram, and what must have come of it."""

    def __init__(self, server: BotApiServer, books: Bookkeeper, chat_id: int) -> None:
        self.server = server
        self.books = books
        self.person = TelegramPerson(server, chat_id, timeout=SETTLE_SECONDS)
        self.said: list[int] = []
        self.practised: list[str] = []
        self.logged: list[str] = []

    def begin(self) -> None:
        """Through onboarding, and on to the step where they write in their own words."""
        with self.books.database.begin() as session:
            chat = open_chat(session, self.books.vault, "telegram", str(self.person.chat_id), self.books.clock.now())
            person = session.get_one(Person, chat.person_id)
            person.onboarding_step, person.age_band = None, "adult"
        self.say(f"/practise {MODULE}")
        self.settle()
        for title in ("No, it is safe", "Next", "Next"):
            self.tap(title)
            self.settle()
        self.say("A")
        self.settle()
        self.tap("Next")
        self.settle()
        assert self.books.read().running == [(MODULE, STEP_OF_OWN_WORDS)], self.person.read()

    def say(self, text: str) -> int:
        """Write something; gives back the update's id."""
        self.said.append(self.person.say(text))
        return self.said[-1]

    def tap(self, title: str) -> int:
        """Tap the newest button of that title; gives back the update's id."""
        self.said.append(self.person.tap(title))
        return self.said[-1]

    def own_words(self) -> str:
        """An answer to the exercise, another one once it was given."""
        return (
            f"When the {len(self.practised) + 2} plates stay in the sink I feel tired. Could you rinse them at night?"
        )

    def practise(self) -> int:
        """Answer the exercise in `own_words`; gives back the update's id."""
        text = self.own_words()
        self.practised.append(text)
        return self.say(text)

    def report(self) -> int:
        """Say in between whom one was in touch with. It counts once `confirm` has answered that it is right."""
        return self.say(f"log that I called {NAMES[len(self.logged)]} yesterday for 20 minutes")

    def confirm(self) -> int:
        """Tap that it is right."""
        self.logged.append(NAMES[len(self.logged)])
        return self.tap("Yes")

    def settle(self) -> None:
        """Wait until all that was said is answered and all answers are sent."""
        deadline = time.monotonic() + SETTLE_SECONDS
        while self.books.waiting_for(self.said):
            assert time.monotonic() < deadline, f"not all was answered in\n{self.person.read()}\n{self.books.read()}"
            time.sleep(0.02)

    def news(self) -> list[Sent]:
        """What arrived since the last look."""
        return self.person.new_replies()

    def goes_on(self) -> None:
        """The exercise is where it was: the next answer to it gets feedback."""
        self.settle()
        self.news()
        self.practise()
        self.settle()
        [feedback] = self.news()
        assert "Next" in feedback.titles, self.person.read()

    def check(self) -> Books:
        """Everything said had its one effect and its answer; every answer arrived, more than once only if marked."""
        books = self.books.read()
        assert books.heard == {str(update): "answered" for update in self.said}, self.person.read()
        assert books.answered == {str(update) for update in self.said}
        assert books.practised == self.practised
        assert books.logged == self.logged
        assert books.running == [(MODULE, STEP_OF_OWN_WORDS)]
        assert (books.open, books.failed) == (0, 0)
        check_delivery(books.messages, self.server.sent(self.person.chat_id))
        return books
