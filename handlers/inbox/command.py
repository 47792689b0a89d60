"""My concerns: what I raised, what waits for me, and my side of each conversation."""

from collections.abc import Awaitable, Callable

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, no
from handlers.contract.people import Event, Named, Raiser, ReferenceHolder
from handlers.inbox.lists import MOST, lists_of, part, whole
from handlers.registry import kind_of, menu_buttons
from handlers.shared.pages import done, own_thread, text_wrong
from handlers.shared.release import delayed_until
from prompts.shapes import Button, Callout, Form, Long, Text
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State

TEXT_MOST = 2500


async def home(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """One place: what waits for me, what I raised by name, and one constant button for the rest."""
    lists = await lists_of(who, repo)
    away = (Button(say("standin-button"), "standin"),) if "waiting" in lists else ()
    form = Form(
        title=say("mine-title"),
        sections=await whole(lists, who.person, repo),
        buttons=(
            *menu_buttons("home"),
            Button(say("quiet-button"), "mine.quiet"),
            *away,
            Button(say("language-button"), "language"),
        ),
    )
    return [Ask(form)]


async def more(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The next part of one list; if it is shorter by now, all of them from the start."""
    name, _, start = event.subject.rpartition("-")
    counted = (await lists_of(who, repo)).get(name)
    at = int(start) if start.isascii() and start.isdecimal() else 0
    if counted is None or counted.count <= at:
        return await home(who, event, repo)
    form = Form(
        title=say(f"{name}-title"),
        sections=tuple(await part(name, counted, at, MOST, who.person, repo)),
        buttons=(Button(say("mine-button"), "mine"),),
    )
    return [Ask(form)]


async def quiet(who: ReferenceHolder, _event: Event, repo: Repository) -> Outcomes:
    """What I raised anonymously or in confidence; found by trying every open return address."""
    found = await repo.lists.behind(who.replies)
    threads = [await kind_of(t).listed(t, "raised", None, repo) for t in found]
    return [
        Ask(
            Form(
                title=say("quiet-title"),
                blocks=(Text(say("quiet-intro" if threads else "quiet-none")),),
                sections=tuple(threads),
                buttons=(Button(say("mine-button"), "mine"),),
            )
        )
    ]


async def open_mine(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Every step of what I raised."""
    return [await _page(await own_thread(event, repo), repo)]


async def _page(thread: Thread, repo: Repository, note: Words | None = None) -> Ask:
    return Ask(await kind_of(thread).raiser_page(thread, repo, note))


async def ask_answer(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """The form in which I add something."""
    thread = await own_thread(event, repo)
    if thread.state == State.CLOSED:
        return [Refuse({"": say("thread-closed")})]
    return [
        Ask(
            Form(
                title=say("answer-title"),
                verb="mine.answer.send",
                subject=thread.id,
                fields=(Long("text", say("answer-label"), hint=say("what-hint"), most=TEXT_MOST),),
                submit=say("answer-submit"),
            )
        )
    ]


async def answer(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """I add something; an anonymous person's words keep the release they chose."""
    thread = await own_thread(event, repo)
    if thread.state == State.CLOSED:
        return [Refuse({"": say("thread-closed")})]
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    told = await _add(thread, "answer", event.one("text"), repo)
    return [Ask(done("answer-done-title", "answer-done")), *told]


async def _add(thread: Thread, kind: str, text: str, repo: Repository) -> list[Send]:
    heard = kind_of(thread).heard
    at = delayed_until(thread, repo)
    await repo.timers.forget(thread.id, "settle")
    number = await repo.say(thread, "raiser", kind, text, held=at is not None)
    if at is None and heard is not None:
        return await heard(thread, kind, number, repo)
    at = at or repo.now
    repo.timers.remind(thread, "deliver", at, number)
    return []


async def settled(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """It is settled: the thread closes, and with it the way back to me."""
    thread = await own_thread(event, repo)
    if thread.state == State.CLOSED:
        return [Ask(done("settled-title", "settled-done"))]
    kind = kind_of(thread)
    if thread.state != State.ANSWERED and not kind.withdrawable:
        return [Refuse({"": say("not-answered-yet")})]
    at = delayed_until(thread, repo)
    if kind.settle is not None and (at is None or thread.state == State.WAITING):
        return [Ask(done("settled-title", "settled-done")), *await kind.settle(thread, repo)]
    at = at or repo.now
    # Closing at once would show when they looked.
    await repo.timers.forget(thread.id, "forget", "settle")
    repo.timers.remind(thread, "settle", at, last=True)
    return [Ask(done("settled-title", "settled-done"))]


async def ask_withdraw(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Closing it before it is answered is for good, so it is asked about once."""
    thread = await own_thread(event, repo)
    if thread.state == State.CLOSED:
        return [Refuse({"": say("thread-closed")})]
    form = Form(
        title=say("withdraw-title"),
        verb="mine.withdraw.send",
        subject=thread.id,
        blocks=(Callout(say("withdraw-sure"), "warn"),),
        submit=say("withdraw-submit"),
    )
    return [Ask(form)]


async def unsettled(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """It is not: the lead is told, and has it again."""
    thread = await own_thread(event, repo)
    if thread.state != State.ANSWERED:
        return [Refuse({"": say("not-answered-yet")})]
    told = await _add(thread, "unsettled", "", repo)
    return [await _page(thread, repo, kind_of(thread).unsettled), *told]


async def let_name_go(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """My name may go along to the agency it was passed to."""
    thread = await own_thread(event, repo)
    if thread.state == State.CLOSED:
        return [Refuse({"": say("thread-closed")})]
    if thread.name_goes:
        return [await _page(thread, repo)]
    thread.name_goes = True
    await repo.say(thread, "bot", "name-allowed")
    if thread.how == How.CONFIDENCE and thread.picked_by:
        await repo.say(thread, "bot", "name-learned", thread.picked_name or "")
        repo.note(thread.id, "name shown to the lead", PersonId(thread.picked_by))
    return [await _page(thread, repo, say("name-goes"))]


async def keep_name(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """My name stays where it is."""
    thread = await own_thread(event, repo)
    return [await _page(thread, repo, say("name-stays") if not thread.name_goes else None)]


Talk = Callable[[Raiser, Event, Repository], Awaitable[Outcomes]]


def _talk(handle: Talk, *, changes: bool = True) -> Verb:
    """Lets only those through to whose thread something can be added."""

    async def only_there(who: Raiser, event: Event, repo: Repository) -> Outcomes:
        if kind_of(await own_thread(event, repo)).heard is None:
            return no("unknown-verb")
        return await handle(who, event, repo)

    return Verb("raiser", only_there, changes)


COMMAND = Command(
    name="mine",
    menu=Menu(70, frozenset({"help", "launcher"})),
    verbs={
        "mine": asks("person", home),
        "mine.more": asks("person", more),
        "mine.quiet": asks("holder", quiet, looks=True),
        "mine.open": asks("raiser", open_mine, looks=True),
        "mine.answer": _talk(ask_answer, changes=False),
        "mine.answer.send": _talk(answer),
        "mine.settled": _talk(settled),
        "mine.unsettled": _talk(unsettled),
        "mine.withdraw": _talk(ask_withdraw, changes=False),
        "mine.withdraw.send": _talk(settled),
        "mine.name.yes": _talk(let_name_go),
        "mine.name.no": _talk(keep_name),
    },
)
