"""`kith report`: what staff may know, under disclosure control."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.saying import OPERATOR, as_date
from bot.cli.store import open_store
from bot.insight.figures import people_who_practised
from bot.insight.report import RENDERERS

report = typer.Typer(help="Figures about the programme, under disclosure control.", no_args_is_help=True)


class Form(StrEnum):
    """How a report is written."""

    table = "table"
    csv = "csv"
    html = "html"
    json = "json"


class Split(StrEnum):
    """What a figure may be split by."""

    pathway = "pathway"


@report.command()
def practised(
    week: Annotated[str | None, typer.Option(help="Any day of the week, as YYYY-MM-DD; default: this week.")] = None,
    by: Annotated[Split | None, typer.Option(help="Split the figure.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.table,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """How many people practised in a week, among those who agreed to be counted.

    Example: kith report practised --week 2026-11-16 --by pathway --format csv
    """
    with open_store() as store:
        now = store.clock.now()
        with store.database.begin() as session:
            answer = people_who_practised(
                session,
                as_date(week, "--week") if week else now.date(),
                now,
                asked_by=OPERATOR,
                by="pathway" if by else None,
                minimum=store.settings.minimum_cell,
            )
    sys.stdout.write(RENDERERS["json" if as_json else form.value](answer))
