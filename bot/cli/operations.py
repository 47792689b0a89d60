"""The commands that keep records: back up, restore, hold, purge, and verify the audit."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from bot.base.postgres import KeepingError
from bot.base.settings import Settings

T = TypeVar("T")


def _done(work: Coroutine[Any, Any, T]) -> T:
    """Runs it to its end; why it can't be done is said in words."""
    try:
        return asyncio.run(work)
    except KeepingError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


def backup(file: Annotated[Path, typer.Argument(help="A new file for the copy.")]) -> None:
    """Copies the main database, and never the keyring."""
    from bot.ops.backup import back_up

    _done(back_up(Settings(), file))
    typer.echo(f"Written to {file}. The keyring is never part of a backup.")


def restore(
    file: Annotated[Path, typer.Argument(help="What upstander backup wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it where a main database stands already.")
    ] = False,
) -> None:
    """Brings a backup back, while no server runs; what was closed since then stays closed."""
    from bot.ops.restore import restore as put_back

    for line in _done(put_back(Settings(), file, replace)).in_words():
        typer.echo(line)


def hold(
    thread: Annotated[str, typer.Argument(help="The thread's id; none lists what is held.")] = "",
    lift: Annotated[bool, typer.Option("--lift", help="It may be purged again.")] = False,
) -> None:
    """Keeps a thread from being purged, for a legal hold; without one, lists what is held."""
    from bot.ops.retention import held
    from bot.ops.retention import hold as set_hold

    if not thread:
        ids = _done(held(Settings()))
        typer.echo("\n".join(ids) if ids else "Nothing is under legal hold.")
        return
    changed = _done(set_hold(Settings(), thread, lift))
    state = "no longer under legal hold" if lift else "under legal hold"
    typer.echo(f"{thread} is {state}{'.' if changed else ', as it was before.'}")


def purge() -> None:
    """Deletes threads that were closed longer ago than the partnership keeps them."""
    from bot.ops.retention import purge_closed

    purged = _done(purge_closed(Settings()))
    left = f" {purged.held} stay, under legal hold." if purged.held else ""
    typer.echo(f"Purged {purged.gone}.{left}")


def audit(
    what: Annotated[str, typer.Argument(help="verify, or root")],
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="With root: of which day.")
    ] = None,
) -> None:
    """Verifies the record of what was done to threads, or prints a day's root to keep elsewhere."""
    from bot.ops.audit import root, verified

    if what == "verify":
        verdict, lines = _done(verified(Settings()))
        typer.echo("\n".join(lines))
        raise typer.Exit(1 if verdict.wrong else 0)
    if what != "root":
        typer.echo("Say upstander audit verify, or upstander audit root.", err=True)
        raise typer.Exit(2)
    typer.echo(_done(root(Settings(), day.date() if day else None)))


COMMANDS = (backup, restore, hold, purge, audit)
