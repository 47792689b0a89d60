"""What tests of linked accounts share: somebody's second account, and the way both become one."""

from collections.abc import Collection

from bot.core.admission import Actor
from prompts.shapes import Facts
from prompts.words import speak
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.core.anytown import Page, Town
from tests.peers.transcript import address_of

MINE = "Yes, both are mine"
NEWS = "Something about your accounts"


async def on_slack(town: Town, who: str, agency: str = "school", name: str = "") -> str:
    """Gives somebody an account on Slack, beside the one on the web; gives by what it is called."""
    called, own = f"{who}-slack", f"T01:U0{who.upper()}"
    person, name = PersonId(f"slack:{own}"), name or who.title()
    town.core.clients["slack"] = town.client
    town.strangers[called] = Actor(person, name, "en", AgencyId(agency), address_of(own))
    await town.core.members.remember([Seen(person, AgencyId(agency), name, "en", address_of(own))])
    return called


def code_on(page: Page) -> str:
    """The code that a page shows."""
    [facts] = [block for block in page.form.blocks if isinstance(block, Facts)]
    return speak(facts.rows[0][1], "en")


async def code_of(town: Town, who: str) -> str:
    """A code that somebody gets."""
    return code_on(await (await town.does(who, "accounts")).presses("Get a code"))


async def enters(town: Town, who: str, code: str) -> Page:
    """Somebody enters a code."""
    asked = await (await town.does(who, "accounts")).presses("I have a code")
    return await asked.fills(code=code)


async def link(town: Town, holder: str, other: str, **answers: str) -> Page:
    """Both become one: a code from one account, entered on the other, and a yes on each."""
    await (await enters(town, other, await code_of(town, holder))).presses(MINE)
    page = await (await town.does(holder, "accounts")).fills(**answers)
    await town.core.ticks.drain()
    return page


def told(town: Town, whom: Collection[str]) -> list[int]:
    """How many constant messages about their accounts each of these has."""
    return [sum(NEWS in sent.text for sent in town.cards(who)) for who in whom]
