"""Whom the partnership's file names, and the bot could not write to: for `upstander check`."""

from collections.abc import Iterator, Mapping

from storage.directory.members import Seen
from storage.partnership import Partnership, PersonId, Platform, PlatformId, label

_FIXES: Mapping[str, str] = {
    Platform.SLACK: (
        "Look whether the id is theirs, and whether they are a full member of that workspace; the "
        "running server then meets them by itself."
    ),
    Platform.TEAMS: (
        "They add the app for themselves once, or an administrator installs it for them (docs/"
        "connect.md). Look also whether the object id is theirs."
    ),
}


def unmet(partnership: Partnership, directory: Mapping[PersonId, Seen]) -> Iterator[str]:
    """Tells each named person whom nothing can reach yet, by where the file names them.

    A platform on which nobody was met at all is left out: there the server has yet to run.
    """
    begun = {PlatformId.read(person).platform for person in directory}
    told: set[PersonId] = set()
    for where, person in _named(partnership):
        platform = PlatformId.read(person).platform
        known = directory.get(person)
        if person in told or platform not in begun or (known is not None and known.address):
            continue
        told.add(person)
        if fix := _FIXES.get(platform):
            yield (
                f"{where}: the bot has not met this person on {platform.title()}, so that nothing "
                f"reaches them, and others are asked in their place. {fix}"
            )


def _named(partnership: Partnership) -> Iterator[tuple[str, PersonId]]:
    for agency in partnership.agencies:
        lists = {"leads": agency.leads, **{f"roles, {r}": p for r, p in agency.roles.items()}}
        for name, people in lists.items():
            for number, person in enumerate(people, 1):
                yield f"{label(agency.name, 'en')}, {name} no. {number}", person
    for place, meeting in enumerate(partnership.meetings, 1):
        for number, person in enumerate(meeting.chairs, 1):
            yield f"meetings no. {place}, chairs no. {number}", person
