"""What the network's room answers to."""

from __future__ import annotations

from bot.conversation.routes import Routes
from bot.network import adding, contact_command, log_command, report_taps, reports, show

ROUTES = Routes(
    commands={"contact": contact_command.contact, "log": log_command.log, "network": show.network},
    taps={
        "network.add": adding.ask_name,
        "network.add_anyway": adding.add_anyway,
        "network.take_same": adding.take_same,
        "network.every": adding.set_rhythm,
        "network.show": contact_command.show,
        "network.edit": contact_command.edit,
        "network.end": contact_command.end,
        "network.pause": contact_command.pause,
        "network.reopen": contact_command.reopen,
        "network.log": reports.ask_report,
        "network.confirm": report_taps.confirm,
        "network.change": report_taps.change,
        "network.drop": report_taps.drop,
        "network.same_one": report_taps.keep_the_one,
        "network.which": report_taps.choose_which,
        "network.with": report_taps.choose_with,
        "network.with_contact": report_taps.with_contact,
        "network.happened": report_taps.happened,
        "network.felt": report_taps.felt,
        "network.leave": report_taps.leave,
        "network.redo": show.put_back,
    },
    answers={
        "network.name": adding.answer_name,
        "network.same": adding.answer_same,
        "network.report": reports.answer_report,
        "network.confirm": reports.answer_confirm,
        "network.who": reports.answer_who,
        "network.which": reports.answer_which,
        "network.felt": reports.answer_felt,
    },
    intents={
        "add_contact": adding.add_from_text,
        "log_connection": reports.log_from_text,
        "undo_last": show.undo,
        "see_network": show.network,
        "see_contacts": show.contacts,
    },
)
