"""The command `upstander`."""

import asyncio
import gc
import logging
import os
import shutil
import signal
import socket
import webbrowser
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.base.crash_reports import report_crashes_without_values
from bot.base.credentials.mistakes import mistakes
from bot.base.logs import set_up_logging
from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.cli.asking import ask_partnership
from bot.cli.doors import listening
from bot.cli.operations import COMMANDS
from bot.cli.partnership import partnership
from bot.cli.referrals import referrals
from bot.cli.wrong import WRONG, in_words
from storage.partnership.loading import read_written

if TYPE_CHECKING:
    from starlette.applications import Starlette

cli = typer.Typer(
    help="Upstander: speak up in the moment, and be answered.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def main() -> None:
    """Runs the command; what is wrong is said in words, not in a traceback."""
    try:
        cli()
    except WRONG as error:
        for line in in_words(error):
            typer.echo(line, err=True)
        raise SystemExit(2) from None


def _ended(*_: object) -> NoReturn:
    raise SystemExit(0)


RARELY = 10_000
"""New objects between two looks for circles: a request makes thousands and leaves hardly any."""


def _serve(app: "Starlette", doors: list[socket.socket]) -> None:
    import uvicorn

    # By itself it would believe whoever reaches it from this machine where a request came from.
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=10,
    )  # fmt: skip
    server = uvicorn.Server(config)
    # uvicorn ends gracefully, then raises the signal once more, as if nobody had handled it.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _ended)
    # What was made while starting lives on: the collector needn't look at it again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(RARELY)
    try:
        server.run(sockets=doors)
    except SystemExit as ended:
        if ended.code:
            typer.echo("It could not start. What is wrong: upstander check", err=True)
        raise


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8750,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser.")
    ] = True,
    county: Annotated[
        bool, typer.Option("--county", help="With 250 agencies and 800 people instead of a town.")
    ] = False,
) -> None:
    """Opens a living example partnership in the browser. Nothing is kept."""
    from bot.cli.demo import COUNTY, EXAMPLE, REFERRALS, build_demo, demo_settings

    set_up_logging()
    report_crashes_without_values()
    settings = demo_settings("127.0.0.1", port)
    try:
        doors = listening(settings, "upstander demo --port")
        _welcome(f"http://127.0.0.1:{doors[0].getsockname()[1]}", open_browser)
        file, referrals = (COUNTY, None) if county else (EXAMPLE, REFERRALS)
        _serve(build_demo(settings, None, referrals, file), doors)
    finally:
        shutil.rmtree(settings.data_dir, ignore_errors=True)


def _welcome(address: str, open_browser: bool) -> None:
    typer.echo(
        f"\n  Upstander's demo is at {address}\n\n"
        "  1. Choose who you are, and raise a concern.\n"
        "  2. In a second window be a lead of that agency, and pick it up.\n"
        "  3. Go back to the first: you see who has it, and what they say.\n\n"
        "  Time can be moved forward at the top of each page. Ctrl+C ends it.\n"
    )
    if open_browser and (os.environ.get("DISPLAY") or os.name == "nt"):
        webbrowser.open(address)


@cli.command()
def serve() -> None:
    """Runs the bot for the partnership's Slack and Teams, and its pages in the browser."""
    from bot.app import build_app
    from bot.ops.checking.operating import Operating
    from bot.ops.keys_apart import moving
    from bot.ops.stores import refuse_unsound
    from bot.ops.web_notes import web_notes
    from bot.web.public_routes import public_routes
    from bot.wiring import build_core, build_platforms, build_web

    settings = Settings()
    set_up_logging(getattr(logging, settings.log_level.upper()))
    report_crashes_without_values()
    if wrong := mistakes(settings):
        raise NotDoneError("\n".join(wrong))
    written = read_written(settings.partnership)
    asyncio.run(refuse_unsound(settings, written.partnership.id))
    if settings.keys_beside_stores:
        typer.echo(moving(settings), err=True)
    core = build_core(settings, partnership=written)
    platforms = build_platforms(core)
    if platforms.slack is None and platforms.teams is None and not settings.has_web:
        raise NotDoneError(
            "Neither Slack nor Teams is set up, and the web isn't either: set SLACK_BOT_TOKEN and "
            "SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET), or the three TEAMS_ settings, or "
            "UPSTANDER_PUBLIC_URL with https://. docs/connect.md tells how. "
            "To look around first: upstander demo"
        )
    pages = public_routes(
        core.dispatch, core.clock, core.partnership, settings.public_url, settings.proxies,
        settings.origin if settings.teams_tab and settings.has_web else "",
    )  # fmt: skip
    for line in web_notes(settings, core.partnership):
        typer.echo(line, err=True)
    web = build_web(core, operations=Operating(core, platforms.state))
    _serve(build_app(core, platforms, [*pages, *web]), listening(settings, "UPSTANDER_PORT"))


@cli.command()
def init(
    file: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("partnership.yaml"),
) -> None:
    """Asks a handful of questions and writes the partnership's file."""
    if file.exists():
        raise NotDoneError(f"{file} is there already: move it away, or name another file.")
    if not file.absolute().parent.is_dir():
        raise NotDoneError(f"{file.parent} is no folder: make it first, or name another file.")
    text = ask_partnership()
    file.write_text(text, "utf-8")
    typer.echo(
        f"Written to {file}. Look it over; then upstander migrate makes the databases, and "
        "upstander check says what is still missing."
    )


@cli.command()
def check() -> None:
    """Says what is wrong with the configuration, the databases and the platforms' credentials."""
    from bot.base.unknown_settings import unknown_settings
    from bot.ops.checking.check import check_all

    settings = Settings()
    found = asyncio.run(check_all(settings))
    problems = [*unknown_settings(os.environ), *found.wrong]
    for problem in problems:
        typer.echo(problem)
    for gap in found.worth_knowing:
        typer.echo(f"Worth knowing: {gap}")
    typer.echo("All is well." if not problems else f"\n{len(problems)} to fix.")
    raise typer.Exit(1 if problems else 0)


@cli.command()
def migrate() -> None:
    """Brings both databases to the newest schema."""
    from bot.ops.backup import migrate_both

    asyncio.run(migrate_both(Settings()))
    typer.echo("Both databases are up to date.")


@cli.command()
def preview(
    command: Annotated[str, typer.Argument(help="A command, such as concern.")],
    platform: Annotated[str, typer.Option(help="slack, teams or web")] = "web",
    locale: Annotated[str, typer.Option(help="en or cy")] = "en",
) -> None:
    """Prints what would be shown."""
    from bot.cli.preview import previewed

    typer.echo(asyncio.run(previewed(command, platform, locale)))


@cli.command()
def manifest(
    platform: Annotated[str, typer.Argument(help="slack or teams")],
    out: Annotated[Path | None, typer.Option(help="Where to write the Teams package.")] = None,
    url: Annotated[
        str, typer.Option(help="Where the bot is reached, such as https://bot.example")
    ] = "",
    version: Annotated[
        str, typer.Option(help="The Teams package's version; an update needs a higher one.")
    ] = "",
) -> None:
    """Prints Slack's app manifest, or writes Teams' app package."""
    from bot.cli.manifest import write_manifest

    typer.echo(write_manifest(platform, Settings(), out, url, version))


cli.add_typer(referrals, name="referrals")
cli.add_typer(partnership, name="partnership")
for command in COMMANDS:
    # An id may begin with "-", and is no option then.
    takes_id = "thread" in signature(command).parameters
    cli.command(context_settings={"ignore_unknown_options": takes_id})(command)
