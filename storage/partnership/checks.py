"""What no single setting can show: ids that meet, people who exist, hours that fit the slots.

Works on what the file says rather than on the finished model, so that these mistakes are told
together with all the others.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from storage.partnership.base import Platform, PlatformId, in_one_spelling
from storage.partnership.error_messages import Finding
from storage.partnership.model import Agency
from storage.partnership.problems import Place
from storage.partnership.settings import OTHER, Slots

NAME_MOST = 75
"""Characters of a name that Slack shows in a list."""
PEOPLE_MOST = 60
"""People named in one agency: who is chosen among them stands in one dialog with the agencies."""
DOORS_MOST = 30
"""Front doors that one page lists, on any platform."""
LIST_MOST = 16_000
"""Bytes that all agencies take in a dialog in Teams, so that with its longest form it stays below
30 KB; and what stands around each name and id there."""
AROUND = 23
_HOMES: Mapping[str, str] = {Platform.SLACK: "slack_workspaces", Platform.TEAMS: "teams_tenants"}


@dataclass(frozen=True)
class FileDraft:
    """The file as it stands, right or wrong."""

    tree: Mapping[str, object]

    def entries(self, key: str) -> list[tuple[int, Mapping[str, object]]]:
        """Finds the blocks of a list, with their positions; anything else is skipped."""
        return [(n, e) for n, e in enumerate(_list(self.tree.get(key))) if isinstance(e, Mapping)]

    @cached_property
    def agencies(self) -> list[tuple[int, Agency]]:
        """The agencies that are right in themselves."""
        found = []
        for n, entry in self.entries("agencies"):
            try:
                found.append((n, Agency.model_validate(entry)))
            except ValidationError:
                continue  # told by the model itself
        return found

    @cached_property
    def members(self) -> dict[object, object]:
        """The agency that each member gives, by the member's id."""
        return {_plain(m.get("id")): _plain(m.get("agency")) for _, m in self.entries("members")}


def check(tree: Mapping[str, object]) -> Iterator[Finding]:
    """Finds everything that is wrong between the settings."""
    draft = FileDraft(tree)
    for rule in _RULES:
        yield from rule(draft)


def _unique_ids(draft: FileDraft) -> Iterator[Finding]:
    for key in ("agencies", "members", "referrals"):
        seen: set[object] = set()
        for n, entry in draft.entries(key):
            name = _plain(entry.get("id"))
            if name is not None and name in seen:
                yield (
                    (key, n, "id"),
                    f"{key} no. {n + 1}: this id is taken",
                    "give each its own id",
                )
            seen.add(name)


def _own_kinds(draft: FileDraft) -> Iterator[Finding]:
    for n, entry in draft.entries("referrals"):
        if entry.get("id") == OTHER:
            yield (
                ("referrals", n, "id"),
                f"referrals no. {n + 1}: {OTHER} is what Upstander calls everything else",
                "give it another id",
            )


def _members_agencies(draft: FileDraft) -> Iterator[Finding]:
    known = {_plain(entry.get("id")) for _, entry in draft.entries("agencies")}
    for n, member in draft.entries("members"):
        if isinstance(member.get("agency"), str) and member["agency"] not in known:
            yield (
                ("members", n, "agency"),
                f"members no. {n + 1}: there is no agency with this id",
                "use the id of one of the agencies",
            )


def _known_people(draft: FileDraft) -> Iterator[Finding]:
    agencies = [entry for _, entry in draft.entries("agencies")]
    homes = {
        kind: {
            PlatformId.read(in_one_spelling(f"{kind}:{home}")).own
            for entry in agencies
            for home in _list(entry.get(key))
        }
        for kind, key in _HOMES.items()
    }
    for place, person in _people(draft):
        kind, home, _ = PlatformId.read(person)
        if kind == Platform.WEB and person not in draft.members:
            yield place, "this person is not among the members", "add them under members"
        elif kind in homes and home not in homes[kind]:
            yield (
                place,
                f"this person's {kind} home belongs to no agency",
                f"add it to {_HOMES[kind]} of their agency",
            )


def _own_leads(draft: FileDraft) -> Iterator[Finding]:
    for n, agency in draft.agencies:
        for k, person in enumerate(agency.leads):
            kind, home, _ = PlatformId.read(person)
            strange = (
                draft.members.get(person, agency.id) != agency.id
                if kind == Platform.WEB
                else home not in getattr(agency, _HOMES[kind])
            )
            if strange:
                yield (
                    ("agencies", n, "leads", k),
                    "this lead belongs to another agency",
                    "name someone of this agency; others may hold a role instead",
                )
            if person in agency.leads[:k]:
                yield (
                    ("agencies", n, "leads", k),
                    "this lead is listed twice",
                    "take one of the two away",
                )


