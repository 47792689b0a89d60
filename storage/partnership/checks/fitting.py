"""What has to fit: homes, hours and slots, and all that people choose from."""

from collections import Counter
from collections.abc import Callable, Iterator

from pydantic import ValidationError

from storage.partnership.checks.draft import HOMES, FileDraft, as_list
from storage.partnership.error_messages import Finding
from storage.partnership.model import Partnership
from storage.partnership.scenarios.checks import check_scenarios
from storage.partnership.settings import Slots

NAME_MOST = 75
"""Characters of a name that Slack shows in a list."""
PEOPLE_MOST = 60
"""People named in one agency: who is chosen among them stands in one dialog with the agencies."""
DOORS_MOST = 29
"""Front doors that one page lists, on any platform."""
LIST_MOST = 16_000
"""Bytes that all agencies take in a dialog in Teams, so that with its longest form it stays below
30 KB; and what stands around each name and id there."""
AROUND = 23


def _shared_homes(draft: FileDraft) -> Iterator[Finding]:
    for key in HOMES.values():
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


def _whole_scenarios(draft: FileDraft) -> Iterator[Finding]:
    written = as_list(draft.tree.get("languages")) or Partnership.model_fields["languages"].default
    yield from check_scenarios(draft.tree.get("scenarios"), [str(each) for each in written])


RULES: tuple[Callable[[FileDraft], Iterator[Finding]], ...] = (
    _shared_homes,
    _distinct_domains,
    _reachable_slots,
    _names_in_full,
    _few_enough_people,
    _few_enough_doors,
    _room_in_teams,
    _whole_scenarios,
)
"""What is looked for, in this order."""
