"""New holidays, other hours, another limit: what is still open is due at another time now.

Everything is worked out anew from when its limit began, so that changing the file back moves it
back. Only a turn of the clock can't always be: it may have been put off, or begun anew. So a turn
that is moved keeps in its own row when it was due before, and under which rules.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast, get_args

from handlers.contract import Outcomes, Update
from handlers.referral_cards import owner_card, referrer_card
from handlers.referral_clock import hours_of, limit_of
from handlers.referral_making import due_of
from handlers.referral_turns import Name, Turn, after, awake
from prompts.words import say
from storage.partnership import Agency, AgencyId, Limit, PersonId, nudge_at
from storage.repository import Repository
from storage.tables import Referral, Thread

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


async def realign(thread: Thread, referral: Referral, repo: Repository) -> Outcomes:
    """Moves it to when it is due by the file as it is now; nothing is said if that is the same."""
    before, old, at_once = referral.due_at, referral.rules, False
    agency = AgencyId(thread.agency)
    referral.due_at, referral.rules = due_of(
        referral.kind, agency, None, referral.began, repo.partnership
    )
    if referral.level == 0:
        referral.answer_by = _answer_by(referral, before, repo.now)
        at_once = await _move_turn(thread, referral, old, repo)
    if referral.due_at == before:
        return []
    await repo.say(thread, "bot", "moved")
    repo.note(thread.id, "moved by new rules")
    # Who is asked at once gets a new card anyway; changing it meanwhile would take its words away.
    return await _shown_again(thread, referral, repo, () if at_once else ("asked",))


def _answer_by(referral: Referral, before: datetime, now: datetime) -> datetime:
    """With the new day; put off for whoever let it lapse, or whom the new file makes late now."""
    old = referral.answer_by
    by = referral.due_at if old == before else max(old, referral.due_at)
    return max(by, now) if old > now else by


async def _shown_again(
    thread: Thread, referral: Referral, repo: Repository, parts: Collection[str]
) -> list[Update]:
    reference = await repo.reference_of(thread)
    note = say("bot-moved")
    card = owner_card(thread, referral, reference, repo.partnership, note)
    audience = await repo.audience(thread)
    found = [Update(p, thread.id, card) for p, part in audience.items() if part in parts]
    if thread.raiser is not None and thread.raiser not in audience:
        told = referrer_card(thread, referral, reference, repo.partnership, note)
        found.append(Update(PersonId(thread.raiser), thread.id, told))
    return found


async def _move_turn(thread: Thread, referral: Referral, old: str, repo: Repository) -> bool:
    """Whether it is due at once now."""
    step = await repo.referrals.turn_of(thread, get_args(Name))
    if step is None or step.due_at is None:
        return False
    kept = Kept.read(step.arg) or Kept(old, cast(Name, step.name), step.due_at)
    turn = Turn(kept.name, kept.at)
    back = kept.rules == referral.rules
    if not back or kept.at <= repo.now:
        hours = await hours_of(thread, referral, repo)
        present = Turn(cast(Name, step.name), step.due_at)
        turn = moved(present, limit_of(referral, repo), hours, referral, repo.now)
    step.name, step.due_at, step.arg = turn.name, turn.at, "" if back else kept.written()
    return turn.at <= repo.now


def moved(turn: Turn, limit: Limit, hours: Agency, referral: Referral, now: datetime) -> Turn:
    """The turn that waits, by another deadline; what is overdue by it is due now, not before."""
    by = referral.answer_by
    if turn.name == "over" and by <= now:
        return Turn("over", awake(max(now, after("due", limit, hours, by, by).at), limit, hours))
    if turn.name != "nudge" or by <= now:
        return Turn("due", awake(max(now, by), limit, hours))
    at = awake(nudge_at(limit, hours, referral.began, by), limit, hours)
    if at <= now and turn.at < by:
        return turn  # the new file is no reason to ask everybody at once, or before they wanted
    return Turn("nudge", awake(max(now, at), limit, hours))


@dataclass(frozen=True)
class Kept:
    """What a turn was before rules moved it, as it stands in its own row."""

    rules: str
    name: Name
    at: datetime

    def written(self) -> str:
        """The fingerprint, microseconds, and the name's initial: 30 characters."""
        return f"{self.rules:16}{(self.at - _EPOCH) // _MICROSECOND:013x}{self.name[0]}"

    @staticmethod
    def read(text: str) -> "Kept | None":
        """None where the turn stands as it was set."""
        if len(text) != 30:
            return None
        name = next(name for name in get_args(Name) if name.startswith(text[29]))
        return Kept(text[:16], name, _EPOCH + int(text[16:29], 16) * _MICROSECOND)
