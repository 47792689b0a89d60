"""Raising a concern: `/concern`, a form that takes under a minute, and where it goes from there."""

from handlers.concern import escalation, lead
from handlers.concern.case import may_hear
from handlers.concern.form import concern_form, problems
from handlers.concern.kind import KIND
from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Raiser, Visitor
from handlers.shared import brought
from handlers.shared.identifying.words import doubts
from handlers.shared.people.fallback import heard_by
from handlers.shared.people.involved import Involved, involved
from handlers.shared.people.recipients import FIELD, NamedRecipients, named_recipients
from handlers.shared.release import send_or_hold
from handlers.shared.threads import begin, new_thread, sent_page
from prompts.words import say
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema.values import How, ThreadCommand

WRITTEN = ("what", "reference")


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, with the urgent route of the person's own agency at hand."""
    about = await _about(who.agency, event, repo)
    form = concern_form(who.agency, event, repo.partnership, about, repo.now)
    # Refused, it is asked again with what was answered about those whom it names.
    asked = (await _named(event, repo)).on(form) if event.one(FIELD) else form
    return [Ask(brought.on(asked, event))]


async def _about(own: AgencyId | None, event: Event, repo: Repository) -> Involved:
    """Finds whom it may be about among those who would hear it, by whatever name it comes."""
    agency = AgencyId(event.one("agency") or own or "")
    heard = {person for how in How for person in await may_hear(agency, how, repo)}
    homes = repo.partnership.homes
    listed = {p: homes[p] for p in homes if p in heard}  # as in the file, never by who acts
    others = dict.fromkeys(sorted(heard - homes.keys()), agency)
    return await involved(event, {**listed, **others}, repo)


async def _named(event: Event, repo: Repository) -> NamedRecipients:
    heard = await may_hear(event.one("agency"), event.one("how"), repo)
    recipients = heard - set(event.several("left_out"))
    return await named_recipients(event, WRITTEN, recipients, repo)


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks the form, points out what may give somebody away, and starts the concern."""
    if errors := problems(event, repo.partnership):
        return [Refuse(errors)]
    agency = AgencyId(event.one("agency"))
    named = await _named(event, repo)
    out = {*map(PersonId, event.several("left_out")), *named.out}
    if not heard_by(agency, How(event.one("how")), out, repo.partnership):
        return [Refuse({"left_out": say("nobody-left")})]
    about = await _about(agency, event, repo)
    reached = out | await may_hear(agency, event.one("how"), repo)
    warnings = await doubts(who, event, WRITTEN, reached, repo)
    if warnings or named.asks or about.asks:
        form = concern_form(who.agency, event, repo.partnership, about, repo.now, warnings)
        return [Ask(about.on(named.on(form)))]
    thread = new_thread(ThreadCommand("concern"), event.one("about"), who, event, repo)
    await begin(thread, event, repo, left_out=sorted(out))
    sent = await send_or_hold(thread, repo, escalation.release)
    return [Ask(sent_page("concern", thread, repo)), *sent]


COMMAND = Command(
    name="concern",
    menu=Menu(10, EVERYWHERE, flag="flag", plain=True),
    kinds={"concern": KIND},
    verbs={"concern": asks("anyone", start), "concern.send": Verb("raising", send), **lead.VERBS},
    steps=escalation.STEPS,
)
