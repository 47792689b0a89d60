"""Who would hear a concern, and whom of them it may be about."""

from typing import Final

from handlers.contract.people import Event
from handlers.shared.people.fallback import fallbacks
from handlers.shared.people.involved import Involved, involved
from handlers.shared.people.recipients import NamedRecipients, named_recipients
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema.values import How

WRITTEN: Final = ("what", "reference")


async def may_hear(agency: str, how: str, repo: Repository) -> set[PersonId]:
    """Lists everybody whom a concern may reach in an agency; nobody where there is no such one."""
    found = {a.id: a for a in repo.partnership.agencies}.get(AgencyId(agency))
    if found is None:
        return set()
    last = fallbacks(found.id, How(how), repo.partnership) if how in set(How) else ()
    named = {*found.leads, *found.roles.get("stand_in", ()), *last}
    return named | await repo.people.standing_in_for(named)


async def who_is_meant(own: AgencyId | None, event: Event, repo: Repository) -> Involved:
    """Finds whom it may be about among those who would hear it, by whatever name it comes."""
    agency = AgencyId(event.one("agency") or own or "")
    heard = {person for how in How for person in await may_hear(agency, how, repo)}
    homes = repo.partnership.homes
    listed = {p: homes[p] for p in homes if p in heard}  # as in the file, never by who acts
    others = dict.fromkeys(sorted(heard - homes.keys()), agency)
    return await involved(event, {**listed, **others}, repo)


async def named_there(event: Event, repo: Repository) -> NamedRecipients:
    """Finds who would hear it and is named in it: it may be about them."""
    heard = await may_hear(event.one("agency"), event.one("how"), repo)
    recipients = heard - set(event.several("left_out"))
    return await named_recipients(event, WRITTEN, recipients, repo)
