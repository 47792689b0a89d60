"""The page of a referral: what was asked, what happened since, and what can be done now."""

from handlers.contract import Named
from handlers.pages import conversation
from handlers.referral_cards import facts_of, next_words
from prompts.shapes import Block, Button, Callout, Facts, Form
from prompts.words import Plain, Words, say
from storage.repository import Repository
from storage.tables import Referral, Thread

ACTS = ("mine", "done", "help", "later", "notmine")


async def referral_page(
    who: Named, thread: Thread, repo: Repository, note: Words | None = None
) -> Form:
    """For whoever has it, could take it, or made it: the same facts, other buttons."""
    referral = await repo.referrals.of(thread)
    part = (await repo.audience(thread)).get(who.person, "")
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks.append(Callout(state_words(thread, referral), "note"))
    blocks.append(facts_of(thread, referral, repo.partnership))
    blocks.append(Facts(((say("fact-by-whom"), Plain(thread.raiser_name or "")),)))
    if thread.state in ("open", "picked"):
        blocks.append(Callout(next_words(referral, repo.partnership), "note"))
    return Form(
        title=say("referral-page-title"),
        blocks=(*blocks, *await conversation(thread, "lead", repo)),
        buttons=_buttons(who, part, thread, referral),
    )


def state_words(thread: Thread, referral: Referral) -> Words:
    """Where it stands, in a line."""
    name = Plain(referral.owner_name or "")
    if thread.state == "open" and referral.owner_name and referral.level == 0:
        return say("referral-state-asked", name=name)
    if thread.state == "open" and referral.level > 0:
        return say("referral-state-up", asked=referral.level)
    return say(f"referral-state-{thread.state}", name=name)


def _buttons(who: Named, part: str, thread: Thread, referral: Referral) -> tuple[Button, ...]:
    if thread.state == "closed":
        return ()
    found: list[Button] = []
    if part == "asked" and thread.state in ("open", "picked"):
        found += [Button(say(f"button-{act}"), f"referral.{act}", thread.id) for act in ACTS]
    if thread.raiser == who.person:
        found.append(Button(say("button-heard"), "referral.heard", thread.id))
        if referral.heard != "no":
            found.append(Button(say("button-further"), "referral.further", thread.id))
    return tuple(found)
