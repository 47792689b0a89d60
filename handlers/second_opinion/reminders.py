"""Who is asked for a second opinion and when, and the moment at which everything is shown at once.

Nobody sees what another has said before all have answered, or the time is up.
"""

from collections.abc import Awaitable, Callable, Collection
from random import SystemRandom

from handlers.contract import Outcome, Outcomes, Send, ToPerson, ToRaiser, Update
from handlers.second_opinion.cards import closed_card, reviewer_card, shown_card
from handlers.second_opinion.form import SOON
from handlers.second_opinion.reviewers import Candidate, choose, pool
from handlers.shared.cards import news
from handlers.shared.closing import close
from handlers.shared.release import delayed_until
from prompts.words import say
from storage.partnership import Agency, AgencyId, Limit, PersonId, due
from storage.partnership.turns import first_turn
from storage.repository import Repository
from storage.schema import Opinion, Reviewer, Thread
from storage.schema.values import State, ThreadRole

_chance = SystemRandom()


def limit_of(thread: Thread, opinion: Opinion, repo: Repository) -> Limit:
    """How long the reviewers have."""
    return repo.partnership.times.danger_answer if thread.danger else SOON[opinion.soon]


async def next_ones(
    opinion: Opinion, own: AgencyId | None, out: Collection[str], many: int, repo: Repository
) -> list[Candidate]:
    """Whom to ask next. Whoever is away is passed over; if all are, those who stand in for them."""
    left = [c for c in pool(opinion.role, opinion.agency, repo.partnership) if c.person not in out]
    here, standing = [], []
    for candidate in left:
        stands = await repo.people.stands_in(candidate.person)
        if stands is None:
            here.append(candidate)
        elif stands not in out:
            standing.append(Candidate(stands, candidate.agency))
    among = here or list({c.person: c for c in standing}.values())
    lately = await repo.opinions.lately([c.person for c in among])
    return choose(among, many, own, lately, _chance.random)


