"""The machine's own time zone, as an IANA name, to be offered as the person's."""

from __future__ import annotations

import os
from pathlib import Path

LOCALTIME = Path("/etc/localtime")


def machine_zone(localtime: Path = LOCALTIME) -> str | None:
    """The zone of $TZ, else what `localtime` points to; None where neither tells a name."""
    given = os.environ.get("TZ", "").removeprefix(":")
    if given and not given.startswith("/"):
        return given
    _, found, name = str(localtime.resolve()).partition("/zoneinfo/")
    return name if found else None
