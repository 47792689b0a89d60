"""Who has a referral now and for how long; how they are asked, and whoever made it is told.

They are asked at most five times, and then it goes on without that.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from handlers.contract.outcomes import Send, ToPerson, ToRaiser, Update
from handlers.referral.cards import owner_card, past_card, referrer_card
from handlers.referral.case import OWN_DATE, TELLS, ReferralCase
from handlers.shared.people.recipients import named_since
from prompts.words import Words
from storage.partnership import PersonId, due
from storage.partnership.turns import BY_THE_CLOCK, Turn, first_turn
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State, ThreadRole

MOST_ASKED: Final = 5


async def begin(case: ReferralCase) -> list[Send]:
    """Asks whoever has it, or could take it, and sets the first turn."""
    return await ask(case, await set_first(case), None)


async def set_first(case: ReferralCase) -> Turn:
    """Sets the first turn for whoever has it, who is asked now."""
    await case.forget_turns(*TELLS)
    hours, now, by = await case.hours(), case.repo.now, case.referral.answer_by
    turn = first_turn(case.limit, hours, now, by, case.home)
    case.remind(turn)
    return turn


async def restart(case: ReferralCase) -> None:
    """Gives it back to those on the first level, for at least a working day."""
    referral = case.referral
    referral.level, referral.asked, referral.heard = 0, 0, None
    referral.answer_by = max(referral.due_at, await _in_a_day(case))


async def ask_anew(case: ReferralCase, note: Words) -> list[Send]:
    """Asks whoever is asked on its level once more, for at least a working day."""
    case.referral.asked = 0
    if case.is_last:  # they are asked once, and not by the clock
        await case.forget_turns()
        return await ask(case, None, note)
    case.referral.answer_by = max(case.referral.answer_by, await _in_a_day(case))
    return await ask(case, await set_first(case), note)


async def extend(case: ReferralCase) -> Turn:
    """Gives its owner, above whom nobody is, a working day from now on."""
    case.referral.answer_by = await _in_a_day(case)
    return await set_first(case)


async def _in_a_day(case: ReferralCase) -> datetime:
    """Finds the end of a working day from now; by the clock, of the whole limit again."""
    limit = case.limit if case.limit.unit in BY_THE_CLOCK else OWN_DATE
    return due(limit, await case.hours(), case.repo.now)


async def ask(
    case: ReferralCase, turn: Turn | None, note: Words | None, history: Words | None = None
) -> list[Send]:
    """Asks them, if they weren't asked too often; this is the turn that it waits for then."""
    referral, repo = case.referral, case.repo
    if referral.asked >= MOST_ASKED:
        return []
    referral.asked, referral.news = referral.asked + 1, False
    people, before = await case.asked_people(), await repo.audience(case.thread)
    for person in people:
        if person not in before:
            repo.add_recipient(case.thread, person, ThreadRole.ASKED)
        elif before[person] != ThreadRole.ASKED:
            await repo.set_role(case.thread, person, ThreadRole.ASKED)
    card = owner_card(case, await case.reference(), note, await case.ahead(turn), history)
    return [Send(ToPerson(person), card, key=case.id) for person in people]


async def joined(thread: Thread, repo: Repository) -> list[Send]:
    """Asks whoever could take it by now and wasn't asked, while nobody has it."""
    case = await ReferralCase.of(thread, repo)
    if thread.state != State.OPEN or case.referral.owner is not None or case.referral.level:
        return []
    before = await repo.audience(thread)
    newer = [person for person in await case.asked_people() if person not in before]
    named = await named_since(newer, thread, repo)
    fresh = [person for person in newer if person not in named]
    for person in fresh:
        repo.add_recipient(thread, person, ThreadRole.ASKED)
    card = owner_card(case, await case.reference(), None, None)
    return [Send(ToPerson(person), card, key=case.id) for person in fresh]


async def tell_referrer(case: ReferralCase, note: Words) -> Send:
    """Tells whoever made it what happened."""
    card = referrer_card(case, await case.reference(), note)
    return Send(ToRaiser(case.id), card, key=case.id)


async def end_cards(case: ReferralCase, people: Iterable[PersonId], note: Words) -> list[Update]:
    """Says on the cards of these people why there is nothing more to do for them."""
    card = past_card(case, await case.reference(), note)
    return [Update(person, case.id, card) for person in people]
