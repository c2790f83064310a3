"""`kith`: every command has --help with an example. Exit code 0: success; 1: a check does not hold; 2: wrong use."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from bot.cli import bench_nlu, people, rights, running
from bot.cli.analyse import analyse
from bot.cli.bench import bench
from bot.cli.doctor import doctor
from bot.cli.reports import report
from bot.cli.simulate import simulate
from bot.errors import KithError, SettingsError, UsageError

app = typer.Typer(
    name="kith",
    help="Kith, a conversational coach for social skills.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
running.add_to(app)
people.add_to(app)
rights.add_to(app)
app.command()(doctor)
app.command()(simulate)
app.add_typer(report, name="report")
bench_nlu.add_to(bench)
app.add_typer(analyse, name="analyse")
app.add_typer(bench, name="bench")


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives back its exit code. What went wrong is a sentence on standard error."""
    try:
        return app(arguments, prog_name="kith", standalone_mode=False) or 0
    except (UsageError, SettingsError) as problem:
        return _fail(str(problem), 2)
    except KithError as problem:
        return _fail(str(problem), 1)
    except typer.TyperException as problem:  # typer's own: wrong use, or a help page asked for by saying nothing
        return _fail(_in_a_sentence(problem, arguments), problem.exit_code)
    except typer.Abort:
        return _fail("Stopped; nothing was done.", 1)


def _in_a_sentence(problem: typer.TyperException, arguments: Sequence[str]) -> str:
    said = problem.format_message().strip()
    context: typer.Context | None = getattr(problem, "ctx", None)
    called = context.command_path if context is not None else f"kith {arguments[0]}"
    return said and f"{said.rstrip('.')}. See: {called} --help"


def _fail(words: str, code: int) -> int:
    if words:
        print(f"kith: {words}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
