"""The partnership's numbers, quarter by quarter: the same for everybody who asks, and for good."""

from handlers.contract.commands import Command, Menu, asks
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Visitor
from handlers.insight.pages import as_text, group_page, overview
from handlers.insight.questions import GROUPS
from storage.repository import Repository


async def show(_who: Visitor, _event: Event, repo: Repository) -> Outcomes:
    """Shows how many there were of everything, and where there is more to see."""
    return [Ask(overview(await repo.figures.latest(), repo))]


async def show_group(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows one group over the quarters, parted by each of its questions."""
    quarters = await repo.figures.latest()
    if event.subject not in GROUPS or not quarters:
        return no("insight-unknown")
    return [Ask(group_page(event.subject, quarters, repo.partnership))]


async def show_text(_who: Visitor, _event: Event, repo: Repository) -> Outcomes:
    """Shows the newest quarter as text that a spreadsheet takes."""
    quarters = await repo.figures.latest(1)
    return [Ask(as_text(quarters[-1], repo.partnership))] if quarters else no("insight-unknown")


COMMAND = Command(
    name="insight",
    menu=Menu(85, frozenset({"help", "launcher"}), group="mine"),
    verbs={
        "insight": asks("anyone", show),
        "insight.group": asks("anyone", show_group),
        "insight.text": asks("anyone", show_text),
    },
)
