"""Whom the partnership's file names, and the bot could not write to: for `upstander check`.

Each is told by their place in the file: a name or an id is in no output.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

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


def off_platforms(partnership: Partnership, off: Collection[Platform]) -> Iterator[str]:
    """Tells where the file names people on platforms that aren't set up, list by list."""
    for where, people in _lists(partnership):
        homes = [PlatformId.read(person).platform for person in people]
        for platform in off:
            if platform not in homes:
                continue
            numbers = [str(n) for n, home in enumerate(homes, 1) if home == platform]
            alone = ", and nobody else is named there" if len(numbers) == len(homes) else ""
            name = platform.title()
            yield (
                f"{where} no. {', '.join(numbers)}: {name} isn't set up, so that nothing reaches "
                f"whoever is named there on it{alone}. Set {name} up (docs/connect.md), or name "
                "somebody who is elsewhere."
            )


def strangers(partnership: Partnership, unknown: Collection[PersonId]) -> Iterator[str]:
    """Tells where the file names people whom Slack doesn't know, or who left."""
    for where, person in _named(partnership):
        if person in unknown:
            yield (
                f"{where}: Slack doesn't know this id in the bot's workspace, or they have left. "
                "Copy the member ID from their profile in Slack, or name somebody else."
            )


def _named(partnership: Partnership) -> Iterator[tuple[str, PersonId]]:
    for where, people in _lists(partnership):
        for number, person in enumerate(people, 1):
            yield f"{where} no. {number}", person


def _lists(partnership: Partnership) -> Iterator[tuple[str, Sequence[PersonId]]]:
    for agency in partnership.agencies:
        name = label(agency.name, "en")
        yield f"{name}, leads", agency.leads
        for role, people in agency.roles.items():
            yield f"{name}, roles, {role}", people
    for place, meeting in enumerate(partnership.meetings, 1):
        yield f"meetings no. {place}, chairs", meeting.chairs
