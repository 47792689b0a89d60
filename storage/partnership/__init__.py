"""The partnership's configuration: one YAML file, read once, then frozen."""

from storage.partnership.base import Language, Nation, Platform, PlatformId, label
from storage.partnership.calendar import (
    NeverOpenError,
    WorkingTime,
    day_at,
    days_on,
    earliest_day,
    next_slot,
)
from storage.partnership.deadlines import due, nudge_at, stage_due
from storage.partnership.escalation import Escalation, Stage
from storage.partnership.loading import read_partnership
from storage.partnership.model import (
    Agency,
    AgencyId,
    Hours,
    Partnership,
    PersonId,
    Retention,
    Role,
    Route,
    Thresholds,
    WebMember,
)
from storage.partnership.problems import PartnershipError
from storage.partnership.settings import ReferralKind, Slots, Times
from storage.partnership.values import Limit

__all__ = [
    "Agency", "AgencyId", "Escalation", "Hours", "Language", "Limit", "Nation", "NeverOpenError",
    "Partnership", "PartnershipError", "PersonId", "Platform", "PlatformId", "ReferralKind",
    "Retention", "Role", "Route", "Slots", "Stage", "Thresholds", "Times", "WebMember",
    "WorkingTime", "day_at", "days_on", "due", "earliest_day", "label", "next_slot", "nudge_at",
    "read_partnership", "stage_due",
]  # fmt: skip
