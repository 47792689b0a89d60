"""The county's 250 agencies: what they are called, when they are open, and where they sit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_PLACES = """
Abbotsford Aldermere Ashcombe Barrowby Beckside Birchover Blackmere Bramley Brookfield Broxwood
Burley Caldecott Castleton Chelmarsh Clifford Coldharbour Coppice Cranmere Dinmore Dovecote
Eastnor Elmbridge Fairfield Ferndale Foxley Garway Glebe Goodrich Greenhill Hagley
Hallow Hartley Hazelwood Highfield Hillcrest Holmer Hopebrook Ivington Kenchester Kingsacre
Kingsland Larkfield Ledbrook Leominton Lingen Longmeadow Lugwardine Lyonshall Marden Meadowbank
Millbrook Moorland Mordiford Netherwood Newbridge Northgate Oakridge Orchard Orleton Pembridge
Peterstow Pinfold Queenswood Ravenhill Riverside Rosehill Rowanbank Saltmarsh Shobdon Silverdale
Southbank Stoneleigh Sutton Tedstone Thornbury Tillington Treago Upton Walford Wellbrook
Westhope Whitecross Wigmore Willowdene Windmill Withington Woodlands Wormbridge Yarpole Yewtree
"""
_KINDS = (
    ("Primary School", "Ysgol Gynradd", "primary"),
    ("Academy", "Academi", "academy"),
)
_OWN = (
    ("Ysgol Tŷ Gwyn", "Ysgol Tŷ Gwyn", "ysgol-ty-gwyn"),
    ("St Thérèse's School", "Ysgol Santes Thérèse", "st-thereses"),
)
_SURGERY = ("Surgery", "Meddygfa", "surgery")
_CHARITIES = """
Haven Harbour Lantern Compass Bridgeway Sunrise Keystone Evergreen Footsteps Horizon
Kingfisher Lighthouse Mosaic Northstar Openhands Pathways Safehaven Stepstones Threshold Wayfarers
"""
_FOR = (("childrens", "Children's", "Plant"), ("adults", "Adults'", "Oedolion"))
_TRUSTS = (
    ("Acute Hospitals", "Ysbytai Acíwt"),
    ("Community Health", "Iechyd Cymunedol"),
    ("Mental Health", "Iechyd Meddwl"),
)
_OFFICE = 'days: monday to friday, opens: "08:30", closes: "17:30"'
_SCHOOL = 'days: monday to friday, opens: "08:00", closes: "16:30"'
_SURGERY_HOURS = 'days: monday to friday, opens: "08:00", closes: "18:30"'
_ALWAYS = 'days: monday to sunday, opens: "07:00", closes: "23:00", open_on_bank_holidays: true'
_TENANT = "8f1c2d3e-0000-4000-8000-{:012}"
_ON_TEAMS = 120
"""So many schools share the learning trust's Teams tenant; the others share a Slack workspace."""


class _Council(NamedTuple):
    id: str
    en: str
    cy: str
    tens: int


_COUNCILS = (_Council("north", "North", "Gogledd", 1), _Council("south", "South", "De", 2))


@dataclass(frozen=True)
class Agency:
    """One of the partners, as the file lists it."""

    id: str
    en: str
    cy: str
    sector: str
    kind: str
    hours: str = _OFFICE
    north: bool = True
    homes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_DOORS = ("police", "council", "trust")
_REFER = (
    "To refer someone or ask what would help",
    "I atgyfeirio rhywun neu ofyn beth fyddai’n helpu",
)


def agencies() -> list[Agency]:
    """Lists all 250: those who are asked most first, then by kind and name."""
    return [*_services(), *_schools(), *_surgeries(), *_charities()]


