"""A copy of `./kith` in a folder of its own, with stand-ins for uv, Python and both environments."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HANDED_OVER = """#!/bin/sh
echo "cwd=$PWD"
echo "path=$PYTHONPATH"
echo "arguments=$*"
"""
UV = """#!/bin/sh
echo "uv $*" >> "{calls}"
case "$1 $2" in
    "--version "*) echo "uv {version}" ;;
    "python find") {find} ;;
    "python install") {install} ;;
    "sync "*) mkdir -p "$UV_PROJECT_ENVIRONMENT/bin"; cp "{handed_over}" "$UV_PROJECT_ENVIRONMENT/bin/python" ;;
esac
"""


@dataclass(frozen=True)
class FrontDoor:
    """A copy of the script with what it may find around it."""

    root: Path
    bin: Path

    def program(self, name: str, text: str) -> Path:
        """Something that can be found on PATH."""
        path = self.bin / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def python(self, name: str, version: str) -> Path:
        """An interpreter that answers as one of that version would."""
        real = shutil.which("python3") or "python3"
        posing = f"import sys; sys.version_info = ({version}); sys.executable = '{self.bin / name}'"
        return self.program(name, f'#!/bin/sh\n[ "$1" = -c ] || exit 9\nexec "{real}" -c "{posing}; $2"\n')

    def uv(self, version: str = "0.9.1", find: str = "exit 1", install: str = "exit 1") -> None:
        """A uv that makes environments which only tell what they were handed."""
        handed_over = self.program("handed-over", HANDED_OVER)
        text = UV.format(calls=self.calls, version=version, find=find, install=install, handed_over=handed_over)
        self.program("uv", text)

    def environment(self, name: str) -> Path:
        """An environment that was made from the present lock file."""
        python = self.root / name / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(HANDED_OVER)
        python.chmod(0o755)
        shutil.copy(self.root / "uv.lock", self.root / name / ".kith-lock")
        return python

    @property
    def calls(self) -> Path:
        """What uv was asked, a line each."""
        return self.root / "uv-calls"

    def run(
        self, *arguments: str, by: Path | None = None, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Call it as a person would."""
        return subprocess.run(
            ["sh", str(by or self.root / "kith"), *arguments],
            cwd=cwd or self.root,
            env={"PATH": f"{self.bin}:/usr/bin:/bin", "HOME": str(self.root), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
