"""Makes deploy/county.example.yaml, the same each time: `python -m tests.county`."""

from collections.abc import Iterator
from pathlib import Path

from tests.county_names import Agency, agencies, door, numbers
from tests.county_people import Person, people_of

FILE = Path(__file__).parents[1] / "deploy" / "county.example.yaml"
ABOUT = """\
# A county: 250 agencies, 180 of them schools, and 800 people. Everything in it is made up, and
# every number that begins with 01632. `upstander demo --county` uses this very file. A script
# writes it (`python -m tests.county`): change that, and not this. partnership.example.yaml explains
# what can stand in such a file.
#
# Two Teams tenants and two Slack workspaces are shared: there, e-mail domains tell whose person
# somebody is.

id: wyedale
name: { en: Wyedale Safeguarding Partnership, cy: Partneriaeth Ddiogelu Dyffryn Gwy }
languages: [en, cy]

agencies:
"""
END = """\
slots:
  # Within the hours of everyone: the surgeries open last, and the schools close first.
  times: ["10:00", "13:00", "15:30"]

referrals:
  - id: referral-decision
    name: { en: Decide on a referral and say so, cy: Penderfynu ar atgyfeiriad a dweud hynny }
    within: 1 working day
    nations: [england]
  - id: assessment
    name: { en: Assessment of a child, cy: Asesiad o blentyn }
    within: 45 working days
    nations: [england]
  - id: information
    name: { en: Share information, cy: Rhannu gwybodaeth }
    within: 5 working days

escalation:
  policy: { en: Wyedale resolution policy, cy: Polisi datrys Dyffryn Gwy }
  stages:
    - name: { en: Between practitioners, cy: Rhwng ymarferwyr }
      answers: owner
      within: 2 working days
      after: raised
    - name: { en: Between managers, cy: Rhwng rheolwyr }
      answers: manager
      within: 5 working days
      after: previous
    - name: { en: A meeting with an independent chair, cy: Cyfarfod gyda chadeirydd annibynnol }
      answers: chair
      within: 10 working days
      after: stage

other_routes:
  - name: { en: Designated officer (LADO), cy: Swyddog dynodedig (LADO) }
    number: "01632 960118"
    note: { en: Must hear within one working day, cy: Rhaid clywed o fewn un diwrnod gwaith }
    hours: { days: monday to friday, opens: "09:00", closes: "17:00" }
    kind: allegation
  - name: { en: NSPCC whistleblowing advice line, cy: Llinell gyngor chwythu'r chwiban yr NSPCC }
    number: "0800 028 0285"
    kind: whistleblowing
  - name: { en: Care Quality Commission, cy: Comisiwn Ansawdd Gofal }
    number: "03000 616161"
    kind: reporting

policies:
  - name: { en: Wyedale resolution policy, cy: Polisi datrys Dyffryn Gwy }
    link: https://wyedale.example/policies/resolution
    checked: 2026-11-02
  - name: { en: Wyedale whistleblowing policy, cy: Polisi chwythu'r chwiban Dyffryn Gwy }
    link: https://wyedale.example/policies/whistleblowing
    checked: 2026-10-19
"""


def county() -> str:
    """Writes the whole file."""
    staffed = [(agency, people_of(agency)) for agency in agencies()]
    listed = "".join(_agency(agency, people) for agency, people in staffed)
    members = "".join(_member(person) for _, people in staffed for person in people)
    return f"{ABOUT}{listed}\nmembers:\n{members}\n{END}"


def _agency(agency: Agency, people: list[Person]) -> str:
    return "\n".join([*_lines(agency, people), ""])


def _lines(agency: Agency, people: list[Person]) -> Iterator[str]:
    yield f"  - id: {agency.id}"
    yield f"    name: {{ en: {_quoted(agency.en)}, cy: {_quoted(agency.cy)} }}"
    yield f"    sector: {agency.sector}"
    yield "    nation: england"
    yield f"    hours: {{ {agency.hours} }}"
    yield "    urgent:"
    yield from (f"      - {number}" for number in numbers(agency))
    if front_door := door(agency):
        yield f"    front_door: {front_door}"
    yield f"    leads: [{_ids(people, 'lead')}]"
    yield "    roles:"
    roles = dict.fromkeys(role for person in people for role in person.roles if role != "lead")
    yield from (f"      {role}: [{_ids(people, role)}]" for role in roles)
    for key, homes in agency.homes.items():
        yield f"    {key}: [{', '.join(homes)}]"


def _ids(people: list[Person], role: str) -> str:
    return ", ".join(person.id for person in people if role in person.roles)


def _member(person: Person) -> str:
    named = f"id: {person.id}, agency: {person.agency}, name: {_quoted(person.name)}"
    title = f"title: {{ en: {_quoted(person.en)}, cy: {_quoted(person.cy)} }}"
    language = "language: cy, " if person.welsh else ""
    return f"  - {{ {named}, {language}{title} }}\n"


def _quoted(text: str) -> str:
    return f'"{text}"'


if __name__ == "__main__":
    FILE.write_text(county(), encoding="utf-8")
