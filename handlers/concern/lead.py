"""What a lead does with a concern: open, pick up, pass on, reply, ask, close."""

from collections.abc import Mapping

from handlers.concern.cards import lead_card, taken_card
from handlers.concern.escalation import notify_leads
from handlers.contract import (
    Ask,
    Event,
    Named,
    Outcomes,
    Refuse,
    Send,
    ToPerson,
    ToRaiser,
    Update,
    Verb,
    asks,
    no,
)
from handlers.shared.cards import news, summary_of
from handlers.shared.labels import agency_label, agency_of, heard_by
from handlers.shared.pages import LOOK_BACK, REFER, conversation, done, text_wrong
from handlers.shared.release import delayed_until, speak
from prompts.shapes import Block, Button, Callout, Choice, Facts, Form, Long, Option
from prompts.words import Day, Plain, Words, say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State


async def lead_page(
    who: Named, thread: Thread, repo: Repository, note: Words | None = None
) -> Form:
    """Everything a lead may read, and what they can do now."""
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks.append(summary_of(thread))
    blocks.append(Facts(_who_raised(thread, repo)))
    return Form(
        title=say("lead-page-title"),
        blocks=(*blocks, *await conversation(thread, "lead", repo)),
        buttons=_lead_buttons(who, thread),
    )


def _who_raised(thread: Thread, repo: Repository) -> tuple[tuple[Words, Words], ...]:
    topic = (say("fact-topic"), say(f"topic-{thread.topic}"))
    day = (say("fact-day"), Day(thread.day))
    if thread.how == How.NAMED and thread.name_goes:
        who: Words = Plain(thread.raiser_name or "")
    elif thread.how == How.ANONYMOUS:
        who = say("who-anonymous")
    elif not thread.name_goes:
        who = say("who-withheld")
    else:
        who = say("who-confidence")
    number = (say("fact-thread"), Plain(thread.id))
    rows: list[tuple[Words, Words]] = [topic, day, (say("fact-who"), who), number]
    if thread.told_agency and thread.name_goes:
        rows.append((say("fact-agency"), agency_of(thread.told_agency, repo)))
    return tuple(rows)


def _lead_buttons(who: Named, thread: Thread) -> tuple[Button, ...]:
    def button(kind: str, primary: bool = False) -> Button:
        return Button(
            say(f"button-{kind}"), f"thread.{kind}", thread.id, "primary" if primary else "plain"
        )

    knows = thread.name_goes and thread.picked_by == who.person
    needs = thread.how == How.CONFIDENCE and not knows
    glass = (Button(say("button-glass"), "glass", thread.id),) if needs else ()
    if thread.state == State.OPEN:
        return (button("pick", True), button("pass"), *glass, REFER)
    if thread.picked_by != who.person:
        return glass
    return (button("reply", True), button("ask"), button("close"), button("pass"), *glass, REFER)


OUTCOMES = ("acted", "explained", "learning", "elsewhere", "no-change")

TEXT_MOST = 2500


async def _lying_before(who: Named, event: Event, repo: Repository) -> Thread | None:
    """The thread, if it lies before this person; a card that travelled opens nothing."""
    thread = await repo.thread(event.subject)
    if (
        thread is None
        or thread.command != "concern"
        or thread.state in (State.WAITING, State.CLOSED)
    ):
        return None
    return thread if who.person in await repo.audience(thread) else None


async def _held_by(who: Named, event: Event, repo: Repository) -> Thread | None:
    thread = await _lying_before(who, event, repo)
    return thread if thread is not None and thread.picked_by == who.person else None


