"""Raising a concern: `/concern`, a form that takes under a minute, and where it goes from there."""

from handlers.concern import escalation, lead
from handlers.concern.case import ConcernCase
from handlers.concern.form import concern_form, problems
from handlers.concern.kind import KIND
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Raiser, Visitor
from handlers.shared.identifying import doubts
from handlers.shared.labels import agency_label
from handlers.shared.release import send_or_hold
from handlers.shared.threads import danger_first, link_of, new_thread
from prompts.shapes import Button, Callout, Form, Text
from prompts.words import say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema.values import ThreadCommand


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the empty form, with the urgent route of the person's own agency at hand."""
    return [Ask(concern_form(who.agency, event, repo.partnership))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, points out what may give somebody away, and starts the concern."""
    errors = problems(event, repo.partnership)
    if errors:
        return [Refuse(errors)]
    if event.one("danger") != "yes" and not event.one("anyway"):
        text = f"{event.one('what')}\n{event.one('reference')}"
        leads = repo.partnership.leads(AgencyId(event.one("agency")))
        warnings = await doubts(who, text, leads, repo)
        if warnings:
            return [Ask(concern_form(who.agency, event, repo.partnership, warnings))]
    thread = new_thread(ThreadCommand("concern"), event.one("about"), who, event, repo)
    repo.begin(thread)
    await repo.say(
        thread,
        "raiser",
        "raised",
        event.one("what"),
        reference=event.one("reference"),
        link=link_of(who, event),
        left_out=event.several("left_out"),
    )
    sent = await send_or_hold(thread, repo, escalation.release)
    return [Ask(_sent(ConcernCase(thread, repo))), *sent]


def _sent(case: ConcernCase) -> Form:
    thread = case.thread
    going = say(f"sent-{thread.release}", agency=agency_label(case.home))
    return Form(
        title=say("sent-title"),
        blocks=(*danger_first(thread, case.repo), Callout(going, "done"), Text(say("sent-next"))),
        buttons=(Button(say("mine-button"), "mine"),),
    )


COMMAND = Command(
    name="concern",
    menu=Menu(10, EVERYWHERE, flag="flag", plain=True),
    kinds={"concern": KIND},
    verbs={"concern": asks("anyone", start), "concern.send": Verb("raising", send), **lead.VERBS},
    steps=escalation.STEPS,
)
