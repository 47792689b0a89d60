"""What happened to a referral so far, in a line, for whoever is asked next."""

from prompts.words import Day, Plain, Words, say
from storage.partnership import AgencyId, WorkingTime
from storage.repository import Repository
from storage.tables import Referral, Thread


async def history_of(thread: Thread, referral: Referral, repo: Repository) -> Words:
    """Since when it is asked for, who took it and what came of that, and how often they heard."""
    agency = repo.partnership.agency(AgencyId(thread.agency))
    began = WorkingTime(agency).local(referral.began).date()
    taken: Words = say("history-nobody")
    for spoken in await repo.said(thread, "bot"):
        if spoken.kind in ("took", "lapsed"):
            name, day = Plain(spoken.text), Day(spoken.day)
            taken = say(f"history-{spoken.kind}", name=name, day=day)
    asked = say("history-asked", asked=referral.asked)
    return say("history", day=Day(began), taken=taken, asked=asked)
