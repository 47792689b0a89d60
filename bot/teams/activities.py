"""Everything Teams tells the bot, once the SDK has checked that it is Teams who says it."""

from dataclasses import dataclass, replace

from bot.base.logs import log
from bot.core.admission import Actor, Incoming
from bot.core.ask_again import asked_again
from bot.core.delivery.answers import NOT_SENT
from bot.core.dispatch import Reply
from bot.core.helping import helped
from bot.core.ports import Directory, Dispatching
from bot.teams.activity import Activity
from bot.teams.connector.client import TeamsClient
from bot.teams.onboarding import Onboarding
from bot.teams.payloads import Carry, Submitted, flagged, opens, submitted
from bot.teams.people import TeamsPeople, here, person_of, place_of
from bot.teams.refresh import VERB as REFRESH
from bot.teams.refresh import refreshed
from bot.teams.render.text import Json
from bot.teams.replies import opened, said
from bot.teams.typed import HOME, command_of, launcher
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
    pages: str
    """Where people sign in in a browser; empty where they can't."""

    async def take(self, activity: Activity) -> Json | None:
        """Answers an activity; None is enough for whatever isn't an invoke."""
        value = activity.value
        match activity.name if activity.type == "invoke" else "":
            case "adaptiveCard/action":
                return await self._in_place(activity, submitted(value["action"].get("data")))
            case "composeExtension/fetchTask":
                return await self._page(activity, _flag(value.get("commandId"), flagged(activity)))
            case "":
                await self._hear(activity)
                return None
            case _:
                return await self._page(activity, submitted(value.get("data")))

    async def _hear(self, activity: Activity) -> None:
        match activity:
            case Activity(type="message"):
                await self._typed(activity)
            case Activity(type="installationUpdate", action="add" | "add-upgrade"):
                await self.onboarding.came(activity)
            case Activity(type="installationUpdate", action="remove"):
                await self.onboarding.left(activity)
            case Activity(type="conversationUpdate", members_added=True):
                await self.onboarding.came(activity)
            case Activity(type="conversationUpdate", members_removed=True):
                await self.onboarding.left(activity)
            case _:
                # Reactions, edits, typing: none of our business. An upgrade that takes the app out
                # ("remove-upgrade") puts it back at once, and what people chose must outlive it.
                pass

    async def _in_place(self, activity: Activity, asked: Submitted) -> Json:
        actor = await self._actor(activity)
        asked = _there(asked, activity)
        reply = await self._decide(Incoming(actor, asked.event, asked.token))
        if asked.event.verb == REFRESH:
            return refreshed(reply, asked.event.subject, actor.language)
        return said(reply, actor.language)

    async def _page(self, activity: Activity, asked: Submitted) -> Json:
        asked = _there(asked, activity)
        actor = await self._actor(activity)
        incoming = Incoming(actor, asked.event, asked.token)
        if asked.help:
            reply = await helped(self._decide, incoming, asked.help)
            return opened(reply, actor.language, asked.carry)
        reply = await self._decide(incoming)
        if isinstance(reply, Refuse):
            reply = await asked_again(self._decide, incoming, reply)
        pages = self.pages if asked.event.verb == HOME else ""
        return opened(reply, actor.language, asked.carry, pages)

    async def _actor(self, activity: Activity) -> Actor:
        """Who it is; with the language they chose and the address they were introduced with."""
        return self.people.actor(activity, await self.members.find(person_of(activity)))

    async def _decide(self, incoming: Incoming) -> Reply:
        if incoming.actor.person.endswith(":"):
            # Somebody who joined a meeting without signing in: Teams doesn't know who it is.
            return Refuse({"": say("teams-no-agency")})
        return await self.dispatch.handle(incoming)

    async def _typed(self, activity: Activity) -> None:
        command = command_of(activity.text)
        # Two chats may use the same id: only with the chat's own is it one message's.
        if not await self.dispatch.first_time(f"teams:{activity.conversation.id}:{activity.id}"):
            return
        actor = await self._actor(activity)
        try:
            await self.client.send(here(activity), launcher(command, self.pages), actor.language)
        except NOT_SENT as error:
            log.failed("a launcher card in Teams", error)


def _there(asked: Submitted, activity: Activity) -> Submitted:
    return replace(asked, event=replace(asked.event, place=place_of(activity)))


def _flag(action: object, carry: Carry) -> Submitted:
    verb = opens().get(str(action), "")  # the dispatcher says kindly that it doesn't know that one
    event = Event(verb, link=carry.get("link", ""), link_tells=carry.get("tells") == "yes")
    return Submitted(event, "", carry)
