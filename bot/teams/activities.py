"""Everything Teams tells the bot, once the SDK has checked that it is Teams who says it."""

from dataclasses import dataclass, replace

from microsoft_teams.api.activities import (
    AdaptiveCardInvokeActivity,
    ConversationUpdateActivity,
    InstalledActivity,
    InstalledUpgradeActivity,
    MessageActivity,
    UninstalledActivity,
)
from microsoft_teams.api.activities.invoke.message_extension import (
    MessageExtensionFetchTaskInvokeActivity,
    MessageExtensionSubmitActionInvokeActivity,
)
from microsoft_teams.api.activities.invoke.task import (
    TaskFetchInvokeActivity,
    TaskSubmitInvokeActivity,
)
from microsoft_teams.api.models import ActivityBase

from bot.base.logs import log
from bot.core.admission import Actor, Incoming
from bot.core.ask_again import asked_again
from bot.core.delivery.answers import TryAgain, Unreachable
from bot.core.dispatch import Reply
from bot.core.ports import Directory, Dispatching
from bot.teams.connector.client import TeamsClient
from bot.teams.onboarding import Onboarding
from bot.teams.payloads import Carry, Submitted, flagged, opens, submitted
from bot.teams.people import TeamsPeople, here, person_of, place_of
from bot.teams.refresh import VERB as REFRESH
from bot.teams.refresh import refreshed
from bot.teams.render.text import Json
from bot.teams.replies import opened, said
from bot.teams.typed import command_of, launcher
from handlers.contract.outcomes import Refuse
from handlers.contract.people import Event
from prompts.words import say


@dataclass(frozen=True)
class Intake:
    """Routes an activity, and answers it."""

    dispatch: Dispatching
    people: TeamsPeople
    members: Directory
    client: TeamsClient
    onboarding: Onboarding

    async def take(self, activity: ActivityBase) -> Json | None:
        """Answers an activity; None is enough for whatever isn't an invoke."""
        match activity:
            case TaskFetchInvokeActivity() | TaskSubmitInvokeActivity():
                return await self._page(activity, submitted(activity.value.data))
            case MessageExtensionFetchTaskInvokeActivity():
                carry = flagged(activity.value.message_payload, activity)
                return await self._page(activity, _flag(activity.value.command_id, carry))
            case MessageExtensionSubmitActionInvokeActivity():
                return await self._page(activity, submitted(activity.value.data))
            case AdaptiveCardInvokeActivity():
                return await self._in_place(activity, submitted(activity.value.action.data))
            case _:
                await self._hear(activity)
                return None

    async def _hear(self, activity: ActivityBase) -> None:
        match activity:
            case MessageActivity():
                await self._typed(activity)
            case InstalledActivity() | InstalledUpgradeActivity():
                await self.onboarding.came(activity)
            case UninstalledActivity():
                await self.onboarding.left(activity)
            case ConversationUpdateActivity(members_added=[_, *_]):
                await self.onboarding.came(activity)
            case ConversationUpdateActivity(members_removed=[_, *_]):
                await self.onboarding.left(activity)
            case _:
                pass  # reactions, edits, typing: none of our business

    async def _in_place(self, activity: ActivityBase, asked: Submitted) -> Json:
        actor = await self._actor(activity)
        asked = _there(asked, activity)
        reply = await self._decide(Incoming(actor, asked.event, asked.token))
        if asked.event.verb == REFRESH:
            return refreshed(reply, asked.event.subject, actor.language)
        return said(reply, actor.language)

    async def _page(self, activity: ActivityBase, asked: Submitted) -> Json:
        asked = _there(asked, activity)
        actor = await self._actor(activity)
        incoming = Incoming(actor, asked.event, asked.token)
        reply = await self._decide(incoming)
        if isinstance(reply, Refuse):
            reply = await asked_again(self._decide, incoming, reply)
        return opened(reply, actor.language, asked.carry)

    async def _actor(self, activity: ActivityBase) -> Actor:
        """Who it is; with the language they chose and the address they were introduced with."""
        return self.people.actor(activity, await self.members.find(person_of(activity)))

    async def _decide(self, incoming: Incoming) -> Reply:
        if incoming.actor.person.endswith(":"):
            # Somebody who joined a meeting without signing in: Teams doesn't know who it is.
            return Refuse({"": say("teams-no-agency")})
        return await self.dispatch.handle(incoming)

    async def _typed(self, activity: MessageActivity) -> None:
        command = command_of(activity.text or "")
        if not await self.dispatch.first_time(f"teams:{activity.id}"):
            return
        actor = await self._actor(activity)
        try:
            await self.client.send(here(activity), launcher(command), actor.language)
        except (TryAgain, Unreachable) as error:
            log.failed("a launcher card in Teams", error)


def _there(asked: Submitted, activity: ActivityBase) -> Submitted:
    return replace(asked, event=replace(asked.event, place=place_of(activity)))


def _flag(action: str | None, carry: Carry) -> Submitted:
    verb = opens().get(action or "", "")  # the dispatcher says kindly that it doesn't know that one
    event = Event(verb, link=carry.get("link", ""), link_tells=carry.get("tells") == "yes")
    return Submitted(event, "", carry)
