"""Who acted, as Teams tells us. The connector's signature covers all of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.admission import Actor
from bot.teams.activity import Activity
from handlers.contract.people import Place
from storage.directory.members import Seen
from storage.partnership import AgencyId, Partnership, PersonId, Platform, PlatformId

MOST_PLACED = 10_000
"""People whose agency is remembered; whoever is forgotten is asked about again."""


@dataclass(frozen=True)
class TeamsPeople:
    """Turns whoever an activity comes from into our actor."""

    partnership: Partnership
    _placed: dict[PersonId, AgencyId | None] = field(default_factory=dict, repr=False)
    """Whose people those of a shared tenant are, as rosters told: in memory only."""

    def actor(self, activity: Activity) -> Actor:
        """Gives the person who pressed or typed. Anonymous joiners have no agency."""
        return Actor(
            person=person_of(activity),
            name=activity.from_.name,
            language=language_of(activity),
            agency=self._agency(activity),
            address=address_of(activity),
        )

    def seen(self, activity: Activity) -> Seen | None:
        """Gives the person for the directory, if we can write to them one-to-one."""
        if not is_personal(activity) or not activity.from_.aad_object_id:
            return None
        who = self.actor(activity)
        return Seen(who.person, who.agency, who.name, who.language, who.address)

    def is_unplaced(self, activity: Activity) -> bool:
        """Tells whether only an e-mail can say whose person this is, and none has yet."""
        if not activity.from_.aad_object_id or person_of(activity) in self._placed:
            return False
        tenant = tenant_of(activity)
        sharing = [a for a in self.partnership.agencies if tenant in a.teams_tenants]
        return len(sharing) > 1 and self._agency(activity) is None

    def place(self, activity: Activity, emails: Sequence[str]) -> None:
        """Remembers whose person this is by the first e-mail that tells; the e-mail is dropped."""
        found = [self._by(activity, email) for email in emails]
        while len(self._placed) >= MOST_PLACED:
            del self._placed[next(iter(self._placed))]
        self._placed[person_of(activity)] = next((agency for agency in found if agency), None)

    def _agency(self, activity: Activity) -> AgencyId | None:
        found = self._by(activity, activity.from_.email)
        return found or self._placed.get(person_of(activity))

    def _by(self, activity: Activity, email: str | None) -> AgencyId | None:
        tenant = tenant_of(activity)
        if not tenant or not activity.from_.aad_object_id:
            return None
        agency = self.partnership.agency_of(teams_tenant=tenant, email=email)
        return None if agency is None else agency.id


def person_of(activity: Activity) -> PersonId:
    """Gives one id a person and tenant, the same in every conversation."""
    own = activity.from_.aad_object_id
    return PersonId(str(PlatformId(Platform.TEAMS, tenant_of(activity), own)))


def tenant_of(activity: Activity) -> str:
    """Gives the person's tenant; in a shared channel it may differ from the conversation's."""
    return activity.from_.tenant_id or activity.tenant or activity.conversation.tenant_id


def language_of(activity: Activity) -> str:
    """Gives Welsh for those whose Teams speaks it."""
    return "cy" if activity.locale.lower().startswith("cy") else "en"


def is_personal(activity: Activity) -> bool:
    """Tells whether this is the one-to-one conversation with the bot itself.

    A flagged message in two people's chat says "personal" too; such a chat's id begins with 19.
    """
    conversation = activity.conversation
    return conversation.conversation_type == "personal" and not conversation.id.startswith("19:")


def address_of(activity: Activity) -> str:
    """Writes where this person is reached one-to-one, whatever conversation they acted in."""
    where = {"serviceUrl": activity.service_url, "tenant": tenant_of(activity)}
    if is_personal(activity):
        where["conversation"] = activity.conversation.id
    else:
        where["user"] = activity.from_.id
    return json.dumps(where)


def here(activity: Activity) -> str:
    """Writes which conversation something was typed in; a channel's id keeps its `;messageid=`."""
    return _conversation(activity.conversation.id, activity)


def _conversation(id: str, activity: Activity) -> str:
    where = {"conversation": id, "serviceUrl": activity.service_url}
    return json.dumps({**where, "tenant": tenant_of(activity)})


def place_of(activity: Activity) -> Place | None:
    """Gives the meeting's chat or channel in which something was done; None between two alone.

    It comes from what the connector signed, never from a card, whose data anybody can write.
    """
    conversation = activity.conversation
    if conversation.conversation_type == "personal" or not conversation.id.startswith("19:"):
        return None
    # Without `;messageid=` it is the channel itself: everybody's, whatever thread they are in.
    whole = conversation.id.partition(";")[0]
    return Place(str(PlatformId(Platform.TEAMS, "", whole)), _conversation(whole, activity))
