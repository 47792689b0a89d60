"""The page on which whoever raised something reads every step of it."""

from collections.abc import Sequence

from handlers.contract.commands import Listed
from handlers.shared.cards import summary_of
from handlers.shared.closing import QUESTIONS
from handlers.shared.labels import agency_name
from handlers.shared.numbers import other_routes, urgent
from handlers.shared.pages import conversation, danger_note
from prompts.shapes import Block, Button, Callout, Form, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


async def raiser_page(
    thread: Thread,
    repo: Repository,
    note: Words | None,
    *,
    facts: Sequence[Block] = (),
    elsewhere: bool = False,
    withdrawable: bool = False,
) -> Form:
    """Shows every step to whoever raised it, and what they can do now.

    `facts` stand below its kind; `elsewhere`: where else to turn is shown too.
    """
    blocks: list[Block] = [Callout(note, "note")] if note else []
    unreached = await _unreached(thread, repo)
    blocks.append(Callout(_to_raiser(thread, unreached, repo), "note"))
    if unreached and thread.danger:
        blocks.append(urgent(thread.told_agency or thread.home, repo.partnership, repo.now))
    blocks.append(summary_of(thread))
    blocks += facts
    if elsewhere:
        blocks.append(other_routes(thread.home, repo.partnership, repo.now))
    closing = thread.id in repo.to_come.closing
    if closing:
        blocks.append(Callout(say("closing-waits"), "note"))
    elif thread.state == State.ANSWERED:
        kept, gone = say("settled-question-kept"), say("settled-question")
        blocks.append(Callout(kept if thread.keeps else gone, "note"))
    if not thread.name_goes and thread.state != State.CLOSED:
        blocks.append(Callout(await _name_question(thread, repo), "note"))
    return Form(
        title=say(f"raiser-page-{thread.command}"),
        blocks=(*blocks, *await conversation(thread, "raiser", repo)),
        buttons=(
            *_raiser_buttons(thread, withdrawable, closing),
            *await detriment_buttons(thread, repo),
        ),
    )


async def _name_question(thread: Thread, repo: Repository) -> Words:
    """Asks whether the name may go along; where they know that two opened it, says so."""
    agency = agency_name(thread.home, repo.partnership)
    opened = any(s.kind == "name-opened" for s in await repo.said(thread, "raiser"))
    if opened:
        return say("name-question-opened", agency=agency)
    return say("name-question", agency=agency)


async def detriment_buttons(thread: Thread, repo: Repository) -> tuple[Button, ...]:
    """Offers the questions and a way out, once it is closed, to whoever kept an address for it."""
    if thread.state != State.CLOSED or not thread.keeps:
        return ()
    gone = Button(say("button-gone"), "afterwards.gone", thread.id)
    if await unanswered(thread, repo) is None:
        return (gone,)
    return (Button(say("button-afterwards"), "afterwards", thread.id, "primary"), gone)


async def unanswered(thread: Thread, repo: Repository) -> int | None:
    """Finds after how many days they were last asked how they fared, while they may answer.

    That they did stands in the keyring alone; answers from before it did stand on the thread.
    """
    said = [s.kind for s in await repo.said(thread, "raiser")]
    days = [d for d in QUESTIONS if f"asked-{d}" in said and f"fared-{d}" not in said]
    return days[-1] if days else None


def state_words(thread: Thread, repo: Repository) -> Words:
    """Says how far it has come."""
    agency, name = agency_name(thread.home, repo.partnership), Plain(thread.picked_name or "")
    return say(f"{thread.command}-state-{thread.state}", agency=agency, name=name)


def _to_raiser(thread: Thread, unreached: bool, repo: Repository) -> Words:
    """Says the same to whoever raised it; while nobody has had it, not that it is with them."""
    if unreached:
        return say("unreached-state", agency=agency_name(thread.home, repo.partnership))
    return state_words(thread, repo)


async def _unreached(thread: Thread, repo: Repository) -> bool:
    """Tells whether it was raised and went out, and nobody has had it yet."""
    raised = thread.return_ref is not None  # a pause is before nobody but its room
    return raised and thread.state == State.OPEN and not await repo.reached(thread)


def _raiser_buttons(thread: Thread, withdrawable: bool, closing: bool) -> tuple[Button, ...]:
    if thread.state == State.CLOSED:
        return ()
    buttons = [*take_back_button(thread)]
    if thread.state == State.ANSWERED and not closing:
        buttons.append(Button(say("button-settled"), "mine.settled", thread.id, "primary"))
        buttons.append(Button(say("button-unsettled"), "mine.unsettled", thread.id))
    if not thread.name_goes:
        buttons.append(Button(say("button-name-yes"), "mine.name.yes", thread.id))
        buttons.append(Button(say("button-name-no"), "mine.name.no", thread.id))
    buttons.append(Button(say("button-answer"), "mine.answer", thread.id))
    if withdrawable and not closing and thread.state not in (State.WAITING, State.ANSWERED):
        buttons.append(Button(say("button-withdraw"), "mine.withdraw", thread.id))
    return tuple(buttons)


def take_back_button(thread: Thread) -> tuple[Button, ...]:
    """Offers to take back whatever hasn't gone out yet."""
    if thread.state != State.WAITING:
        return ()
    return (Button(say("button-take-back"), "mine.takeback", thread.id),)


def listed_by(opens: str) -> Listed:
    """Makes the entry of such threads in lists; whoever one waits for opens it by this verb."""

    async def entry(
        thread: Thread, name: str, _reader: PersonId | None, repo: Repository
    ) -> Section:
        theirs = name == "raised"
        unreached = theirs and await _unreached(thread, repo)
        state = _to_raiser(thread, unreached, repo)
        return _listed(thread, state, "mine.open" if theirs else opens)

    return entry


def _listed(thread: Thread, state: Words, verb: str) -> Section:
    """Shows one thread in a list: its state and kind, never its content."""
    about: Words = say(f"about-{thread.about}") if thread.about else Plain("")
    return Section(
        title=say(f"listed-{thread.command}", about=about, day=Day(thread.day)),
        blocks=(Text(state), *danger_note(thread)),
        buttons=(Button(say("button-open"), verb, thread.id),),
    )
