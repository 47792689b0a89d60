"""Two accounts of one person: linked, looked at, undone, and stopped in between."""

from tests.core.anytown import Town
from tests.core.linking import code_of, enters, link, on_slack


async def tour_accounts(town: Town) -> None:
    """Each page of it, and the card."""
    slack = await on_slack(town, "leila")
    await (await enters(town, slack, await code_of(town, "leila"))).presses("No, stop")
    await link(town, "leila", slack, main="this")
    await (await town.does(slack, "accounts")).presses("Not one any more")
    await town.core.ticks.drain()
    await town.presses_card("leila", "Your accounts")
