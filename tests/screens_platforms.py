"""Pictures of every form and card as Slack and Teams show them, in both languages.

    python -m tests.screens_platforms OUT [slack|teams]

Slack's are drawn here in its look; Teams' by Microsoft's own renderer, if npm has installed it.
"""

import asyncio
import sys
from html import escape
from pathlib import Path

from playwright.async_api import Page

from bot.slack.render import surfaces as slack
from bot.slack.render.launcher import launcher
from bot.teams.render import cards as teams
from bot.teams.replies import sorry
from handlers.contract.outcomes import Refuse
from handlers.contract.people import Event
from prompts.shapes import Card, Form
from prompts.words import LANGUAGES
from tests import screens_slack, screens_teams
from tests.peers import browser as chromium
from tests.screens_story import Scene, scenes

PLATFORMS = ("slack", "teams")


def slack_html(shape: Form | Card, language: str, at_home: bool) -> str:
    """The shape as Slack's renderer makes it, drawn."""
    if isinstance(shape, Card):
        return screens_slack.message(slack.card(shape, language))
    if at_home:
        return screens_slack.view(slack.home(shape, language))
    return screens_slack.view(slack.modal(shape, language, Event(shape.verb)))


async def draw_slack(page: Page, scene: Scene, language: str) -> None:
    """One of Slack's on the page."""
    shape = scene.shape
    if scene.name == "refused" and isinstance(shape, Form):
        shape = slack.page(shape.errors)
    body = slack_html(shape, language, scene.name.endswith("-home"))
    await page.set_content(f"<style>{screens_slack.STYLE}</style>{body}")


async def draw_teams(page: Page, scene: Scene, language: str) -> None:
    """One of Teams' on the page."""
    shape = scene.shape
    if isinstance(shape, Card):
        frame, card = screens_teams.message(), teams.message(shape, language)
    else:
        if scene.name == "refused":
            shape = sorry(Refuse(shape.errors))
        frame = screens_teams.dialog(escape(teams.title(shape, language)))
        card = teams.dialog(shape, language)
    await page.set_content(f"<style>{screens_teams.STYLE}</style>{frame}")
    await page.add_script_tag(path=screens_teams.SCRIPT)
    await page.evaluate(screens_teams.DRAW, screens_teams.drawing(card))


async def album(folder: Path, platforms: tuple[str, ...] = PLATFORMS) -> None:
    """All of them, each in a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [*await scenes(), Scene("launcher", launcher())]
    drawn = {"slack": draw_slack, "teams": draw_teams}
    async with chromium.launched() as browser:
        page = await browser.new_page(viewport={"width": 820, "height": 900})
        for platform in platforms:
            for language in LANGUAGES:
                for scene in found:
                    await drawn[platform](page, scene, language)
                    path = folder / f"{platform}-{language}-{scene.name}.png"
                    await page.locator(".shot").screenshot(path=path)


def possible() -> tuple[str, ...]:
    """The platforms that can be drawn here."""
    return PLATFORMS if screens_teams.SCRIPT.exists() else PLATFORMS[:1]


def main() -> None:
    """Takes them all, or one platform's."""
    chosen = tuple(sys.argv[2:]) or possible()
    asyncio.run(album(Path(sys.argv[1]), chosen))


if __name__ == "__main__":
    main()
