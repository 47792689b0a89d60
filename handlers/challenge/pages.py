"""The page on which those who answer a challenge read it: both sides, and what they can do."""

from handlers.challenge.case import ADOPTS, ANSWERS, THANKS, AnsweringCase, ChallengeCase
from handlers.contract.outcomes import Ask
from handlers.shared.cards import summary_of
from handlers.shared.cases import opened_by
from handlers.shared.desk.notes import notes_of
from handlers.shared.desk.telling import story_buttons
from handlers.shared.desk.thanking import was_thanked
from handlers.shared.desk.timeline import CHALLENGE, timeline
from handlers.shared.labels import agency_name, code_row
from handlers.shared.pages import conversation
from prompts.shapes import Block, Button, Callout, Facts, Form
from prompts.words import Day, Labelled, Plain, Words, say
from storage.schema.values import How, ThreadRole

TITLES = (
    ThreadRole.OWNER,
    ThreadRole.READER,
    ThreadRole.ADOPT,
    ThreadRole.ADOPTER,
    ThreadRole.STAGE,
    ThreadRole.PERSON,
)
"""Each part has a page of its own name; others read it like a second reader."""


async def show(case: AnsweringCase, note: Words | None = None) -> Ask:
    """Shows the challenge to one who answers it: everything that was said, and what they can do.

    The one lead who adopted it in confidence reads the name on top.
    """
    challenge, part, person = case.challenge, case.part, case.who.person
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if part == ThreadRole.OWNER:
        blocks.append(Callout(say("owner-fair", how=case.thread.how), "note"))
    facts = _facts(case, await _who(case))
    if part != ThreadRole.OWNER:
        whose = (say("fact-decision-of"), agency_name(case.thread.home, case.partnership))
        facts = (whose, *facts)
    blocks += [summary_of(case.thread), Facts(facts)]
    reading = part if part in TITLES else ThreadRole.READER
    page = Form(
        title=say(f"challenge-page-{reading}"),
        blocks=(*blocks, *await said_to(case)),
        sections=(
            *(await notes_of(case.thread, case.repo, "challenge") if case.may_note() else ()),
            await timeline(case.thread, CHALLENGE, case.repo),
        ),
        buttons=(*await story_buttons(case.thread, case.who, case.repo), *await _buttons(case)),
    )
    learns = case.thread.how == How.CONFIDENCE and challenge.adopted_by == person
    return Ask(page, name_of=case.id if learns else "")


async def said_to(case: AnsweringCase) -> tuple[Block, ...]:
    """Shows what was said, as far as this person may read it."""
    owner = case.challenge.owner
    theirs = case.part == ThreadRole.OWNER or case.who.person == owner  # whom a stage may ask again
    hidden = case.challenge.diverted_after if theirs else None
    return await conversation(case.thread, "lead", case.repo, diverted_after=hidden)


def _facts(case: ChallengeCase, who: Words) -> tuple[tuple[Words, Words], ...]:
    thread = case.thread
    rows: list[tuple[Words, Words]] = [
        (say("fact-reason"), say(f"topic-{thread.topic}")),
        (say("fact-day"), Day(thread.day)),
        (say("fact-who"), who),
    ]
    if thread.told_agency:
        rows.append((say("fact-agency"), agency_name(thread.told_agency, case.partnership)))
    if case.stage is not None:
        rows.append((say("fact-stage"), Labelled(dict(case.stage.name))))
    if case.due_words is not None:
        rows.append((say("fact-due"), case.due_words))
    return (*rows, code_row(thread), (say("fact-thread"), Plain(thread.id)))


async def _who(case: AnsweringCase) -> Words:
    thread, adopter = case.thread, case.challenge.adopted_name
    if await opened_by(case.who.person, thread, case.repo):
        return say("who-opened", button=say("button-glass"))
    if thread.how == How.NAMED:
        return Plain(thread.raiser_name or "")
    hidden = say("who-anonymous" if thread.how == How.ANONYMOUS else "who-confidence-challenge")
    return hidden if adopter is None else say("who-adopted", name=Plain(adopter), hidden=hidden)


async def _buttons(case: AnsweringCase) -> tuple[Button, ...]:
    first, done = (ANSWERS, ADOPTS), (THANKS,) if await was_thanked(case.thread, case.repo) else ()
    refer = Button(say("referral-button"), "challenge.refer", case.id)
    return (
        *(Button(say(can[0]), can[1], case.id, "primary" if can in first else "plain")
          for can in case.actions if can not in done),
        *((refer,) if case.may("challenge.reply") else ()),
    )  # fmt: skip
