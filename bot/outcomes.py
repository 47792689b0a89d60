"""Turns what a handler returned into outbox rows, inside the handler's own transaction."""

from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, update

from handlers.contract import Outcomes, Send, ToPerson, Update
from prompts.shapes import Card
from storage.repository import Repository, new_id
from storage.tables import Outbox

cards: TypeAdapter[Card] = TypeAdapter(Card)


async def post(session: AsyncSession, repo: Repository, outcomes: Outcomes) -> bool:
    """Writes messages and updates into the outbox; whether there were any."""
    posted = False
    for outcome in outcomes:
        if isinstance(outcome, Send):
            session.add(await _sending(outcome, repo))
            posted = True
        elif isinstance(outcome, Update):
            await _updating(session, outcome, repo)
            posted = True
    return posted


async def _sending(send: Send, repo: Repository) -> Outbox:
    row = _row("send", send.card, send.key, send.at or repo.now, repo)
    if isinstance(send.to, ToPerson):
        row.person = send.to.person
        return row
    thread = next((t for t in repo.begun if t.id == send.to.thread), None)
    thread = thread or await repo.thread(send.to.thread)
    if thread is None:
        raise LookupError("A message to whoever raised a thread needs that thread.")
    row.person = thread.raiser
    row.return_ref = None if thread.raiser else thread.return_ref
    return row


async def _updating(session: AsyncSession, change: Update, repo: Repository) -> None:
    # A card that hasn't gone out yet is changed before it does.
    await session.execute(
        update(Outbox)
        .where(
            col(Outbox.partnership_id) == repo.partnership.id,
            col(Outbox.person) == change.person,
            col(Outbox.key) == change.key,
            col(Outbox.action) == "send",
        )
        .values(card=cards.dump_json(change.card).decode())
        .execution_options(synchronize_session=False)
    )
    row = _row("update", change.card, change.key, repo.now, repo)
    row.person = change.person
    session.add(row)


def _row(action: str, card: Card, key: str, at: datetime, repo: Repository) -> Outbox:
    return Outbox(
        partnership_id=repo.partnership.id,
        id=new_id(),
        action=action,
        key=key,
        card=cards.dump_json(card).decode(),
        due_at=at,
    )
