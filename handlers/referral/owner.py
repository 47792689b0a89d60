"""Who has a referral now, for how long, in whose hours; and how they are asked.

They are asked at most five times, and then it goes on without that.
"""

from datetime import datetime
from typing import Final, cast, get_args

from handlers.contract import Send, ToPerson
from handlers.referral.cards import owner_card, stages_above, told_next
from prompts.words import Words
from storage.partnership import Agency, AgencyId, Limit, PersonId, Stage, due
from storage.partnership.turns import BY_THE_CLOCK, Name, Turn, first_turn, forecast
from storage.repository import Repository
from storage.schema import Referral, Thread
from storage.schema.values import State, ThreadRole

MOST_ASKED = 5
OWN_DATE = Limit(1, "working day")
"""What is due on a day of its own has no limit; turns after that day are working days apart."""
TURNS: tuple[Name, ...] = get_args(Name)
TELL: Final = "tell"
"""Whoever made it hears of it once their own agency is open."""
AGAIN: Final = "+"
"""Ends the argument of a turn that was put off after it was due: that happens once."""


async def begin(thread: Thread, referral: Referral, repo: Repository) -> list[Send]:
    """Asks whoever has it, or could take it, and sets the first turn."""
    turn = await set_first(thread, referral, repo)
    return await ask(thread, referral, turn, repo, None)


async def set_first(thread: Thread, referral: Referral, repo: Repository) -> Turn:
    """Whoever has it is asked now, and again in the first turn from now on."""
    await repo.timers.forget(thread.id, *TURNS, TELL)
    hours = await hours_of(thread, referral, repo)
    limit, home = limit_of(referral, repo), repo.partnership.agency(AgencyId(thread.agency))
    turn = first_turn(limit, hours, repo.now, referral.answer_by, home)
    remind(thread, turn, repo)
    return turn


def remind(thread: Thread, turn: Turn, repo: Repository, arg: str = "") -> None:
    """This is the turn that it waits for."""
    repo.timers.remind(thread, turn.name, turn.at, arg)


async def hours_of(thread: Thread, referral: Referral, repo: Repository) -> Agency:
    """The agency, on the clock of whoever owns it: they may work in another time zone."""
    return await hours_for(thread.agency, referral.owner, repo)


async def hours_for(agency_id: str, person: str | None, repo: Repository) -> Agency:
    """An agency's hours, on one person's clock."""
    agency = repo.partnership.agency(AgencyId(agency_id))
    zone = await repo.people.timezone_of(PersonId(person)) if person else None
    return agency.model_copy(update={"timezone": zone}) if zone else agency


def limit_of(referral: Referral, repo: Repository) -> Limit:
    """How long whoever has it now may take."""
    return limit_at(referral.level, referral, repo)


def limit_at(level: int, referral: Referral, repo: Repository) -> Limit:
    """How long it may take on a level; danger waits for nobody's stage."""
    kind = repo.partnership.kind(referral.kind)
    within = kind.within if kind is not None else OWN_DATE
    stages = upward(repo)
    if not 0 < level <= len(stages) or within.unit in BY_THE_CLOCK:
        return within
    return stages[level - 1].within


def upward(repo: Repository) -> list[Stage]:
    """The partnership's roles above the owner, in order."""
    return stages_above(repo.partnership)


def is_last(referral: Referral, repo: Repository) -> bool:
    """Whether nobody further up could be asked."""
    return referral.level > len(upward(repo))


async def asked_people(thread: Thread, referral: Referral, repo: Repository) -> list[PersonId]:
    """Who is asked now: the owner, or everyone who could take it, or the next role up."""
    agency = AgencyId(thread.agency)
    if referral.owner is not None and (thread.state == State.PICKED or referral.level == 0):
        people = [PersonId(referral.owner)]
    elif is_last(referral, repo):
        people = list(repo.partnership.holders(agency, "fallback"))
    elif referral.level > 0:
        people = list(repo.partnership.answering(upward(repo)[referral.level - 1], agency))
    else:
        people = list(who_could(referral.role, agency, repo))
    found = [p for person in people for p in (person, await repo.people.stands_in(person)) if p]
    return list(dict.fromkeys(found))


def who_could(role: str, agency: AgencyId, repo: Repository) -> tuple[PersonId, ...]:
    """Everyone in a role who could take it; where nobody holds the role, the leads."""
    leads = repo.partnership.leads(agency)
    if role == "manager":
        return repo.partnership.holders(agency, "manager") or leads
    return leads


async def ask(
    thread: Thread,
    referral: Referral,
    turn: Turn | None,
    repo: Repository,
    note: Words | None,
    history: Words | None = None,
) -> list[Send]:
    """Asks them, if they weren't asked too often; this is the turn that it waits for then."""
    if referral.asked >= MOST_ASKED:
        return []
    referral.asked, referral.news = referral.asked + 1, False
    people = await asked_people(thread, referral, repo)
    before = await repo.audience(thread)
    for person in people:
        if person not in before:
            repo.add_recipient(thread, person, ThreadRole.ASKED)
        elif before[person] != "asked":
            await repo.set_role(thread, person, ThreadRole.ASKED)
    reference = await repo.reference_of(thread)
    told = await what_next(thread, referral, turn, repo)
    card = owner_card(
        thread, referral, reference, repo.partnership, note, told_next=told, history=history
    )
    return [Send(ToPerson(p), card, key=thread.id) for p in people]


async def what_next(
    thread: Thread, referral: Referral, turn: Turn | None, repo: Repository
) -> Words:
    """Who is told next, and when, if this is the turn that it waits for."""
    if turn is None:
        return told_next(thread, referral, repo.partnership, None)
    ahead = forecast(
        turn,
        limit_of(referral, repo),
        await hours_of(thread, referral, repo),
        referral.answer_by,
        repo.partnership.agency(AgencyId(thread.agency)),
        owned=thread.state == State.PICKED,
        news=referral.news,
    )
    return told_next(thread, referral, repo.partnership, ahead)


async def waits_for(thread: Thread, repo: Repository) -> Turn | None:
    """The turn that it waits for."""
    step = await repo.referrals.turn_of(thread, TURNS)
    return Turn(cast(Name, step.name), step.due_at) if step and step.due_at else None


async def disown(thread: Thread, referral: Referral, repo: Repository) -> None:
    """Nobody owns it; whoever did keeps sight of it."""
    unassigned(thread, referral)
    await repo.referrals.keep_only(thread, set())


def unassigned(thread: Thread, referral: Referral) -> None:
    """Nobody owns it; whoever did may take it again."""
    thread.state = State.OPEN
    thread.picked_by = thread.picked_name = None
    referral.owner = referral.owner_name = None
    referral.news = False


async def in_a_day(thread: Thread, referral: Referral, repo: Repository) -> datetime:
    """The end of a working day from now; by the clock, of the whole limit again."""
    limit = limit_of(referral, repo)
    hours = await hours_of(thread, referral, repo)
    return due(limit if limit.unit in BY_THE_CLOCK else OWN_DATE, hours, repo.now)


async def from_the_start(thread: Thread, referral: Referral, repo: Repository) -> None:
    """Those on the first level have it again, and at least a working day."""
    referral.level, referral.asked, referral.heard = 0, 0, ""
    referral.answer_by = max(referral.due_at, await in_a_day(thread, referral, repo))


async def again(thread: Thread, referral: Referral, repo: Repository) -> Turn:
    """Somebody has it, and nobody is above them: from now on they have a working day."""
    referral.answer_by = await in_a_day(thread, referral, repo)
    return await set_first(thread, referral, repo)
