"""The way of a challenge: the owner of the decision, a second reader, a lead who adopts it, the
partnership's own stages, and in the end a person.

An answer that doesn't settle it, or silence, takes it one step up. Formal stages are in somebody's
name in every policy we read, so a hidden challenge waits for a lead to adopt it first.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from handlers.challenge.cards import carried_card, challenge_card
from handlers.challenge.responders import responders_of
from handlers.contract import Outcomes, Send, Step, ToPerson, ToRaiser, at_its_time
from handlers.shared.cards import news
from handlers.shared.closing import answered, asked, close, forget, unasked
from handlers.shared.release import delayed_until, delivers, waits_for_held_words
from prompts.words import say
from storage.partnership import Limit, PersonId, WorkingTime, stage_due
from storage.partnership import due as limit_ends
from storage.partnership.deadlines import last_day, last_moment, reminders
from storage.repository import Repository
from storage.schema import Challenge, Thread
from storage.schema.values import ChallengeStep, How, State, ThreadRole

ROUNDS = 5
"""After so many answers that didn't settle it, a person talks with whoever raised it."""

CLOCK = ("nudge", "due", "silent")


async def release(thread: Thread, repo: Repository) -> Outcomes:
    """It lies before the owner of the decision, who sees it first and answers it first."""
    if thread.state != State.WAITING:
        return []
    challenge = await repo.challenges.of(thread)
    challenge.released = repo.today
    first = repo.partnership.stages[:1]
    if thread.how == How.NAMED and first and first[0].answers == "owner":
        _begin_stage(challenge, 1, repo)
    told = [] if challenge.owner else [await _tell(thread, "to-role", repo)]
    return [*await _ask(thread, challenge, ThreadRole.OWNER, repo), *told]


async def _ask(
    thread: Thread, challenge: Challenge, step: ChallengeStep, repo: Repository
) -> list[Send]:
    """Asks whoever answers on this step; where nobody does, the next step is asked."""
    people = await responders_of(thread, challenge, step, repo)
    challenge.step, thread.state = step, State.OPEN
    if not people and step != ThreadRole.PERSON:
        return await _escalate(thread, challenge, repo)
    thread.picked_by = thread.picked_name = None
    before = await repo.audience(thread)
    for person in people:
        if person in before:
            await repo.set_role(thread, person, step)
        else:
            repo.add_recipient(thread, person, step)
    await _set_clock(thread, challenge, repo)
    card = challenge_card(thread, challenge, repo.partnership)
    return [Send(ToPerson(p), card, key=thread.id) for p in people]


async def _set_clock(thread: Thread, challenge: Challenge, repo: Repository) -> None:
    await repo.timers.forget(thread.id, *CLOCK)
    challenge.due = None
    if challenge.step == ThreadRole.PERSON:
        return
    limit, by = _deadline(thread, challenge, repo)
    agency = repo.partnership.agency(thread.home)
    challenge.due = last_day(by, agency)
    moments = reminders(limit, agency, repo.now, by, always=thread.danger)
    for name, at in zip(CLOCK, moments, strict=True):
        repo.timers.remind(thread, name, at)


def _deadline(thread: Thread, challenge: Challenge, repo: Repository) -> tuple[Limit, datetime]:
    times, agency = repo.partnership.times, repo.partnership.agency(thread.home)
    in_stage = challenge.stage > 0 and challenge.step in (ThreadRole.OWNER, ThreadRole.STAGE)
    if thread.danger or not in_stage:
        limit = times.danger_answer if thread.danger else times.answer
        return limit, limit_ends(limit, agency, repo.now)
    stage = repo.partnership.stages[challenge.stage - 1]
    raised = last_moment(challenge.released or repo.today, agency, repo.now)
    before = last_moment(challenge.before_day or repo.today, agency, repo.now)
    return stage.within, stage_due(stage, agency, raised=raised, previous=before, began=repo.now)


