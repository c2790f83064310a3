"""After "Done": how it was and who started, each one tap, each optional, kept on the connection just logged."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.tables import Connection

FEELINGS = (1, 2, 3, 4, 5)


def ask_how_it_was(turn: Turn, connection: Connection) -> None:
    """Ask how it felt."""
    feelings = [
        Button(f"reminders.buttons.felt_{feeling}", "reminders.felt", _about(connection, feeling=feeling))
        for feeling in FEELINGS
    ]
    turn.say("reminders.done.how", buttons=[*feelings, Button("reminders.buttons.skip", "reminders.skip")])


def felt(turn: Turn, connection_id: str, feeling: int) -> None:
    """Keep how it felt, 1 to 5, and ask who started."""
    connection = _own(turn, connection_id)
    if connection is None:
        turn.say("reminders.done.no_longer")
        return
    connection.feeling = feeling
    turn.say(
        "reminders.done.who_started",
        buttons=[
            Button("reminders.buttons.by_me", "reminders.started_by", _about(connection, who="me")),
            Button("reminders.buttons.by_them", "reminders.started_by", _about(connection, who="them")),
            Button("reminders.buttons.skip", "reminders.skip"),
        ],
    )


def started_by(turn: Turn, connection_id: str, who: str) -> None:
    """Keep who started it: me or them."""
    connection = _own(turn, connection_id)
    if connection is None:
        turn.say("reminders.done.no_longer")
        return
    connection.started_by = who
    turn.say("reminders.done.thanks")


def skip(turn: Turn) -> None:
    """Nothing more is asked."""
    turn.say("reminders.done.skipped")


def _own(turn: Turn, connection_id: str) -> Connection | None:
    connection = turn.session.get(Connection, connection_id)
    if connection is None or connection.person_id != turn.person.id or connection.undone_at is not None:
        return None
    return connection


def _about(connection: Connection, **more: object) -> dict[str, object]:
    return {"connection_id": connection.id, **more}
