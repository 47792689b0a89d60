"""The page on which those who answer a challenge read it: both sides, and what they can do."""

from handlers.contract import Ask, Event, Named
from handlers.shared.cards import summary_of
from handlers.shared.pages import REFER, conversation
from prompts.shapes import Block, Button, Callout, Facts, Form
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema import Challenge, Thread


async def lying_before(
    who: Named, event: Event, repo: Repository
) -> tuple[Thread, Challenge, str] | None:
    """The challenge and their part in it, if it lies before them; a stray card opens nothing."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != "challenge" or thread.state in ("waiting", "closed"):
        return None
    part = (await repo.audience(thread)).get(who.person)
    if part is None:
        return None
    return thread, await repo.challenges.of(thread), part


async def show(
    who: Named, thread: Thread, challenge: Challenge, repo: Repository, note: Words | None = None
) -> Ask:
    """The page; to the one lead who adopted it in confidence, with the name on top."""
    learns = thread.how == "confidence" and challenge.adopted_by == who.person
    page = await answer_page(who, thread, challenge, repo, note)
    return Ask(page, name_of=thread.id if learns else "")


async def answer_page(
    who: Named, thread: Thread, challenge: Challenge, repo: Repository, note: Words | None = None
) -> Form:
    """Everything that was said, and what this person can do now."""
    part = (await repo.audience(thread)).get(who.person, "")
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if part == "owner":
        blocks.append(Callout(say("owner-fair"), "note"))
    blocks += [summary_of(thread), Facts(_facts(thread, challenge, repo))]
    theirs = part == "owner" or who.person == challenge.owner  # whom a stage may ask again
    hidden = challenge.diverted_after if theirs else None
    reading = part if part in TITLES else "reader"
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
    if thread.state == "open" and challenge.due is not None:
        rows.append((say("fact-due"), Day(challenge.due)))
    rows.append((say("fact-thread"), Plain(thread.id)))
    return tuple(rows)


def _who(thread: Thread, challenge: Challenge) -> Words:
    if thread.how == "named":
        return Plain(thread.raiser_name or "")
    hidden = say("who-anonymous" if thread.how == "anonymous" else "who-confidence-challenge")
    if challenge.adopted_name is None:
        return hidden
    return say("who-adopted", name=Plain(challenge.adopted_name), hidden=hidden)


TITLES = ("owner", "reader", "adopt", "adopter", "stage", "person")
"""Each part has a page of its own name; others read it like a second reader."""
SPEAKS = (("button-reply", "challenge.reply"), ("button-ask", "challenge.ask"))
MODERATES = ("button-moderate", "moderate")
CLOSES = ("button-close", "challenge.close")
GLASS = ("button-glass", "glass")
CAN: dict[str, tuple[tuple[str, str], ...]] = {
    "owner": (*SPEAKS, MODERATES),
    "reader": (*SPEAKS, MODERATES),
    "stage": (*SPEAKS, MODERATES),
    "reviewer": SPEAKS,
    "adopter": (*SPEAKS, CLOSES),
    "person": (*SPEAKS, CLOSES, GLASS),
    "adopt": (GLASS,),
    "moderator": (("button-divert", "moderate.divert"), ("button-leave", "moderate.leave")),
}
"""What each part in a challenge can do, besides answering it when it is their turn."""


def _buttons(part: str, thread: Thread, challenge: Challenge) -> tuple[Button, ...]:
    if thread.state in ("waiting", "closed"):
        return ()
    asked = part == challenge.rung and thread.state == "open"
    first: tuple[tuple[str, str], ...] = ()
    if asked and part == "adopt":
        first = (("button-adopt", "challenge.adopt"),)
    elif asked:
        first = (("button-verdict", "challenge.answer"),)
    point = (("button-point", "challenge.point"),) if asked and part == "owner" else ()
    others = [can for can in CAN.get(part, ()) if can != GLASS or thread.how == "confidence"]
    return (
        *(Button(say(words), verb, thread.id, "primary") for words, verb in first),
        *(Button(say(words), verb, thread.id) for words, verb in (*point, *others)),
        *((REFER,) if SPEAKS[0] in others else ()),
    )
