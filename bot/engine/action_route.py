"""Where the engine calls the app: a loopback port of its own, with the local token. One call, one transaction."""

from __future__ import annotations

import hmac
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from actions.forms import ExerciseForm, QuestionForm
from actions.intents import intent_actions
from bot.conversation.reply import Reply
from bot.conversation.turn import Turn, current_turn
from bot.gateway.answering import Answering, wanted_form
from bot.gateway.chats import open_chat
from bot.gateway.tables import Chat
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.safety import protocol
from bot.safety.detect import assess

DOMAIN: dict[str, Any] = {"version": "3.1"}
"""rasa-sdk 3.9 and later answers 449 to a call without a domain; Rasa 3.6.21 with selective domain sends none."""


class ActionRoute:
    """Runs actions for the engine. `action_session_start` is answered from the tables, without rasa-sdk."""

    def __init__(self, answering: Answering, vault: KeyVault, token: str) -> None:
        self._answering = answering
        self._expected = f"Bearer {token}".encode()
        self._vault = vault
        routes = answering.routes
        self._executor = ActionExecutor()
        for action in (
            ExerciseForm(routes.intents),
            QuestionForm(routes.intents, routes.answers),
            *intent_actions(routes.intents),
        ):
            self._executor.register_action(action)

    def app(self) -> Starlette:
        """The ASGI application of the action port."""
        return Starlette(
            routes=[Route("/webhook", self.webhook, methods=["POST"]), Route("/health", self.health, methods=["GET"])]
        )

    async def health(self, request: Request) -> JSONResponse:
        """Whether actions are served."""
        return JSONResponse({"ready": True})

    async def webhook(self, request: Request) -> JSONResponse:
        """One action call, as Rasa's action server protocol has it."""
        if not self._is_ours(request):
            return JSONResponse({"error": "wrong or missing token"}, status_code=401)
        call = await request.json()
        call.setdefault("domain", DOMAIN)
        name = call.get("next_action")
        if name == "action_session_start":
            return JSONResponse({"events": self._session_start(call["sender_id"]), "responses": []})
        try:
            return JSONResponse(await self._run(call))
        except ActionNotFoundException:
            return JSONResponse({"error": f"no action called {name}", "action_name": name}, status_code=404)
        except ActionExecutionRejection as rejection:
            return JSONResponse({"error": rejection.message, "action_name": name}, status_code=400)

    def _is_ours(self, request: Request) -> bool:
        # As bytes: compare_digest raises for text that is not ASCII, which a stranger may send.
        return hmac.compare_digest(request.headers.get("authorization", "").encode(), self._expected)

    async def _run(self, call: dict[str, Any]) -> dict[str, Any]:
        """Run the action within the turn of its inbox row. The words stay here: the engine needs none."""
        inbox_id = (call["tracker"].get("latest_message", {}).get("metadata") or {}).get("inbox_id")
        if inbox_id is None:
            return await self._run_for_shell(call)
        with self._answering.turn(inbox_id) as turn:
            if turn is not None:
                turn.chat.engine_turns += 1
                await self._run_in(turn, call)
        return {"events": [], "responses": []}

    async def _run_in(self, turn: Turn, call: dict[str, Any]) -> None:
        reset = current_turn.set(turn)
        try:
            await self._executor.run(call)
        finally:
            current_turn.reset(reset)

    async def _run_for_shell(self, call: dict[str, Any]) -> dict[str, Any]:
        """Without a gateway in front (`rasa shell`), a person of their own gets the words through Rasa."""
        with self._answering.database.begin() as session:
            chat = open_chat(session, self._vault, "shell", call["sender_id"], self._answering.clock.now())
            turn = self._answering.open_turn(session, chat, session.get_one(Person, chat.person_id))
            assessment = assess(call["tracker"].get("latest_message", {}).get("text") or "")
            if assessment.is_danger:
                protocol.answer_in_crisis(turn, assessment)
            else:
                await self._run_in(turn, call)
            return {"events": [], "responses": [_for_rasa(reply, turn) for reply in turn.replies]}

    def _session_start(self, sender_id: str) -> list[dict[str, Any]]:
        """Open a session with the form that our tables say is active."""
        with self._answering.database.begin() as session:
            chat = session.scalar(select(Chat).where(Chat.sender_id == sender_id))
            person = session.get(Person, chat.person_id) if chat is not None and chat.person_id else None
            form = wanted_form(session, person) if person is not None else ""
            if chat is not None:
                chat.engine_loop, chat.engine_turns = form, 0
        opened = [{"event": "active_loop", "name": form}] if form else []
        return [{"event": "session_started"}, *opened, {"event": "action", "name": "action_listen"}]


def _for_rasa(reply: Reply, turn: Turn) -> dict[str, Any]:
    titles = [turn.content.messages.title(button.title) for button in reply.buttons]
    return {"text": "\n".join([reply.text, *(f"[{title}]" for title in titles)])}
