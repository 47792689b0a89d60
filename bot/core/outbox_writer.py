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
    posted = False
    for outcome in outcomes:
        if isinstance(outcome, Send):
            person, return_ref = await _whom(outcome.to, repo)
            _row(
                CardAction.SEND,
                outcome.card,
                outcome.key,
                outcome.at or repo.now,
                repo,
                person,
                return_ref,
            )
            posted = True
        elif isinstance(outcome, Update):
            await _updating(outcome, repo)
            posted = True
    return posted


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


async def _updating(change: Update, repo: Repository) -> None:
    # A card that hasn't gone out yet is changed before it does.
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
    _row(CardAction.UPDATE, change.card, change.key, repo.now, repo, change.person, None)


def _row(
    action: CardAction,
    card: Card,
    key: str,
    at: datetime,
    repo: Repository,
    person: str | None,
    return_ref: str | None,
) -> None:
    repo.add(
        Outbox,
        id=new_id(),
        person=person,
        return_ref=return_ref,
        action=action,
        key=key,
        card=cards.dump_json(card).decode(),
        due_at=at,
        attempts=0,
    )
