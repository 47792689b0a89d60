"""Referrals as rows for a spreadsheet: only what whoever asks may see, with days as ISO dates."""

from collections.abc import Iterable

from handlers.referral.cards import kind_words
from handlers.referral.page import state_words
from handlers.referral.spreadsheet import text_of
from handlers.shared.labels import named
from prompts.words import speak
from storage.bulk.referral_reading import Standing
from storage.partnership import AgencyId, Partnership, WorkingTime

COLUMNS = (
    *("reference", "kind", "what", "asked_by", "agency", "owner"),
    *("due", "due_time", "state", "recorded", "recorded_by"),
)


def sheet(
    standing: Iterable[Standing], readable: set[str], partnership: Partnership, language: str
) -> str:
    """One row each; what was said, and who recorded it, only where they may open it themselves."""
    return text_of(
        COLUMNS,
        (_row(one, one.thread.id in readable, partnership, language) for one in standing),
    )


def _row(one: Standing, readable: bool, partnership: Partnership, language: str) -> tuple[str, ...]:
    thread, referral = one.thread, one.referral
    local = WorkingTime(partnership.agency(AgencyId(thread.agency))).local(referral.due_at)
    return (
        one.reference,
        speak(kind_words(referral.kind, partnership), language),
        one.what if readable else "",
        speak(named(thread.told_agency or thread.agency, partnership), language),
        speak(named(thread.agency, partnership), language),
        referral.owner_name or "",
        local.date().isoformat(),
        f"{local:%H:%M}",
        speak(state_words(thread, referral), language),
        thread.day.isoformat(),
        (thread.raiser_name or "") if readable else "",
    )
