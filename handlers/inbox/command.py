"""My concerns: what I raised, what waits for me, and my side of each conversation."""

from collections.abc import Awaitable, Callable

from handlers.challenge import escalation as ladder
from handlers.concern.escalation import settle, told_lead
from handlers.contract import (
    Ask,
    Command,
    Event,
    Named,
    Outcomes,
    Raiser,
    ReferenceHolder,
    Refuse,
    Send,
    Verb,
    no,
)
from handlers.inbox.lists import MOST, lists_of, part, whole
from handlers.pause.pages import chair_page
from handlers.second_opinion.pages import asker_page
from handlers.shared.pages import done, own_thread, text_wrong
from handlers.shared.raiser_page import listed, raiser_page
from handlers.shared.release import LAST, delayed_until
from prompts.shapes import Button, Callout, Form, Long, Text
from prompts.words import say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread

TEXT_MOST = 2500


async def home(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """One place: what waits for me, what I raised by name, and one constant button for the rest."""
    lists = await lists_of(who, repo)
    away = (Button(say("standin-button"), "standin"),) if "waiting" in lists else ()
    form = Form(
        title=say("mine-title"),
        sections=await whole(lists, who.person, repo),
        buttons=(
            Button(say("concern-button"), "concern", style="primary"),
            Button(say("challenge-button"), "challenge"),
            Button(say("referral-button"), "referral"),
            Button(say("opinion-button"), "second-opinion"),
            Button(say("pause-button"), "pause"),
            Button(say("quiet-button"), "mine.quiet"),
            *away,
            Button(say("language-button"), "language"),
        ),
    )
    return [Ask(form)]


async def more(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The next part of one list; if it is shorter by now, all of them from the start."""
    name, _, start = event.subject.rpartition("-")
    threads = (await lists_of(who, repo)).get(name, [])
    at = int(start) if start.isascii() and start.isdecimal() else 0
    if not threads[at:]:
        return await home(who, event, repo)
    form = Form(
        title=say(f"{name}-title"),
        sections=tuple(await part(name, threads, at, MOST, who.person, repo)),
        buttons=(Button(say("mine-button"), "mine"),),
    )
    return [Ask(form)]


async def quiet(who: ReferenceHolder, _event: Event, repo: Repository) -> Outcomes:
    """What I raised anonymously or in confidence; found by trying every open return address."""
    threads = [listed(t, repo, "mine.open") for t in await repo.lists.behind(who.replies)]
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
    thread = await own_thread(event, repo)
    if thread.command in ("pause", "debrief"):
        return [Ask(await chair_page(thread, await repo.pauses.of(thread), repo))]
    page = asker_page if thread.command == "second-opinion" else raiser_page
    return [Ask(await page(thread, repo))]


async def ask_answer(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """The form in which I add something."""
    thread = await own_thread(event, repo)
    if thread.state == "closed":
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
    if thread.state == "closed":
        return [Refuse({"": say("thread-closed")})]
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    told = await _tell_lead(thread, "answer", event.one("text"), repo)
    return [Ask(done("answer-done-title", "answer-done")), *told]


async def _tell_lead(thread: Thread, kind: str, text: str, repo: Repository) -> list[Send]:
    at = delayed_until(thread, repo)
    await repo.timers.forget(thread.id, "settle")
    number = await repo.say(thread, "raiser", kind, text, held=at is not None)
    if at is None:
        if thread.command == "challenge":
            return await ladder.heard(thread, kind, number, repo)
        return await told_lead(thread, repo)
    repo.timers.remind(thread, "deliver", at, f"{number:06}:raiser")
    return []


async def settled(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """It is settled: the thread closes, and with it the way back to me."""
    thread = await own_thread(event, repo)
    if thread.state == "closed":
        return [Ask(done("settled-title", "settled-done"))]
    challenged = thread.command == "challenge"  # it can be withdrawn at any time
    if thread.state != "answered" and not challenged:
        return [Refuse({"": say("not-answered-yet")})]
    at = delayed_until(thread, repo)
    if at is None or thread.state == "waiting":
        close = ladder.settle if challenged else settle
        return [Ask(done("settled-title", "settled-done")), *await close(thread, "", repo)]
    # Closing at once would show when they looked.
    await repo.timers.forget(thread.id, "forget", "settle")
    repo.timers.remind(thread, "settle", at, LAST)
    return [Ask(done("settled-title", "settled-done"))]


async def ask_withdraw(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """Closing it before it is answered is for good, so it is asked about once."""
    thread = await own_thread(event, repo)
    if thread.state == "closed":
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
    if thread.state != "answered":
        return [Refuse({"": say("not-answered-yet")})]
    told = await _tell_lead(thread, "unsettled", "", repo)
    challenged = thread.command == "challenge"
    note = say("unsettled-challenge") if challenged else say("unsettled-done")
    return [Ask(await raiser_page(thread, repo, note)), *told]


async def let_name_go(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """My name may go along to the agency it was passed to."""
    thread = await own_thread(event, repo)
    if thread.state == "closed":
        return [Refuse({"": say("thread-closed")})]
    if thread.name_goes:
        return [Ask(await raiser_page(thread, repo))]
    thread.name_goes = True
    await repo.say(thread, "bot", "name-allowed")
    if thread.how == "confidence" and thread.picked_by:
        await repo.say(thread, "bot", "name-learned", thread.picked_name or "")
        repo.note(thread.id, "name shown to the lead", PersonId(thread.picked_by))
    return [Ask(await raiser_page(thread, repo, say("name-goes")))]


async def keep_name(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """My name stays where it is."""
    thread = await own_thread(event, repo)
    return [
        Ask(await raiser_page(thread, repo, say("name-stays") if not thread.name_goes else None))
    ]


Talk = Callable[[Raiser, Event, Repository], Awaitable[Outcomes]]


def _talk(handle: Talk) -> Verb:
    """A referral and a question go their own ways: this is for what a lead or an owner answers."""

    async def only_there(who: Raiser, event: Event, repo: Repository) -> Outcomes:
        thread = await own_thread(event, repo)
        if thread.command not in ("concern", "challenge"):
            return no("unknown-verb")
        return await handle(who, event, repo)

    return Verb("raiser", only_there)


COMMAND = Command(
    name="mine",
    verbs={
        "mine": Verb("person", home),
        "mine.more": Verb("person", more),
        "mine.quiet": Verb("holder", quiet),
        "mine.open": Verb("raiser", open_mine),
        "mine.answer": _talk(ask_answer),
        "mine.answer.send": _talk(answer),
        "mine.settled": _talk(settled),
        "mine.unsettled": _talk(unsettled),
        "mine.withdraw": _talk(ask_withdraw),
        "mine.withdraw.send": _talk(settled),
        "mine.name.yes": _talk(let_name_go),
        "mine.name.no": _talk(keep_name),
    },
)
