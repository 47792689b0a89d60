"""Who acted, as Teams tells us. The connector's signature covers all of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from microsoft_teams.api.models import ActivityBase

from bot.core.admission import Actor
from handlers.contract.people import Place
from storage.directory.members import Seen
from storage.partnership import (
    AgencyId,
    Partnership,
    PersonId,
    Platform,
    PlatformId,
    in_one_spelling,
)

MOST_PLACED = 10_000
"""People whose agency is remembered; whoever is forgotten is asked about again."""


@dataclass(frozen=True)
class TeamsPeople:
    """Turns whoever an activity comes from into our actor."""

    partnership: Partnership
    _placed: dict[PersonId, AgencyId | None] = field(default_factory=dict, repr=False)
    """Whose people those of a shared tenant are, as rosters told: in memory only."""

    def actor(self, activity: ActivityBase) -> Actor:
        """Gives the person who pressed or typed. Anonymous joiners have no agency."""
        return Actor(
            person=person_of(activity),
            name=activity.from_.name or "",
            language=language_of(activity),
            agency=self._agency(activity),
            address=address_of(activity),
        )

    def seen(self, activity: ActivityBase) -> Seen | None:
        """Gives the person for the directory, if we can write to them one-to-one."""
        if not is_personal(activity) or not activity.from_.aad_object_id:
            return None
        who = self.actor(activity)
        return Seen(who.person, who.agency, who.name, who.language, who.address)

    def is_unplaced(self, activity: ActivityBase) -> bool:
        """Tells whether only an e-mail can say whose person this is, and none has yet."""
        if not activity.from_.aad_object_id or person_of(activity) in self._placed:
            return False
        tenant = tenant_of(activity)
        sharing = [a for a in self.partnership.agencies if tenant.lower() in a.teams_tenants]
        return len(sharing) > 1 and self._agency(activity) is None

    def place(self, activity: ActivityBase, emails: Sequence[str]) -> None:
        """Remembers whose person this is by the first e-mail that tells; the e-mail is dropped."""
        found = [self._by(activity, email) for email in emails]
        while len(self._placed) >= MOST_PLACED:
            del self._placed[next(iter(self._placed))]
        self._placed[person_of(activity)] = next((agency for agency in found if agency), None)

    def _agency(self, activity: ActivityBase) -> AgencyId | None:
        found = self._by(activity, activity.from_.email)
        return found or self._placed.get(person_of(activity))

    def _by(self, activity: ActivityBase, email: str | None) -> AgencyId | None:
        tenant = tenant_of(activity)
        if not tenant or not activity.from_.aad_object_id:
            return None
        agency = self.partnership.agency_of(teams_tenant=tenant, email=email)
        return None if agency is None else agency.id


def person_of(activity: ActivityBase) -> PersonId:
    """Gives one id a person and tenant, the same in every conversation."""
    own = activity.from_.aad_object_id or ""
    return PersonId(in_one_spelling(str(PlatformId(Platform.TEAMS, tenant_of(activity), own))))


def tenant_of(activity: ActivityBase) -> str:
    """Gives the person's tenant; in a shared channel it may differ from the conversation's."""
    data = activity.channel_data
    told = data.tenant.id if data is not None and data.tenant is not None else ""
    return activity.from_.tenant_id or told or activity.conversation.tenant_id or ""


def language_of(activity: ActivityBase) -> str:
    """Gives Welsh for those whose Teams speaks it."""
    return "cy" if (activity.locale or "").lower().startswith("cy") else "en"


def is_personal(activity: ActivityBase) -> bool:
    """Tells whether this is the one-to-one conversation with the bot itself.

    A flagged message in two people's chat says "personal" too; such a chat's id begins with 19.
    """
    conversation = activity.conversation
    return conversation.conversation_type == "personal" and not conversation.id.startswith("19:")


def address_of(activity: ActivityBase) -> str:
    """Writes where this person is reached one-to-one, whatever conversation they acted in."""
    where = {"serviceUrl": activity.service_url or "", "tenant": tenant_of(activity)}
    if is_personal(activity):
        where["conversation"] = activity.conversation.id
    else:
        where["user"] = activity.from_.id
    return json.dumps(where)


def here(activity: ActivityBase) -> str:
    """Writes which conversation something was typed in; a channel's id keeps its `;messageid=`."""
    return _conversation(activity.conversation.id, activity)


def _conversation(id: str, activity: ActivityBase) -> str:
    where = {"conversation": id, "serviceUrl": activity.service_url or ""}
    return json.dumps({**where, "tenant": tenant_of(activity)})


def place_of(activity: ActivityBase) -> Place | None:
    """Gives the meeting's chat or channel in which something was done; None between two alone.

    It comes from what the connector signed, never from a card, whose data anybody can write.
    """
    conversation = activity.conversation
    if conversation.conversation_type == "personal" or not conversation.id.startswith("19:"):
        return None
    # Without `;messageid=` it is the channel itself: everybody's, whatever thread they are in.
    whole = conversation.id.partition(";")[0]
    return Place(str(PlatformId(Platform.TEAMS, "", whole)), _conversation(whole, activity))
