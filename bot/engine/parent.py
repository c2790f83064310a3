"""Ends a child process when its supervisor is gone. Used by app and engine, so it needs the standard library only."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

STOP_WITH_STDIN = "KITH_STOP_WITH_STDIN"
PATIENCE_SECONDS = 10.0


def end_with_parent() -> None:
    """Where the supervisor holds our standard input open, its end means that the supervisor died: stop too."""
    if os.environ.get(STOP_WITH_STDIN):
        threading.Thread(target=_watch, name="parent-watch", daemon=True).start()


def _watch() -> None:
    while os.read(sys.stdin.fileno(), 1024):  # unbuffered: a lock held here would break the interpreter's shutdown
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE_SECONDS)
    os._exit(1)