def _services() -> Iterator[Agency]:
    yield Agency(
        "police", "Wyedale Police", "Heddlu Dyffryn Gwy", "police", "police", _ALWAYS,
        homes=_on_teams(1, "police"),
    )  # fmt: skip
    for side in _COUNCILS:
        for kind, whom, cy in _FOR:
            own = f"{kind}-{side.id}"
            yield Agency(
                own, f"{side.en} Wyedale {whom} Services",
                f"Gwasanaethau {cy} {side.cy} Dyffryn Gwy", "social_care", "council",
                north=side is _COUNCILS[0],
                homes=_on_slack("T0NORTHWYE", own) if side is _COUNCILS[0] else _on_teams(2, own),
            )  # fmt: skip
    for n, (name, cy) in enumerate(_TRUSTS):
        own = f"nhs-{name.split()[0].lower()}"
        yield Agency(
            own, f"Wyedale {name} NHS Trust", f"Ymddiriedolaeth GIG {cy} Dyffryn Gwy",
            "health", "trust", homes=_on_teams(3 + n, own),
        )  # fmt: skip
    yield Agency("probation", "Wyedale Probation", "Prawf Dyffryn Gwy", "other", "other")
    yield Agency("fire", "Wyedale Fire and Rescue", "Tân ac Achub Dyffryn Gwy", "other", "other")


def _schools() -> list[Agency]:
    places = _PLACES.split()[:89]
    of_places = [
        (f"{place} {kind}", f"{cy} {place}", f"{place.lower()}-{end}")
        for kind, cy, end in _KINDS
        for place in places
    ]
    named = sorted([*_OWN, *of_places], key=lambda each: each[2])
    return [
        Agency(
            own, en, cy, "education", "school", _SCHOOL, n % 2 == 0,
            _on_teams(9, own) if n < _ON_TEAMS else _on_slack("T0LEARNING", own),
        )
        for n, (en, cy, own) in enumerate(named)
    ]  # fmt: skip


def _surgeries() -> list[Agency]:
    en, cy, end = _SURGERY
    return [
        Agency(
            f"{place.lower()}-{end}", f"{place} {en}", f"{cy} {place}", "health", "surgery",
            _SURGERY_HOURS, n % 2 == 0,
        )
        for n, place in enumerate(_PLACES.split()[1::2][:40])
    ]  # fmt: skip


def _charities() -> list[Agency]:
    return [
        Agency(
            name.lower(), f"{name} Trust", f"Ymddiriedolaeth {name}", "voluntary", "charity",
            _OFFICE, n % 2 == 0, _on_slack(f"T0{name.upper()[:8]}", name.lower()) if n < 4 else {},
        )
        for n, name in enumerate(_CHARITIES.split())
    ]  # fmt: skip


def _on_teams(tenant: int, own: str) -> Mapping[str, tuple[str, ...]]:
    return {"teams_tenants": (_TENANT.format(tenant),), "email_domains": (_domain(own),)}


def _on_slack(workspace: str, own: str) -> Mapping[str, tuple[str, ...]]:
    return {"slack_workspaces": (workspace,), "email_domains": (_domain(own),)}


def _domain(own: str) -> str:
    return f"{own}.wyedale.example"


def numbers(agency: Agency) -> Iterator[str]:
    """Writes whom to call from there: the emergency number, and the council's own front door."""
    yield _number("Police, ambulance or fire", "Heddlu, ambiwlans neu dân", "999")
    side = _COUNCILS[0 if agency.north else 1]
    door = f"{side.en} Wyedale front door", f"Drws ffrynt {side.cy} Dyffryn Gwy"
    yield _number(*door, f"01632 9601{side.tens}0", f"hours: {{ {_OFFICE} }}")
    team = f"{side.en} Wyedale duty team", f"Tîm dyletswydd {side.cy} Dyffryn Gwy"
    yield _number(*team, f"01632 9601{side.tens}9", f"outside: {{ {_OFFICE} }}")


def door(agency: Agency) -> str:
    """Writes where others ring an agency; only those that all the others ask have such a number."""
    if agency.kind not in _DOORS:
        return ""
    which = sum(agency.id.encode()) % 90 + 10
    about = "checked: 2026-11-02"
    if agency.kind == "council":
        about = f'purpose: {{ en: "{_REFER[0]}", cy: "{_REFER[1]}" }}, {about}'
    hours = "" if agency.hours == _ALWAYS else f"hours: {{ {agency.hours} }}, "
    return _number("Front door", "Drws ffrynt", f"01632 9602{which}", f"{hours}{about}")


def _number(en: str, cy: str, number: str, when: str = "") -> str:
    more = f", {when}" if when else ""
    return f'{{ name: {{ en: "{en}", cy: "{cy}" }}, number: "{number}"{more} }}'
