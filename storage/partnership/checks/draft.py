"""The file as it stands, for whoever looks for what is wrong between its settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import ValidationError

from storage.partnership.base import Platform, in_one_spelling
from storage.partnership.model import Agency
from storage.partnership.problems import Place

HOMES: Mapping[str, str] = {Platform.SLACK: "slack_workspaces", Platform.TEAMS: "teams_tenants"}
"""Where an agency lists the homes of its people, by platform."""


@dataclass(frozen=True)
class FileDraft:
    """The file as it stands, right or wrong."""

    tree: Mapping[str, object]

    def entries(self, key: str) -> list[tuple[int, Mapping[str, object]]]:
        """Finds the blocks of a list, with their positions; anything else is skipped."""
        return [(n, e) for n, e in enumerate(as_list(self.tree.get(key))) if isinstance(e, Mapping)]

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
        return {as_text(m.get("id")): as_text(m.get("agency")) for _, m in self.entries("members")}


def people_named(draft: FileDraft) -> Iterator[tuple[Place, str]]:
    """Finds everybody named by the partnership or an agency, and where."""
    for k, person in enumerate(as_list(draft.tree.get("administrators"))):
        if isinstance(person, str):
            yield ("administrators", k), in_one_spelling(person)
    for n, entry in draft.entries("agencies"):
        lists: dict[Place, object] = {("leads",): entry.get("leads")}
        roles = entry.get("roles")
        if isinstance(roles, Mapping):
            lists |= {("roles", str(role)): holders for role, holders in roles.items()}
        for way, holders in lists.items():
            for k, person in enumerate(as_list(holders)):
                if isinstance(person, str):
                    yield ("agencies", n, *way, k), in_one_spelling(person)


def operators_named(draft: FileDraft) -> Iterator[tuple[Place, str]]:
    """Finds everybody who runs it, and where they are named."""
    for k, person in enumerate(as_list(draft.tree.get("operators"))):
        if isinstance(person, str):
            yield ("operators", k), in_one_spelling(person)


def as_list(value: object) -> list[object]:
    """Reads a list; empty for anything else."""
    return list(value) if isinstance(value, list | tuple) else []


def as_text(value: object) -> object:
    """Reads a text; None for anything else."""
    return value if isinstance(value, str) else None
