"""Turns what a handler returned into outbox rows, inside the handler's own transaction."""

from sqlmodel import col, update

from bot.core.waiting.bodies import cards, news
from handlers.contract.outcomes import Outcomes, Send, ToPerson, ToRaiser, ToRoom, Update
from handlers.shared.release import delayed_until
from storage.engine.ids import new_id
from storage.keyring.waiting import Waiting
from storage.repository import Repository
from storage.schema import Outbox, Thread
from storage.schema.values import CardAction


async def post(repo: Repository, outcomes: Outcomes) -> bool:
    """Puts messages and updates into the outbox; gives whether there were any.

    What goes to hidden people isn't among them: main never says when they are reached.
    """
    posted = False
    for outcome in outcomes:
        if not isinstance(outcome, Send | Update):
            continue
        thread = await _thread(outcome, repo)
        if isinstance(outcome, Update):
            if not await repo.has_card(outcome.person, outcome.key):
                continue
            await _change_unsent(outcome, repo)
            _add(CardAction.UPDATE, outcome, outcome.person, thread, repo)
        elif person := _whom(outcome.to, thread):
            _add(CardAction.SEND, outcome, person, thread, repo)
        else:
            continue
        posted = True
    return posted


async def news_for_hidden(repo: Repository, outcomes: Outcomes) -> list[Waiting]:
    """Makes of messages to hidden people what waits for its own time, each for one of its own."""
    found = []
    for outcome in outcomes:
        if isinstance(outcome, Send) and isinstance(outcome.to, ToRaiser):
            thread = await _thread(outcome, repo)
            if thread is not None and not thread.raiser:
                at = outcome.at or delayed_until(thread, repo) or repo.now
                found.append(news(thread, outcome.card, at, repo.said_last.get(thread.id)))
    return found


async def _thread(outcome: Send | Update, repo: Repository) -> Thread | None:
    """Finds which thread a message is about; a pause's cards are called after its rounds, too."""
    about = outcome.key.partition(":")[0]
    if isinstance(outcome, Send):
        about = outcome.to.thread if isinstance(outcome.to, ToRaiser) else outcome.thread or about
    begun = next((thread for thread in repo.begun if thread.id == about), None)
    return begun or (await repo.thread(about, lock=False) if about else None)


def _whom(to: ToPerson | ToRaiser | ToRoom, thread: Thread | None) -> str | None:
    """Finds to whom it goes; None where they are hidden."""
    if isinstance(to, ToPerson):
        return to.person
    if isinstance(to, ToRoom):
        return to.room
    if thread is None:
        raise LookupError("A message to whoever raised a thread needs that thread.")
    return thread.raiser


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
    person: str,
    thread: Thread | None,
    repo: Repository,
) -> None:
    repo.add(
        Outbox,
        id=new_id(),
        person=person,
        action=action,
        key=outcome.key,
        card=cards.dump_json(outcome.card).decode(),
        due_at=(outcome.at if isinstance(outcome, Send) else None) or repo.now,
        attempts=0,
        thread_id=thread.id if thread else None,
        since=repo.now,
        urgent=thread is not None and thread.danger,
        perhaps=0,
        moved=False,
    )
