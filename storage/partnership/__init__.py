"""The partnership's configuration: one YAML file, read once, then frozen."""

from storage.partnership.calendar import NeverOpenError, WorkingTime, next_slot
from storage.partnership.model import (
    Agency,
    AgencyId,
    Hours,
    Label,
    Language,
    Member,
    Nation,
    Partnership,
    PersonId,
    Retention,
    Role,
    Route,
    Sector,
    Slots,
    Thresholds,
    Times,
    label,
)
from storage.partnership.problems import PartnershipError, Problem
from storage.partnership.reading import read_partnership

__all__ = [
    "Agency",
    "AgencyId",
    "Hours",
    "Label",
    "Language",
    "Member",
    "Nation",
    "NeverOpenError",
    "Partnership",
    "PartnershipError",
    "PersonId",
    "Problem",
    "Retention",
    "Role",
    "Route",
    "Sector",
    "Slots",
    "Thresholds",
    "Times",
    "WorkingTime",
    "label",
    "next_slot",
    "read_partnership",
]
