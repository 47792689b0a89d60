"""Names of agencies and people, as they are shown."""

from collections.abc import Collection, Iterable

from prompts.shapes import Option
from prompts.words import Labelled, Plain, say
from storage.partnership import Agency, AgencyId, Partnership, PersonId


def agency_name(id: str, partnership: Partnership) -> Labelled:
    """Names the agency of this id in its own words."""
    return Labelled(dict(partnership.agency(AgencyId(id)).name))


def agency_options(agencies: Iterable[Agency]) -> tuple[Option, ...]:
    """Lists these agencies to choose from, by their names."""
    return tuple(Option(agency.id, Labelled(dict(agency.name))) for agency in agencies)


def heard_by(agency: str, left_out: Collection[str], partnership: Partnership) -> bool:
    """Tells whether anybody there would hear it: a lead, or else the fallback."""
    of = partnership.agency(AgencyId(agency))
    return bool({*of.leads, *of.roles.get("fallback", ())} - set(left_out))


def listeners(partnership: Partnership) -> tuple[Option, ...]:
    """Lists everybody who may hear a concern, so that they can be left out."""
    people = (
        (person, agency.id)
        for agency in partnership.agencies
        for person in (*agency.leads, *agency.roles.get("fallback", ()))
    )
    return to_choose_from(people, partnership)


def to_choose_from(
    people: Iterable[tuple[PersonId, AgencyId]], partnership: Partnership
) -> tuple[Option, ...]:
    """Lists people to choose from, by name and agency, nobody twice."""
    found: dict[PersonId, Option] = {}
    for person, agency in people:
        member = partnership.member(person)
        name = Plain(member.name) if member else say("lead-unnamed")
        words = say("lead-of-agency", name=name, agency=agency_name(agency, partnership))
        found.setdefault(person, Option(person, words))
    return tuple(found.values())
