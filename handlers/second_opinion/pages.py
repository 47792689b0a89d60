"""Pages of a second opinion: what a reviewer reads, and what whoever asked reads."""

from collections import Counter

from handlers.second_opinion.cards import due_facts
from handlers.second_opinion.case import OpinionCase, ReviewerCase
from handlers.shared.desk.notes import notes_of
from handlers.shared.desk.timeline import OPINION, timeline
from handlers.shared.labels import agency_name, called, code_row
from handlers.shared.pages import conversation
from handlers.shared.raiser_page import take_back_button
from prompts.shapes import Block, Button, Callout, Facts, Form, Said, Section, Text
from prompts.words import Plain, Words, say
from storage.content import Spoken
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from storage.schema import Reviewer, Thread
from storage.schema.values import How, State

VERDICTS = ("agree", "disagree", "unsure")
BECOMES = ("challenge", "referral", "concern")


async def reviewer_page(case: ReviewerCase) -> Form:
    """Shows the question; their own answer, once given; the others' once all are shown."""
    where: tuple[Block, ...] = ()
    if case.thread.state == State.OPEN:
        where = (Callout(_where(case.reviewer), "note"), Text(_whose_decision(case)))
    said = await conversation(case.thread, "lead", case.repo, raised="question")
    return Form(
        title=say("opinion-page-title"),
        blocks=(*where, Facts((*_who_asks(case), code_row(case.thread))), *due_facts(case), *said),
        sections=(*await _shown(case, case.person), *await _besides(case)),
        buttons=_reviewer_buttons(case),
    )


async def _besides(case: ReviewerCase) -> tuple[Section, ...]:
    """Shows notes and who did what: before all is shown, a reviewer's own acts alone.

    A note read before would end thinking alone; and only who answered is shown to the others.
    """
    if not case.sees_all():
        return (await timeline(case.thread, OPINION, case.repo, only=case.person),)
    noted = await notes_of(case.thread, case.repo, "opinion", adds=case.may_note())
    return (*noted, await timeline(case.thread, OPINION, case.repo))


def _where(reviewer: Reviewer) -> Words:
    if reviewer.declined:
        return say("opinion-declined-note")
    return say("opinion-alone" if reviewer.message is None else "opinion-given-note")


def _whose_decision(case: OpinionCase) -> Words:
    """Says that it is theirs who asks, as far as may be told who that is."""
    if case.thread.how == How.NAMED:
        return say("opinion-decides", name=Plain(case.thread.raiser_name or ""))
    return say("opinion-decides-hidden")


def _who_asks(case: OpinionCase) -> tuple[tuple[Words, Words], ...]:
    thread, told = case.thread, case.told_agency
    name = Plain(thread.raiser_name or "")
    hidden = say("who-anonymous" if thread.how == How.ANONYMOUS else "opinion-who-confidence")
    who = (say("fact-who"), name if thread.how == How.NAMED else hidden)
    return (who, (say("fact-agency"), agency_name(told, case.partnership))) if told else (who,)


def _reviewer_buttons(case: ReviewerCase) -> tuple[Button, ...]:
    if not case.may_answer():
        return ()
    return (
        Button(say("button-opinion"), "opinion.answer", case.id, "primary"),
        Button(say("button-decline"), "opinion.decline", case.id),
    )


async def asker_page(thread: Thread, repo: Repository, note: Words | None = None) -> Form:
    """Shows whoever asked where it stands, every opinion side by side, and what they can do."""
    case = await OpinionCase.of(thread, repo)
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks.append(Callout(say(f"second-opinion-state-{thread.state}"), "note"))
    said = await conversation(thread, "raiser", repo, raised="question")
    return Form(
        title=say("raiser-page-second-opinion"),
        blocks=(*blocks, *_code(thread), *due_facts(case), *said),
        sections=await _shown(case),
        buttons=await _asker_buttons(case),
    )


def _code(thread: Thread) -> tuple[Block, ...]:
    """Whoever is hidden isn't shown letters that others see beside it."""
    return (Facts((code_row(thread),)),) if thread.how == How.NAMED else ()


async def _asker_buttons(case: OpinionCase) -> tuple[Button, ...]:
    thread = case.thread
    becomes = [Button(say(f"button-to-{b}"), f"opinion.to.{b}", thread.id) for b in BECOMES]
    if thread.state == State.CLOSED or await case.is_decided():
        return tuple(becomes)
    more = (*take_back_button(thread), Button(say("button-answer"), "mine.answer", thread.id))
    decide = Button(say("button-decide"), "opinion.decide", thread.id, "primary")
    return (*((decide,) if thread.state == State.ANSWERED else ()), *more, *becomes)


async def _shown(case: OpinionCase, only: PersonId | None = None) -> tuple[Section, ...]:
    """Shows where views differ, then each. Before all are shown, a reviewer has only their own."""
    every = await case.repo.said(case.thread, "reviewer")
    said = {s.number: s for s in every if s.side == "reviewer"}
    given = [(r, said[r.message]) for r in await case.reviewers() if r.message in said]
    shown = case.thread.state in (State.ANSWERED, State.CLOSED)
    seen = [(r, s) for r, s in given if shown or r.person == only]
    each = [await _one(reviewer, spoken, case.repo) for reviewer, spoken in seen]
    return (_compared([s for _, s in seen]), *each) if shown and each else tuple(each)


def _compared(said: list[Spoken]) -> Section:
    """Shows on top what a second opinion is for: where they see it differently."""
    counted = Counter(_verdict(s) for s in said)
    rows = tuple(
        (say(f"opinion-{verdict}"), Plain(str(counted[verdict])))
        for verdict in VERDICTS
        if counted[verdict]
    )
    differ = "differ" if len(counted) > 1 else "alike"
    words = Callout(say("opinion-single" if len(said) == 1 else f"opinion-{differ}"), "note")
    return Section(say("opinion-compared"), (words, Facts(rows)))


async def gist(case: OpinionCase) -> list[Words]:
    """Says in a line for each view how many had it, once all are shown; none of what they wrote."""
    if case.thread.state not in (State.ANSWERED, State.CLOSED):
        return []
    given = {r.message for r in await case.reviewers()}
    every = await case.repo.said(case.thread, "reviewer")
    counted = Counter(_verdict(s) for s in every if s.side == "reviewer" and s.number in given)
    return [
        say("opinion-gist", view=say(f"opinion-{verdict}"), count=Plain(str(counted[verdict])))
        for verdict in VERDICTS
        if counted[verdict]
    ]


def _verdict(spoken: Spoken) -> str:
    return spoken.kind.removeprefix("opinion-")


async def _one(reviewer: Reviewer, spoken: Spoken, repo: Repository) -> Section:
    person, agency = PersonId(reviewer.person), AgencyId(reviewer.agency)
    title = called(person, agency, await repo.people.name_of(person), repo.partnership)
    blocks: list[Block] = [
        Text(say(f"opinion-{_verdict(spoken)}")),
        Said(say("opinion-why"), spoken.text),
    ]
    if mind := spoken.parts.get("mind"):
        blocks.append(Said(say("opinion-mind"), mind))
    return Section(title, tuple(blocks))
