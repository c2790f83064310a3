"""What privacy answers to."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.privacy import erase_flow, export_flow, looks

ROUTES = Routes(
    commands={
        "export": export_flow.hand_over_export,
        "erase": erase_flow.ask_to_erase,
        "who_saw": looks.tell_who_saw,
    },
    taps={
        "privacy.erase": erase_flow.confirm,
        "privacy.keep": erase_flow.keep,
        "privacy.export": export_flow.hand_over_export,
        "privacy.sensitive": export_flow.ask_for_sensitive,
        "privacy.export_all": export_flow.hand_over_all,
        "privacy.keep_out": export_flow.keep_out,
    },
    answers={
        erase_flow.QUESTION: erase_flow.take_answer,
        export_flow.QUESTION: export_flow.take_answer,
    },
    intents={
        "export_data": export_flow.hand_over_export,
        "erase_data": erase_flow.understand_request,
    },
)