async def release(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """The reviewers are asked from now on."""
    if thread.state != State.WAITING:
        return []
    thread.state = State.OPEN
    opinion = await repo.opinions.of(thread)
    agency = repo.partnership.agency(AgencyId(thread.agency))
    opinion.due_at = due(limit_of(thread, opinion, repo), agency, repo.now)
    repo.timers.remind(thread, "due", opinion.due_at)
    return await ask_more(thread, opinion, opinion.wanted, repo)


async def ask_more(thread: Thread, opinion: Opinion, many: int, repo: Repository) -> list[Outcome]:
    """So many more are asked; if nobody is left, what there is is shown once all have answered."""
    reviewers = await repo.opinions.reviewers(thread)
    out = {r.person for r in reviewers} | await repo.left_out(thread)
    # Whose agency may not be told isn't left out either: those asked would show which it is.
    own = AgencyId(thread.told_agency) if thread.told_agency else None
    found = await next_ones(opinion, own, out, many, repo)
    sent = [
        await _ask(thread, opinion, candidate, place, repo)
        for place, candidate in enumerate(found, start=len(reviewers))
    ]
    return [*sent] if found else await shown_if_all_have_answered(thread, repo)


async def _ask(
    thread: Thread, opinion: Opinion, who: Candidate, place: int, repo: Repository
) -> Send:
    repo.opinions.ask(thread, who.person, who.agency, place)
    repo.add_recipient(thread, who.person, ThreadRole.ASKED)
    await _remind(thread, opinion, who, place, repo)
    card = reviewer_card(thread, opinion, repo.partnership)
    return Send(ToPerson(who.person), card, key=thread.id)


async def _remind(
    thread: Thread, opinion: Opinion, who: Candidate, place: int, repo: Repository
) -> None:
    by, hours = opinion.due_at, await _hours(who, repo)
    if by is None or by <= repo.now:
        return
    turn = first_turn(limit_of(thread, opinion, repo), hours, repo.now, by)
    if turn.at < by:
        repo.timers.remind(thread, "nudge", turn.at, str(place))


async def _hours(who: Candidate, repo: Repository) -> Agency:
    agency = repo.partnership.agency(who.agency)
    zone = await repo.people.timezone_of(who.person)
    return agency.model_copy(update={"timezone": zone}) if zone else agency


def waited_for(reviewers: Collection[Reviewer]) -> list[Reviewer]:
    """Those who were asked and have neither answered nor declined."""
    return [r for r in reviewers if r.message is None and not r.declined]


async def shown_if_all_have_answered(thread: Thread, repo: Repository) -> list[Outcome]:
    """Everything is shown once nobody is waited for; for somebody hidden, at their own time."""
    if waited_for(await repo.opinions.reviewers(thread)):
        return []
    at = delayed_until(thread, repo)
    if at is None:
        return await show_all(thread, repo)
    await repo.timers.forget(thread.id, "due")
    repo.timers.remind(thread, "due", at)
    return []


async def nudge(thread: Thread, arg: str, repo: Repository) -> Outcomes:
    """Much of the time is gone: whoever has not answered is asked once more, or their stand-in."""
    opinion = await repo.opinions.of(thread)
    reviewers = await repo.opinions.reviewers(thread)
    asked = next((r for r in waited_for(reviewers) if str(r.place) == arg), None)
    if thread.state != State.OPEN or asked is None:
        return []
    if await repo.people.stands_in(PersonId(asked.person)) is not None:
        return await _instead_of(asked, thread, opinion, reviewers, repo)
    card = reviewer_card(thread, opinion, repo.partnership, say("opinion-nudge"))
    return [Send(ToPerson(PersonId(asked.person)), card, key=thread.id)]


async def _instead_of(
    away: Reviewer,
    thread: Thread,
    opinion: Opinion,
    reviewers: Collection[Reviewer],
    repo: Repository,
) -> list[Outcome]:
    """They went away after they were asked: whoever stands in for them is, or else the next one."""
    person = PersonId(away.person)
    away.declined = True
    await repo.set_role(thread, person, ThreadRole.PAST)
    gone = Update(person, thread.id, closed_card(thread, say("opinion-declined-note")))
    stands = await repo.people.stands_in(person)
    out = {r.person for r in reviewers} | await repo.left_out(thread)
    if stands is None or stands in out:
        return [gone, *await ask_more(thread, opinion, 1, repo)]
    instead = Candidate(stands, AgencyId(away.agency))
    return [gone, await _ask(thread, opinion, instead, len(reviewers), repo)]


async def time_is_up(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """What there is is shown."""
    return await show_all(thread, repo) if thread.state == State.OPEN else []


async def show_all(thread: Thread, repo: Repository) -> list[Outcome]:
    """Everything at once: to whoever asked, and to the reviewers."""
    reviewers = await repo.opinions.reviewers(thread)
    given = [r for r in reviewers if r.message is not None]
    for reviewer in given:
        await repo.let_go(thread, reviewer.message or 0)
    thread.state = State.ANSWERED
    # It is counted from the release: kept on, it would tell the minute of that for a year.
    (await repo.opinions.of(thread)).due_at = None
    await repo.timers.forget(thread.id, "nudge", "due")
    repo.timers.remind(thread, "forget", repo.now + repo.answered_for)
    await repo.say(thread, "bot", "shown" if given else "nobody-answered")
    repo.note(thread.id, "opinions shown")
    late = closed_card(thread, say("opinion-time-is-up"))
    for reviewer in waited_for(reviewers):
        await repo.set_role(thread, PersonId(reviewer.person), ThreadRole.PAST)
    return [
        *(Send(ToPerson(PersonId(r.person)), shown_card(thread), key=thread.id) for r in given),
        *(Update(PersonId(r.person), thread.id, late) for r in waited_for(reviewers)),
        Send(ToRaiser(thread.id), news()),
    ]


async def deliver(thread: Thread, arg: str, repo: Repository) -> Outcomes:
    """What was decided reaches the reviewers at the release that whoever asked has chosen."""
    number, _, _ = arg.partition(":")
    await repo.let_go(thread, int(number))
    return await decided(thread, repo) if thread.state == State.ANSWERED else []


async def decided(thread: Thread, repo: Repository) -> list[Outcome]:
    """The reviewers hear what became of it, and it closes."""
    reviewers = await repo.opinions.reviewers(thread)
    await close(thread, repo)
    card = shown_card(thread, say("opinion-decided-card"))
    people = [PersonId(r.person) for r in reviewers if r.message is not None]
    return [Send(ToPerson(p), card, key=thread.id) for p in people]


async def forget(thread: Thread, _arg: str, repo: Repository) -> Outcomes:
    """Shown long ago, and nothing was recorded since: it closes."""
    if thread.state == State.ANSWERED:
        await close(thread, repo)
    return []


async def heal_shown(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of one that is to be shown."""
    opinion = await repo.opinions.of(thread)
    repo.timers.remind(thread, "due", max(repo.now, opinion.due_at or repo.now))


STEPS: dict[str, Callable[..., Awaitable[Outcomes]]] = {
    "release": release,
    "nudge": nudge,
    "due": time_is_up,
    "deliver": deliver,
    "forget": forget,
}
