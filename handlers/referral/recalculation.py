"""New holidays, other hours, another limit: what is still open is due at another time now.

Everything is worked out anew from when its limit began, so that changing the file back moves it
back. Only a turn of the clock can't always be: it may have been put off, or begun anew. So a turn
that is moved keeps in its own row when it was due before, and under which rules.
"""

from collections.abc import Collection
from datetime import datetime
from typing import cast

from handlers.contract.outcomes import Outcomes, Update
from handlers.referral.cards import owner_card, referrer_card
from handlers.referral.case import TURNS, ReferralCase, due_of
from prompts.words import say
from storage.partnership import Agency, Limit, PersonId, WorkingTime, nudge_at
from storage.partnership.turns import (
    BY_THE_CLOCK,
    Name,
    Turn,
    escalates,
    in_working_time,
    least_notice,
)
from storage.schema import Referral
from storage.schema.values import ThreadRole


async def recalculate(case: ReferralCase) -> Outcomes:
    """Moves it to when it is due by the file as it is now; nothing is said if that is the same."""
    referral, repo = case.referral, case.repo
    before, old = referral.due_at, referral.rules
    referral.due_at, referral.rules = due_of(
        referral.kind, case.agency, None, referral.began, repo.partnership
    )
    turn = None
    if referral.level == 0:
        referral.answer_by = _answer_by(referral, before, repo.now)
        turn = await _move_turn(case, old)
    if referral.due_at == before:
        return []
    await repo.say(case.thread, "bot", "moved")
    repo.note(case.id, "moved by new rules")
    # Who is asked at once gets a new card anyway; changing it meanwhile would take its words away.
    at_once = turn is not None and turn.at <= repo.now
    return await _shown_again(case, turn, () if at_once else (ThreadRole.ASKED,))


def _answer_by(referral: Referral, before: datetime, now: datetime) -> datetime:
    """Moves it with the day; later where it began anew, or whom the new file makes late."""
    old = referral.answer_by
    by = referral.due_at if old == before else max(old, referral.due_at)
    return max(by, now) if old > now else by


async def _shown_again(
    case: ReferralCase, turn: Turn | None, parts: Collection[ThreadRole]
) -> list[Update]:
    reference, note, raiser = await case.reference(), say("bot-moved"), case.thread.raiser
    card = owner_card(case, reference, note, await case.ahead(turn))
    audience = await case.repo.audience(case.thread)
    found = [Update(p, case.id, card) for p, part in audience.items() if part in parts]
    if raiser is not None and raiser not in audience:
        found.append(Update(PersonId(raiser), case.id, referrer_card(case, reference, note)))
    return found


async def _move_turn(case: ReferralCase, old: str) -> Turn | None:
    step = await case.repo.referrals.turn_of(case.thread, TURNS)
    if step is None or step.due_at is None:
        return None
    present = Turn(cast(Name, step.name), step.due_at)
    turn = Turn(step.kept_name or present.name, step.kept_at or present.at)
    kept = step.kept_rules or old
    back = kept == case.referral.rules
    step.kept_rules, step.kept_name, step.kept_at = (
        (None, None, None) if back else (kept, turn.name, turn.at)
    )
    if not back or turn.at <= case.repo.now:
        turn = moved(present, case, await case.hours())
    step.name, step.due_at = turn.name, turn.at
    return turn


def moved(turn: Turn, case: ReferralCase, hours: Agency) -> Turn:
    """Moves the turn that waits by its new deadline; what is overdue by it is due now."""
    limit, now, by = case.limit, case.repo.now, case.referral.answer_by
    if turn.name == "over" and by <= now:
        return Turn("over", _over(turn, limit, case.home, by, now))
    falls_due = in_working_time(max(now, by), limit, hours)
    if turn.name != "nudge" or by <= now:
        return Turn("due", falls_due)
    at = in_working_time(nudge_at(limit, hours, case.referral.began, by), limit, hours)
    if at <= now and turn.at < by:
        return turn  # the new file is no reason to ask everybody at once, or before they wanted
    at = in_working_time(max(now, at), limit, hours)
    return Turn("nudge", at) if at <= falls_due - least_notice(limit) else Turn("due", falls_due)


def _over(turn: Turn, limit: Limit, home: Agency, by: datetime, now: datetime) -> datetime:
    """Finds when it is escalated, no sooner than whoever was asked had reason to think."""
    soonest = now + least_notice(limit)
    if limit.unit not in BY_THE_CLOCK:
        soonest = WorkingTime(home).next_working_day(now)
    return in_working_time(
        max(now, escalates(limit, home, by, by), min(turn.at, soonest)), limit, home
    )