def _begin_stage(challenge: Challenge, number: int, repo: Repository) -> None:
    challenge.before_day = challenge.stage_day or challenge.released
    challenge.stage, challenge.stage_day = number, repo.today


async def _escalate(thread: Thread, challenge: Challenge, repo: Repository) -> list[Send]:
    """The next step: a stage once somebody's name stands for it, before that a lead to adopt it."""
    hidden = thread.how != How.NAMED and challenge.adopted_by is None
    if challenge.step in (ThreadRole.OWNER, ThreadRole.READER) and hidden:
        return await _up(thread, challenge, ThreadRole.ADOPT, repo)
    if challenge.step in (ThreadRole.OWNER, ThreadRole.READER, ThreadRole.STAGE):
        return await next_stage(thread, challenge, repo)
    return await _up(thread, challenge, ThreadRole.PERSON, repo)


async def next_stage(thread: Thread, challenge: Challenge, repo: Repository) -> list[Send]:
    """The partnership's next stage; after its last, a person."""
    if challenge.stage >= len(repo.partnership.stages):
        return await _up(thread, challenge, ThreadRole.PERSON, repo)
    _begin_stage(challenge, challenge.stage + 1, repo)
    return await _up(thread, challenge, ThreadRole.STAGE, repo)


async def _up(
    thread: Thread, challenge: Challenge, step: ChallengeStep, repo: Repository
) -> list[Send]:
    told = await _tell(thread, f"to-{step}", repo)
    return [*await _ask(thread, challenge, step, repo), told]


async def asked_anew(
    thread: Thread, challenge: Challenge, repo: Repository, name: str
) -> list[Send]:
    """Somebody else owns the decision, so they are asked; whoever raised it is told."""
    challenge.released = repo.today  # it reaches its owner now: their time runs from here
    challenge.stage_day = repo.today if challenge.stage else None
    told = await _tell(thread, "pointed", repo, name)
    return [*await _ask(thread, challenge, ThreadRole.OWNER, repo), told]


async def _tell(thread: Thread, kind: str, repo: Repository, name: str = "") -> Send:
    await repo.say(thread, "bot", kind, name)
    return Send(ToRaiser(thread.id), news(), at=delayed_until(thread, repo))


async def nudge(thread: Thread, repo: Repository) -> Outcomes:
    """Three quarters of the time are over, and there is no answer yet."""
    return await _asked_once_more(thread, "nudge", repo)


async def due(thread: Thread, repo: Repository) -> Outcomes:
    """The answer is due now; they are told who is asked next, and when."""
    return await _asked_once_more(thread, "due", repo)


async def _asked_once_more(thread: Thread, name: str, repo: Repository) -> Outcomes:
    challenge = await _falls_due(thread, name, repo)
    if challenge is None:
        return []
    card = challenge_card(thread, challenge, repo.partnership, say(f"card-challenge-{name}"))
    people = await answering(thread, challenge, repo)
    return [Send(ToPerson(p), card, key=thread.id) for p in people]


async def silent(thread: Thread, repo: Repository) -> Outcomes:
    """A working day over, and still no answer: whoever raised it is told, and the next is asked."""
    challenge = await _falls_due(thread, "silent", repo)
    if challenge is None:
        return []
    repo.note(thread.id, f"no answer: {challenge.step}")
    await repo.say(thread, "bot", "no-answer")
    return await _escalate(thread, challenge, repo)


async def _falls_due(thread: Thread, name: str, repo: Repository) -> Challenge | None:
    # After days switched off, the last of the steps due stands for all, and wakes nobody at night.
    if thread.state != State.OPEN or await repo.timers.last_due(thread.id, name):
        return None  # answered, or its clock was set anew while this step waited for the thread
    if name != "silent":
        then = await repo.timers.last_due(thread.id, CLOCK[CLOCK.index(name) + 1])
        if then is None or then <= repo.now:
            return None  # in danger others are asked at the very moment when it is due
    hours = WorkingTime(repo.partnership.agency(thread.home))
    if thread.danger or hours.is_open(repo.now):
        return await repo.challenges.of(thread)
    repo.timers.remind(thread, name, hours.next_opening(repo.now))
    return None


