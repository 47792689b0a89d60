"""My concerns: what I raised, what waits for me, and my side of each conversation."""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named, Raiser, ReferenceHolder
from handlers.inbox.adding import TEXT_MOST, adding_form, looked_at
from handlers.inbox.desk import View, desk_of
from handlers.inbox.desk_pages import (
    ask_find,
    ask_narrow,
    beside,
    desk_page,
    desk_sections,
    find,
    show,
)
from handlers.inbox.lists import (
    BESIDE,
    MOST,
    answered,
    entry,
    lists_of,
    part,
    reader_of,
    whole,
)
from handlers.inbox.talking import add, talking
from handlers.inbox.thanking import thanks
from handlers.registry import grouped, kind_of, menu_buttons
from handlers.shared.closing import close
from handlers.shared.desk.lines import as_line
from handlers.shared.pages import MINE, QUIET, done, own_thread, text_wrong
from handlers.shared.questions import form
from handlers.shared.release import delayed_until
from prompts.shapes import Button, Callout, Form, Long, Said, Section, Text
from prompts.words import Plain, Words, say
from storage.partnership import PersonId
from storage.partnership.changes.deciding import is_administrator
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State

TYPED = ("what", "view", "decision", "ask", "sentence", "sentence_anew", "reference")
"""What people write freely in the forms by which something is raised."""
_SETTINGS = (
    Button(say("accounts-title"), "accounts"),
    Button(say("language-button"), "language"),
)
_ADMINISTER = Button(say("administration-button"), "administration")


