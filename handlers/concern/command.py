"""Raising a concern: `/concern`, a form that takes under a minute, and where it goes from there."""

from functools import partial

from handlers.concern import escalation, lead
from handlers.concern.form import concern_form, problems
from handlers.concern.kind import KIND
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Raiser, Visitor
from handlers.shared import brought
from handlers.shared.concerns.hearing import named_there, who_is_meant
from handlers.shared.concerns.kept_from import kept_from
from handlers.shared.concerns.topics import ABOUT
from handlers.shared.people.involved import Involved
from handlers.shared.people.recipients import FIELD
from handlers.shared.release import send_or_hold
from handlers.shared.steps.warnings import beside
from handlers.shared.threads import begin, new_thread, sent_page
from prompts.shapes import Form, Text
from prompts.words import say
from storage.repository import Repository
from storage.schema.values import How, ThreadCommand


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, with the urgent route of the person's own agency at hand."""
    about = await who_is_meant(who.agency, event, repo)
    form = beside(_form(who, event, repo, about), {}, event)
    # Refused, it is asked again with what was answered about those whom it names.
    asked = (await named_there(event, repo)).on(form) if event.one(FIELD) else form
    return [Ask(brought.on(asked, event))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, points out what may give somebody away, and starts the concern."""
    if errors := problems(event, repo.partnership):
        return [Refuse(errors)]
    kept, first = await kept_from(who, event, partial(_form, who, event, repo), repo)
    if first:
        return first
    thread = new_thread(ThreadCommand("concern"), ABOUT[event.one("topic")], who, event, repo)
    await begin(thread, event, repo, left_out=kept.out, may_read=kept.may_read)
    sent = await send_or_hold(thread, repo, escalation.release)
    takes_back = Text(say("concern-sent-back", button=say("button-withdraw")))
    back = (takes_back,) if thread.how == How.NAMED else ()
    return [Ask(sent_page("concern", thread, repo, *back)), *sent]


def _form(who: Visitor | Raiser, event: Event, repo: Repository, about: Involved) -> Form:
    return concern_form(who.agency, event, repo.partnership, about, repo.now)


COMMAND = Command(
    name="concern",
    menu=Menu(10, EVERYWHERE, flag="flag", plain=True, group="speak"),
    kinds={"concern": KIND},
    verbs={"concern": asks("anyone", start), "concern.send": Verb("raising", send), **lead.VERBS},
    steps=escalation.STEPS,
)
