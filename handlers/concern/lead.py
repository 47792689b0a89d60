"""What a lead does with a concern: open, pick up, pass on, reply, ask, close."""

from collections.abc import Collection, Mapping

from handlers.concern.beside import beside
from handlers.concern.cards import lead_card, taken_card
from handlers.concern.case import LeadCase, as_owner, as_recipient
from handlers.concern.escalation import REMINDERS, notify_leads
from handlers.concern.pages import show
from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, ToRaiser, Update, no
from handlers.contract.people import Event
from handlers.shared.brought import bringing_theirs, in_short
from handlers.shared.cards import news
from handlers.shared.concerns.hearing import may_hear
from handlers.shared.desk.notes import back_to, noting
from handlers.shared.desk.said import in_sight
from handlers.shared.desk.tags import tagging
from handlers.shared.desk.telling import asked_along, story_tick
from handlers.shared.desk.thanking import thank_along, thanking, thanks_tick
from handlers.shared.labels import agency_options
from handlers.shared.pages import LOOK_BACK, conversation, done, text_wrong
from handlers.shared.people.fallback import heard_by
from handlers.shared.people.recipients import FIELD, NamedRecipients, named_in_text, raised
from handlers.shared.questions import form, options, text_form
from handlers.shared.release import speak
from prompts.shapes import Callout, Choice, Field, Form, Long
from prompts.words import Words, say
from storage.schema.values import How, State

OUTCOMES = ("acted", "explained", "learning", "elsewhere", "no-change")
SAYS = ("reply", "ask", "update", "close")
"""What a lead says to whoever raised it. An update ends nothing, and moves no day."""
TEXT_MOST = 2500


@as_recipient
async def open_thread(case: LeadCase, _event: Event) -> Outcomes:
    """Shows a lead what was said, and to the one who has it in confidence, by whom."""
    return [await show(case)]


@as_recipient
async def pick(case: LeadCase, _event: Event) -> Outcomes:
    """Gives the concern to the first lead to press; the others and its raiser are told."""
    thread, repo, who = case.thread, case.repo, case.who
    if case.is_mine():
        return [await show(case, say("picked-already"))]
    if not await repo.take(thread, who.person, who.name):
        return no("taken-by-other")
    await repo.timers.forget(thread.id, *REMINDERS)
    await repo.say(thread, "bot", "picked", who.name)
    repo.note(thread.id, "picked up", who.person)
    if case.learns_name():
        await repo.say(thread, "bot", "name-learned", who.name)
        repo.note(thread.id, "name shown to the lead", who.person)
    taken = taken_card(case)
    return [
        await show(case, say("picked-now")),
        Update(who.person, thread.id, lead_card(case, say("card-yours"))),
        *(Update(p, thread.id, taken) for p in await case.recipients() if p != who.person),
        _news(case),
    ]


def _news(case: LeadCase) -> Send:
    return Send(ToRaiser(case.id), news())


@as_recipient
async def ask_to_pass(case: LeadCase, event: Event) -> Outcomes:
    """Asks a lead to whom they pass the concern on, and why."""
    if not case.may_pass():
        return no("taken-by-other")
    form = _pass_form(case, event)
    # Refused, it is asked again with what was answered about those whom it names.
    return [Ask((await _named(case, event)).on(form) if event.one(FIELD) else form)]


def _pass_form(case: LeadCase, event: Event) -> Form:
    others = agency_options([a for a in case.partnership.agencies if a.id != case.agency])
    label, value = say("pass-agency-label"), event.one("agency")
    to = Choice("agency", label, others, look="select", value=value)
    why = Long(
        "text", say("pass-reason-label"), value=event.one("text"), most=TEXT_MOST, says="note"
    )
    hidden = case.thread.how == How.ANONYMOUS
    name = () if hidden else (Callout(say("pass-name-note"), "note"),)
    blocks = (*name, Callout(say("pass-notes-note"), "note"))
    return form("pass", "thread.pass", case.id, to, why, blocks=blocks)


@as_recipient
async def pass_on(case: LeadCase, event: Event) -> Outcomes:
    """Passes the concern on to another agency's leads; a name goes only if its raiser agrees."""
    if not case.may_pass():
        return no("taken-by-other")
    named = await _named(case, event)
    if errors := await _cannot_pass(case, event, named.out):
        return [Refuse(errors)]
    if named.asks:
        return [Ask(named.on(_pass_form(case, event)))]
    before = await case.recipients()
    await _hand_over(case, event, named)
    passed, sent = taken_card(case), await notify_leads(case)
    again = {send.to.person for send in sent if isinstance(send.to, ToPerson)}
    updates = [Update(p, case.id, passed) for p in before if p not in again]
    return [Ask(done("passed-title", "passed-done")), *updates, *sent, _news(case)]


