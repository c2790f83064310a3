"""Starts Rasa as Kith runs it: loopback, quiet, without telemetry; ends when its parent ends.

    python -m bot.understanding.rasa_parts.serve run --model models/kith.tar.gz ...
    python -m bot.understanding.rasa_parts.serve train ...

Everything after the module's name goes to Rasa's own command line.
"""

from __future__ import annotations

import logging
import os
import sys

from bot.engine.parent import end_with_parent

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
}
ONE_THREAD = {"TF_INTRA_OP_PARALLELISM_THREADS": "1", "TF_INTER_OP_PARALLELISM_THREADS": "1"}
"""For TensorFlow in a measurement: with more threads it takes more processor time, and that is what is compared."""


def main() -> None:
    """Prepare the process, then hand over to Rasa."""
    os.environ.update(QUIET)
    end_with_parent()
    sys.argv[0] = "rasa"
    import rasa.__main__ as command_line

    silence_words()
    command_line.main()


def silence_words() -> None:
    """Let no log line carry what somebody wrote, at any level."""
    import rasa.utils.log_utils as log_utils
    import structlog

    stock = log_utils.configure_structlog

    def configure_without_words(*args: object, **kwargs: object) -> None:
        stock(*args, **kwargs)
        settings = structlog.get_config()
        processors = [drop_words, *settings["processors"]]
        structlog.configure(processors=processors, **{k: v for k, v in settings.items() if k != "processors"})

    import rasa.__main__ as command_line

    command_line.configure_structlog = configure_without_words  # type: ignore[attr-defined]  # imported by name there
    factory = logging.getLogRecordFactory()

    def record_without_words(*args: object, **kwargs: object) -> logging.LogRecord:
        record = factory(*args, **kwargs)
        if record.name.startswith(WORDY_LOGGERS):
            record.msg, record.args = f"(withheld: {record.module} line {record.lineno})", ()
            record.exc_info = None
        return record

    logging.setLogRecordFactory(record_without_words)


WORDY_LOGGERS = ("rasa.core", "rasa.nlu", "rasa.engine", "rasa.shared.core", "rasa.shared.nlu")
"""Rasa's loggers that print messages, trackers and parse data, some of them even in warnings and errors."""

SAFE_FIELDS = {"event", "level", "logger", "timestamp", "action_name", "policy_name"}


def drop_words(_logger: object, _method: str, fields: dict[str, object]) -> dict[str, object]:
    """A structlog processor that keeps an event's name and drops every field that could hold words."""
    return {name: value for name, value in fields.items() if name in SAFE_FIELDS}


if __name__ == "__main__":
    main()
