"""Asking for a second opinion: `/second-opinion`, in a minute, and who is asked for it."""

from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named, Raiser, Visitor
from handlers.second_opinion import deciding, reviewing
from handlers.second_opinion.case import OpinionCase
from handlers.second_opinion.form import ANY, opinion_form, problems
from handlers.second_opinion.kind import KIND
from handlers.second_opinion.reminders import STEPS, next_ones, release
from handlers.second_opinion.reviewers import Candidate, pool
from handlers.shared import brought
from handlers.shared.identifying.words import doubts
from handlers.shared.people.involved import Involved, involved
from handlers.shared.people.recipients import FIELD, NamedRecipients, named_recipients
from handlers.shared.release import send_or_hold
from handlers.shared.steps.warnings import beside, to_check
from handlers.shared.threads import begin, new_thread, sent_page
from prompts.words import say
from storage.partnership import Partnership, PersonId
from storage.repository import Repository
from storage.schema import Opinion
from storage.schema.values import AskedRole, Soon, ThreadCommand

WRITTEN = ("what", "proposal", "view", "reference")


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows the form."""
    about = await _about(event, repo)
    form = beside(opinion_form(who.agency, event, repo.partnership, about, repo.now), {}, event)
    if event.one(FIELD):  # refused, it is asked again with what was answered about those it names
        form = (await _named(frozenset(event.several("left_out")), event, repo)).on(form)
    return [Ask(brought.on(form, event))]


def _pool(event: Event, partnership: Partnership) -> list[Candidate]:
    agency = None if event.one("agency") in ("", ANY) else event.one("agency")
    return pool(event.one("role") or AskedRole.REVIEWER, agency, partnership)


async def _about(event: Event, repo: Repository) -> Involved:
    """Finds who is involved already among those who would be asked, or stand in for them."""
    asked = {c.person: c.agency for c in _pool(event, repo.partnership)}
    homes = repo.partnership.homes
    others = sorted(await repo.people.standing_in_for(asked) - asked.keys())
    return await involved(event, asked | {p: homes[p] for p in others if p in homes}, repo)


async def _named(out: frozenset[str], event: Event, repo: Repository) -> NamedRecipients:
    return await named_recipients(event, WRITTEN, await _asked(out, event, repo), repo)


async def _asked(out: frozenset[str], event: Event, repo: Repository) -> set[PersonId]:
    asked = {c.person for c in _pool(event, repo.partnership)} - out
    return asked | await repo.people.standing_in_for(asked)


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks what was asked and finds somebody to ask; then it is on its way."""
    if errors := problems(event, repo.partnership):
        return [Refuse(errors)]
    case = _drafted(who, event, repo)
    out = frozenset({*event.several("left_out"), *([who.person] if isinstance(who, Named) else [])})
    named = await _named(out, event, repo)
    out |= named.out
    found = await next_ones(case, out, case.opinion.wanted)
    if not found:
        return [Refuse({"role": say("opinion-nobody")})]
    reached = {*map(PersonId, out), *await _asked(frozenset(), event, repo)}
    warnings = await doubts(who, event, WRITTEN, reached, repo)
    about = await _about(event, repo)
    if warnings or named.asks or about.asks:
        form = opinion_form(who.agency, event, repo.partnership, about, repo.now)
        form = named.on(beside(about.on(form), warnings, event))
        return [Ask(to_check(form, *named.asked, *about.asked))]
    # Its times run on the clock of whoever is asked first.
    case.thread.agency = found[0].agency
    await _begin(case, event, out)
    sent = await send_or_hold(case.thread, repo, release)
    return [Ask(sent_page("opinion", case.thread, repo)), *sent]


def _drafted(who: Raiser, event: Event, repo: Repository) -> OpinionCase:
    """Drafts the case: nothing of it is stored yet."""
    thread = new_thread(ThreadCommand("second-opinion"), "decision", who, event, repo)
    opinion = Opinion(
        partnership_id=repo.partnership.id,
        thread_id=thread.id,
        wanted=int(event.one("wanted")),
        agency=None if event.one("agency") == ANY else event.one("agency"),
        role=AskedRole(event.one("role")),
        soon=Soon(event.one("soon")),
    )
    return OpinionCase(thread, repo, opinion)


async def _begin(case: OpinionCase, event: Event, out: frozenset[str]) -> None:
    thread, repo = case.thread, case.repo
    parts = {"proposal": event.one("proposal")}
    await begin(thread, event, repo, parts=parts, left_out=sorted(out))
    if event.one("view"):
        # Kept from the reviewers for good, unless they are to see it.
        kept = event.one("shows") != "yes"
        await repo.say(thread, "raiser", "view", event.one("view"), held=kept)
    await repo.opinions.begin(case.opinion)


COMMAND = Command(
    name="second-opinion",
    menu=Menu(40, EVERYWHERE, words="opinion-button", group="speak"),
    kinds={"second-opinion": KIND},
    verbs={
        "second-opinion": asks("anyone", start),
        "second-opinion.send": Verb("raising", send),
        **reviewing.VERBS,
        **deciding.VERBS,
    },
    steps=STEPS,
)