async def open_thread(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what was said, and to the one lead who has it in confidence, by whom."""
    thread = await _lying_before(who, event, repo)
    if thread is None:
        return no("not-for-you")
    return [await _show(who, thread, repo)]


async def _show(who: Named, thread: Thread, repo: Repository, note: Words | None = None) -> Ask:
    learns = thread.how == How.CONFIDENCE and thread.name_goes and thread.picked_by == who.person
    page = await lead_page(who, thread, repo, note)
    return Ask(page, name_of=thread.id if learns else "")


async def pick(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The first to press has it; the others' cards say so, and whoever raised it is told."""
    thread = await _lying_before(who, event, repo)
    if thread is None:
        return no("not-for-you")
    if thread.picked_by == who.person:
        return [await _show(who, thread, repo, say("picked-already"))]
    if not await repo.take(thread, who.person, who.name):
        return [Refuse({"": say("taken-by-other")})]
    await repo.timers.forget(thread.id, "nudge", "second", "fallback")
    await _tell_picked(who, thread, repo)
    others = [p for p in await repo.audience(thread) if p != who.person]
    mine = lead_card(thread, repo.partnership, note=say("card-yours"))
    taken = taken_card(thread, repo.partnership)
    return [
        await _show(who, thread, repo, say("picked-now")),
        Update(who.person, thread.id, mine),
        *(Update(p, thread.id, taken) for p in others),
        _news(thread, repo),
    ]


async def _tell_picked(who: Named, thread: Thread, repo: Repository) -> None:
    await repo.say(thread, "bot", "picked", who.name)
    repo.note(thread.id, "picked up", who.person)
    if thread.how == How.CONFIDENCE and thread.name_goes:
        await repo.say(thread, "bot", "name-learned", who.name)
        repo.note(thread.id, "name shown to the lead", who.person)


def _news(thread: Thread, repo: Repository) -> Send:
    at = delayed_until(thread, repo)
    return Send(ToRaiser(thread.id), news(), at=at)


async def ask_to_pass(who: Named, event: Event, repo: Repository) -> Outcomes:
    """To whom, and why."""
    thread = await _lying_before(who, event, repo)
    if thread is None:
        return no("not-for-you")
    if thread.picked_by not in (None, who.person):
        return no("taken-by-other")
    return [Ask(_pass_form(thread, event, repo))]


def _pass_form(thread: Thread, event: Event, repo: Repository) -> Form:
    others = [a for a in repo.partnership.agencies if a.id != thread.agency]
    blocks = [] if thread.how == How.ANONYMOUS else [Callout(say("pass-name-note"), "note")]
    return Form(
        title=say("pass-title"),
        verb="thread.pass.send",
        subject=thread.id,
        blocks=tuple(blocks),
        fields=(
            Choice(
                "agency",
                say("pass-agency-label"),
                tuple(Option(a.id, agency_label(a)) for a in others),
                look="select",
                value=event.one("agency"),
            ),
            Long("text", say("pass-reason-label"), value=event.one("text"), most=TEXT_MOST),
        ),
        submit=say("pass-submit"),
    )


async def pass_on(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Another agency's leads hear it now; a name goes along only if whoever raised it agrees."""
    thread = await _lying_before(who, event, repo)
    if thread is None:
        return no("not-for-you")
    if thread.picked_by not in (None, who.person):
        return no("taken-by-other")
    errors = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("agency") not in {a.id for a in repo.partnership.agencies} - {thread.agency}:
        errors["agency"] = say("missing-agency")
    elif not heard_by(event.one("agency"), await repo.left_out(thread), repo.partnership):
        errors["agency"] = say("nobody-left")
    if errors:
        return [Refuse(errors)]
    before = list(await repo.audience(thread))
    await _hand_over(who, thread, event, repo)
    passed = taken_card(thread, repo.partnership)
    sent = await notify_leads(thread, repo)
    again = {o.to.person for o in sent if isinstance(o, Send) and isinstance(o.to, ToPerson)}
    updates = [Update(p, thread.id, passed) for p in before if p not in again]
    return [Ask(done("passed-title", "passed-done")), *updates, *sent, _news(thread, repo)]


async def _hand_over(who: Named, thread: Thread, event: Event, repo: Repository) -> None:
    await repo.clear_recipients(thread)
    await repo.timers.forget(thread.id, "nudge", "second", "fallback", "forget")
    thread.agency, thread.state = event.one("agency"), State.OPEN
    thread.picked_by = thread.picked_name = None
    thread.name_goes = thread.how == How.ANONYMOUS
    await repo.say(thread, "lead", "passed", event.one("text"))
    if thread.how != How.ANONYMOUS:
        await repo.say(thread, "bot", "name-asked")
    repo.note(thread.id, "passed on", who.person)


def _asking(kind: str) -> Verb:
    async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
        thread = await _held_by(who, event, repo)
        return no("pick-first") if thread is None else [Ask(_text_form(kind, thread))]

    return asks("person", ask)


def _text_form(kind: str, thread: Thread) -> Form:
    outcome = Choice(
        "outcome",
        say("outcome-label"),
        tuple(Option(v, say(f"outcome-{v}")) for v in OUTCOMES),
        hint=say("outcome-hint"),
    )
    return Form(
        title=say(f"{kind}-title"),
        verb=f"thread.{kind}.send",
        subject=thread.id,
        fields=(
            *((outcome,) if kind == "close" else ()),
            Long("text", say(f"{kind}-label"), hint=say(f"{kind}-hint"), most=TEXT_MOST),
        ),
        submit=say(f"{kind}-submit"),
    )


def _answering(kind: str) -> Verb:
    async def answer(who: Named, event: Event, repo: Repository) -> Outcomes:
        thread = await _held_by(who, event, repo)
        if thread is None:
            return no("pick-first")
        errors = text_wrong(event.one("text"), TEXT_MOST)
        if kind == "close" and event.one("outcome") not in OUTCOMES:
            errors["outcome"] = say("missing-outcome")
        if errors:
            return [Refuse(errors)]
        kept = f"outcome-{event.one('outcome')}" if kind == "close" else kind
        sent = await speak(thread, kept, event.one("text"), repo)
        repo.note(thread.id, f"lead: {kind}", who.person)
        more = (LOOK_BACK,) if kind == "close" else ()
        return [Ask(done(f"{kind}-done-title", f"{kind}-done", *more)), *sent]

    return Verb("person", answer)


VERBS: Mapping[str, Verb] = {
    "thread.open": asks("person", open_thread, looks=True),
    "thread.pick": Verb("person", pick, looks=True),
    "thread.pass": asks("person", ask_to_pass),
    "thread.pass.send": Verb("person", pass_on),
    **{f"thread.{kind}": _asking(kind) for kind in ("reply", "ask", "close")},
    **{f"thread.{kind}.send": _answering(kind) for kind in ("reply", "ask", "close")},
}
