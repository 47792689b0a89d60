"""Who is asked for a second opinion and when, and the moment at which everything is shown at once.

Nobody sees what another has said before all have answered, or the time is up.
"""

from collections.abc import Collection, Mapping
from random import SystemRandom

from handlers.contract.commands import Step, at_its_time
from handlers.contract.outcomes import Outcome, Outcomes, Send, ToPerson, ToRaiser, Update
from handlers.second_opinion.cards import closed_card, reviewer_card, shown_card
from handlers.second_opinion.case import OpinionCase, is_waited_for
from handlers.second_opinion.reviewers import Candidate, choose, pool
from handlers.shared.cards import news
from handlers.shared.closing import answered, close, forget, words_wait
from handlers.shared.moments import counted_from, settled_after
from prompts.words import say
from storage.delivery.due_steps import DueStep
from storage.partnership import AgencyId, PersonId, due
from storage.partnership.turns import first_turn
from storage.repository import Repository
from storage.schema import Reviewer, Thread
from storage.schema.values import State, ThreadRole

_chance = SystemRandom()


async def next_ones(case: OpinionCase, out: Collection[str], many: int) -> list[Candidate]:
    """Finds whom to ask next. Whoever is away is passed over; if all are, it finds stand-ins."""
    opinion, repo = case.opinion, case.repo
    here, standing, left = [], [], await repo.people.left()
    for candidate in pool(opinion.role, opinion.agency, case.partnership):
        if candidate.person in out or left.has_left(candidate.person, candidate.agency):
            continue
        stands = await repo.people.stands_in(candidate.person)
        if stands is None:
            here.append(candidate)
        elif stands not in out:
            standing.append(Candidate(stands, candidate.agency))
    among = here or list({c.person: c for c in standing}.values())
    lately = await repo.opinions.lately([c.person for c in among])
    # Whose agency may not be told isn't left out either: those asked would show which it is.
    return choose(among, many, case.told_agency, lately, _chance.random)


async def release(thread: Thread, repo: Repository) -> Outcomes:
    """Asks the reviewers, and starts the clock."""
    if thread.state != State.WAITING:
        return []
    thread.state = State.OPEN
    case = await OpinionCase.of(thread, repo)
    case.opinion.due_at = due(case.limit, case.home, counted_from(thread, repo))
    repo.timers.remind(thread, "due", case.opinion.due_at)
    return await ask_more(case, case.opinion.wanted)


async def ask_more(case: OpinionCase, many: int) -> list[Outcome]:
    """Asks so many more; if nobody is left, what there is is shown once all have answered."""
    reviewers = await case.reviewers()
    out = {r.person for r in reviewers} | await case.repo.left_out(case.thread)
    out |= {case.thread.raiser or ""}
    found = await next_ones(case, out, many)
    asked = enumerate(found, start=len(reviewers))
    sent: list[Outcome] = [await _ask(case, candidate, place) for place, candidate in asked]
    return sent or await show_if_complete(case)


async def _ask(case: OpinionCase, who: Candidate, place: int) -> Send:
    case.repo.opinions.ask(case.thread, who.person, who.agency, place)
    case.repo.add_recipient(case.thread, who.person, ThreadRole.ASKED)
    await _remind(case, who, place)
    return Send(ToPerson(who.person), reviewer_card(case), key=case.id)


async def _remind(case: OpinionCase, who: Candidate, place: int) -> None:
    repo, by = case.repo, case.opinion.due_at
    agency, zone = repo.partnership.agency(who.agency), await repo.people.timezone_of(who.person)
    if by is None or by <= repo.now:
        return
    hours = agency.model_copy(update={"timezone": zone}) if zone else agency
    turn = first_turn(case.limit, hours, counted_from(case.thread, repo), by)
    if turn.at < by:
        repo.timers.remind(case.thread, "nudge", turn.at, place)


async def show_if_complete(case: OpinionCase) -> list[Outcome]:
    """Shows everything once nobody is waited for."""
    away = await case.repo.parts.unreached(case.thread)
    if any(is_waited_for(r) and r.person not in away for r in await case.reviewers()):
        return []
    return await show_all(case)


async def nudge(thread: Thread, step: DueStep, repo: Repository) -> Outcomes:
    """Asks whoever hasn't answered once more, much of the time being gone, or their stand-in."""
    case = await OpinionCase.of(thread, repo)
    waited_for = (r for r in await case.reviewers() if is_waited_for(r))
    asked = next((r for r in waited_for if r.place == step.number), None)
    if thread.state != State.OPEN or asked is None:
        return []
    stands = await repo.people.stands_in(PersonId(asked.person))
    if stands is not None:
        return await _instead_of(asked, stands, case)
    card = reviewer_card(case, say("opinion-nudge"))
    return [Send(ToPerson(PersonId(asked.person)), card, key=thread.id)]


