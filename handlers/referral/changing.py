"""Whoever made a referral changes its words or its day until it is taken, or withdraws it."""

from collections.abc import Mapping
from datetime import date

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, Update
from handlers.contract.people import Event
from handlers.referral.cards import owner_card, past_card
from handlers.referral.case import TELLS, ReaderCase, due_of
from handlers.referral.form import TEXT_MOST, in_reply, text_field, wrong_day
from handlers.referral.owner import restart, set_first
from handlers.referral.page import referral_page
from handlers.shared import questions
from handlers.shared.cases import acts_on
from handlers.shared.days import read_day
from handlers.shared.identifying.words import identifying
from handlers.shared.pages import done, text_wrong
from handlers.shared.steps.warnings import Warnings, beside
from prompts.shapes import Form, Line, Long
from prompts.words import Words, say
from storage.partnership import WorkingTime
from storage.schema.values import HeardBack, State


def _may_change(case: ReaderCase) -> bool:
    """Tells whether they made it, and nobody has taken it yet."""
    return case.is_my_own() and case.thread.state == State.OPEN


def _may_withdraw(case: ReaderCase) -> bool:
    """Tells whether they made it, and it isn't done."""
    return case.is_my_own() and case.is_open


as_changing = acts_on(ReaderCase.find_for, "referral-not-to-change", when=_may_change)
"""Hands a handler the referral that this person made, while nobody has taken it."""
as_withdrawing = acts_on(ReaderCase.find_for, "referral-not-yours", when=_may_withdraw)
"""Hands a handler the referral that this person made, until it is done."""


@as_changing
async def ask_change(case: ReaderCase, event: Event) -> Outcomes:
    """Asks for other words, or another day."""
    return [Ask(await _form(case, event))]


async def _form(case: ReaderCase, event: Event, warnings: Warnings | None = None) -> Form:
    day = own.isoformat() if (own := _own_day(case)) else ""
    what = event.one("what") if "what" in event.answers else await _words(case)
    label, hint = say("referral-what-label"), say("referral-what-hint")
    due_label, due_hint = say("referral-due-label"), say("referral-due-hint")
    due = event.one("due") if "due" in event.answers else day
    asked = questions.form(
        "referral-change",
        "referral.change",
        case.id,
        Long("what", label, hint, what, most=TEXT_MOST, says="referral"),
        Line("due", due_label, due_hint, due, kind="date"),
    )
    return beside(asked, warnings or {}, event)


async def _words(case: ReaderCase) -> str:
    said = await case.repo.said(case.thread, "raiser")
    return next((each.text for each in said if each.kind == "raised"), "")


def _own_day(case: ReaderCase) -> date | None:
    """Gives the day that they chose; none where it is due by the limit of its kind."""
    if case.referral.rules:
        return None
    return WorkingTime(case.home).local(case.referral.due_at).date()


@as_changing
async def change(case: ReaderCase, event: Event) -> Outcomes:
    """Puts these words and this day in the place of the old; those who are asked are told."""
    day, words, repo = read_day(event.one("due")), event.one("what"), case.repo
    if wrong := _wrong(case, event):
        return [Refuse(wrong)]
    warnings = {} if event.one("anyway") else identifying(event, ("what",), (), repo)
    if warnings:
        return [Ask(await _form(case, event, warnings))]
    other_words, other_day = words != await _words(case), day != _own_day(case)
    if other_words:
        await repo.desk.restate(case.thread, words)
    if other_day:
        await _due_anew(case, day)
    if not other_words and not other_day:
        return [Ask(await referral_page(case, case.who.person))]
    await repo.say(case.thread, "bot", "changed")
    repo.note(case.id, "changed", case.who.person)
    page = await referral_page(case, case.who.person, say("referral-changed"))
    return [Ask(page), *await _told(case)]


def _wrong(case: ReaderCase, event: Event) -> dict[str, Words]:
    wrong = questions.too_long(event, {"what": TEXT_MOST})
    if not event.one("what"):
        wrong["what"] = say("missing-referral-what")
    day = wrong_day(event.one("due"), case.referral.kind, case.today)
    same = _own_day(case) is not None and read_day(event.one("due")) == _own_day(case)
    return wrong | ({"due": day} if day and not same else {})


async def _due_anew(case: ReaderCase, day: date | None) -> None:
    """Moves its deadline; where people further up are asked, they keep the time that they have."""
    referral, repo = case.referral, case.repo
    began, partnership = referral.began, case.partnership
    referral.due_at, referral.rules = due_of(referral.kind, case.agency, day, began, partnership)
    if referral.level > 0:
        return
    referral.answer_by, referral.heard = referral.due_at, None
    if referral.due_at <= repo.now:  # by the usual limit it would be over already
        await restart(case)
    await set_first(case)


async def _told(case: ReaderCase) -> list[Send]:
    ahead = await case.ahead(await case.turn())
    card = owner_card(case, await case.reference(), say("referral-changed-told"), ahead)
    return [Send(ToPerson(p), card, key=case.id) for p in await case.asked_people()]


@as_withdrawing
async def ask_withdraw(case: ReaderCase, _event: Event) -> Outcomes:
    """Asks why it isn't needed any more."""
    return await in_reply("withdraw", case, text_field("withdraw"))


@as_withdrawing
async def withdraw(case: ReaderCase, event: Event) -> Outcomes:
    """Closes it; whoever has it, or is asked, reads why."""
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, repo, asked = case.thread, case.repo, await case.asked_people()
    holders = [p for p in await case.card_holders() if p != thread.raiser]
    await repo.say(thread, "raiser", "withdrawn", event.one("text"))
    repo.note(case.id, "withdrawn", case.who.person)
    case.referral.heard = HeardBack.WITHDREW
    await case.forget_turns(*TELLS)
    await repo.close(thread)
    card = past_card(case, await case.reference(), say("referral-withdrawn-told"))
    return [
        Ask(done("referral-withdrawn-title", "referral-withdrawn")),
        *(Update(person, case.id, card) for person in holders),
        *(Send(ToPerson(person), card, key=case.id) for person in asked),
    ]


VERBS: Mapping[str, Verb] = {
    "referral.change": asks("person", ask_change),
    "referral.change.send": Verb("person", change),
    "referral.withdraw": asks("person", ask_withdraw),
    "referral.withdraw.send": Verb("person", withdraw),
}
