"""Asking for a second opinion: `/second-opinion`, in a minute, and who is asked for it."""

from handlers.contract import (
    EVERYWHERE,
    Ask,
    Command,
    Event,
    InConfidence,
    Menu,
    Named,
    Outcomes,
    Raiser,
    Refuse,
    Verb,
    Visitor,
    asks,
)
from handlers.second_opinion import deciding, reviewing
from handlers.second_opinion import reminders as opinion_clock
from handlers.second_opinion.form import ANY, opinion_form, problems
from handlers.second_opinion.kind import KIND
from handlers.second_opinion.reviewers import pool
from handlers.shared.identifying import doubts
from handlers.shared.labels import agency_label
from handlers.shared.release import send_or_hold
from handlers.shared.threads import danger_first, link_of, new_thread
from prompts.shapes import Button, Callout, Form, Text
from prompts.words import say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema import Opinion, Thread


async def start(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """The empty form."""
    return [Ask(opinion_form(who.agency, event, repo.partnership))]


async def send(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Checks it and finds somebody to ask; then it is on its way."""
    errors = problems(event, repo.partnership)
    if errors:
        return [Refuse(errors)]
    opinion = _opinion(event, repo)
    out = frozenset({*event.several("left_out"), *([who.person] if isinstance(who, Named) else [])})
    own = None if isinstance(who, InConfidence) else who.agency
    found = await opinion_clock.next_ones(opinion, own, out, opinion.wanted, repo)
    if not found:
        return [Refuse({"role": say("opinion-nobody")})]
    if event.one("danger") != "yes" and not event.one("anyway"):
        text = "\n".join(event.one(name) for name in ("what", "view", "reference"))
        asked = {c.person for c in pool(opinion.role, opinion.agency, repo.partnership)}
        if warnings := await doubts(who, text, asked, repo):
            return [Ask(opinion_form(who.agency, event, repo.partnership, warnings))]
    thread = await _begin(who, event, opinion, found[0].agency, out, repo)
    sent = await send_or_hold(thread, repo, opinion_clock.release)
    return [Ask(_sent(thread, repo)), *sent]


def _opinion(event: Event, repo: Repository) -> Opinion:
    return Opinion(
        partnership_id=repo.partnership.id,
        thread_id="",
        wanted=int(event.one("wanted")),
        agency=None if event.one("agency") == ANY else event.one("agency"),
        role=event.one("role"),
        soon=event.one("soon"),
    )


async def _begin(
    who: Raiser,
    event: Event,
    opinion: Opinion,
    first: AgencyId,
    out: frozenset[str],
    repo: Repository,
) -> Thread:
    thread = new_thread("second-opinion", "decision", who, event, repo)
    # Its times run on the clock of whoever is asked first.
    thread.agency, opinion.thread_id = first, thread.id
    repo.begin(thread)
    await repo.say(
        thread,
        "raiser",
        "raised",
        event.one("what"),
        reference=event.one("reference"),
        link=link_of(who, event),
        left_out=sorted(out),
    )
    if event.one("view"):
        # Kept from the reviewers for good, unless they are to see it.
        kept = event.one("shows") != "yes"
        await repo.say(thread, "raiser", "view", event.one("view"), held=kept)
    await repo.opinions.begin(opinion)
    return thread


def _sent(thread: Thread, repo: Repository) -> Form:
    agency = agency_label(repo.partnership.agency(AgencyId(thread.agency)))
    return Form(
        title=say("opinion-sent-title"),
        blocks=(
            *danger_first(thread, repo),
            Callout(say(f"opinion-sent-{thread.release}", agency=agency), "done"),
            Text(say("opinion-sent-next")),
        ),
        buttons=(Button(say("mine-button"), "mine"),),
    )


COMMAND = Command(
    name="second-opinion",
    menu=Menu(40, EVERYWHERE, words="opinion-button"),
    kinds={"second-opinion": KIND},
    verbs={
        "second-opinion": asks("anyone", start),
        "second-opinion.send": Verb("raising", send),
        **reviewing.VERBS,
        **deciding.VERBS,
    },
    steps=opinion_clock.STEPS,
)
