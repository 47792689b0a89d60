"""`upstander referrals`: many of them from a file, and out into one."""

import asyncio
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings

if TYPE_CHECKING:
    from bot.files.importing import Imported
    from bot.wiring import Core
    from handlers.referral.files.spreadsheet import Mistake
    from storage.directory.members import Seen

MOST_SHOWN = 100
"""So many rows are fixed in one go; the others are counted."""

referrals = typer.Typer(
    name="referrals",
    help="Records referrals from a CSV file, or writes them as CSV or iCalendar.",
    no_args_is_help=True,
)
"""Its sub-commands, to be hung into `upstander`."""


@referrals.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(help="A CSV file; docs/referrals.md tells its columns.")],
    person: Annotated[
        str, typer.Option("--as", help="In whose name, by their id, such as slack:T0123:U0456.")
    ],
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also rows that may show who someone is.")
    ] = False,
) -> None:
    """Records every referral of a file, or none; names each wrong row and how to fix it."""
    imported = asyncio.run(_import(file, person, anyway))
    if imported.recorded:
        typer.echo(f"Recorded {imported.recorded:,}.")
        return
    for line in _wrong(imported, anyway):
        typer.echo(line, err=True)
    raise typer.Exit(1)


async def _import(file: Path, person: str, anyway: bool) -> "Imported":
    from bot.files.importing import Importing
    from bot.ops.backup import current_core
    from handlers.contract.people import Named

    data = await asyncio.to_thread(_read, file)
    async with current_core(Settings()) as core:
        who = await _person(person, core)
        importing = Importing(core.transactions, core.members)
        named = Named(who.person, who.name, who.agency)
        return await importing.take(named, data, anyway, _progress)


def _read(file: Path) -> bytes:
    from handlers.referral.files.spreadsheet import MOST_BYTES

    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)  # one more says that it is too big


def _progress(what: str, done: int, of: int) -> None:
    typer.echo(f"{what.capitalize()} {done:,} of {of:,}", err=True)


async def _person(id: str, core: "Core") -> "Seen":
    from storage.partnership import PersonId, in_one_spelling

    found = await core.members.find(PersonId(in_one_spelling(id)))
    if found is None or found.agency is None:
        raise NotDoneError(
            "Nobody of this id is known in an agency: start the server once, or look the id up "
            "in the partnership's file."
        )
    return found


def _wrong(imported: "Imported", anyway: bool) -> Iterator[str]:
    yield from _listed(imported.mistakes)
    if imported.doubts and not anyway:
        yield from _listed(imported.doubts)
    if imported.mistakes:
        yield f"{len(imported.mistakes):,} to fix. Nothing was recorded."
    else:
        yield (
            f"{len(imported.doubts):,} rows may show who someone is. Nothing was recorded. "
            "Change them, or say --anyway to record them as they are."
        )


def _listed(mistakes: Iterable["Mistake"]) -> Iterator[str]:
    from handlers.referral.files.spreadsheet import words_of
    from prompts.words import say, speak

    every = list(mistakes)
    for mistake in every[:MOST_SHOWN]:
        yield " ".join(speak(words_of(mistake), "en").split())
    if len(every) > MOST_SHOWN:
        yield speak(say("import-more", count=len(every) - MOST_SHOWN), "en")


@referrals.command("export")
def export_file(
    agency: Annotated[str, typer.Option(help="Only what was asked of this agency, or by it.")] = "",
    form: Annotated[
        Literal["csv", "ics"], typer.Option("--format", help="csv, or ics for a calendar.")
    ] = "csv",
    person: Annotated[
        str, typer.Option("--as", help="What this person may see, by their id.")
    ] = "",
    out: Annotated[Path | None, typer.Option(help="A new file; otherwise it is printed.")] = None,
) -> None:
    """Writes referrals for a spreadsheet or a calendar; without --as, nothing that was said."""
    text = asyncio.run(_export(agency, form, person))
    if out is None:
        typer.echo(text, nl=False)
        return
    # For its owner's eyes only, and never over a file.
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(text.encode())
    typer.echo(f"Written to {out}.")


async def _export(agency: str, form: Literal["csv", "ics"], person: str) -> str:
    from bot.files.exporting import Exporting
    from bot.ops.backup import current_core
    from storage.partnership import AgencyId

    async with current_core(Settings()) as core:
        known = [a.id for a in core.partnership.agencies]
        if agency and agency not in known:
            raise NotDoneError(f"There is no such agency. There are: {', '.join(known)}.")
        exporting = Exporting(core.engine, core.keys, core.partnership, core.clock)
        wanted = AgencyId(agency) if agency else None
        if not person:
            return await exporting.everything(form, wanted)
        who = await _person(person, core)
        if wanted is None:
            return await exporting.own(who.person, form, who.language)
        text = await exporting.agencys(who.person, form, who.language, wanted)
        if text is None:
            raise NotDoneError("They are no lead of this agency, and may see their own only.")
        return text
