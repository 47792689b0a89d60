"""The page on which whoever raised something reads every step of it."""

from collections.abc import Sequence
from typing import Final

from handlers.contract.commands import Listed
from handlers.shared.cards import summary_of
from handlers.shared.closing import QUESTIONS
from handlers.shared.desk.telling import story_answers, story_written
from handlers.shared.desk.thanking import has_thanked
from handlers.shared.labels import agency_name, code_row, days_old, placed
from handlers.shared.numbers import other_routes, urgent
from handlers.shared.pages import conversation, danger_note
from prompts.shapes import Block, Button, Callout, Facts, Form, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State

ROUTES: Final = Button(say("routes-button"), "routes")
"""Leads to whom else to turn to, at any time; the same on every page."""


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
    closing = thread.id in repo.to_come.closing
    said = [Callout(note, "note")] if note else []
    where = [other_routes(thread.home, repo.partnership, repo.now)] if elsewhere else []
    what = [summary_of(thread), *facts, *_code(thread), *where]
    blocks = [*said, *await _stands(thread, repo), *what, *await _asks(thread, closing, repo)]
    told = await story_written(thread, repo)
    return Form(
        title=say(f"raiser-page-{thread.command}"),
        blocks=(*blocks, *told, *await conversation(thread, "raiser", repo)),
        buttons=(
            *_raiser_buttons(thread, withdrawable, closing),
            *await story_answers(thread, repo),
            *await _thanks(thread, closing, repo),
            ROUTES,
            *await detriment_buttons(thread, repo),
        ),
    )


async def _stands(thread: Thread, repo: Repository) -> list[Block]:
    """Tells who has it, and whom to call where it reached nobody in danger."""
    unreached = await _unreached(thread, repo)
    blocks: list[Block] = [Callout(_to_raiser(thread, unreached, repo), "note")]
    if unreached and thread.danger:
        blocks.append(urgent(thread.told_agency or thread.home, repo.partnership, repo.now))
    return blocks


def _code(thread: Thread) -> list[Block]:
    """The letters by which a lead knows it, if it is by name: what is hidden has a number here."""
    return [Facts((code_row(thread),))] if thread.how == How.NAMED else []


async def _asks(thread: Thread, closing: bool, repo: Repository) -> list[Block]:
    """Asks what is theirs to say: whether it is settled, and whether their name may go along."""
    blocks: list[Block] = []
    if closing:
        blocks.append(Callout(say("closing-waits"), "note"))
    elif thread.state == State.ANSWERED:
        kept, gone = say("settled-question-kept"), say("settled-question")
        blocks.append(Callout(kept if thread.keeps else gone, "note"))
    if not thread.name_goes and thread.state != State.CLOSED:
        blocks.append(Callout(await _name_question(thread, repo), "note"))
    return blocks


async def _thanks(thread: Thread, closing: bool, repo: Repository) -> tuple[Button, ...]:
    """Offers to thank those who answered, as long as nobody has."""
    if thread.state != State.ANSWERED or closing or await has_thanked(thread, repo):
        return ()
    return (Button(say("grateful-button"), "mine.thanks", thread.id),)


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
    if (held := repo.to_come.held.get(thread.id)) is not None:
        return say("together-state-waiting", agency=agency, until=Day(held.until.date()))
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
        return _listed(thread, state, "mine.open" if theirs else opens, repo)

    return entry


def _listed(thread: Thread, state: Words, verb: str, repo: Repository) -> Section:
    """Shows one thread in a list: its state and kind, where it is and how old; never its content.

    Two of one day and kind are told apart by their agency.
    """
    about: Words = say(f"about-{thread.about}") if thread.about else Plain("")
    age = say("own-age", days=days_old(thread, repo))
    return Section(
        title=say(f"listed-{thread.command}", about=about, day=Day(thread.day)),
        blocks=(Text(state), Text(placed(thread, repo, age)), *danger_note(thread)),
        buttons=(Button(say("button-open"), verb, thread.id),),
    )
