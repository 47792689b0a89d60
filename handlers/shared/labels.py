"""Names of agencies, people and routes, as they are shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from prompts.shapes import Callout, Option
from prompts.words import LANGUAGES, Labelled, Plain, say, speak
from storage.partnership import Agency, AgencyId, Partnership, PersonId, label

_SHOWN_OF_ID: Final = 4


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
    return told_apart(tuple(found.values()))


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


def other_routes(partnership: Partnership) -> tuple[Plain | Labelled, ...]:
    """Says where else to turn, with numbers."""
    return tuple(
        Labelled({lang: f"{label(r.name, lang)}: {r.number}" for lang in ("en", "cy")})
        for r in partnership.other_routes
    )
