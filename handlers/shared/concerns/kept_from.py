"""From whom a concern is kept, and what to look at first: whom it may be about, what may tell."""

from collections.abc import Callable
from dataclasses import dataclass, field

from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Raiser
from handlers.shared import brought
from handlers.shared.concerns.hearing import WRITTEN, may_hear, named_there, who_is_meant
from handlers.shared.identifying.words import doubts
from handlers.shared.people.fallback import heard_by
from handlers.shared.people.involved import Involved
from handlers.shared.steps.warnings import beside, to_check
from prompts.shapes import Form
from prompts.words import say
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema.values import How


@dataclass(frozen=True)
class Kept:
    """From whom it is kept, and who may read it although it names them."""

    out: list[PersonId] = field(default_factory=list)
    may_read: list[PersonId] = field(default_factory=list)


async def kept_from(
    who: Raiser, event: Event, form: Callable[[Involved], Form], repo: Repository
) -> tuple[Kept, Outcomes]:
    """Finds from whom it is kept; with what to ask or refuse first, if there is anything."""
    agency = AgencyId(event.one("agency"))
    named = await named_there(event, repo)
    out = {*map(PersonId, event.several("left_out")), *named.out}
    if not heard_by(agency, How(event.one("how")), out, repo.partnership):
        return Kept(), [Refuse({"left_out": say("nobody-left")})]
    about = await who_is_meant(agency, event, repo)
    reached = out | await may_hear(agency, event.one("how"), repo)
    warnings = await doubts(who, event, WRITTEN, reached, repo)
    if not (warnings or named.asks or about.asks):
        return Kept(sorted(out), sorted(named.read)), []
    asked = named.on(beside(about.on(form(about)), warnings, event))
    checked = to_check(asked, *named.asked, *about.asked)
    return Kept(), [Ask(brought.about_message(checked, event))]
