"""Turns what a handler returned into outbox rows, inside the handler's own transaction."""

from datetime import datetime

from pydantic import TypeAdapter
from sqlmodel import col, update

from handlers.contract.outcomes import Outcomes, Send, ToPerson, ToRaiser, ToRoom, Update
from prompts.shapes import Card
from storage.engine.ids import new_id
from storage.repository import Repository
from storage.schema import Outbox
from storage.schema.values import CardAction

cards: TypeAdapter[Card] = TypeAdapter(Card)


async def post(repo: Repository, outcomes: Outcomes) -> bool:
    """Puts messages and updates into the outbox; gives whether there were any."""
    posted = [outcome for outcome in outcomes if isinstance(outcome, Send | Update)]
    for outcome in posted:
        if isinstance(outcome, Send):
            person, return_ref = await _whom(outcome.to, repo)
            _add(CardAction.SEND, outcome, outcome.at or repo.now, person, return_ref, repo)
        else:
            await _change_unsent(outcome, repo)
            _add(CardAction.UPDATE, outcome, repo.now, outcome.person, None, repo)
    return bool(posted)


async def _whom(
    to: ToPerson | ToRaiser | ToRoom, repo: Repository
) -> tuple[str | None, str | None]:
    if isinstance(to, ToPerson):
        return to.person, None
    if isinstance(to, ToRoom):
        return to.room, None
    thread = next((t for t in repo.begun if t.id == to.thread), None)
    thread = thread or await repo.thread(to.thread)
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
    due_at: datetime,
    person: str | None,
    return_ref: str | None,
    repo: Repository,
) -> None:
    repo.add(
        Outbox,
        id=new_id(),
        person=person,
        return_ref=return_ref,
        action=action,
        key=outcome.key,
        card=cards.dump_json(outcome.card).decode(),
        due_at=due_at,
        attempts=0,
    )
