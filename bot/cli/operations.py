"""The commands that keep records: back up, restore, hold, purge, and verify the audit."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings


def backup(file: Annotated[Path, typer.Argument(help="A new file for the copy.")]) -> None:
    """Copies the main database, and never the keyring."""
    from bot.ops.backup import back_up

    asyncio.run(back_up(Settings(), file))
    typer.echo(f"Written to {file}. The keyring is never part of a backup.")


def restore(
    file: Annotated[Path, typer.Argument(help="What upstander backup wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it where a main database stands already.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Lose what is newer than the backup, without asking.")
    ] = False,
    without_keyring: Annotated[
        bool, typer.Option("--without-keyring", help="It is lost: close what was open then.")
    ] = False,
) -> None:
    """Brings a backup back, while no server runs; what was closed since then stays closed."""
    from bot.ops.restoring.restore import Meant
    from bot.ops.restoring.restore import restore as put_back

    meant = Meant(replace, without_keyring, agrees=lambda words: yes or _agrees(words))
    for line in asyncio.run(put_back(Settings(), file, meant)).in_words():
        typer.echo(line)


def _agrees(words: str) -> bool:
    typer.echo(words)
    try:
        return typer.confirm("Lose them, and go on?")
    except typer.Abort:  # a script that nobody answers for
        return False


def hold(
    thread: Annotated[str, typer.Argument(help="The thread's id; none lists what is held.")] = "",
    lift: Annotated[bool, typer.Option("--lift", help="It may be purged again.")] = False,
) -> None:
    """Keeps a thread from being purged, for a legal hold; without one, lists what is held."""
    from bot.ops.retention import held
    from bot.ops.retention import hold as set_hold

    if not thread:
        ids = asyncio.run(held(Settings()))
        typer.echo("\n".join(ids) if ids else "Nothing is under legal hold.")
        return
    changed = asyncio.run(set_hold(Settings(), thread, lift))
    state = "no longer under legal hold" if lift else "under legal hold"
    typer.echo(f"{thread} is {state}{'.' if changed else ', as it was before.'}")


def purge() -> None:
    """Deletes threads closed longer ago than they are kept, and what stood in old versions."""
    from bot.ops.retention import purge_closed

    purged = asyncio.run(purge_closed(Settings()))
    left = f" {purged.held} stay, under legal hold." if purged.held else ""
    typer.echo(f"Purged {purged.gone}.{left}")
    if purged.versions:
        typer.echo(f"Emptied {purged.versions} changes of the partnership: only their day is left.")


def audit(
    what: Annotated[str, typer.Argument(help="verify, or root")],
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="With root: of which day.")
    ] = None,
) -> None:
    """Verifies the record of what was done to threads, or prints a day's root to keep elsewhere."""
    from bot.ops.audit import root, verified

    if what == "verify":
        verdict, lines = asyncio.run(verified(Settings()))
        typer.echo("\n".join(lines))
        raise typer.Exit(1 if verdict.wrong else 0)
    if what != "root":
        raise NotDoneError("Say upstander audit verify, or upstander audit root.")
    typer.echo(asyncio.run(root(Settings(), day.date() if day else None)))


def undelivered(
    again: Annotated[
        list[str] | None, typer.Argument(help="Ids of messages to send again.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Send all of them again.")] = False,
    give_up: Annotated[
        bool, typer.Option("--give-up", help="Try these no more: others are asked at once.")
    ] = False,
) -> None:
    """Lists what waits or couldn't be delivered, and to whose agency; sends it again, or not."""
    from bot.ops.undelivered import given_up, listed, sent_again, unknown

    if give_up and (every or not again):
        raise NotDoneError("Say which, by their ids: upstander undelivered lists them.")
    if again and (nothing := asyncio.run(unknown(Settings(), again))):
        typer.echo(f"Nothing has the id {', '.join(nothing)}, so nothing was done.", err=True)
        typer.echo("upstander undelivered lists what waits, with its ids.", err=True)
        raise typer.Exit(1)
    if give_up and again:
        count = asyncio.run(given_up(Settings(), again))
        typer.echo(f"{count} are tried no more, and others are asked.")
        return
    if again or every:
        count = asyncio.run(sent_again(Settings(), again or ()))
        typer.echo(f"{count} go out now, if a server runs.")
        return
    typer.echo("\n".join(asyncio.run(listed(Settings()))))


def stores(
    join: Annotated[
        bool, typer.Option("--join", help="Go on with these two; what only one has is destroyed.")
    ] = False,
) -> None:
    """Says whether the main database and the keyring belong together; joins them when told to."""
    from bot.ops.joining import compared, joined

    for line in asyncio.run(joined(Settings()) if join else compared(Settings())):
        typer.echo(line)


def greet(
    wait: Annotated[int, typer.Option(help="Seconds to wait for the answers.")] = 60,
) -> None:
    """Sends everybody named in the file a hello, by the server that runs; says who got it."""
    from bot.ops.greeting import greet as say_hello

    told = asyncio.run(say_hello(Settings(), wait))
    typer.echo("\n".join((*told.lines, told.ending)))
    raise typer.Exit(0 if told.reached else 1)


def invite(person: Annotated[str, typer.Argument(help="As in the file: web:kofi-mensah.")]) -> None:
    """Prints a link with which somebody signs in on the web, once, within an hour."""
    from bot.ops.inviting import invitation

    typer.echo(asyncio.run(invitation(Settings(), person)))


COMMANDS = (backup, restore, stores, hold, purge, audit, undelivered, greet, invite)
