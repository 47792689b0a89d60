"""Turns what a handler returned into outbox rows, inside the handler's own transaction."""

from pydantic import TypeAdapter
from sqlmodel import col, update

from handlers.contract.outcomes import Outcomes, Send, ToPerson, ToRaiser, ToRoom, Update
from prompts.shapes import Card
from storage.engine.ids import new_id
from storage.repository import Repository
from storage.schema import Outbox, Thread
from storage.schema.values import CardAction

cards: TypeAdapter[Card] = TypeAdapter(Card)


async def post(repo: Repository, outcomes: Outcomes) -> bool:
    """Puts messages and updates into the outbox; gives whether there were any."""
    posted = [outcome for outcome in outcomes if isinstance(outcome, Send | Update)]
    for outcome in posted:
        thread = await _thread(outcome, repo)
        if isinstance(outcome, Send):
            person, return_ref = _whom(outcome.to, thread)
            _add(CardAction.SEND, outcome, person, return_ref, thread, repo)
        else:
            await _change_unsent(outcome, repo)
            _add(CardAction.UPDATE, outcome, outcome.person, None, thread, repo)
    return bool(posted)


async def _thread(outcome: Send | Update, repo: Repository) -> Thread | None:
    """Finds which thread a message is about; a pause's cards are called after its rounds, too."""
    about = outcome.key.partition(":")[0]
    if isinstance(outcome, Send):
        about = outcome.to.thread if isinstance(outcome.to, ToRaiser) else outcome.thread or about
    begun = next((thread for thread in repo.begun if thread.id == about), None)
    return begun or (await repo.thread(about, lock=False) if about else None)


def _whom(to: ToPerson | ToRaiser | ToRoom, thread: Thread | None) -> tuple[str | None, str | None]:
    if isinstance(to, ToPerson):
        return to.person, None
    if isinstance(to, ToRoom):
        return to.room, None
    if thread is None:
        raise LookupError("A message to whoever raised a thread needs that thread.")
    return thread.raiser, None if thread.raiser else thread.return_ref


async def _change_unsent(change: Update, repo: Repository) -> None:
    await (await repo.write()).execute(
        update(Outbox)
        .where(
            col(Outbox.partnership_id) == repo.partnership.id,
            col(Outbox.person) == change.person,
            col(Outbox.key) == change.key,
            col(Outbox.action) == CardAction.SEND,
        )
        .values(card=cards.dump_json(change.card).decode())
        .execution_options(synchronize_session=False)
    )


def _add(
    action: CardAction,
    outcome: Send | Update,
    person: str | None,
    return_ref: str | None,
    thread: Thread | None,
    repo: Repository,
) -> None:
    # What goes to hidden people says nothing of itself: their return address is all there is.
    known = thread if person is not None else None
    repo.add(
        Outbox,
        id=new_id(),
        person=person,
        return_ref=return_ref,
        action=action,
        key=outcome.key,
        card=cards.dump_json(outcome.card).decode(),
        due_at=(outcome.at if isinstance(outcome, Send) else None) or repo.now,
        attempts=0,
        thread_id=known.id if known else None,
        since=repo.now if person is not None else None,
        urgent=thread is not None and thread.danger,
        perhaps=0,
        moved=False,
    )
