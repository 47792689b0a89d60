"""What everybody else needs to know of a concern's thread."""

from dataclasses import replace

from handlers.concern import escalation
from handlers.concern.leaving import without
from handlers.contract.commands import ThreadKind
from handlers.shared.closing import heal_forget
from handlers.shared.concerns.hearing import may_hear
from handlers.shared.desk.deadlines import to_be_taken
from handlers.shared.raiser_page import listed_by, raiser_page
from handlers.shared.release import heal_release
from prompts.shapes import Block, Button, Callout, Form, Text
from prompts.words import Day, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.held import Held
from storage.schema import Thread
from storage.schema.values import How, State


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows every step to its raiser; while nobody takes it, where else to turn."""
    said = await repo.said(thread, "raiser") if thread.state == State.OPEN else []
    nobody_yet = any(spoken.kind in ("nobody-yet", "nobody-else") for spoken in said)
    back = withdrawable(thread)
    facts, buttons = _while_held(repo.to_come.held.get(thread.id), thread)
    page = await raiser_page(
        thread, repo, note, facts=facts, elsewhere=nobody_yet, withdrawable=back
    )
    return replace(page, buttons=(*buttons, *page.buttons))


def _while_held(held: Held | None, thread: Thread) -> tuple[tuple[Block, ...], tuple[Button, ...]]:
    """Says until when it is held, and what they can do: the same whether others hold theirs."""
    if held is None:
        return (), ()
    agencies = "two" if held.two else "any"
    asked, until = Day(held.asked_on.date()), Day(held.until.date())
    facts: tuple[Block, ...] = (
        Callout(say("together-held", count=held.many, agencies=agencies), "note"),
        Text(say("together-until", asked=asked, until=until)),
    )
    buttons = (
        Button(say("together-alone-button"), "together.alone", thread.id),
        Button(say("together-longer-button"), "together.longer", thread.id),
    )
    return facts, buttons


def withdrawable(thread: Thread) -> bool:
    """Tells whether its raiser may take it back: by name, and until somebody picked it up.

    Of somebody hidden it would tell the moment at which they looked.
    """
    return thread.how == How.NAMED and thread.state == State.OPEN


async def named(thread: Thread, _repo: Repository) -> Words:
    """Says what it is about, as it was chosen from a list."""
    about, topic = say(f"about-{thread.about}"), say(f"topic-{thread.topic}")
    return say("desk-concern", about=about, topic=topic)


async def hearing(thread: Thread, repo: Repository) -> frozenset[PersonId]:
    """Lists who hears it by and by, without those who are kept out."""
    there = await may_hear(thread.home, thread.how, repo)
    return frozenset(there) - await repo.left_out(thread) - {thread.raiser}


KIND = ThreadKind(
    raiser_page=page,
    listed=listed_by("thread.open"),
    hearing=hearing,
    heard=escalation.heard,
    settle=escalation.settle,
    withdrawable=withdrawable,
    unsettled=say("unsettled-done"),
    without=without,
    joined=escalation.joined,
    named=named,
    due=to_be_taken,
    taken=True,
    heal={"release": heal_release, "forget": heal_forget},
)
