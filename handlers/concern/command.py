"""Raising a concern: `/concern`, a form that takes under a minute, and where it goes from there."""

from handlers.concern import escalation, lead
from handlers.concern.form import concern_form, problems
from handlers.concern.kind import KIND
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Raiser, Visitor
from handlers.shared.identifying import doubts
from handlers.shared.release import send_or_hold
from handlers.shared.threads import begin, new_thread, sent_page
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema.values import ThreadCommand


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the empty form, with the urgent route of the person's own agency at hand."""
    return [Ask(concern_form(who.agency, event, repo.partnership, repo.now))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, points out what may give somebody away, and starts the concern."""
    if errors := problems(event, repo.partnership):
        return [Refuse(errors)]
    leads = repo.partnership.leads(AgencyId(event.one("agency")))
    if warnings := await doubts(who, event, ("what", "reference"), leads, repo):
        form = concern_form(who.agency, event, repo.partnership, repo.now, warnings)
        return [Ask(form)]
    thread = new_thread(ThreadCommand("concern"), event.one("about"), who, event, repo)
    await begin(thread, event, repo, left_out=event.several("left_out"))
    sent = await send_or_hold(thread, repo, escalation.release)
    return [Ask(sent_page("concern", thread, repo)), *sent]


COMMAND = Command(
    name="concern",
    menu=Menu(10, EVERYWHERE, flag="flag", plain=True),
    kinds={"concern": KIND},
    verbs={"concern": asks("anyone", start), "concern.send": Verb("raising", send), **lead.VERBS},
    steps=escalation.STEPS,
)