def _someone_else_at_the_end(draft: FileDraft) -> Iterator[Finding]:
    for n, agency in draft.agencies:
        if set(agency.roles["fallback"]) <= set(agency.leads):
            yield (
                ("agencies", n, "roles", "fallback"),
                "a concern that no lead picks up would go to the same leads again",
                "name at least one person who is not a lead, such as their manager",
            )


def _shared_homes(draft: FileDraft) -> Iterator[Finding]:
    for key in _HOMES.values():
        shared = Counter(home for _, a in draft.agencies for home in set(getattr(a, key)))
        for n, agency in draft.agencies:
            many = any(shared[home] > 1 for home in getattr(agency, key))
            if many and not agency.email_domains:
                yield (
                    ("agencies", n, key),
                    "other agencies share this, so nobody can tell whose people are whose",
                    "add email_domains to each agency that shares it",
                )


def _distinct_domains(draft: FileDraft) -> Iterator[Finding]:
    seen: set[str] = set()
    for n, agency in draft.agencies:
        if seen & set(agency.email_domains):
            yield (
                ("agencies", n, "email_domains"),
                "an earlier agency lists the same",
                "leave it with the agency whose people it marks",
            )
        seen |= set(agency.email_domains)


def _reachable_slots(draft: FileDraft) -> Iterator[Finding]:
    try:
        slots = Slots.model_validate(draft.tree.get("slots", {}))
    except ValidationError:
        return
    for n, agency in draft.agencies:
        if not any(map(agency.hours.include, slots.times)):
            yield (
                ("agencies", n, "hours"),
                "no release slot falls within these hours",
                "add a time to slots that lies between opens and closes",
            )


def _names_in_full(draft: FileDraft) -> Iterator[Finding]:
    for n, agency in draft.agencies:
        for language, name in agency.name.items():
            if len(name) > NAME_MOST:
                yield (
                    ("agencies", n, "name", language),
                    f"agencies no. {n + 1}: this name is too long to be read whole in a list",
                    f"write at most {NAME_MOST} characters, as people know it",
                )


def _few_enough_people(draft: FileDraft) -> Iterator[Finding]:
    for n, agency in draft.agencies:
        if len({*agency.leads, *(p for role in agency.roles.values() for p in role)}) > PEOPLE_MOST:
            yield (
                ("agencies", n, "leads"),
                f"agencies no. {n + 1}: more people are named here than can be chosen from",
                f"name at most {PEOPLE_MOST} in leads and roles together",
            )


def _few_enough_doors(draft: FileDraft) -> Iterator[Finding]:
    doors = [n for n, agency in draft.agencies if agency.front_door]
    for n in doors[DOORS_MOST : DOORS_MOST + 1]:
        yield (
            ("agencies", n, "front_door"),
            f"from agencies no. {n + 1} on, there are more front doors than one page can list",
            f"give at most {DOORS_MOST} agencies a front_door: those that others ring",
        )


def _room_in_teams(draft: FileDraft) -> Iterator[Finding]:
    """A dialog in Teams holds so much, and a form has to hold every agency in every language."""
    if not any(agency.teams_tenants for _, agency in draft.agencies):
        return
    taken: Counter[str] = Counter()
    for n, agency in draft.agencies:
        for language in ("en", "cy"):
            name = agency.name.get(language) or agency.name["en"]
            taken[language] += len(name.encode()) + len(agency.id) + AROUND
        if max(taken.values()) > LIST_MOST:
            yield (
                ("agencies", n),
                f"from agencies no. {n + 1} on, they are more than a dialog in Teams can list",
                f"shorten names and ids by {max(taken.values()) - LIST_MOST} letters up to here",
            )
            return


def _people(draft: FileDraft) -> Iterator[tuple[Place, str]]:
    for n, entry in draft.entries("agencies"):
        lists: dict[Place, object] = {("leads",): entry.get("leads")}
        roles = entry.get("roles")
        if isinstance(roles, Mapping):
            lists |= {("roles", str(role)): holders for role, holders in roles.items()}
        for way, holders in lists.items():
            for k, person in enumerate(_list(holders)):
                if isinstance(person, str):
                    yield ("agencies", n, *way, k), in_one_spelling(person)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _plain(value: object) -> object:
    return value if isinstance(value, str) else None


_RULES: tuple[Callable[[FileDraft], Iterator[Finding]], ...] = (
    _unique_ids, _own_kinds, _members_agencies, _known_people, _own_leads,
    _someone_else_at_the_end, _shared_homes, _distinct_domains, _reachable_slots,
    _names_in_full, _few_enough_people, _few_enough_doors, _room_in_teams,
)  # fmt: skip
