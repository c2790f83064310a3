"""What it costs a fresh process to load the encoder."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bot.settings import ROOT

MOST_SECONDS_TO_LOAD = 1.0
TIMES = 3
LOAD = """
import sys, time
from pathlib import Path
started = time.process_time()
from bot.understanding.encoder.encoder import SentenceEncoder
SentenceEncoder.load(Path(sys.argv[1])).encode(["hello"])
print(time.process_time() - started)
"""


def seconds_to_load(python: str, exports: Path) -> float:
    """Processor time from the first import to the first vector, int8: the best of three, since others run as well."""
    command = [python, "-c", LOAD, str(exports)]
    return min(
        float(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        for _time in range(TIMES)
    )
