"""Small partnerships: one agency, or two so that somebody apart reads what the first decides."""

from collections.abc import Mapping
from typing import Any

from storage.partnership import Partnership
from storage.partnership.escalation import Escalation
from storage.partnership.settings import ReferralKind
from storage.partnership.speaking.agreement import Agreement

FIRST = {"name": "Between practitioners", "answers": "owner", "within": "2 working days"}
POLICY: dict[str, Any] = {"policy": "Our own", "stages": [{**FIRST, "after": "raised"}]}


def of(agency: Mapping[str, Any], reviewer: str = "") -> Partnership:
    """With a reviewer, a second agency has them, and there is a policy with a stage."""
    alone = {"id": "anytown", "name": "Anytown", "agencies": [agency]}
    if not reviewer:
        return Partnership.model_validate(alone)
    nowhere: dict[str, list[str]] = {"slack_workspaces": [], "teams_tenants": []}
    roles = {**agency["roles"], "reviewer": [reviewer]}
    health = {**agency, **nowhere, "id": "health", "name": "Anytown Health", "roles": roles}
    return Partnership.model_validate({**alone, "agencies": [agency, health], "escalation": POLICY})


INFORMATION = {"id": "information", "name": "Share information", "within": "4 working days"}
MANAGERS = {"name": "Managers", "answers": "manager", "within": "4 working days"}
UPWARD = {**POLICY, "stages": [*POLICY["stages"], {**MANAGERS, "after": "previous"}]}


def following(partnership: Partnership) -> Partnership:
    """The same, with one kind of referral; whoever is the last resort manages the others too."""
    kinds = (ReferralKind.model_validate(INFORMATION),)
    agencies = tuple(
        a.model_copy(update={"roles": {**a.roles, "manager": a.roles["fallback"]}})
        for a in partnership.agencies
    )
    upward = Escalation.model_validate(UPWARD)
    return partnership.model_copy(
        update={"agencies": agencies, "referrals": kinds, "escalation": upward}
    )


AGREEMENT = {
    "version": "1", "since": "2026-09-01", "short": {"en": "We listen to whoever speaks up."},
    "unacceptable": [{"en": "Blaming somebody for what others do to them."}],
    "how": [{"en": "We ask first, and say what we saw."}],
}  # fmt: skip


def agreeing(partnership: Partnership) -> Partnership:
    """The same, with what they agreed."""
    agreement = Agreement.model_validate(AGREEMENT)
    return partnership.model_copy(update={"agreement": agreement})
