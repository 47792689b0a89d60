"""How long a confirmation holds, and since when the next one is due."""

from datetime import date, timedelta
from typing import Final

from storage.partnership.speaking.agreement import Agreement
from storage.schema import AgreementConfirmed

YEAR: Final = timedelta(days=365)


def due_since(row: AgreementConfirmed | None, found: Agreement, today: date) -> date | None:
    """Finds the day since which an agency is to confirm it; None while it holds."""
    if row is None or row.version != found.version:
        return found.since
    due = row.day + YEAR
    return due if today >= due else None
