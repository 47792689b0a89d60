"""`upstander partnership`: what is in force, as a file, and a file into force."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.base.settings import Settings

partnership = typer.Typer(
    name="partnership",
    help="Writes the partnership's settings in force as YAML, or puts a file's in force.",
    no_args_is_help=True,
)
"""Its sub-commands, to be hung into `upstander`."""
_YES = typer.Option("--yes", help="Do it without asking.")


@partnership.command("export")
def export_file(
    file: Annotated[Path | None, typer.Argument(help="A new file; without one, to read.")] = None,
) -> None:
    """Writes all settings in force as a file that can be changed and applied."""
    from bot.ops.partnership import export

    text = asyncio.run(export(Settings()))
    if file is None:
        typer.echo(text, nl=False)
    else:
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
        typer.echo(f"Written to {file}.")


@partnership.command("apply")
def apply_file(
    file: Annotated[Path, typer.Argument(help="A whole file, as export writes it.")],
    yes: Annotated[bool, _YES] = False,
) -> None:
    """Shows what a file would change, and then has every server follow it within a second."""
    from bot.ops.partnership import apply, compare

    lines = asyncio.run(compare(Settings(), file))
    typer.echo("\n".join(lines) if lines else "Nothing differs.")
    if lines and (yes or typer.confirm("Put this in force?")):
        number = asyncio.run(apply(Settings(), file))
        typer.echo(f"In force as version {number}.")


@partnership.command("people")
def take_people(
    file: Annotated[Path, typer.Argument(help="CSV: name, agency, title; id, email, language.")],
    yes: Annotated[bool, _YES] = False,
) -> None:
    """Takes people from a spreadsheet, all or none; names each wrong line and how to fix it."""
    from bot.ops import partnership as ops

    lines, wrong = asyncio.run(ops.take_people(Settings(), file, look=True))
    typer.echo("\n".join(lines or wrong) or "Nothing differs.", err=bool(wrong))
    if wrong:
        typer.echo(f"{len(wrong)} to fix; nothing was changed.", err=True)
        raise typer.Exit(1)
    if lines and (yes or typer.confirm(f"Put these {len(lines)} changes in force?")):
        asyncio.run(ops.take_people(Settings(), file, look=False))
        typer.echo("In force.")
