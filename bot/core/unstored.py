"""What somebody is told when a database can't keep what they did: in words, never by silence."""

from collections.abc import Sequence

from bot.base.logs import log
from bot.core.admission import Incoming
from handlers.contract.outcomes import Refuse
from handlers.shared.numbers import whom_to_call
from prompts.words import say
from storage.directory.members import Members, Seen
from storage.engine.failures import FAILED, is_away, may_be_done
from storage.partnership import Partnership, PersonId


def not_kept(error: Exception, incoming: Incoming, partnership: Partnership) -> Refuse:
    """Says that it couldn't be kept, and whom to call meanwhile. Raises the error if it is ours.

    It stands at the first thing they filled in, so that their words stay on the screen.
    """
    if not is_away(error):
        raise error
    log.failed("storing", error)
    answers, routes = incoming.event.answers, whom_to_call(incoming.actor.agency, partnership)
    if not answers:
        return Refuse({"": say("store-nothing-done", routes=routes)})
    perhaps = say("store-perhaps-kept", routes=routes)
    said = perhaps if may_be_done(error) else say("store-not-kept", routes=routes)
    return Refuse({next(iter(answers)): said})


class KnownMembers:
    """The directory, for whoever has to answer somebody even when it can't be read."""

    def __init__(self, members: Members) -> None:
        self._members = members

    async def remember(self, members: Sequence[Seen]) -> None:
        """Adds them, or renews what is known."""
        await self._members.remember(members)

    async def forget(self, persons: Sequence[PersonId]) -> None:
        """Takes out those who left."""
        await self._members.forget(persons)

    async def everyone(self) -> list[Seen]:
        """Finds what is known of everyone."""
        return await self._members.everyone()

    async def find(self, person: PersonId) -> Seen | None:
        """Finds what is known of a person; nothing while the database is away."""
        try:
            return await self._members.find(person)
        except FAILED as error:
            if not is_away(error):
                raise
            log.failed("the directory", error)
            return None
