"""`kith doctor`: checks the installation and says what is wrong and how to mend it."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from bot.cli.findings import Finding, examine
from bot.settings import load_settings


def doctor(
    go_live: Annotated[bool, typer.Option("--go-live", help="Also what must hold before real people come.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Check the installation: settings, environments, keys, database, model, content, ports, Telegram.

    Example: kith doctor --go-live
    """
    settings = load_settings()
    failed = 0
    for finding in examine(settings, go_live=go_live):
        failed += not finding.holds
        _show(finding, as_json=as_json)
    raise typer.Exit(1 if failed else 0)


def _show(finding: Finding, *, as_json: bool) -> None:
    mend = "" if finding.holds else finding.mend
    if as_json:
        print(json.dumps({"check": finding.check, "holds": finding.holds, "mend": mend}), flush=True)
        return
    print(f"{'ok' if finding.holds else 'NO':>3}  {finding.check}", flush=True)
    if mend:
        print(f"     {mend}", file=sys.stderr, flush=True)
