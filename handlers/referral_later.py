"""Asked to come back later: before it is due never after that, and then never after it goes up."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from handlers.referral_asking import AGAIN, MOST_ASKED, TURNS, hours_of, is_last, limit_of, remind
from handlers.referral_turns import Name, Turn, awake, goes_up, room
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.tables import Referral, Thread


@dataclass(frozen=True)
class Later:
    """When they are asked again, and when it goes up all the same; each maybe never."""

    asked: datetime | None
    up: datetime | None


async def put_off(thread: Thread, referral: Referral, repo: Repository, until: datetime) -> Later:
    """They are asked again then, if there is time for that; nothing else moves."""
    step = await repo.referrals.turn_of(thread, TURNS)
    limit, hours = limit_of(referral, repo), await hours_of(thread, referral, repo)
    at, by = awake(until, limit, hours), referral.answer_by
    if step is None or step.due_at is None:  # the last who are asked, and not by the clock
        remind(thread, Turn("nudge", at), repo)
        return Later(at, None)
    present, again = Turn(cast(Name, step.name), step.due_at), step.arg.endswith(AGAIN)
    falls_due = awake(max(by, repo.now), limit, hours)
    asked_as_due = present.name == "over" or again
    home = repo.partnership.agency(AgencyId(thread.agency))
    up = (
        present.at
        if present.name == "over"
        else goes_up(limit, home, by, present.at if again else falls_due)
    )
    shown = None if is_last(referral, repo) else up
    if referral.asked >= MOST_ASKED or (present.name == "over" and again):
        return Later(None, shown)
    if not asked_as_due:
        late = at > falls_due - room(limit)
        turn = Turn("due", falls_due) if late else Turn("nudge", at)
    elif at > up - room(limit):
        turn = Turn("over", up)
    else:
        turn = Turn("due", at)
    await _moved(thread, turn, asked_as_due, repo)
    return Later(turn.at if turn.name != "over" else None, shown)


async def _moved(thread: Thread, turn: Turn, again: bool, repo: Repository) -> None:
    await repo.timers.forget(thread.id, *TURNS)
    remind(thread, turn, repo, AGAIN if again else "")
