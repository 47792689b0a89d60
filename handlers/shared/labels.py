"""Names of agencies, people and routes, as they are shown."""

from collections.abc import Collection, Iterable

from prompts.shapes import Callout, Option
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Agency, AgencyId, Partnership, PersonId, label


def by(when: Words, *, over: bool) -> Words:
    """Gives a deadline, and says in words whether it is over."""
    return say("overdue-by", by=when) if over else when


def agency_name(id: str, partnership: Partnership) -> Labelled:
    """Names the agency of this id in its own words."""
    return Labelled(dict(partnership.agency(AgencyId(id)).name))


def agency_options(agencies: Iterable[Agency]) -> tuple[Option, ...]:
    """Lists these agencies to choose from, by their names."""
    return tuple(Option(agency.id, Labelled(dict(agency.name))) for agency in agencies)


def urgent(agency: str, partnership: Partnership) -> Callout:
    """Says whom to call now, in the words and numbers of the person's own agency."""
    routes = partnership.agency(AgencyId(agency)).urgent
    texts = {
        language: ", ".join(f"{label(r.name, language)} {r.number}" for r in routes)
        for language in ("en", "cy")
    }
    return Callout(say("urgent-route", routes=Labelled(texts)), "urgent")


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


def other_routes(partnership: Partnership) -> tuple[Plain | Labelled, ...]:
    """Says where else to turn, with numbers."""
    return tuple(
        Labelled({lang: f"{label(r.name, lang)}: {r.number}" for lang in ("en", "cy")})
        for r in partnership.other_routes
    )
