"""What people do with a referral that lies before them: it's mine, not mine, help, done, later."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.contract import (
    Ask,
    Command,
    Event,
    Named,
    Outcome,
    Outcomes,
    Refuse,
    Send,
    ToPerson,
    ToRaiser,
    Update,
    Verb,
)
from handlers.pages import done, text_wrong
from handlers.referral import NAME_MOST, day_of
from handlers.referral_cards import owner_card, past_card, referrer_card
from handlers.referral_clock import (
    TURNS,
    asked_people,
    begin,
    climb,
    disown,
    hours_of,
    put_off,
    upward,
)
from handlers.referral_page import referral_page
from prompts.shapes import Choice, Form, Line, Long, Option
from prompts.words import Day, Plain, Words, say
from storage.partnership import AgencyId, PersonId, WorkingTime
from storage.people import Known
from storage.repository import Repository
from storage.tables import Referral, Thread

OUTCOMES = ("done", "part", "not-needed", "cannot")
LATER = ("hours", "tomorrow", "day")
TEXT_MOST = 1000
Found = tuple[Thread, Referral]


async def _mine(who: Named, event: Event, repo: Repository) -> Found | None:
    """The referral, if it is theirs to act on; whoever made it may only read it."""
    thread = await _seen(who, event, repo)
    if thread is None or thread.state not in ("open", "picked"):
        return None
    if (await repo.audience(thread)).get(who.person) != "asked":
        return None
    return thread, await repo.referrals.of(thread)


async def _seen(who: Named, event: Event, repo: Repository) -> Thread | None:
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != "referral":
        return None
    theirs = thread.raiser == who.person or who.person in await repo.audience(thread)
    return thread if theirs else None


def _no(words: str) -> Outcomes:
    return [Refuse({"": say(words)})]


async def open_referral(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What was asked, what happened since, and what they can do."""
    thread = await _seen(who, event, repo)
    if thread is None:
        return _no("referral-not-for-you")
    return [Ask(await referral_page(who, thread, repo))]


async def mine(who: Named, event: Event, repo: Repository) -> Outcomes:
    """They have it. Pressed again later, it says that they are still on it."""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    thread, referral = found
    referral.news = True
    if thread.picked_by == who.person:
        note = say("referral-still-yours")
        return [Ask(await referral_page(who, thread, repo, note))]
    if thread.picked_by is not None:
        return _no("taken-by-other")
    await _owned_by(Known(who.person, who.name), thread, referral)
    await repo.say(thread, "bot", "took", who.name)
    repo.note(thread.id, "taken", who.person)
    others = [p for p in await asked_before(thread, repo) if p != who.person]
    return [
        Ask(await referral_page(who, thread, repo, say("referral-yours"))),
        *await _cards(who.person, others, thread, referral, repo),
        await _tell(thread, referral, "referral-taken", repo),
    ]


async def _owned_by(owner: Known, thread: Thread, referral: Referral) -> None:
    thread.state, thread.picked_by, thread.picked_name = "picked", owner.person, owner.name
    referral.owner, referral.owner_name = owner.person, owner.name
    referral.asked = 0


async def asked_before(thread: Thread, repo: Repository) -> list[PersonId]:
    """Everyone it lies before as something they could do."""
    return [p for p, part in (await repo.audience(thread)).items() if part == "asked"]


async def _cards(
    owner: PersonId, others: list[PersonId], thread: Thread, referral: Referral, repo: Repository
) -> list[Outcome]:
    reference = await repo.reference_of(thread)
    mine = owner_card(thread, referral, reference, repo.partnership, say("referral-yours"))
    taken = past_card(thread, reference, say("card-taken", name=Plain(thread.picked_name or "")))
    return [Update(owner, thread.id, mine), *(Update(p, thread.id, taken) for p in others)]


async def _tell(thread: Thread, referral: Referral, note: str, repo: Repository) -> Send:
    name = Plain(thread.picked_name or "")
    reference = await repo.reference_of(thread)
    card = referrer_card(thread, referral, reference, repo.partnership, say(note, name=name))
    return Send(ToRaiser(thread.id), card, key=thread.id)


def _form(kind: str, thread: Thread, *fields: Choice | Line | Long) -> Outcomes:
    form = Form(
        title=say(f"referral-{kind}-title"),
        verb=f"referral.{kind}.send",
        subject=thread.id,
        fields=fields,
        submit=say(f"referral-{kind}-submit"),
    )
    return [Ask(form)]