async def _named(case: LeadCase, event: Event) -> NamedRecipients:
    """Finds who would hear it there and is named in what was raised, or in why it is passed on:
    only now is it theirs."""
    known = {*await case.recipients(), *await case.repo.left_out(case.thread)}
    there = await may_hear(event.one("agency"), case.thread.how, case.repo)
    said = f"{await raised(case.thread, case.repo)}\n{event.one('text')}"
    return await named_in_text(said, event, there - known, case.repo)


async def _cannot_pass(case: LeadCase, event: Event, out: Collection[str]) -> dict[str, Words]:
    errors, to = text_wrong(event.one("text"), TEXT_MOST), event.one("agency")
    out = {*out, *await case.repo.left_out(case.thread)}
    if to not in {a.id for a in case.partnership.agencies} - {case.agency}:
        errors["agency"] = say("missing-agency")
    elif not heard_by(to, case.thread.how, out, case.partnership):
        errors["agency"] = say("nobody-left")
    return errors


async def _hand_over(case: LeadCase, event: Event, named: NamedRecipients) -> None:
    thread, repo = case.thread, case.repo
    await repo.clear_recipients(thread)
    await repo.timers.forget(thread.id, *REMINDERS, "forget")
    thread.agency, thread.state = event.one("agency"), State.OPEN
    thread.picked_by = thread.picked_name = None
    thread.name_goes = thread.how == How.ANONYMOUS
    text, by = event.one("text"), case.who.name
    out, read = sorted(named.out), sorted(named.read)
    await repo.say(thread, "lead", "passed", text, left_out=out, may_read=read, by=by)
    if thread.how != How.ANONYMOUS:
        await repo.say(thread, "bot", "name-asked")
    repo.note(thread.id, "passed on", case.who.person)


@as_recipient
async def refer(case: LeadCase, _event: Event) -> Outcomes:
    """Opens the form of a referral, with what was raised; nothing leads from it back to here."""
    if not case.may_pass():
        return no("taken-by-other")
    said = await case.repo.said(case.thread, "lead")
    first = next((s for s in said if s.kind == "raised"), None)
    words = {"what": in_short(first.text), "reference": first.reference} if first else {}
    return [bringing_theirs("referral", {**words, "agency": case.home.id})]


def _asking(kind: str) -> Verb:
    outcomes = options("outcome", OUTCOMES)
    outcome = Choice("outcome", say("outcome-label"), outcomes, hint=say("outcome-hint"))

    @as_owner
    async def ask(case: LeadCase, _event: Event) -> Outcomes:
        thanks = await thanks_tick(case)
        before: tuple[Field, ...] = (outcome, *thanks, story_tick()) if kind == "close" else ()
        said = in_sight(await conversation(case.thread, "lead", case.repo))
        return [Ask(text_form(kind, f"thread.{kind}", case.id, TEXT_MOST, *before, blocks=said))]

    return asks("person", ask)


def _answering(kind: str) -> Verb:
    @as_owner
    async def answer(case: LeadCase, event: Event) -> Outcomes:
        errors = text_wrong(event.one("text"), TEXT_MOST)
        if kind == "close" and event.one("outcome") not in OUTCOMES:
            errors["outcome"] = say("missing-outcome")
        if errors:
            return [Refuse(errors)]
        kept = f"outcome-{event.one('outcome')}" if kind == "close" else kind
        told = await asked_along(case, event) if kind == "close" else {}
        sent = await speak(case.thread, kept, event.one("text"), case.repo, case.who.name, told)
        await thank_along(case, event)
        case.repo.note(case.id, f"lead: {kind}", case.who.person)
        more = LOOK_BACK if kind == "close" else back_to(case.thread, "thread")
        return [Ask(done(f"{kind}-done-title", f"{kind}-done", more)), *sent]

    return Verb("person", answer)


VERBS: Mapping[str, Verb] = {
    "thread.open": asks("person", open_thread, looks=True),
    "thread.pick": Verb("person", pick, looks=True),
    "thread.refer": asks("person", refer),
    "thread.beside": asks("person", beside),
    "thread.pass": asks("person", ask_to_pass),
    "thread.pass.send": Verb("person", pass_on),
    **{f"thread.{kind}": _asking(kind) for kind in SAYS},
    **{f"thread.{kind}.send": _answering(kind) for kind in SAYS},
    **noting("thread", as_recipient),
    **tagging("thread", as_recipient),
    **thanking("thread", as_owner),
}
