"""Small partnerships: one agency, or two so that somebody apart reads what the first decides."""

from collections.abc import Mapping
from typing import Any

from storage.partnership import Partnership

FIRST = {"name": "Between practitioners", "answers": "owner", "within": "2 working days"}
POLICY = {"policy": "Our own", "stages": [{**FIRST, "after": "raised"}]}


def of(agency: Mapping[str, Any], reviewer: str = "") -> Partnership:
    """With a reviewer, a second agency has them, and there is a policy with a stage."""
    alone = {"id": "anytown", "name": "Anytown", "agencies": [agency]}
    if not reviewer:
        return Partnership.model_validate(alone)
    nowhere: dict[str, list[str]] = {"slack_workspaces": [], "teams_tenants": []}
    roles = {**agency["roles"], "reviewer": [reviewer]}
    health = {**agency, **nowhere, "id": "health", "name": "Anytown Health", "roles": roles}
    return Partnership.model_validate({**alone, "agencies": [agency, health], "escalation": POLICY})
