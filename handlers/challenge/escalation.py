"""The way of a challenge: the owner of the decision, a second reader, a lead who adopts it, the
partnership's own stages, and in the end a person.

An answer that doesn't settle it, or silence, takes it one step up. Formal stages are in somebody's
name in every policy we read, so a hidden challenge waits for a lead to adopt it first.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from handlers.challenge.cards import carried_card, challenge_card
from handlers.challenge.case import ChallengeCase
from handlers.challenge.responders import responders_of
from handlers.contract.commands import Step, ThreadAct, at_its_time
from handlers.contract.outcomes import Outcomes, Send, ToPerson, ToRaiser
from handlers.shared.cards import news
from handlers.shared.closing import answered, asked, close, forget, unasked
from handlers.shared.desk.telling import is_about_story
from handlers.shared.desk.thanking import GRATEFUL
from handlers.shared.moments import counted_from
from handlers.shared.release import delivers, waits_for_held_words
from prompts.words import Words, say
from storage.partnership import PersonId, WorkingTime
from storage.partnership import due as limit_ends
from storage.partnership.deadlines import last_day, reminders
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import ChallengeStep, How, State, ThreadRole

ROUNDS = 5
"""After so many answers that didn't settle it, a person talks with whoever raised it."""

CLOCK = ("nudge", "due", "silent")


async def release(thread: Thread, repo: Repository) -> Outcomes:
    """Asks the owner of the decision, who sees the challenge first and answers it first."""
    if thread.state != State.WAITING:
        return []
    case = await ChallengeCase.of(thread, repo)
    case.challenge.released = case.today
    first = repo.partnership.stages[:1]
    if thread.how == How.NAMED and first and first[0].answers == "owner":
        case.begin_stage(1)
    told = [] if case.challenge.owner else [await _tell(case, "to-role")]
    return [*await ask(case, ThreadRole.OWNER), *told]


async def ask(case: ChallengeCase, step: ChallengeStep) -> list[Send]:
    """Asks whoever answers on this step; where nobody does, the next step is asked."""
    thread, repo, people = case.thread, case.repo, await responders_of(case, step)
    case.challenge.step, thread.state = step, State.OPEN
    if not people and step != ThreadRole.PERSON:
        return await _escalate(case)
    thread.picked_by = thread.picked_name = None
    before = await repo.audience(thread)
    for person in people:
        if person in before:
            await repo.set_role(thread, person, step)
        else:
            repo.add_recipient(thread, person, step)
    await _set_clock(case)
    return _cards(case, people)


def _cards(
    case: ChallengeCase, people: Iterable[PersonId], note: Words | None = None
) -> list[Send]:
    card = challenge_card(case, note)
    return [Send(ToPerson(p), card, key=case.id) for p in people]


async def _set_clock(case: ChallengeCase) -> None:
    thread, challenge, repo = case.thread, case.challenge, case.repo
    await repo.timers.forget(thread.id, *CLOCK)
    challenge.due = None
    if challenge.step == ThreadRole.PERSON:
        return
    limit, by = case.deadline()
    challenge.due = last_day(by, case.home)
    now = counted_from(thread, repo)
    moments = reminders(limit, case.home, now, by, always=thread.danger)
    for name, at in zip(CLOCK, moments, strict=True):
        repo.timers.remind(thread, name, at)


async def _escalate(case: ChallengeCase) -> list[Send]:
    """Asks on the next step: a stage once a name stands for it, before that a lead to adopt it."""
    if case.challenge.step not in (ThreadRole.OWNER, ThreadRole.READER, ThreadRole.STAGE):
        return await _up(case, ThreadRole.PERSON)
    if case.challenge.step != ThreadRole.STAGE and case.needs_adoption():
        return await _up(case, ThreadRole.ADOPT)
    return await next_stage(case)


async def next_stage(case: ChallengeCase) -> list[Send]:
    """Asks who answers at the partnership's next stage; after its last, a person."""
    if case.challenge.stage >= len(case.partnership.stages):
        return await _up(case, ThreadRole.PERSON)
    case.begin_stage(case.challenge.stage + 1)
    return await _up(case, ThreadRole.STAGE)


async def _up(case: ChallengeCase, step: ChallengeStep) -> list[Send]:
    told = await _tell(case, f"to-{step}")
    return [*await ask(case, step), told]


async def ask_anew(case: ChallengeCase, name: str) -> list[Send]:
    """Asks the new owner of the decision, and tells whoever raised the challenge."""
    challenge, today = case.challenge, case.today
    challenge.released = today  # it reaches its owner now: their time runs from here
    challenge.stage_day = today if challenge.stage else None
    told = await _tell(case, "pointed", name)
    return [*await ask(case, ThreadRole.OWNER), told]


async def _tell(case: ChallengeCase, kind: str, name: str = "") -> Send:
    await case.repo.say(case.thread, "bot", kind, name)
    return Send(ToRaiser(case.id), news())


