"""Whom the bot was introduced to in Teams: kept as Teams' rosters have it.

Somebody is met when they, or their team, get the app; never in or beside what they do.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.base.logs import log
from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from bot.core.ports import Directory
from bot.teams.activity import Activity
from bot.teams.connector.client import TeamsClient
from bot.teams.connector.rosters import Account, Rosters
from bot.teams.connector.server import Take
from bot.teams.people import TeamsPeople, is_personal, person_in, person_of, tenant_of
from storage.directory.members import Seen
from storage.partnership import PersonId, Platform, PlatformId

PATIENCE = 3.0
"""Seconds to wait for a roster: whoever pressed a button is waiting too."""
PACE = 0.1
"""Seconds between two looks: a tenant takes thirty requests a second, and people come first."""

_Look = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Onboarding:
    """Meets people, renews what is known of them, and forgets who left."""

    people: TeamsPeople
    members: Directory
    rosters: Rosters
    client: TeamsClient
    pace: float = PACE

    def before(self, take: Take) -> Take:
        """Waits with an activity until it is known whose person this is."""

        async def placed(activity: Activity) -> object:
            if self.people.is_unplaced(activity):
                known = await self.members.find(person_of(activity))
                if known is None or known.agency is None:
                    await self._look(activity)
            return await take(activity)

        return placed

    async def came(self, activity: Activity) -> None:
        """Hears that somebody has the app now, or that a team has, or somebody new."""
        if is_personal(activity):
            await self._met(activity)
        elif (team := team_of(activity)) is not None:
            where = {"serviceUrl": activity.service_url, "tenant": tenant_of(activity)}
            await self._tried(partial(self._read_team, where, team))

    async def left(self, activity: Activity) -> None:
        """Hears that somebody took the app out, or left a team that has it."""
        if is_personal(activity):
            await self.members.forget([person_of(activity)])
        else:
            await self.came(activity)  # the roster says who is there still

    async def renew(self) -> None:
        """Reads anew what every roster says, so that missed events heal; named people first.

        Raises TryAgain when Teams says nothing at all; one silent roster holds no other up.
        """
        self.people.forget_placed()
        everyone, named = await self._everyone(), self.people.named()
        for person in named:
            if person not in everyone:
                await self._tried(partial(self.introduce, person))
        looks: list[_Look] = []
        teams: dict[str, dict[str, str]] = {}
        for _, known in sorted(everyone.items(), key=lambda one: one[0] not in named):
            where = _where(known)
            if "conversation" in where:
                looks.append(partial(self._look_again, known, where))
            elif "roster" in where:
                teams[where["roster"]] = where
        looks += [partial(self._read_team, where, team) for team, where in teams.items()]
        failed = [error for look in looks if (error := await self._tried(look)) is not None]
        if failed and len(failed) == len(looks):
            raise failed[0]

    async def _tried(self, look: _Look) -> Exception | None:
        await asyncio.sleep(self.pace)
        try:
            await look()
        except (Misconfigured, PerhapsArrived, TryAgain) as error:
            return error
        return None

    async def introduce(self, person: PersonId) -> Seen | None:
        """Opens a conversation with somebody whom the bot hasn't met, if it can by now.

        That is where they have the app, and anybody else of their tenant was met: only from there
        is known where that tenant is reached. Raises TryAgain while Teams is busy or away.
        """
        _, tenant, oid = PlatformId.read(person)
        others = [_where(known) for known in (await self._everyone()).values()]
        bases = [w.get("serviceUrl", "") for w in others if w.get("tenant", "").lower() == tenant]
        if not bases or not oid:
            return None
        try:
            where = {"serviceUrl": bases[0], "tenant": tenant, "user": oid}
            conversation = await self.client.open(where)
        except Unreachable:
            return None
        where = {"serviceUrl": bases[0], "tenant": tenant, "conversation": conversation}
        if (told := await self._alone_in(where, oid)) is None:
            return None
        seen = self.people.shown(told, tenant, json.dumps(where))
        if self.people.is_named(person):
            await self.members.remember([seen])
        return seen

    async def _alone_in(self, where: Mapping[str, str], oid: str) -> Account | None:
        """Finds the one person of a one-to-one conversation; None when the bot isn't in it."""
        base, conversation = where.get("serviceUrl", ""), where["conversation"]
        async for page in self.rosters.everyone(base, conversation):
            if page is None:
                return None
            if found := [one for one in page if one.oid.lower() == oid]:
                return found[0]
        raise TryAgain(None)  # somebody else's, which can't be

    async def _look(self, activity: Activity) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                told = await self._member(activity)
        except (TryAgain, TimeoutError) as error:
            # By their tenant alone this once: it is asked again when they act again.
            log.failed("a look at a Teams roster", error)
            return
        if told is not None:
            self.people.place(activity, told)

    async def _member(self, activity: Activity) -> Account | None:
        conversation = activity.conversation.id.partition(";")[0]
        return await self.rosters.member(activity.service_url, conversation, activity.from_.id)

    async def _met(self, activity: Activity) -> None:
        await self._look(activity)  # it has no name, as Teams sends it
        if (seen := self.people.seen(activity)) is not None:
            known = await self.members.find(seen.person)
            await self._keep([seen], {} if known is None else {seen.person: known})

    async def _look_again(self, known: Seen, where: Mapping[str, str]) -> None:
        _, tenant, oid = PlatformId.read(known.person)
        if (told := await self._alone_in(where, oid)) is None:
            await self.members.forget([known.person])
        else:
            seen = self.people.shown(told, tenant, known.address)
            await self._keep([seen], {known.person: known})

    async def _read_team(self, where: Mapping[str, str], team: str) -> None:
        everyone = await self._everyone()
        there: set[PersonId] = set()
        async for page in self.rosters.everyone(where.get("serviceUrl", ""), team):
            told = [one for one in page or () if one.oid]
            seen = [self._of_team(one, where, team, everyone) for one in told]
            there |= {one.person for one in seen}
            await self._keep(seen, everyone)
        through_it = (p for p, known in everyone.items() if _where(known).get("roster") == team)
        await self.members.forget([person for person in through_it if person not in there])

    def _of_team(
        self,
        told: Account,
        where: Mapping[str, str],
        team: str,
        everyone: Mapping[PersonId, Seen],
    ) -> Seen:
        home = told.tenant or where.get("tenant", "")
        known = everyone.get(person_in(home, told.oid))
        if known is not None and known.address:
            return self.people.shown(told, home, known.address)
        reached = {"tenant": home, "user": told.user or told.oid, "roster": team}
        address = {"serviceUrl": where.get("serviceUrl", ""), **reached}
        return self.people.shown(told, home, json.dumps(address))

    async def _keep(self, seen: Sequence[Seen], known: Mapping[PersonId, Seen]) -> None:
        ours = [s for s in seen if s.agency is not None or self.people.is_named(s.person)]
        await self.members.remember([s for s in ours if not _as_known(s, known.get(s.person))])
        others = {s.person for s in seen} - {s.person for s in ours}
        await self.members.forget([person for person in others if person in known])

    async def _everyone(self) -> dict[PersonId, Seen]:
        found = await self.members.everyone()
        of_teams = (s for s in found if PlatformId.read(s.person).platform == Platform.TEAMS)
        return {seen.person: seen for seen in of_teams}


def team_of(activity: Activity) -> str | None:
    """Names the team in which something happened; None in a chat: its people don't get the app."""
    if activity.conversation.conversation_type != "channel":
        return None
    return activity.team or activity.conversation.id.partition(";")[0]


def _as_known(seen: Seen, known: Seen | None) -> bool:
    return known is not None and replace(known, timezone=None) == replace(
        seen, language=seen.language or known.language, name=seen.name or known.name
    )


def _where(known: Seen) -> dict[str, str]:
    """Where somebody is reached; empty for an address that isn't one of ours."""
    try:
        found = json.loads(known.address)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