async def answering(thread: Thread, challenge: Challenge, repo: Repository) -> list[PersonId]:
    """Who is asked at this moment."""
    audience = await repo.audience(thread)
    return [person for person, part in audience.items() if part == challenge.step]


async def heard(thread: Thread, kind: str, number: int, repo: Repository) -> list[Send]:
    """Something from whoever raised it reaches those who answer; a diverted one its reviewer."""
    challenge = await repo.challenges.of(thread)
    if kind == "unsettled":
        # Said twice while it was held back, it takes one step all the same.
        return await _not_settled(thread, challenge, repo) if thread.state != State.OPEN else []
    if thread.state == State.ANSWERED:
        await answered(thread, repo)  # they talk on, and it stays theirs to say if it is settled
    people = await answering(thread, challenge, repo)
    after = challenge.diverted_after
    if after is not None and number > after:
        # Its owner may be asked again, in a stage: they still see it as it stood.
        kept = [p for p in people if challenge.step != ThreadRole.OWNER and p != challenge.owner]
        people = [*([PersonId(challenge.reviewer)] if challenge.reviewer else []), *kept]
    card = challenge_card(thread, challenge, repo.partnership, say("card-answered"))
    return [Send(ToPerson(p), card, key=thread.id) for p in people]


async def _not_settled(thread: Thread, challenge: Challenge, repo: Repository) -> list[Send]:
    await repo.timers.forget(thread.id, "forget")
    challenge.rounds += 1
    repo.note(thread.id, "not settled")
    if challenge.rounds >= ROUNDS:
        return await _up(thread, challenge, ThreadRole.PERSON, repo)
    if challenge.step == ThreadRole.OWNER:
        return await _up(thread, challenge, ThreadRole.READER, repo)
    return await _escalate(thread, challenge, repo)


async def settle(thread: Thread, repo: Repository) -> list[Send]:
    """Whoever raised it says that it is settled: it closes, and the way back is destroyed."""
    if thread.state == State.CLOSED or await waits_for_held_words(thread, repo):
        return []
    before = thread.state
    await repo.say(thread, "bot", "settled")
    await close(thread, repo)
    if before == State.WAITING:
        return []  # it never went out, so there is nobody to tell
    challenge = await repo.challenges.of(thread)
    card = challenge_card(thread, challenge, repo.partnership, say("card-settled"))
    carried = carried_card(thread, repo.partnership, say("card-settled"))
    return [
        Send(ToPerson(p), carried if part == ThreadRole.ADOPTER else card, key=thread.id)
        for p, part in (await repo.audience(thread)).items()
        if part in (challenge.step, ThreadRole.ADOPTER)
    ]


async def heal_silent(thread: Thread, repo: Repository) -> None:
    """Sets the clock again: a working day after the day on which it is due.

    In danger they have the whole limit again.
    """
    challenge = await repo.challenges.of(thread)
    agency = repo.partnership.agency(thread.home)
    if thread.danger:
        at = limit_ends(repo.partnership.times.danger_answer, agency, repo.now)
    else:
        end = datetime.combine(challenge.due or repo.today, time.max, ZoneInfo(agency.timezone))
        at = WorkingTime(agency).next_opening(max(repo.now, end.astimezone(UTC)))
    repo.timers.remind(thread, "silent", at)


STEPS: Mapping[str, Step] = {
    "release": at_its_time(release),
    "nudge": at_its_time(nudge),
    "due": at_its_time(due),
    "silent": at_its_time(silent),
    "deliver": delivers(heard),
    "settle": at_its_time(settle),
    "forget": at_its_time(forget),
    "asked": asked,
    "unasked": at_its_time(unasked),
}