async def _instead_of(away: Reviewer, stands: PersonId, case: OpinionCase) -> list[Outcome]:
    """Asks the stand-in of whoever went away after they were asked, or else the next one."""
    gone = await no_longer_asked(case, away)
    reviewers = await case.reviewers()
    if stands in {r.person for r in reviewers} | await case.repo.left_out(case.thread):
        return [gone, *await ask_more(case, 1)]
    instead = Candidate(stands, AgencyId(away.agency))
    return [gone, await _ask(case, instead, len(reviewers))]


async def no_longer_asked(case: OpinionCase, reviewer: Reviewer) -> Update:
    """Waits no longer for a reviewer, and changes their card."""
    reviewer.declined = True
    person = PersonId(reviewer.person)
    await case.repo.set_role(case.thread, person, ThreadRole.PAST)
    card = closed_card(case.thread, say("opinion-declined-note"))
    return Update(person, case.id, card)


async def time_is_up(thread: Thread, repo: Repository) -> Outcomes:
    """Shows what there is."""
    if thread.state != State.OPEN:
        return []
    return await show_all(await OpinionCase.of(thread, repo))


async def show_all(case: OpinionCase) -> list[Outcome]:
    """Shows everything at once, to whoever asked and to the reviewers."""
    thread, repo = case.thread, case.repo
    reviewers, parts = await case.reviewers(), await repo.audience(thread)
    given = [r for r in reviewers if r.message is not None]
    late = [r for r in reviewers if is_waited_for(r)]
    for reviewer in given:
        await repo.release_message(thread, reviewer.message or 0)
    thread.state = State.ANSWERED
    # It is counted from the release: kept on, it would tell the minute of that for a year.
    case.opinion.due_at = None
    await repo.timers.forget(thread.id, "nudge", "due")
    repo.timers.remind(thread, "forget", settled_after(thread, repo))
    await repo.say(thread, "bot", "shown" if given else "nobody-answered")
    repo.note(thread.id, "opinions shown")
    for reviewer in late:
        await repo.set_role(thread, PersonId(reviewer.person), ThreadRole.PAST)
    over = closed_card(thread, say("opinion-time-is-up"))
    return [
        *(Send(ToPerson(p), shown_card(thread), key=thread.id) for p in _still_here(given, parts)),
        *(Update(PersonId(r.person), thread.id, over) for r in late),
        Send(ToRaiser(thread.id), news()),
    ]


async def heard(thread: Thread, _kind: str, _number: int, repo: Repository) -> list[Send]:
    """Tells those who are asked, and those who have answered, that whoever asked has said more."""
    if thread.state == State.ANSWERED:
        await answered(thread, repo)
    case, parts = await OpinionCase.of(thread, repo), await repo.audience(thread)
    more, sent = say("opinion-more"), list[Send]()
    for reviewer in (r for r in await case.reviewers() if r.person in parts):
        waits = thread.state == State.OPEN and is_waited_for(reviewer)
        card = reviewer_card(case, more) if waits else shown_card(thread, more)
        if waits or reviewer.message is not None:
            sent.append(Send(ToPerson(PersonId(reviewer.person)), card, key=thread.id))
    return sent


async def deliver(thread: Thread, step: DueStep, repo: Repository) -> Outcomes:
    """Tells the reviewers what was added or decided, at the release that whoever asked chose."""
    if thread.state == State.CLOSED:
        return []
    said = await repo.release_message(thread, step.number)
    if said.kind != "decided":
        return await heard(thread, said.kind, said.number, repo)
    added = await words_wait(thread, repo)
    if added is not None:  # it is heard before this closes it
        repo.timers.remind(thread, "deliver", added, step.number, last=True)
        return []
    return await decided(await OpinionCase.of(thread, repo))


async def decided(case: OpinionCase) -> list[Outcome]:
    """Tells the reviewers what became of it, and closes it."""
    thread = case.thread
    given = [r for r in await case.reviewers() if r.message is not None]
    told = _still_here(given, await case.repo.audience(thread))
    await close(thread, case.repo)
    card = shown_card(thread, say("opinion-decided-card"))
    return [Send(ToPerson(person), card, key=thread.id) for person in told]


def _still_here(reviewers: list[Reviewer], parts: Collection[str]) -> list[PersonId]:
    return [PersonId(r.person) for r in reviewers if r.person in parts]


async def heal_shown(thread: Thread, repo: Repository) -> None:
    """Sets the clock again of one that is to be shown."""
    opinion = await repo.opinions.of(thread)
    repo.timers.remind(thread, "due", max(repo.now, opinion.due_at or repo.now))


STEPS: Mapping[str, Step] = {
    "release": at_its_time(release),
    "nudge": nudge,
    "due": at_its_time(time_is_up),
    "deliver": deliver,
    "forget": at_its_time(forget),
}
