"""How the connection to Telegram is, in a word and a sentence. Each change is logged once, never each attempt."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum

log = logging.getLogger(__name__)


class State(StrEnum):
    """Where the connection stands."""

    STARTING = "starting"
    CONNECTED = "connected"
    UNREACHABLE = "unreachable"
    TOKEN_REFUSED = "token_refused"  # noqa: S105  # a state, not a secret
    CONFLICT = "conflict"
    WEBHOOK_REFUSED = "webhook_refused"
    STORE_FAILING = "store_failing"
    STOPPED = "stopped"


SENTENCES = {
    State.STARTING: "Telegram: connecting.",
    State.CONNECTED: "Telegram: connected.",
    State.UNREACHABLE: "Telegram cannot be reached; trying again. Check the network and TELEGRAM_API_BASE.",
    State.TOKEN_REFUSED: "Telegram refuses the token. Ask @BotFather for the right one, set TELEGRAM_TOKEN, restart.",
    State.CONFLICT: "Another program polls with the same TELEGRAM_TOKEN. Stop it, or give this one a bot of its own.",
    State.WEBHOOK_REFUSED: "Telegram refuses TELEGRAM_WEBHOOK_URL. It must be a public https address that ends here.",
    State.STORE_FAILING: "Telegram messages cannot be stored. They wait at Telegram for up to 24 hours; see the log.",
    State.STOPPED: "Telegram: stopped.",
}
WELL = frozenset({State.STARTING, State.CONNECTED, State.STOPPED})


@dataclass(frozen=True)
class Status:
    """A state, and why: the reason names errors, never a person's words and never the token."""

    state: State
    reason: str = ""

    @property
    def well(self) -> bool:
        """Whether nothing needs anybody's attention."""
        return self.state in WELL and not self.reason

    def __str__(self) -> str:
        sentence = SENTENCES[self.state]
        return f"{sentence} ({self.reason})" if self.reason else sentence


class StatusBoard:
    """Holds the present status."""

    def __init__(self) -> None:
        self.present = Status(State.STARTING)

    def become(self, state: State, reason: str = "") -> None:
        """Set the status; says so in the log if the state is another one than before."""
        changed = state != self.present.state
        self.present = Status(state, reason)
        if changed:
            log.log(logging.INFO if self.present.well else logging.WARNING, "%s", self.present)
