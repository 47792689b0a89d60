"""Pages of a second opinion: what a reviewer reads, and what whoever asked reads."""

from collections import Counter

from handlers.second_opinion.cards import due_facts
from handlers.shared.pages import conversation
from prompts.shapes import Block, Button, Callout, Facts, Form, Said, Section, Text
from prompts.words import Labelled, Plain, Words, say
from storage.content import Spoken
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema import Reviewer, Thread
from storage.schema.values import How, State

VERDICTS = ("agree", "disagree", "unsure")
BECOMES = ("challenge", "referral", "concern")


async def reviewer_page(
    thread: Thread, reviewer: Reviewer, repo: Repository, note: Words | None = None
) -> Form:
    """The question; their own answer, once given; the others' once all are shown."""
    opinion = await repo.opinions.of(thread)
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if thread.state == State.OPEN:
        blocks.append(Callout(_where(reviewer), "note"))
    blocks.append(Facts(_who_asks(thread, repo)))
    blocks += due_facts(thread, opinion, repo.partnership)
    return Form(
        title=say("opinion-page-title"),
        blocks=(*blocks, *await conversation(thread, "lead", repo, raised="question")),
        sections=await _shown(thread, repo, reviewer),
        buttons=_reviewer_buttons(thread, reviewer),
    )


def _where(reviewer: Reviewer) -> Words:
    if reviewer.declined:
        return say("opinion-declined-note")
    return say("opinion-alone" if reviewer.message is None else "opinion-given-note")


def _who_asks(thread: Thread, repo: Repository) -> tuple[tuple[Words, Words], ...]:
    who: Words = say(f"card-how-{thread.how}")
    if thread.how == How.NAMED:
        who = Plain(thread.raiser_name or "")
    rows = [(say("fact-who"), who)]
    if thread.told_agency:
        agency = repo.partnership.agency(AgencyId(thread.told_agency))
        rows.append((say("fact-agency"), Labelled(dict(agency.name))))
    return tuple(rows)


def _reviewer_buttons(thread: Thread, reviewer: Reviewer) -> tuple[Button, ...]:
    if thread.state != State.OPEN or reviewer.message is not None or reviewer.declined:
        return ()
    return (
        Button(say("button-opinion"), "opinion.answer", thread.id, "primary"),
        Button(say("button-decline"), "opinion.decline", thread.id),
    )


async def asker_page(thread: Thread, repo: Repository, note: Words | None = None) -> Form:
    """For whoever asked: where it stands, then every opinion side by side, then what they do."""
    opinion = await repo.opinions.of(thread)
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks.append(Callout(say(f"second-opinion-state-{thread.state}"), "note"))
    blocks += due_facts(thread, opinion, repo.partnership)
    return Form(
        title=say("raiser-page-second-opinion"),
        blocks=(*blocks, *await conversation(thread, "raiser", repo, raised="question")),
        sections=await _shown(thread, repo),
        buttons=await _asker_buttons(thread, repo),
    )


async def _asker_buttons(thread: Thread, repo: Repository) -> tuple[Button, ...]:
    becomes = [Button(say(f"button-to-{b}"), f"opinion.to.{b}", thread.id) for b in BECOMES]
    if thread.state != State.ANSWERED:
        return () if thread.state == State.CLOSED else tuple(becomes)
    if await is_decided(thread, repo):
        return tuple(becomes)
    return (Button(say("button-decide"), "opinion.decide", thread.id, "primary"), *becomes)


async def is_decided(thread: Thread, repo: Repository) -> bool:
    """Whether whoever asked has recorded what was decided."""
    return any(s.kind == "decided" for s in await repo.said(thread, "raiser"))


async def _shown(
    thread: Thread, repo: Repository, only: Reviewer | None = None
) -> tuple[Section, ...]:
    """Where views differ, then each. Before all are shown, a reviewer has only their own."""
    said = {s.number: s for s in await repo.said(thread, "reviewer") if s.side == "reviewer"}
    reviewers = [r for r in await repo.opinions.reviewers(thread) if r.message in said]
    if thread.state not in (State.ANSWERED, State.CLOSED):
        reviewers = [r for r in reviewers if only is not None and r.person == only.person]
        return tuple([await _one(r, said[r.message or 0], repo) for r in reviewers])
    each = [await _one(r, said[r.message or 0], repo) for r in reviewers]
    return (_compared([said[r.message or 0] for r in reviewers]), *each) if each else ()


def _compared(said: list[Spoken]) -> Section:
    """What a second opinion is for: where they see it differently stands on top."""
    counted = Counter(_verdict(s) for s in said)
    rows = tuple(
        (say(f"opinion-{verdict}"), Plain(str(counted[verdict])))
        for verdict in VERDICTS
        if counted[verdict]
    )
    differ = "differ" if len(counted) > 1 else "alike"
    words = Callout(say("opinion-single" if len(said) == 1 else f"opinion-{differ}"), "note")
    return Section(say("opinion-compared"), (words, Facts(rows)))


def _verdict(spoken: Spoken) -> str:
    return spoken.kind.removeprefix("opinion-")


async def _one(reviewer: Reviewer, spoken: Spoken, repo: Repository) -> Section:
    name = await repo.people.name_of(PersonId(reviewer.person))
    agency = Labelled(dict(repo.partnership.agency(AgencyId(reviewer.agency)).name))
    blocks: list[Block] = [
        Text(say(f"opinion-{_verdict(spoken)}")),
        Said(say("opinion-why"), spoken.text),
    ]
    if mind := spoken.parts.get("mind"):
        blocks.append(Said(say("opinion-mind"), mind))
    known = Plain(name) if name else say("lead-unnamed")
    return Section(say("lead-of-agency", name=known, agency=agency), tuple(blocks))