def _reminder(name: str) -> ThreadAct:
    """Makes the step that reminds those who are asked: the time is nearly over, or it is."""

    async def remind(thread: Thread, repo: Repository) -> Outcomes:
        case = await _falls_due(thread, name, repo)
        if case is None:
            return []
        return _cards(case, await case.asked_people(), say(f"card-challenge-{name}"))

    return remind


async def silent(thread: Thread, repo: Repository) -> Outcomes:
    """Asks the next, a working day after an answer was due, and tells whoever raised it."""
    case = await _falls_due(thread, "silent", repo)
    if case is None:
        return []
    repo.note(thread.id, f"no answer: {case.challenge.step}")
    await repo.say(thread, "bot", "no-answer")
    return await _escalate(case)


async def _falls_due(thread: Thread, name: str, repo: Repository) -> ChallengeCase | None:
    # After days switched off, the last of the steps due stands for all, and wakes nobody at night.
    if thread.state != State.OPEN or await repo.timers.last_due(thread.id, name):
        return None  # answered, or its clock was set anew while this step waited for the thread
    if name != "silent":
        then = await repo.timers.last_due(thread.id, CLOCK[CLOCK.index(name) + 1])
        if then is None or then <= repo.now:
            return None  # in danger others are asked at the very moment when it is due
    case = await ChallengeCase.of(thread, repo)
    hours = WorkingTime(case.home)
    if thread.danger or hours.is_open(repo.now):
        return case
    repo.timers.remind(thread, name, hours.next_opening(repo.now))
    return None


async def heard(thread: Thread, kind: str, number: int, repo: Repository) -> list[Send]:
    """Tells those who answer that its raiser said more; once diverted, tells the reviewer."""
    case = await ChallengeCase.of(thread, repo)
    if kind == "unsettled":
        # Said twice while it was held back, it takes one step all the same.
        return [] if case.is_open else await _not_settled(case)
    if kind == GRATEFUL:
        return _cards(case, await _who_hears(case, number), say("card-answered"))
    if thread.state == State.ANSWERED:
        await answered(thread, repo)  # they talk on, and it stays theirs to say if it is settled
    opens = thread.state != State.WAITING and not await is_about_story(thread, number, repo)
    if opens and not await case.asked_people():  # they have left since
        return await ask(case, case.step)
    return _cards(case, await _who_hears(case, number), say("card-answered"))


async def _who_hears(case: ChallengeCase, number: int) -> list[PersonId]:
    challenge, people = case.challenge, await case.asked_people()
    if challenge.diverted_after is None or number <= challenge.diverted_after:
        return people
    # Its owner may be asked again, in a stage: they still see it as it stood.
    kept = [p for p in people if challenge.step != ThreadRole.OWNER and p != challenge.owner]
    return [*([PersonId(challenge.reviewer)] if challenge.reviewer else []), *kept]


async def _not_settled(case: ChallengeCase) -> list[Send]:
    await case.repo.timers.forget(case.id, "forget")
    case.challenge.rounds += 1
    case.repo.note(case.id, "not settled")
    if case.challenge.rounds >= ROUNDS:
        return await _up(case, ThreadRole.PERSON)
    if case.challenge.step == ThreadRole.OWNER:
        return await _up(case, ThreadRole.READER)
    return await _escalate(case)


async def settle(thread: Thread, repo: Repository) -> list[Send]:
    """Closes a challenge that its raiser says is settled, and destroys the way back to them."""
    if thread.state == State.CLOSED or await waits_for_held_words(thread, repo):
        return []
    before = thread.state
    is_settled = before == State.ANSWERED
    await repo.say(thread, "bot", "settled" if is_settled else "withdrawn")
    await close(thread, repo)
    if before == State.WAITING:
        return []  # it never went out, so there is nobody to tell
    case = await ChallengeCase.of(thread, repo)
    asks, note = case.challenge.step, say("card-settled" if is_settled else "card-withdrawn")
    card, carried = challenge_card(case, note), carried_card(case, note)
    return [
        Send(ToPerson(p), carried if part == ThreadRole.ADOPTER else card, key=thread.id)
        for p, part in (await repo.audience(thread)).items()
        if part in (asks, ThreadRole.ADOPTER)
    ]


async def heal_silent(thread: Thread, repo: Repository) -> None:
    """Sets the clock again: a working day after the day on which it is due.

    In danger they have the whole limit again.
    """
    case = await ChallengeCase.of(thread, repo)
    if thread.danger:
        at = limit_ends(repo.partnership.times.danger_answer, case.home, repo.now)
    else:
        zone = ZoneInfo(case.home.timezone)
        end = datetime.combine(case.challenge.due or case.today, time.max, zone)
        at = WorkingTime(case.home).next_opening(max(repo.now, end.astimezone(UTC)))
    repo.timers.remind(thread, "silent", at)


STEPS: Mapping[str, Step] = {
    "release": at_its_time(release),
    "nudge": at_its_time(_reminder("nudge")),
    "due": at_its_time(_reminder("due")),
    "silent": at_its_time(silent),
    "deliver": delivers(heard),
    "settle": at_its_time(settle),
    "forget": at_its_time(forget),
    "asked": asked,
    "unasked": at_its_time(unasked),
}
