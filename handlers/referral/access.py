"""What the presses on a referral share: whose it is, its questions, who is told."""

from handlers.contract import Ask, Event, Named, Outcomes, Send, ToRaiser
from handlers.referral.cards import referrer_card
from prompts.shapes import Choice, Form, Line, Long
from prompts.words import Plain, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Referral, Thread
from storage.schema.values import State, ThreadRole

TEXT_MOST = 1000
Found = tuple[Thread, Referral]


async def acting(who: Named, event: Event, repo: Repository) -> Found | None:
    """The referral, if it is theirs to act on; whoever made it may only read it."""
    thread = await seen(who, event, repo)
    if thread is None or thread.state not in (State.OPEN, State.PICKED):
        return None
    if (await repo.audience(thread)).get(who.person) != ThreadRole.ASKED:
        return None
    return thread, await repo.referrals.of(thread)


async def seen(who: Named, event: Event, repo: Repository) -> Thread | None:
    """The referral, if they may see it: it lies before them, or they made it."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != "referral":
        return None
    theirs = thread.raiser == who.person or who.person in await repo.audience(thread)
    return thread if theirs else None


async def owned_by(owner: Known, thread: Thread, referral: Referral) -> None:
    """They have it from now on."""
    thread.state, thread.picked_by, thread.picked_name = State.PICKED, owner.person, owner.name
    referral.owner, referral.owner_name = owner.person, owner.name
    referral.asked = 0


async def asked_before(thread: Thread, repo: Repository) -> list[PersonId]:
    """Everyone it lies before as something they could do."""
    return [p for p, part in (await repo.audience(thread)).items() if part == ThreadRole.ASKED]


async def everyone(thread: Thread, repo: Repository) -> list[PersonId]:
    """Everyone who has a card of it that is still to be acted on: its maker and helpers too."""
    parts = (await repo.audience(thread)).items()
    people = [p for p, part in parts if part in (ThreadRole.ASKED, ThreadRole.HELPER)]
    return [*people, *([PersonId(thread.raiser)] if thread.raiser else [])]


async def told(thread: Thread, referral: Referral, note: str, repo: Repository) -> Send:
    """Whoever made it hears what happened."""
    name = Plain(thread.picked_name or "")
    reference = await repo.reference_of(thread)
    card = referrer_card(thread, referral, reference, repo.partnership, say(note, name=name))
    return Send(ToRaiser(thread.id), card, key=thread.id)


def form_of(kind: str, thread: Thread, *fields: Choice | Line | Long) -> Outcomes:
    """A question about this referral."""
    form = Form(
        title=say(f"referral-{kind}-title"),
        verb=f"referral.{kind}.send",
        subject=thread.id,
        fields=fields,
        submit=say(f"referral-{kind}-submit"),
    )
    return [Ask(form)]


def text_of(kind: str, value: str = "") -> Long:
    """Some words, with why they are asked."""
    return Long(
        "text",
        say(f"referral-{kind}-label"),
        hint=say(f"referral-{kind}-hint"),
        value=value,
        most=TEXT_MOST,
    )