def _text(kind: str, required: bool = True) -> Long:
    return Long(
        "text",
        say(f"referral-{kind}-label"),
        hint=say(f"referral-{kind}-hint"),
        required=required,
        most=TEXT_MOST,
    )


async def ask_not_mine(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Whose is it, then?"""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    return _form("notmine", found[0], *_whose(event))


def _whose(event: Event, owners: tuple[Option, ...] = ()) -> tuple[Choice | Line | Long, ...]:
    which = Choice("owner_id", say("owner-which-label"), owners, value=event.one("owner_id"))
    name = Line(
        "owner",
        say("referral-notmine-owner"),
        hint=say("referral-notmine-owner-hint"),
        value=event.one("owner"),
        most=NAME_MOST,
    )
    return (name, *((which,) if owners else ()), _text("notmine"))


async def not_mine(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It goes to whom they name, or to everyone who could take it."""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, referral = found
    known = await repo.people.called(event.one("owner"), AgencyId(thread.agency))
    known = [k for k in known if k.person != who.person]
    if event.one("owner") and not known:
        return [Refuse({"owner": say("referral-owner-unknown")})]
    meant = [k for k in known if k.person == event.one("owner_id")] or known
    if len(meant) > 1:
        owners = tuple(Option(k.person, Plain(k.name)) for k in known)
        return _form("notmine", thread, *_whose(event, owners))
    return await _hand_on(who, meant[0] if meant else None, thread, referral, event, repo)


async def _hand_on(
    who: Named,
    to: Known | None,
    thread: Thread,
    referral: Referral,
    event: Event,
    repo: Repository,
) -> Outcomes:
    before = await asked_before(thread, repo)
    await repo.say(thread, "lead", "notmine", event.one("text"))
    await disown(thread, referral, repo)
    referral.level, referral.asked = 0, 0
    if to is not None:
        referral.owner, referral.owner_name = to.person, to.name
    repo.note(thread.id, "handed on", who.person)
    sent = await begin(thread, referral, repo)
    again = {s.to.person for s in sent if isinstance(s.to, ToPerson)}
    reference = await repo.reference_of(thread)
    gone = past_card(thread, reference, say("referral-handed-on"))
    return [
        Ask(done("referral-handed-title", "referral-handed")),
        *(Update(p, thread.id, gone) for p in before if p not in again),
        *sent,
        await _tell(thread, referral, "referral-moved-on", repo),
    ]


async def ask_help(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What is in the way?"""
    found = await _mine(who, event, repo)
    return _no("referral-not-for-you") if found is None else _form("help", found[0], _text("help"))


async def get_help(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The next role up hears what is in the way; it stays with its owner."""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, referral = found
    referral.news = True
    await repo.say(thread, "lead", "help", event.one("text"))
    repo.note(thread.id, "help asked for", who.person)
    people = await _helpers(thread, referral, repo)
    audience = await repo.audience(thread)
    for person in people:
        if audience.get(person) is None:
            repo.lay_before(thread, person, "helper")
    reference = await repo.reference_of(thread)
    note = say("referral-help-wanted", name=Plain(who.name))
    card = past_card(thread, reference, note)
    return [
        Ask(done("referral-helped-title", "referral-helped")),
        *(Send(ToPerson(p), card, key=thread.id) for p in people if p != who.person),
        await _tell(thread, referral, "referral-in-the-way", repo),
    ]


async def _helpers(thread: Thread, referral: Referral, repo: Repository) -> list[PersonId]:
    agency = AgencyId(thread.agency)
    stages = upward(repo)[referral.level :]
    found = [p for stage in stages[:1] for p in repo.partnership.answering(stage, agency)]
    return found or list(repo.partnership.holders(agency, "fallback"))


async def ask_done(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What came of it?"""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    outcome = Choice(
        "outcome",
        say("referral-outcome-label"),
        tuple(Option(o, say(f"referral-outcome-{o}")) for o in OUTCOMES),
    )
    return _form("done", found[0], outcome, _text("done"))


async def take_done(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It is done; whoever made it hears what came of it, and says whether that is so."""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    wrong = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("outcome") not in OUTCOMES:
        wrong["outcome"] = say("missing-outcome")
    if wrong:
        return [Refuse(wrong)]
    thread, referral = found
    before = await asked_before(thread, repo)
    await _owned_by(Known(who.person, who.name), thread, referral)
    thread.state, referral.heard = "answered", "asked"
    await repo.timers.forget(thread.id, *TURNS)
    repo.timers.remind(thread, "forget", repo.now + repo.answered_for)
    await repo.say(thread, "lead", f"referral-{event.one('outcome')}", event.one("text"))
    repo.note(thread.id, f"done: {event.one('outcome')}", who.person)
    gone = past_card(thread, await repo.reference_of(thread), say("referral-is-done"))
    return [
        Ask(done("referral-finished-title", "referral-finished")),
        *(Update(p, thread.id, gone) for p in before),
        await _tell(thread, referral, "referral-came-of-it", repo),
    ]


async def ask_later(who: Named, event: Event, repo: Repository) -> Outcomes:
    """When shall it be asked about again?"""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    when = Choice(
        "later", say("referral-later-when"), tuple(Option(v, say(f"later-{v}")) for v in LATER)
    )
    day = Line("day", say("referral-later-day"), value=event.one("day"), kind="date")
    return _form("later", found[0], when, day)


async def later(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asked again then, on a working day and never after it is due."""
    found = await _mine(who, event, repo)
    if found is None:
        return _no("referral-not-for-you")
    thread, referral = found
    until = await _until(thread, referral, event, repo)
    if isinstance(until, Refuse):
        return [until]
    referral.news = True
    at = await put_off(thread, referral, repo, until)
    agency = repo.partnership.agency(AgencyId(thread.agency))
    local = WorkingTime(agency).local(at)
    repo.note(thread.id, "put off", who.person)
    words: Words = say("referral-put-off", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))
    return [Ask(await referral_page(who, thread, repo, words))]


async def _until(
    thread: Thread, referral: Referral, event: Event, repo: Repository
) -> datetime | Refuse:
    agency = await hours_of(thread, referral, repo)
    hours = WorkingTime(agency)
    match event.one("later"):
        case "hours":
            return repo.now + timedelta(hours=2)
        case "tomorrow":
            return hours.next_working_day(repo.now)
        case "day":
            day = day_of(event.one("day"))
            if day is None or day <= repo.today:
                return Refuse({"day": say("referral-later-which")})
            start = datetime.combine(day, time(0), ZoneInfo(agency.timezone))
            return hours.next_opening(start)
    return Refuse({"later": say("missing-later")})


async def heard(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Whoever made it has heard back: it is done with."""
    thread = await _seen(who, event, repo)
    if thread is None or thread.raiser != who.person or thread.state == "closed":
        return _no("referral-not-yours")
    referral = await repo.referrals.of(thread)
    referral.heard = "yes"
    await repo.say(thread, "bot", "heard")
    before = await asked_before(thread, repo)
    await repo.close(thread)
    gone = past_card(thread, await repo.reference_of(thread), say("referral-is-done"))
    updates = [Update(p, thread.id, gone) for p in before]
    return [Ask(done("referral-closed-title", "referral-closed")), *updates]


async def further(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Whoever made it hasn't heard, or isn't content: the next role up is asked now."""
    thread = await _seen(who, event, repo)
    if thread is None or thread.raiser != who.person or thread.state == "closed":
        return _no("referral-not-yours")
    referral = await repo.referrals.of(thread)
    if referral.heard == "no" and thread.state != "answered":
        return _no("referral-already-further")
    referral.heard = "no"
    await repo.timers.forget(thread.id, "forget")
    if thread.state == "answered":
        await disown(thread, referral, repo)
    sent = await climb(thread, referral, repo)
    return [Ask(done("referral-further-title", "referral-further")), *sent]


COMMAND = Command(
    name="following",
    typed=False,
    verbs={
        "referral.open": Verb("person", open_referral),
        "referral.mine": Verb("person", mine),
        "referral.notmine": Verb("person", ask_not_mine),
        "referral.notmine.send": Verb("person", not_mine),
        "referral.help": Verb("person", ask_help),
        "referral.help.send": Verb("person", get_help),
        "referral.done": Verb("person", ask_done),
        "referral.done.send": Verb("person", take_done),
        "referral.later": Verb("person", ask_later),
        "referral.later.send": Verb("person", later),
        "referral.heard": Verb("person", heard),
        "referral.further": Verb("person", further),
    },
)
