"""People whom the bot has yet to meet."""

from sqlalchemy import delete

from storage.directory.members import Seen
from storage.schema import main_metadata
from tests.core.anytown import Town


async def never_met(town: Town, who: str) -> Seen:
    """Has somebody not been introduced yet; gives how they will be seen."""
    seen = await town.core.members.find(town.actor(who).person)
    assert seen is not None
    member = main_metadata.tables["member"]
    async with town.core.engine.begin() as connection:
        await connection.execute(delete(member).where(member.c.person == seen.person))
    return seen