async def home(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what waits for them, what they raised by name, and one constant button for the rest."""
    view = View.of(event)
    if view != View():
        return [Ask(await desk_page(who, view, repo))]
    reader = await reader_of(who, repo)
    desk, lists = await desk_of(reader, repo), await lists_of(reader, repo)
    has_desk = bool(desk.every) or who.person in repo.partnership.everyone_named()
    stand_in = (Button(say("standin-button"), "standin"),) if has_desk else ()
    administer = (_ADMINISTER,) if is_administrator(who.person, repo.partnership) else ()
    own = (QUIET, *stand_in, *administer, *_SETTINGS)
    form = Form(
        title=say("mine-title"),
        sections=(
            *(await desk_sections(desk, view, repo) if has_desk else ()),
            *grouped("home", own),
            *await whole(lists, BESIDE if has_desk else MOST, who.person, repo),
        ),
        buttons=menu_buttons("home")[:1],
        beside=beside(desk, view, repo) if has_desk else (),
    )
    return [Ask(form)]


async def more(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the next part of one list; if it is shorter by now, all of them from the start."""
    name, _, start = event.subject.rpartition("-")
    counted = (await lists_of(await reader_of(who, repo), repo)).get(name)
    at = int(start) if start.isascii() and start.isdecimal() else 0
    if counted is None or counted.count <= at:
        return await home(who, Event("mine"), repo)
    sections = tuple(await part(name, counted, at, MOST, who.person, repo))
    return [Ask(Form(say(f"{name}-title"), sections=sections, buttons=(MINE,)))]


async def quiet(who: ReferenceHolder, _event: Event, repo: Repository) -> Outcomes:
    """Shows what they raised anonymously or in confidence, by trying every open address."""
    threads: list[Section] = []
    for there in (repo.waiting, repo):
        behind = await there.lists.behind(who.replies) if there is not None else []
        if there is not None:
            news = await answered(behind, there)
            threads += [await entry(t, "raised", None, news, there) for t in behind]
    # By number: letters that a lead sees beside it, too, must not stand on this screen.
    lines = (as_line(thread, Plain(str(n))) for n, thread in enumerate(threads, 1))
    intro = Text(say("quiet-intro" if threads else "quiet-none"))
    page = Form(say("quiet-title"), blocks=(intro,), sections=tuple(lines), buttons=(MINE,))
    return [Ask(page)]


async def open_mine(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Shows every step of what they raised."""
    return [await _page(await own_thread(event, repo), repo)]


async def _page(thread: Thread, repo: Repository, note: Words | None = None) -> Ask:
    return Ask(await kind_of(thread).raiser_page(thread, repo, note))


@talking(until_closed=True, changes=False, adds=True)
async def ask_answer(thread: Thread, event: Event, _repo: Repository) -> Outcomes:
    """Asks what they add."""
    return [Ask(adding_form(thread, event))]


async def otherwise(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Shows what was sent first beside what the same form says now, which can be added to it."""
    thread = await own_thread(event, repo)
    verb = kind_of(thread).adding(thread)
    if not verb:
        return no("unknown-verb")
    said = await repo.said(thread, "raiser")
    first = [Said(say("otherwise-first"), s.text) for s in said if s.kind == "raised"]
    typed = dict.fromkeys(filter(None, (event.one(name) for name in TYPED)))
    value = "\n\n".join(typed)[:TEXT_MOST]
    text = Long("text", say("otherwise-label"), value=value, most=TEXT_MOST, says="reply")
    note = Callout(say("otherwise-note"), "warn")
    return [Ask(form("otherwise", verb, thread.id, text, blocks=(note, *first)))]


@talking(until_closed=True, adds=True)
async def answer(thread: Thread, event: Event, repo: Repository) -> Outcomes:
    """Adds something; an anonymous person's words keep the release they chose."""
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    named, first = await looked_at(thread, event, repo)
    if first is not None:
        return [Ask(first)]
    told = await add(thread, "answer", event.one("text"), repo, named)
    if thread.id in repo.to_come.held:
        return [Ask(done("answer-done-title", "answer-held"))]
    if thread.how == How.NAMED:
        return [Ask(done("answer-done-title", "answer-done-named")), *told]
    return [Ask(done("answer-done-title", "answer-done")), *told]


def _may_end(thread: Thread) -> bool:
    """Tells whether its raiser may close it now: once it is answered, or where that isn't owed."""
    if thread.state == State.WAITING:
        return False  # it is taken back
    return thread.state == State.ANSWERED or kind_of(thread).withdrawable(thread)


@talking()
async def settled(thread: Thread, _event: Event, repo: Repository) -> Outcomes:
    """Closes the thread, which is settled, and with it the way back to them.

    Before there is an answer nothing can be settled: what closes it then is to withdraw it, which
    asks first.
    """
    if thread.state not in (State.ANSWERED, State.CLOSED):
        return no("not-answered-yet")
    return await _closed(thread, done("settled-title", "settled-done"), repo)


@talking()
async def withdraw(thread: Thread, _event: Event, repo: Repository) -> Outcomes:
    """Closes the thread before it is answered, and with it the way back to them."""
    return await _closed(thread, done("withdrawn-title", "withdrawn-done"), repo)


async def _closed(thread: Thread, page: Form, repo: Repository) -> Outcomes:
    if thread.state == State.CLOSED:
        return [Ask(page)]
    kind = kind_of(thread)
    if not _may_end(thread):
        return no("not-answered-yet")
    at = delayed_until(thread, repo)
    if kind.settle is not None and at is None:
        return [Ask(page), *await kind.settle(thread, repo)]
    # Closing at once would show when they looked.
    await repo.to_come.say(thread, "", "", at or repo.now, last=True)
    return [Ask(done("closes-later-title", "closes-later"))]


async def ask_take_back(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Asks once whether to take back what hasn't gone out yet."""
    thread = await own_thread(event, repo)
    if not repo.waits:
        return no("has-gone-out")
    sure = Callout(say("take-back-sure"), "warn")
    return [Ask(form("take-back", "mine.takeback", thread.id, blocks=(sure,)))]


async def take_back(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Takes back what hasn't gone out yet: nobody knows of it, so there is nobody to tell."""
    thread = await own_thread(event, repo)
    if not repo.waits:
        return no("has-gone-out")
    await close(thread, repo)
    return [Ask(done("taken-back-title", "taken-back-done"))]


@talking(until_closed=True, changes=False)
async def ask_withdraw(thread: Thread, _event: Event, _repo: Repository) -> Outcomes:
    """Asks once whether to close it before it is answered, for that is for good."""
    if not _may_end(thread):
        return no("not-answered-yet")
    sure = Callout(say("withdraw-sure"), "warn")
    return [Ask(form("withdraw", "mine.withdraw", thread.id, blocks=(sure,)))]


@talking()
async def unsettled(thread: Thread, _event: Event, repo: Repository) -> Outcomes:
    """Gives it back to the lead, who is told that it isn't settled."""
    if thread.state != State.ANSWERED:
        return no("not-answered-yet")
    told = await add(thread, "unsettled", "", repo)
    if delayed_until(thread, repo) is not None:  # nobody has it yet, so it isn't said that they do
        return [await _page(thread, repo, say("unsettled-later"))]
    return [await _page(thread, repo, kind_of(thread).unsettled), *told]


@talking(until_closed=True)
async def let_name_go(thread: Thread, _event: Event, repo: Repository) -> Outcomes:
    """Lets their name go along to the agency it was passed to."""
    if thread.name_goes:
        return [await _page(thread, repo)]
    thread.name_goes = True
    await repo.say(thread, "bot", "name-allowed")
    if thread.how == How.CONFIDENCE and thread.picked_by:
        await repo.say(thread, "bot", "name-learned", thread.picked_name or "")
        repo.note(thread.id, "name shown to the lead", PersonId(thread.picked_by))
    return [await _page(thread, repo, say("name-goes"))]


@talking()
async def keep_name(thread: Thread, _event: Event, repo: Repository) -> Outcomes:
    """Keeps their name where it is."""
    return [await _page(thread, repo, say("name-stays") if not thread.name_goes else None)]


COMMAND = Command(
    name="mine",
    menu=Menu(70, frozenset({"help", "launcher"}), group="mine"),
    verbs={
        "mine": asks("person", home),
        "mine.more": asks("person", more),
        "mine.desk": asks("person", show),
        "mine.narrow": asks("person", ask_narrow),
        "mine.narrow.send": Verb("person", show, unseen=True),
        "mine.find": asks("person", ask_find),
        "mine.find.send": Verb("person", find, unseen=True),
        "mine.quiet": asks("holder", quiet, looks=True),
        "mine.open": asks("raiser", open_mine, looks=True),
        "mine.answer": ask_answer,
        "mine.answer.send": answer,
        "mine.thanks": thanks,
        "mine.otherwise": asks("raiser", otherwise),
        "mine.settled": settled,
        "mine.unsettled": unsettled,
        "mine.takeback": asks("raiser", ask_take_back),
        "mine.takeback.send": Verb("raiser", take_back),
        "mine.withdraw": ask_withdraw,
        "mine.withdraw.send": withdraw,
        "mine.name.yes": let_name_go,
        "mine.name.no": keep_name,
    },
)
