"""`upstander preview`: what a command shows, on each platform and in each language."""

import json
import tempfile
from pathlib import Path

from bot.app import open_stores
from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.cli.demo import EXAMPLE
from bot.core.admission import Actor, Incoming
from bot.wiring import build_core
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from handlers.registry import commands
from prompts.shapes import Form
from prompts.words import LANGUAGES
from storage.partnership import Partnership
from storage.partnership.loading import read_partnership

PLATFORMS = ("slack", "teams", "web")


async def previewed(command: str, platform: str, locale: str) -> str:
    """Draws the command's form as JSON or HTML. It uses the partnership's file if there is one."""
    typed = tuple(name for name, known in commands().items() if known.typed)
    for value, known in ((command, typed), (platform, PLATFORMS), (locale, LANGUAGES)):
        if value not in known:
            raise NotDoneError(f"{value!r} can't be shown: choose one of {', '.join(known)}.")
    form = await _form(command)
    if platform == "web":
        from bot.web.render.pages import page

        return page(form, locale)
    return json.dumps(_json(form, platform, locale), indent=2, ensure_ascii=False)


def _json(form: Form, platform: str, locale: str) -> object:
    if platform == "slack":
        from bot.slack.render.surfaces import modal

        return modal(form, locale, Event(form.verb))
    from bot.teams.render.cards import dialog

    return dialog(form, locale)


async def _form(command: str) -> Form:
    partnership = _partnership()
    with tempfile.TemporaryDirectory() as folder:
        # Never the deployment's own stores, whatever the environment says.
        settings = Settings(
            data_dir=Path(folder),
            keys_dir=Path(folder),
            database_url="",
            keyring_url="",
            secret_file=None,
        )
        async with build_core(settings, partnership=partnership) as core:
            await open_stores(core)
            lead = partnership.agencies[0]
            actor = Actor(lead.leads[0], "", "en", lead.id)
            reply = await core.dispatch.handle(Incoming(actor, Event(command)))
    if not isinstance(reply, Ask):
        raise NotDoneError("This command shows no form of its own.")
    return reply.form


def _partnership() -> Partnership:
    own = Path(Settings().partnership)
    return read_partnership(own if own.exists() else EXAMPLE)
