"""Who is in the privacy suite: marked raisers of all three choices on all three platforms, the
leads who hear them, and a roster of colleagues to hide among."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from storage.directory.members import Seen
from storage.partnership import AgencyId, Partnership, PersonId
from tests.peers.fake_slack import direct
from tests.peers.fake_teams import TENANT
from tests.peers.slack_payloads import TEAM

Platform = Literal["slack", "teams", "web"]
Choice = Literal["named", "confidence", "anonymous"]
PLATFORMS: tuple[Platform, ...] = ("slack", "teams", "web")
CHOICES: tuple[Choice, ...] = ("named", "confidence", "anonymous")
HOME = {"slack": "school", "teams": "police", "web": "health"}
HEARD_BY: dict[Platform, Platform] = {"slack": "teams", "teams": "web", "web": "slack"}
"""Each concern crosses: the leads sit on another platform than whoever raises it."""


@dataclass(frozen=True)
class Someone:
    """A person with marks that occur nowhere else."""

    platform: Platform
    key: str
    name: str

    @property
    def bare(self) -> str:
        """Their id as their platform writes it."""
        if self.platform == "slack":
            return f"U0{self.key.upper()}"
        return f"oid-{self.key}" if self.platform == "teams" else f"zz-{self.key}"

    @property
    def id(self) -> PersonId:
        """Their id as we write it."""
        place = {"slack": f"slack:{TEAM}", "teams": f"teams:{TENANT}", "web": "web"}
        return PersonId(f"{place[self.platform]}:{self.bare}")

    @property
    def email(self) -> str:
        """Their address."""
        return f"{self.key}.post@anytown.example"

    @property
    def marks(self) -> tuple[str, ...]:
        """Whatever gives them away; the key is part of their bare id and of their e-mail too."""
        return (str(self.id), self.key, self.name, self.name.split()[-1])

    @property
    def formats(self) -> tuple[str, ...]:
        """Whatever somebody might have hashed, for guessing through the roster."""
        place = str(self.id).split(":")
        joined = {str(self.id), self.bare, ":".join(place[1:]), "/".join(place[1:]), self.key}
        return tuple(sorted(joined | {self.name, self.name.lower(), self.email, self.email[:-8]}))

    @property
    def likely(self) -> tuple[str, ...]:
        """The formats worth trying with every stored value as the key."""
        return (str(self.id), self.bare, self.name, self.email)

    def seen(self, service_url: str) -> Seen:
        """As onboarding writes them into the directory."""
        if self.platform == "slack":
            address = {"user": self.bare, "team": TEAM, "channel": direct(self.bare)}
        elif self.platform == "teams":
            chat = f"a:1-{self.bare}"
            address = {"serviceUrl": service_url, "tenant": TENANT, "conversation": chat}
        else:
            address = {"slug": self.bare}
        agency = AgencyId(HOME[self.platform])
        return Seen(self.id, agency, self.name, "en", json.dumps(address))


RAISERS: dict[tuple[Platform, Choice], Someone] = {
    ("slack", "named"): Someone("slack", "qznam4slk", "Nell Quarrelwick"),
    ("slack", "confidence"): Someone("slack", "qzcnf5slk", "Connie Fiddlethorpe"),
    ("slack", "anonymous"): Someone("slack", "qzano6slk", "Annie Zephyrmouth"),
    ("teams", "named"): Someone("teams", "qznam4tms", "Ned Oxterbridge"),
    ("teams", "confidence"): Someone("teams", "qzcnf5tms", "Cai Wrigglesby"),
    ("teams", "anonymous"): Someone("teams", "qzano6tms", "Anwen Yaffleton"),
    ("web", "named"): Someone("web", "qznam4web", "Nia Hobblethwaite"),
    ("web", "confidence"): Someone("web", "qzcnf5web", "Col Umberpatch"),
    ("web", "anonymous"): Someone("web", "qzano6web", "Aled Jitterbourne"),
}
KEPT_OPEN = Someone("web", "qzopn7web", "Opal Vexingham")
"""Raises two anonymous concerns that stay open to the end."""
LEADS: dict[Platform, tuple[Someone, Someone]] = {
    platform: (
        Someone(platform, f"leada{platform}", f"Lee {platform.title()}lead"),
        Someone(platform, f"leadb{platform}", f"Bo {platform.title()}second"),
    )
    for platform in PLATFORMS
}
Way = Literal["diverted", "kept", "receipt", "confidence", "named", "waiting"]
CHALLENGERS: dict[Way, Someone] = {
    "diverted": Someone("slack", "qzdiv8slk", "Dilys Quagmirethorp"),
    "kept": Someone("teams", "qzkep8tms", "Kit Wumblefoss"),
    "receipt": Someone("web", "qzrec8web", "Rhian Zoffelby"),
    "confidence": Someone("teams", "qzccf8tms", "Cass Yonderquay"),
    "named": Someone("web", "qzcna8web", "Nest Vobblewick"),
    "waiting": Someone("web", "qzwai8web", "Wyn Jaxlethorn"),
}
"""Each challenges a decision, and each goes another way."""
HIDDEN_WAYS: tuple[Way, ...] = ("diverted", "kept", "receipt", "confidence", "waiting")
OWNERS, REVIEWERS, MODERATORS = (
    {p: Someone(p, f"{key}x{p}", f"Jo {p.title()}{key}") for p in PLATFORMS}
    for key in ("owner", "reviewer", "moderator")
)
"""Whose decisions are challenged, who reads a thread in their place, and who diverts it."""
COLLEAGUES = tuple(
    Someone(platform, f"col{number}x{platform}", f"Sam Number{number}{platform}")
    for platform in PLATFORMS
    for number in range(6)
)


def everyone() -> tuple[Someone, ...]:
    """The roster, as an attacker would have it."""
    leads = tuple(lead for pair in LEADS.values() for lead in pair)
    parts = tuple(who for part in (OWNERS, REVIEWERS, MODERATORS) for who in part.values())
    return (*RAISERS.values(), KEPT_OPEN, *CHALLENGERS.values(), *leads, *parts, *COLLEAGUES)


def on(platform: Platform) -> tuple[Someone, ...]:
    """Everyone on one platform."""
    return tuple(person for person in everyone() if person.platform == platform)


def partnership() -> Partnership:
    """Three agencies, each on a platform of its own."""
    return Partnership.model_validate(
        {
            "id": "anytown",
            "name": "Anytown",
            "agencies": [_agency(platform) for platform in PLATFORMS],
            "members": list(_members(on("web"))),
            "escalation": {"policy": {"en": "Ours", "cy": "Ein un ni"}, "stages": STAGES},
        }
    )


STAGES = [
    {"name": {"en": part, "cy": part}, "answers": part, "within": "2 working days", "after": after}
    for part, after in (("owner", "raised"), ("manager", "previous"))
]


def _agency(platform: Platform) -> dict[str, object]:
    leads = [str(lead.id) for lead in LEADS[platform]]
    place = {"slack": {"slack_workspaces": [TEAM]}, "teams": {"teams_tenants": [TENANT]}, "web": {}}
    return {
        "id": HOME[platform],
        "name": {"en": f"Anytown {HOME[platform].title()}", "cy": f"Anytown {HOME[platform]}"},
        "sector": "other",
        "nation": "england",
        "urgent": [{"name": "Police", "number": "999"}],
        "leads": leads,
        "roles": {
            "fallback": leads[1:],
            "manager": leads[1:],
            "reviewer": [str(REVIEWERS[platform].id)],
            "moderator": [str(MODERATORS[platform].id)],
        },
        **place[platform],
    }


def _members(people: Iterable[Someone]) -> Iterable[dict[str, str]]:
    for person in people:
        yield {"id": str(person.id), "agency": "health", "name": person.name, "title": "Nurse"}
