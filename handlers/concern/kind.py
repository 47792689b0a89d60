"""What everybody else needs to know of a concern's thread."""

from handlers.concern import escalation
from handlers.concern.leaving import without
from handlers.contract.commands import ThreadKind
from handlers.shared.closing import heal_forget
from handlers.shared.desk.deadlines import to_be_taken
from handlers.shared.raiser_page import listed_by, raiser_page
from handlers.shared.release import heal_release
from prompts.shapes import Form
from prompts.words import Words, say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows every step to its raiser; while nobody takes it, where else to turn."""
    said = await repo.said(thread, "raiser") if thread.state == State.OPEN else []
    nobody_yet = any(spoken.kind == "nobody-yet" for spoken in said)
    return await raiser_page(thread, repo, note, elsewhere=nobody_yet)


async def named(thread: Thread, _repo: Repository) -> Words:
    """Says what it is about, as it was chosen from a list."""
    about, topic = say(f"about-{thread.about}"), say(f"topic-{thread.topic}")
    return say("desk-concern", about=about, topic=topic)


KIND = ThreadKind(
    raiser_page=page,
    listed=listed_by("thread.open"),
    heard=escalation.heard,
    settle=escalation.settle,
    unsettled=say("unsettled-done"),
    without=without,
    named=named,
    due=to_be_taken,
    taken=True,
    heal={"release": heal_release, "forget": heal_forget},
)
