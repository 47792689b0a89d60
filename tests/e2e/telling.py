"""What comes again and what is told of it, on whichever platform: what people write, and when."""

from datetime import UTC, datetime

from bot.wiring import Core
from tests.e2e.passing import until

HOME = "Rose House"
WHAT = "Nobody came, though they had promised to."
ANSWER = "We changed the rota."
SAID, DID = "A visit was put off again and again.", "A second team now covers leave."
NAMING = f"At {HOME} a visit was late."
"""A story that leads back to its case."""


async def quarter_passes(core: Core) -> None:
    """It is the fourth day of the next quarter: this one's numbers and stories are out."""
    await core.ticks.publish_figures()  # as each hour: from the first time on it is counted
    now = core.clock.now()
    quarter = (now.month - 1) // 3 + 1
    await until(core, datetime(now.year + quarter // 4, quarter % 4 * 3 + 1, 4, 12, tzinfo=UTC))
    await core.ticks.publish_figures()
