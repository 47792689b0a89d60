"""The page of a referral: what was asked, what happened since, and what can be done now."""

from handlers.contract import Named
from handlers.referral.cards import facts_of
from handlers.referral.owner import is_last, waits_for, what_next
from handlers.shared.pages import conversation
from prompts.shapes import Block, Button, Callout, Facts, Form
from prompts.words import Plain, Words, say
from storage.repository import Repository
from storage.schema import Referral, Thread
from storage.schema.values import State, ThreadRole

ACTS = ("mine", "done", "help", "later", "notmine")


async def referral_page(
    who: Named, thread: Thread, repo: Repository, note: Words | None = None
) -> Form:
    """For whoever has it, could take it, or made it: the same facts, other buttons."""
    referral = await repo.referrals.of(thread)
    part = (await repo.audience(thread)).get(who.person, "")
    blocks: list[Block] = [
        Callout(note or state_words(thread, referral, who.person), "note"),
        Facts(await _facts(thread, referral, repo)),
    ]
    if thread.state in (State.OPEN, State.PICKED):
        ahead = await what_next(thread, referral, await waits_for(thread, repo), repo)
        blocks.append(Callout(ahead, "note"))
    return Form(
        title=say("referral-page-title"),
        blocks=(*blocks, *await conversation(thread, "lead", repo, raised="referred")),
        buttons=_buttons(who, part, thread, referral, is_last(referral, repo)),
    )


async def _facts(
    thread: Thread, referral: Referral, repo: Repository
) -> tuple[tuple[Words, Words], ...]:
    return (
        (say("fact-reference"), Plain(await repo.reference_of(thread))),
        *facts_of(thread, referral, repo.partnership).rows,
        (say("fact-by-whom"), Plain(thread.raiser_name or "")),
    )


def state_words(thread: Thread, referral: Referral, reader: str | None = None) -> Words:
    """Where it stands, in a line; whoever has it is spoken to."""
    name = Plain(referral.owner_name or "")
    if reader is not None and reader == referral.owner:
        if thread.state == State.OPEN and referral.level == 0:
            return say("referral-state-asked-you")
        if thread.state == State.PICKED:
            return say("referral-state-picked-you")
    if thread.state == State.OPEN and referral.owner_name and referral.level == 0:
        return say("referral-state-asked", name=name)
    if thread.state == State.OPEN and referral.level > 0:
        return say("referral-state-up", asked=referral.level)
    return say(f"referral-state-{thread.state}", name=name)


def _buttons(
    who: Named, part: str, thread: Thread, referral: Referral, last: bool
) -> tuple[Button, ...]:
    if thread.state == State.CLOSED:
        return ()
    found: list[Button] = []
    if part == ThreadRole.ASKED and thread.state in (State.OPEN, State.PICKED):
        first = "mine" if thread.state == State.OPEN else "done"
        found += [
            Button(
                say(f"button-{act}"),
                f"referral.{act}",
                thread.id,
                "primary" if act == first else "plain",
            )
            for act in ACTS
        ]
    if thread.raiser == who.person:
        found.append(Button(say("button-heard"), "referral.heard", thread.id))
        if referral.heard != "no" and not last:
            found.append(Button(say("button-further"), "referral.further", thread.id))
    return tuple(found)
