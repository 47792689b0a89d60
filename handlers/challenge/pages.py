"""The page on which those who answer a challenge read it: both sides, and what they can do."""

from handlers.contract import Ask, Event, Named
from handlers.shared.cards import summary_of
from handlers.shared.pages import REFER, conversation
from prompts.shapes import Block, Button, Callout, Facts, Form
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema import Challenge, Thread
from storage.schema.values import How, State, ThreadRole


async def lying_before(
    who: Named, event: Event, repo: Repository
) -> tuple[Thread, Challenge, str] | None:
    """The challenge and their part in it, if it lies before them; a stray card opens nothing."""
    thread = await repo.thread(event.subject)
    if (
        thread is None
        or thread.command != "challenge"
        or thread.state in (State.WAITING, State.CLOSED)
    ):
        return None
    part = (await repo.audience(thread)).get(who.person)
    if part is None:
        return None
    return thread, await repo.challenges.of(thread), part


async def show(
    who: Named, thread: Thread, challenge: Challenge, repo: Repository, note: Words | None = None
) -> Ask:
    """The page; to the one lead who adopted it in confidence, with the name on top."""
    learns = thread.how == How.CONFIDENCE and challenge.adopted_by == who.person
    page = await answer_page(who, thread, challenge, repo, note)
    return Ask(page, name_of=thread.id if learns else "")


async def answer_page(
    who: Named, thread: Thread, challenge: Challenge, repo: Repository, note: Words | None = None
) -> Form:
    """Everything that was said, and what this person can do now."""
    part = (await repo.audience(thread)).get(who.person, "")
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if part == ThreadRole.OWNER:
        blocks.append(Callout(say("owner-fair"), "note"))
    blocks += [summary_of(thread), Facts(_facts(thread, challenge, repo))]
    theirs = part == ThreadRole.OWNER or who.person == challenge.owner  # whom a stage may ask again
    hidden = challenge.diverted_after if theirs else None
    reading = part if part in TITLES else ThreadRole.READER
    return Form(
        title=say(f"challenge-page-{reading}"),
        blocks=(*blocks, *await conversation(thread, "lead", repo, diverted_after=hidden)),
        buttons=_buttons(part, thread, challenge),
    )


def _facts(
    thread: Thread, challenge: Challenge, repo: Repository
) -> tuple[tuple[Words, Words], ...]:
    rows: list[tuple[Words, Words]] = [
        (say("fact-reason"), say(f"topic-{thread.topic}")),
        (say("fact-day"), Day(thread.day)),
        (say("fact-who"), _who(thread, challenge)),
    ]
    if thread.told_agency:
        agency = repo.partnership.agency(AgencyId(thread.told_agency))
        rows.append((say("fact-agency"), Labelled(dict(agency.name))))
    if challenge.stage:
        name = repo.partnership.stages[challenge.stage - 1].name
        rows.append((say("fact-stage"), Labelled(dict(name))))
    if thread.state == State.OPEN and challenge.due is not None:
        rows.append((say("fact-due"), Day(challenge.due)))
    rows.append((say("fact-thread"), Plain(thread.id)))
    return tuple(rows)


def _who(thread: Thread, challenge: Challenge) -> Words:
    if thread.how == How.NAMED:
        return Plain(thread.raiser_name or "")
    hidden = say("who-anonymous" if thread.how == How.ANONYMOUS else "who-confidence-challenge")
    if challenge.adopted_name is None:
        return hidden
    return say("who-adopted", name=Plain(challenge.adopted_name), hidden=hidden)


TITLES = (
    ThreadRole.OWNER,
    ThreadRole.READER,
    ThreadRole.ADOPT,
    ThreadRole.ADOPTER,
    ThreadRole.STAGE,
    ThreadRole.PERSON,
)
"""Each part has a page of its own name; others read it like a second reader."""
SPEAKS = (("button-reply", "challenge.reply"), ("button-ask", "challenge.ask"))
MODERATES = ("button-moderate", "moderate")
CLOSES = ("button-close", "challenge.close")
GLASS = ("button-glass", "glass")
CAN: dict[str, tuple[tuple[str, str], ...]] = {
    ThreadRole.OWNER: (*SPEAKS, MODERATES),
    ThreadRole.READER: (*SPEAKS, MODERATES),
    ThreadRole.STAGE: (*SPEAKS, MODERATES),
    ThreadRole.REVIEWER: SPEAKS,
    ThreadRole.ADOPTER: (*SPEAKS, CLOSES),
    ThreadRole.PERSON: (*SPEAKS, CLOSES, GLASS),
    ThreadRole.ADOPT: (GLASS,),
    ThreadRole.MODERATOR: (
        ("button-divert", "moderate.divert"),
        ("button-leave", "moderate.leave"),
    ),
}
"""What each part in a challenge can do, besides answering it when it is their turn."""


def _buttons(part: str, thread: Thread, challenge: Challenge) -> tuple[Button, ...]:
    if thread.state in (State.WAITING, State.CLOSED):
        return ()
    asked = part == challenge.step and thread.state == State.OPEN
    first: tuple[tuple[str, str], ...] = ()
    if asked and part == ThreadRole.ADOPT:
        first = (("button-adopt", "challenge.adopt"),)
    elif asked:
        first = (("button-verdict", "challenge.answer"),)
    point = (("button-point", "challenge.point"),) if asked and part == ThreadRole.OWNER else ()
    others = [can for can in CAN.get(part, ()) if can != GLASS or thread.how == How.CONFIDENCE]
    return (
        *(Button(say(words), verb, thread.id, "primary") for words, verb in first),
        *(Button(say(words), verb, thread.id) for words, verb in (*point, *others)),
        *((REFER,) if SPEAKS[0] in others else ()),
    )
