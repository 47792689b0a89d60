"""The page of a referral: what was asked, what happened since, and what can be done now."""

from handlers.referral.cards import facts_of, next_words
from handlers.referral.case import ReferralCase
from handlers.shared.desk.notes import notes_of
from handlers.shared.desk.timeline import REFERRAL, timeline
from handlers.shared.labels import code_row
from handlers.shared.pages import conversation
from prompts.shapes import Block, Button, Callout, Facts, Form, Section, Style
from prompts.words import Plain, Words, say
from storage.partnership import PersonId
from storage.schema import Referral, Thread
from storage.schema.values import HeardBack, State, ThreadRole

NOTE = (ThreadRole.ASKED, ThreadRole.HELPER)
"""Those who can note something for each other."""
ACTS = ("mine", "done", "update", "help", "later", "notmine")


async def referral_page(case: ReferralCase, reader: PersonId, note: Words | None = None) -> Form:
    """Shows whoever has it, could take it, or made it the same facts, with other buttons."""
    thread, reference = case.thread, Plain(await case.reference())
    part = (await case.repo.audience(thread)).get(reader)
    maker = (say("fact-by-whom"), Plain(thread.raiser_name or ""))
    blocks: list[Block] = [
        Callout(note or state_words(thread, case.referral, reader), "note"),
        Facts(((say("fact-reference"), reference), *facts_of(case), maker, code_row(thread))),
    ]
    if case.is_open:
        ahead = await case.ahead(await case.turn())
        blocks.append(Callout(next_words(case, ahead), "note"))
    return Form(
        title=say("referral-page-title"),
        blocks=(*blocks, *await conversation(thread, "lead", case.repo, raised="referred")),
        sections=await _below(case, reader, part),
        buttons=_buttons(case, reader, part),
    )


async def _below(
    case: ReferralCase, reader: PersonId, part: ThreadRole | None
) -> tuple[Section, ...]:
    """Shows who did what, and to those whose agency was asked what they noted for each other."""
    done = await timeline(case.thread, REFERRAL, case.repo)
    if part is None or reader == case.thread.raiser:
        return (done,)
    adds = case.is_open and part in NOTE
    return (*await notes_of(case.thread, case.repo, "referral", adds=adds), done)


def state_words(thread: Thread, referral: Referral, reader: str | None = None) -> Words:
    """Says where it stands, in a line; whoever has it is spoken to."""
    if referral.heard == HeardBack.WITHDREW:
        return say("referral-state-withdrawn")
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


def _buttons(case: ReferralCase, reader: PersonId, part: ThreadRole | None) -> tuple[Button, ...]:
    if case.thread.state == State.CLOSED:
        return ()
    found: list[Button] = []
    if part == ThreadRole.ASKED and case.is_open:
        first = "done" if case.is_owned else "mine"
        for act in ACTS:
            style: Style = "primary" if act == first else "plain"
            found.append(Button(say(f"button-{act}"), f"referral.{act}", case.id, style))
    elif case.thread.raiser == reader and case.is_open:
        found.append(Button(say("button-update"), "referral.update", case.id))
    return (*found, *(_of_referrer(case) if case.thread.raiser == reader else ()))


def _of_referrer(case: ReferralCase) -> tuple[Button, ...]:
    """Offers what only whoever made it can do."""
    found = [Button(say("button-heard"), "referral.heard", case.id)]
    if case.referral.heard != HeardBack.NO and not case.is_last:
        found.append(Button(say("button-further"), "referral.further", case.id))
    if case.thread.state == State.OPEN:
        found.append(Button(say("button-change-referral"), "referral.change", case.id))
    if case.is_open:
        found.append(Button(say("button-withdraw-referral"), "referral.withdraw", case.id))
    return tuple(found)
