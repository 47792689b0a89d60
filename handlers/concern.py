"""Raising a concern: `/concern`, a form that takes under a minute, and where it goes from there."""

from handlers import escalation
from handlers.concern_form import concern_form, problems
from handlers.contract import (
    Anonymous,
    Ask,
    Command,
    Event,
    InConfidence,
    Named,
    Outcomes,
    Raiser,
    Refuse,
    Verb,
    Visitor,
)
from handlers.doubts import doubts
from prompts.shapes import Button, Callout, Form, Text
from prompts.words import say
from storage.ids import new_id
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.tables import Thread


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """The empty form, with the urgent route of the person's own agency at hand."""
    return [Ask(concern_form(who.agency, event, repo.partnership))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form; points out what may give somebody away; then the concern is on its way."""
    errors = problems(event, repo.partnership)
    if errors:
        return [Refuse(errors)]
    if event.one("danger") != "yes" and not event.one("anyway"):
        text = f"{event.one('what')}\n{event.one('reference')}"
        leads = repo.partnership.leads(AgencyId(event.one("agency")))
        warnings = await doubts(who, text, leads, repo)
        if warnings:
            return [Ask(concern_form(who.agency, event, repo.partnership, warnings))]
    thread = _thread(who, event, repo)
    repo.begin(thread)
    await repo.say(
        thread,
        "raiser",
        "raised",
        event.one("what"),
        reference=event.one("reference"),
        link=_link(who, event),
        left_out=event.several("left_out"),
    )
    await escalation.set_out(thread, repo)
    return [Ask(_sent(thread, who.agency, repo)), *await escalation.released_at_once(thread, repo)]


def _thread(who: Raiser, event: Event, repo: Repository) -> Thread:
    danger = event.one("danger") == "yes"
    named = who if isinstance(who, Named) else None
    return Thread(
        partnership_id=repo.partnership.id,
        id=new_id(),
        command="concern",
        how=_how(who),
        about=event.one("about"),
        topic=event.one("topic"),
        danger=danger,
        agency=event.one("agency"),
        # In confidence the agency is part of who it is: only the sealed address knows it.
        told_agency=None if isinstance(who, InConfidence) else who.agency,
        return_ref=new_id() if named else _reply(who),
        raiser=named.person if named else None,
        raiser_name=named.name if named else None,
        release="now" if danger or not isinstance(who, Anonymous) else event.one("release"),
        state="waiting",
        day=repo.today,
    )


def _how(who: Raiser) -> str:
    match who:
        case Named():
            return "named"
        case InConfidence():
            return "confidence"
        case Anonymous():
            return "anonymous"


def _reply(who: Raiser) -> str:
    return "" if isinstance(who, Named) else who.reply


def _link(who: Raiser, event: Event) -> str:
    # A link to a direct or tiny conversation names who was in it.
    return "" if event.link_tells and not isinstance(who, Named) else event.link


def _sent(thread: Thread, own: AgencyId | None, repo: Repository) -> Form:
    agency = repo.partnership.agency(AgencyId(thread.agency))
    blocks: list[Callout | Text] = []
    if thread.danger:
        blocks.append(escalation.urgent(own or thread.agency, repo.partnership))
        if thread.how == "anonymous":
            blocks.append(Callout(say("sent-no-cover"), "warn"))
    blocks.append(Callout(say(f"sent-{thread.release}", agency=escalation.called(agency)), "done"))
    blocks.append(Text(say("sent-next")))
    return Form(
        title=say("sent-title"),
        blocks=tuple(blocks),
        buttons=(Button(say("mine-button"), "mine"),),
    )


COMMAND = Command(
    name="concern",
    verbs={"concern": Verb("anyone", start), "concern.send": Verb("raising", send)},
    steps=escalation.STEPS,
)
