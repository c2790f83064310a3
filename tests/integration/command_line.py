"""Calls commands as a script would: in a process of their own, with a home of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.cli.instances import free_port
from bot.settings import ROOT, Settings


@dataclass
class CommandLine:
    """`kith` on a folder, free of a developer's own settings. An empty value silences a line in `.env`."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        silent = {str(field.alias): "" for field in Settings.model_fields.values()}
        ports = {name: str(free_port()) for name in ("KITH_PORT", "KITH_ENGINE_PORT", "KITH_ACTION_PORT")}
        self.environment = {**silent, **ports, "KITH_HOME": str(self.home), **self.environment}

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """Start a command and let it run."""
        return subprocess.Popen(
            [sys.executable, "-m", "bot.cli", *arguments],
            cwd=ROOT,
            env={**os.environ, **self.environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        with self.start(*arguments, **more) as process:
            out, err = process.communicate(timeout=100)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)
