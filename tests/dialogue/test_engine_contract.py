"""What app and engine promise each other: the action server's protocol, our forms in Rasa's place, a health that can
be believed, and no word to anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from tests.dialogue.channels import AtTheTerminal
from tests.dialogue.conversation import arrive, begin_to_practise
from tests.dialogue.people import said
from tests.dialogue.running import Kith
from tests.dialogue.trackers import Trackers

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


def call(kith: Kith, action: str, token: str | None = None, **more: Any) -> httpx.Response:
    """Call an action as Rasa does with a selective domain: without one."""
    tracker = {"sender_id": "contract", "slots": {}, "latest_message": {"text": "hello"}, "events": [], "paused": False}
    return httpx.post(
        kith.settings.action_url,
        json={"next_action": action, "sender_id": "contract", "tracker": tracker, **more},
        headers={"Authorization": f"Bearer {token or kith.token}"},
        trust_env=False,
    )


def health(kith: Kith, token: str | None = None) -> httpx.Response:
    return httpx.get(
        f"{kith.settings.engine_url}/webhooks/kith/health",
        headers={"Authorization": f"Bearer {token or kith.token}"},
        timeout=30,
        trust_env=False,
    )


@pytest.fixture
def person(kith: Kith) -> Iterator[AtTheTerminal]:
    with closing(AtTheTerminal(kith.url, kith.token, "contract")) as person:
        yield person


def test_an_action_is_served_without_a_domain(kith: Kith) -> None:
    answer = call(kith, "action_who_reads")
    assert answer.status_code == 200
    assert answer.json()["events"] == []
    assert answer.json()["responses"][0]["text"]


def test_an_action_is_served_with_a_domain(kith: Kith) -> None:
    assert call(kith, "action_who_reads", domain={"version": "3.1"}).status_code == 200


def test_an_unknown_action_is_not_found(kith: Kith) -> None:
    answer = call(kith, "action_of_nobody")
    assert answer.status_code == 404
    assert answer.json()["action_name"] == "action_of_nobody"


def test_a_wrong_token_is_refused_by_the_action_route(kith: Kith) -> None:
    assert call(kith, "action_who_reads", token="wrong").status_code == 401


@pytest.mark.parametrize("path", ["message", "forget"])
def test_a_wrong_token_is_refused_by_the_engine(kith: Kith, path: str) -> None:
    answer = httpx.post(
        f"{kith.settings.engine_url}/webhooks/kith/{path}",
        json={"sender": "contract", "message": "hello"},
        headers={"Authorization": "Bearer wrong"},
        trust_env=False,
    )
    assert answer.status_code == 401
    assert health(kith, token="wrong").status_code == 401


@pytest.mark.parametrize("path", ["/webhooks/rest/webhook", "/conversations/x/tracker", "/model/parse", "/domain"])
def test_the_engine_has_no_way_in_but_ours(kith: Kith, path: str) -> None:
    for method in ("GET", "POST"):
        answer = httpx.request(method, f"{kith.settings.engine_url}{path}", trust_env=False)
        assert answer.status_code in (404, 405), answer.text


def test_the_engines_health_tells_when_its_store_does_not_store(kith: Kith) -> None:
    assert health(kith).json() == {"ready": True}
    with Trackers(kith.settings).locked():
        answer = health(kith)
    assert answer.status_code != 200 or answer.json() == {"ready": False}
    assert health(kith).json() == {"ready": True}


def test_our_forms_take_the_place_of_rasas_own(kith: Kith, person: AtTheTerminal) -> None:
    arrive(person)
    begin_to_practise(person)
    person.say("hm, I see")
    person.expect(said("skills.reading.how_on"))
    trackers = Trackers(kith.settings)
    events = trackers.events(trackers.newest_sender())
    assert ("action", "question_form") in events
    assert ("action", "exercise_form") in events
    # Rasa's FormAction would have noted for which slot it asks.
    assert ("slot", "requested_slot") not in events


def test_telemetry_is_off_and_stays_off(kith: Kith) -> None:
    home = kith.settings.home / "engine-home"
    assert yaml.safe_load((home / ".config" / "rasa" / "global.yml").read_text()) == {"metrics": {"enabled": False}}
    assert environment_of_the_engine(kith).get("RASA_TELEMETRY_ENABLED", "false") == "false"


def environment_of_the_engine(kith: Kith) -> dict[str, str]:
    """As Linux tells it; elsewhere, empty."""
    for environ in Path("/proc").glob("[0-9]*/environ"):
        try:
            pairs = [pair.partition("=") for pair in environ.read_text().split("\0")]
        except OSError:
            continue
        values = {name: value for name, _, value in pairs}
        if values.get("KITH_ENGINE_DB") == str(kith.settings.home / "engine.db"):
            return values
    return {}


def test_the_engine_knows_no_keys_and_no_database_of_ours(kith: Kith) -> None:
    environment = environment_of_the_engine(kith)
    assert not {"DATABASE_URL", "KITH_KEYS_URL", "KITH_KEY_FILE", "TELEGRAM_TOKEN"} & environment.keys()
