"""The command `upstander`."""

import asyncio
import os
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI
from pydantic import ValidationError

from bot.logs import set_up_logging
from bot.settings import Settings
from storage.partnership.asking import (
    AGENCY,
    PARTNERSHIP,
    Answers,
    Question,
    objection,
    write_partnership,
)
from storage.partnership.problems import PartnershipError

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
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False, include_context=False):
            place = ".".join(str(part) for part in problem["loc"])
            typer.echo(f"Settings: {place} {problem['msg']}".strip(), err=True)
        raise SystemExit(2) from None
    except PartnershipError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(2) from None


def _serve(app: FastAPI, settings: Settings) -> None:
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8750,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser.")
    ] = True,
) -> None:
    """Opens a living example partnership in the browser. Nothing is kept."""
    from bot.demo import build_demo, demo_settings

    set_up_logging()
    settings = demo_settings("127.0.0.1", port)
    address = f"http://127.0.0.1:{port}"
    typer.echo(
        f"\n  Upstander's demo is at {address}\n\n"
        "  1. Choose who you are, and raise a concern.\n"
        "  2. In a second window be a lead of that agency, and pick it up.\n"
        "  3. Go back to the first: you see who has it, and what they say.\n\n"
        "  Time can be moved forward at the top of each page. Ctrl+C ends it.\n"
    )
    if open_browser and (os.environ.get("DISPLAY") or os.name == "nt"):
        webbrowser.open(address)
    _serve(build_demo(settings), settings)


@cli.command()
def serve() -> None:
    """Runs the bot for the partnership's Slack and Teams."""
    from bot.app import build_app
    from bot.wiring import build_core, build_platforms

    settings = Settings()
    set_up_logging(getattr(__import__("logging"), settings.log_level.upper()))
    core = build_core(settings)
    platforms = build_platforms(core)
    if platforms.slack is None and platforms.teams is None:
        typer.echo(
            "Neither Slack nor Teams is set up: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN "
            "(or SLACK_SIGNING_SECRET), or the three TEAMS_ settings. docs/connect.md tells how. "
            "To look around first: upstander demo",
            err=True,
        )
        raise typer.Exit(2)
    _serve(build_app(core, platforms), settings)


@cli.command()
def init(
    file: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("partnership.yaml"),
) -> None:
    """Asks a handful of questions and writes the partnership's file."""
    if file.exists():
        typer.echo(f"{file} is there already: move it away, or name another file.", err=True)
        raise typer.Exit(2)
    name = _ask(PARTNERSHIP, {})
    agencies: list[dict[str, str]] = []
    while not agencies or typer.confirm("Another agency?", default=False):
        answers: dict[str, str] = {}
        for question in AGENCY:
            answers[question.name] = _ask(question, answers)
        agencies.append(answers)
    file.write_text(write_partnership(Answers(name, tuple(agencies))), "utf-8")
    typer.echo(f"Written to {file}. Look it over, then: upstander check")


def _ask(question: Question, earlier: dict[str, str]) -> str:
    while True:
        default = question.default if question.default or not question.optional else ""
        answer: str = typer.prompt(
            question.text,
            default=default or ("" if question.optional else None),
            show_default=bool(default),
        )
        problem = objection(question, answer, earlier)
        if problem is None:
            return answer.strip()
        typer.echo(problem)


@cli.command()
def check() -> None:
    """Says what is wrong with the configuration, the databases and the platforms' credentials."""
    from bot.checking import check_all

    problems = asyncio.run(check_all(Settings()))
    for problem in problems:
        typer.echo(problem)
    typer.echo("All is well." if not problems else f"\n{len(problems)} to mend.")
    raise typer.Exit(1 if problems else 0)


@cli.command()
def migrate() -> None:
    """Brings both databases to the newest schema."""
    from bot.keeping import migrate_both

    asyncio.run(migrate_both(Settings()))
    typer.echo("Both databases are up to date.")


@cli.command()
def preview(
    command: Annotated[str, typer.Argument(help="A command, such as concern.")],
    platform: Annotated[str, typer.Option(help="slack, teams or web")] = "web",
    locale: Annotated[str, typer.Option(help="en or cy")] = "en",
) -> None:
    """Prints what would be shown."""
    from bot.previewing import PreviewError, previewed

    try:
        typer.echo(asyncio.run(previewed(command, platform, locale)))
    except PreviewError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


@cli.command()
def manifest(
    platform: Annotated[str, typer.Argument(help="slack or teams")],
    out: Annotated[Path | None, typer.Option(help="Where to write the Teams package.")] = None,
    url: Annotated[
        str, typer.Option(help="Where the bot is reached, such as https://bot.example")
    ] = "",
) -> None:
    """Prints Slack's app manifest, or writes Teams' app package."""
    from bot.manifests import ManifestError, write_manifest

    try:
        typer.echo(write_manifest(platform, Settings(), out, url))
    except ManifestError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


@cli.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A new file for the copy.")],
) -> None:
    """Copies the main database, and never the keyring."""
    from bot.keeping import KeepingError, back_up

    try:
        asyncio.run(back_up(Settings(), file))
    except KeepingError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    typer.echo(f"Written to {file}. The keyring is never part of a backup.")


@cli.command()
def purge() -> None:
    """Deletes threads that were closed longer ago than the partnership keeps them."""
    from bot.keeping import purge_closed

    gone = asyncio.run(purge_closed(Settings()))
    typer.echo(f"Purged {gone}.")
