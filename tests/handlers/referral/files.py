"""The file of a partnership, as tests of a referral's way vary it, and as the model reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from storage.partnership import Agency, Hours, Limit, Nation, Partnership, ReferralKind
from tests.core.anytown import example
from tests.handlers.referral.rules import Place
from tests.handlers.timing import CARE

TWO_DAYS = Limit(2, "working day")
WHOLE = {
    "amina": "web:amina-yusuf", "daniel": "web:daniel-reid", "grace": "web:grace-okafor",
    "helen": "web:helen-ward", "ruth": "web:ruth-ellison", "tom": "web:tom-barker",
    "leila": "web:leila-haddad",
}  # fmt: skip
OFFICES: Mapping[str, Hours] = {
    "office": Hours(),
    "closed for a while": Hours(
        opens=time(8, 30), closes=time(17, 30),
        closed=(date(2026, 12, 24), date(2026, 12, 29), date(2026, 12, 30), date(2027, 3, 30)),
    ),
    "until midnight": Hours(
        days=tuple(range(7)), opens=time(7), closes=time(0), open_on_bank_holidays=True
    ),
}  # fmt: skip


@dataclass(frozen=True)
class File:
    """A partnership's file, as far as it matters here."""

    nation: Nation = "england"
    office: str = "office"
    limit: Limit = TWO_DAYS
    more_closed: tuple[date, ...] = ()

    def partnership(self) -> Partnership:
        """Anytown with this in it; each role on the way up is somebody else's."""
        base = _anytown()
        roles: dict[str, object] = {
            "manager": (WHOLE["ruth"], WHOLE["grace"]), "liaison_officer": (WHOLE["daniel"],),
            "fallback": (WHOLE["tom"],),
        }  # fmt: skip
        hours = OFFICES[self.office]
        hours = hours.model_copy(update={"closed": (*hours.closed, *self.more_closed)})

        def of(agency: Agency) -> Agency:
            others: dict[str, object] = {k: v for k, v in agency.roles.items() if k != "chair"}
            if agency.id == "police":
                return agency.model_copy(update={"roles": {**others, "chair": (WHOLE["helen"],)}})
            if agency.id != CARE:
                return agency
            ours: dict[str, object] = {
                "nation": self.nation,
                "hours": hours,
                "roles": {**others, **roles},
            }
            return agency.model_copy(update=ours)

        kind = ReferralKind(id="information", name={"en": "Information"}, within=self.limit)
        many = base.thresholds.model_copy(update={"raised_an_hour": 1_000_000})
        agencies = tuple(map(of, base.agencies))
        new: dict[str, object] = {"agencies": agencies, "referrals": (kind,), "thresholds": many}
        return base.model_copy(update=new)


@cache
def _anytown() -> Partnership:
    return example()


def place_of(partnership: Partnership, kind: str) -> Place:
    """The same file, as the model reads it."""
    agencies = {agency.id: agency for agency in partnership.agencies}
    limit = partnership.kind(kind)
    who = {"manager": ("ruth", "grace"), "liaison_officer": ("daniel",), "chair": ("helen",)}
    stages = [(who[s.answers], s.within) for s in partnership.stages if s.answers in who]
    return Place(
        asked=next(a for id, a in agencies.items() if id == CARE),
        asking=next(a for id, a in agencies.items() if id == "school"),
        kind=limit.within if limit else Limit(1, "working day"),
        role=("grace", "daniel"),
        stages=stages,
        fallback="tom",
    )
