"""Names of agencies and people, as they are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Final

from prompts.shapes import Option
from prompts.words import LANGUAGES, Labelled, Plain, Term, Words, say, speak
from storage.partnership import Agency, AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Thread
from storage.schema.values import How
from storage.typed.names import letters, same_spelling

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


def code_row(thread: Thread) -> tuple[Words, Words]:
    """Gives the letters that stand beside it in lists, as a row of facts on its page."""
    return say("fact-code"), Plain(short_code(thread.id))


def from_whom(thread: Thread, partnership: Partnership) -> Words | None:
    """Says from whom it comes, as far as everybody may know before whom it lies: by name only of
    those who gave theirs, and of which agency only where that goes along.
    """
    told = thread.told_agency if thread.name_goes else None
    if thread.how == How.NAMED and thread.name_goes and thread.raiser_name:
        name = Plain(thread.raiser_name)
        if not told:
            return say("desk-from", who=name)
        agency = agency_name(told, partnership)
        return say("desk-from", who=say("lead-of-agency", name=name, agency=agency))
    return say("desk-from-agency", agency=agency_name(told, partnership)) if told else None


def agency_name(id: str, partnership: Partnership) -> Words:
    """Names the agency of this id in its own words; of one that has left, says so."""
    name = partnership.agency(AgencyId(id)).name
    return Labelled(dict(name)) if name else say("agency-left")


def known_as(known: Known, partnership: Partnership) -> Words:
    """Names somebody with their agency, where a name that was typed has found them."""
    agency = agency_name(known.agency or "", partnership)
    return say("lead-of-agency", name=Plain(known.name), agency=agency)


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
    names, of = await repo.people.names_of(people), repo.partnership
    marks = _marks([Known(p, names.get(p, ""), agency) for p, agency in people.items()], of)
    return _unlike(
        [
            Option(person, _line(person, agency, names.get(person), marks, of))
            for person, agency in people.items()
        ]
    )


def called(person: PersonId, agency: AgencyId, name: str | None, partnership: Partnership) -> Term:
    """Says who somebody is to people who read it: by name, or else by their part there."""
    return _line(person, agency, name, {}, partnership)


def _line(
    person: PersonId,
    agency: AgencyId,
    name: str | None,
    marks: Mapping[PersonId, Words],
    partnership: Partnership,
) -> Term:
    there = agency_name(agency, partnership)
    if not name:
        part = _part(person, agency, partnership)
        return say("person-not-named", part=part, agency=there)
    return say("lead-of-agency", name=_marked(person, name, marks), agency=there)


def _marked(person: PersonId, name: str, marks: Mapping[PersonId, Words]) -> Words:
    mark = marks.get(person)
    return say("person-of-same-name", name=Plain(name), part=mark) if mark else Plain(name)


def _marks(people: Iterable[Known], partnership: Partnership) -> Mapping[PersonId, Words]:
    """Finds what tells those apart who have one name at one agency, but for capitals and accents:
    their job titles, or else their parts there.
    """
    alike: dict[tuple[AgencyId, str], list[PersonId]] = {}
    for known in people:
        if known.name:
            key = known.agency or AgencyId(""), same_spelling(known.name)
            alike.setdefault(key, []).append(known.person)
    found: dict[PersonId, Words] = {}
    for (agency, _), namesakes in alike.items():
        parts: dict[PersonId, Words] = {p: _part(p, agency, partnership) for p in namesakes}
        titled = {p: _title(p, partnership) or part for p, part in parts.items()}
        most = max((titled, parts), key=_kinds)
        found |= most if _kinds(most) > 1 else {}
    return found


def _kinds(marks: Mapping[PersonId, Words]) -> int:
    """Counts how many of them read differently, in whichever language they are read."""
    return min(len({letters(speak(mark, t)) for mark in marks.values()}) for t in LANGUAGES)


def _title(person: PersonId, partnership: Partnership) -> Words | None:
    member = partnership.member(person)
    return Labelled(dict(member.title)) if member else None


def _part(person: PersonId, agency: AgencyId, partnership: Partnership) -> Term:
    """What they are there, as the file lists them: the first of three leads, or of two others."""
    of = partnership.agency(agency)
    holders = (p for role in of.roles.values() for p in role if p not in of.leads)
    among = of.leads if person in of.leads else tuple(dict.fromkeys(holders))
    role = say("person-role-lead" if person in of.leads else "person-role-other")
    if len(among) < 2 or person not in among:
        return role
    return say("person-part", role=role, number=among.index(person) + 1, count=len(among))


def days_old(thread: Thread, repo: Repository) -> int:
    """Counts the days since it was raised, on its agency's calendar."""
    return max(0, (repo.today_at(thread.agency) - thread.day).days)


def placed(thread: Thread, repo: Repository, age: Words) -> Words:
    """Says with which agency it is, where one is asked, and its age."""
    if not thread.agency:
        return age
    return say("desk-where", agency=agency_name(thread.agency, repo.partnership), age=age)


def told_apart(
    people: Sequence[Known], partnership: Partnership, *, placed: bool = False
) -> tuple[Option, ...]:
    """Lists people whom a name may mean, with their agencies if `placed`; of one name, each with
    what tells them apart.
    """
    marks = _marks(people, partnership)

    def line(known: Known) -> Words:
        name = _marked(known.person, known.name, marks)
        agency = agency_name(known.agency or "", partnership)
        return say("lead-of-agency", name=name, agency=agency) if placed else name

    return _unlike([Option(known.person, line(known)) for known in people])


def _unlike(people: Sequence[Option]) -> tuple[Option, ...]:
    """Makes those differ who still read the same, by the end of the id that their platform's
    profile shows.
    """
    read = {o.value: [(t, letters(speak(o.words, t))) for t in LANGUAGES] for o in people}
    shown = Counter(line for lines in read.values() for line in lines)
    return tuple(
        option if all(shown[line] == 1 for line in read[option.value]) else _by_id(option, people)
        for option in people
    )


def _by_id(option: Option, people: Sequence[Option]) -> Option:
    others = [o.value for o in people if o.value != option.value]
    lengths = range(_SHOWN_OF_ID, len(option.value) + 1)
    ends = (option.value[-length:] for length in lengths)
    end = next((e for e in ends if not any(o.endswith(e) for o in others)), option.value)
    return Option(option.value, say("person-by-id", name=option.words, id=Plain(end)), option.hint)
