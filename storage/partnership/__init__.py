"""The partnership's configuration: one YAML file, read once, then frozen."""

from storage.partnership.base import (
    Language,
    Nation,
    PersonId,
    Platform,
    PlatformId,
    in_one_spelling,
    label,
)
from storage.partnership.calendar import (
    NeverOpenError,
    WorkingTime,
    answers_from,
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
    Partnership,
    Role,
    WebMember,
)
from storage.partnership.problems import PartnershipError
from storage.partnership.routes import EMERGENCY, Hours, OtherRoute, Policy, Route, RouteKind
from storage.partnership.scenarios.model import PracticeAnswer, PracticeStep, Scenario
from storage.partnership.settings import ReferralKind, Retention, Slots, Thresholds, Times
from storage.partnership.values import Limit

__all__ = [
    "EMERGENCY", "Agency", "AgencyId", "Escalation", "Hours", "Language", "Limit", "Nation",
    "NeverOpenError", "OtherRoute", "Partnership", "PartnershipError", "PersonId", "Platform",
    "PlatformId", "Policy", "PracticeAnswer", "PracticeStep", "ReferralKind", "Retention", "Role",
    "Route", "RouteKind", "Scenario", "Slots", "Stage", "Thresholds", "Times", "WebMember",
    "WorkingTime", "answers_from", "day_at", "days_on", "due", "earliest_day", "in_one_spelling",
    "label", "next_slot", "nudge_at", "read_partnership", "stage_due",
]  # fmt: skip
