"""Names of agencies and people, as they are shown."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from typing import Final

from prompts.shapes import Option
from prompts.words import LANGUAGES, Labelled, Plain, Term, Words, say, speak
from storage.partnership import Agency, AgencyId, Partnership, PersonId
from storage.repository import Repository

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE: Final = 5
_SHOWN_OF_ID: Final = 4
FEW: Final = 12
"""So many agencies or people are seen at a glance; among more, one chooses in two steps."""


def by(when: Words, *, over: bool) -> Words:
    """Gives a deadline, and says in words whether it is over."""
    return say("overdue-by", by=when) if over else when


def short_code(id: str) -> str:
    """Gives a few letters by which things of one kind are told apart, and found: of its random id,
    so that they say nothing else.
    """
    number = int.from_bytes(blake2b(id.encode(), digest_size=8).digest())
    return "".join(_LETTERS[number >> 5 * place & 31] for place in range(_CODE))


def agency_name(id: str, partnership: Partnership) -> Words:
    """Names the agency of this id in its own words; of one that has left, says so."""
    name = partnership.agency(AgencyId(id)).name
    return Labelled(dict(name)) if name else say("agency-left")


def agency_options(agencies: Sequence[Agency], own: AgencyId | None = None) -> tuple[Option, ...]:
    """Lists these agencies to choose from, by their names: one's own first, then as in the file."""
    many = len(agencies) > FEW
    ordered = sorted(agencies, key=lambda agency: agency.id != own)
    return tuple(
        Option(agency.id, Labelled(dict(agency.name)), group=_group(agency, own) if many else None)
        for agency in ordered
    )


def _group(agency: Agency, own: AgencyId | None) -> Words:
    return say("agency-group-own" if agency.id == own else f"agency-group-{agency.sector}")


def hearers(partnership: Partnership) -> Mapping[PersonId, AgencyId]:
    """Finds everybody who may hear a concern, each with the first agency they hear for."""
    found: dict[PersonId, AgencyId] = {}
    for agency in partnership.agencies:
        for person in (*agency.leads, *agency.roles.get("fallback", ())):
            found.setdefault(person, agency.id)
    return found


async def to_choose_from(
    people: Mapping[PersonId, AgencyId], repo: Repository
) -> tuple[Option, ...]:
    """Lists people to choose from, by name and agency; no two of them read the same."""
    names = await repo.people.names_of(people)
    lines = Counter((agency, _alike(names.get(person))) for person, agency in people.items())
    shared = {line for line, count in lines.items() if count > 1}
    return tuple(
        Option(person, _line(person, agency, names.get(person), shared, repo.partnership))
        for person, agency in people.items()
    )


def called(person: PersonId, agency: AgencyId, name: str | None, partnership: Partnership) -> Term:
    """Says who somebody is to people who read it: by name, or else by their part there."""
    return _line(person, agency, name, frozenset(), partnership)


def _line(
    person: PersonId,
    agency: AgencyId,
    name: str | None,
    shared: Collection[tuple[AgencyId, str]],
    partnership: Partnership,
) -> Term:
    there = agency_name(agency, partnership)
    if not name:
        part = _part(person, agency, partnership)
        return say("person-not-named", part=part, agency=there)
    spelled: Plain | Term = Plain(name)
    if (agency, _alike(name)) in shared:
        part = _part(person, agency, partnership)
        spelled = say("person-of-same-name", name=spelled, part=part)
    return say("lead-of-agency", name=spelled, agency=there)


def _alike(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def _part(person: PersonId, agency: AgencyId, partnership: Partnership) -> Term:
    """What they are there, as the file lists them: the first of three leads, or of two others."""
    of = partnership.agency(agency)
    holders = (p for role in of.roles.values() for p in role if p not in of.leads)
    among = of.leads if person in of.leads else tuple(dict.fromkeys(holders))
    role = say("person-role-lead" if person in of.leads else "person-role-other")
    if len(among) < 2 or person not in among:
        return role
    return say("person-part", role=role, number=among.index(person) + 1, count=len(among))


def told_apart(people: Sequence[Option]) -> tuple[Option, ...]:
    """Makes people of one name differ, by the end of the id that their platform's profile shows."""
    shown = Counter(speak(option.words, LANGUAGES[0]) for option in people)
    return tuple(
        option if shown[speak(option.words, LANGUAGES[0])] == 1 else _by_id(option, people)
        for option in people
    )


def _by_id(option: Option, people: Sequence[Option]) -> Option:
    others = [o.value for o in people if o.value != option.value]
    lengths = range(_SHOWN_OF_ID, len(option.value) + 1)
    ends = (option.value[-length:] for length in lengths)
    end = next((e for e in ends if not any(o.endswith(e) for o in others)), option.value)
    return Option(option.value, say("person-by-id", name=option.words, id=Plain(end)), option.hint)
