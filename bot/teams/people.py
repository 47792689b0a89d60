"""Who acted, as Teams tells us. The connector's signature covers all of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.admission import Actor
from bot.teams.activity import Activity
from bot.teams.connector.rosters import Account
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
"""People of whom a roster's word is remembered; whoever is forgotten is asked about again."""


@dataclass(frozen=True)
class Placed:
    """What a roster said of somebody; their e-mail is dropped."""

    agency: AgencyId | None
    name: str = field(repr=False)


@dataclass(frozen=True)
class TeamsPeople:
    """Turns whoever an activity comes from into our actor."""

    partnership: Partnership
    _placed: dict[PersonId, Placed] = field(default_factory=dict, repr=False)
    """Whose people somebody is, as rosters told: in memory only."""

    def actor(self, activity: Activity, known: Seen | None = None) -> Actor:
        """Gives the person who pressed or typed, as known. Anonymous joiners have no agency."""
        placed = self._placed.get(person_of(activity))
        name = activity.from_.name or (known.name if known else "")
        language = language_of(activity) or self.partnership.languages[0]
        return Actor(
            person=person_of(activity),
            name=name or (placed.name if placed else ""),
            language=known.language if known else language,
            agency=self._agency(activity, known),
            address=(known.address if known else "") or address_of(activity),
        )

    def seen(self, activity: Activity) -> Seen | None:
        """Gives the person for the directory, if we can write to them one-to-one."""
        if not is_personal(activity) or not activity.from_.aad_object_id:
            return None
        person, placed = person_of(activity), self._placed.get(person_of(activity))
        name = (placed.name if placed else "") or activity.from_.name
        agency, language = self._agency(activity, None), language_of(activity)
        return Seen(person, agency, name, language, address_of(activity))

    def shown(self, told: Account, tenant: str, address: str) -> Seen:
        """Gives somebody of a roster for the directory; their language isn't told there."""
        return Seen(person_in(tenant, told.oid), self._of(told, tenant), told.name, "", address)

    def named(self) -> list[PersonId]:
        """Lists whom the partnership's file names on Teams."""
        everyone = sorted(self.partnership.everyone_to_reach())
        return [id for id in everyone if PlatformId.read(id).platform == Platform.TEAMS]

    def is_named(self, person: PersonId) -> bool:
        """Tells whether the partnership's file names them: then they are met, whoever they are."""
        return person in self.partnership.everyone_to_reach()

    def is_unplaced(self, activity: Activity) -> bool:
        """Tells whether only a roster can say whose person this is, and none has yet."""
        if not activity.from_.aad_object_id or person_of(activity) in self._placed:
            return False
        tenant = tenant_of(activity).lower()
        return any(tenant in agency.teams_tenants for agency in self.partnership.agencies)

    def place(self, activity: Activity, told: Account) -> None:
        """Remembers whose person this is: a guest is nobody's."""
        while len(self._placed) >= MOST_PLACED:
            del self._placed[next(iter(self._placed))]
        agency = self._of(told, tenant_of(activity))
        self._placed[person_of(activity)] = Placed(agency, told.name)

    def forget_placed(self) -> None:
        """Asks the rosters anew the next time somebody acts."""
        self._placed.clear()

    def _agency(self, activity: Activity, known: Seen | None) -> AgencyId | None:
        if (placed := self._placed.get(person_of(activity))) is not None:
            return placed.agency
        if known is not None and known.agency is not None:
            return known.agency
        if not activity.from_.aad_object_id or is_guest(activity):
            return None
        # No roster can say: their tenant does, where it is one agency's.
        return self._by(tenant_of(activity), (activity.from_.email,))

    def _of(self, told: Account, tenant: str) -> AgencyId | None:
        return None if told.is_guest else self._by(tenant, told.emails or ("",))

    def _by(self, tenant: str, emails: Sequence[str]) -> AgencyId | None:
        """The agency of the first e-mail that tells."""
        if not tenant:
            return None
        agency_of = self.partnership.agency_of
        found = (agency_of(teams_tenant=tenant, email=email) for email in emails)
        return next((agency.id for agency in found if agency is not None), None)


def person_of(activity: Activity) -> PersonId:
    """Gives one id a person and tenant, the same in every conversation."""
    return person_in(tenant_of(activity), activity.from_.aad_object_id)


def person_in(tenant: str, oid: str) -> PersonId:
    """Spells a person's tenant and their object id in it."""
    return PersonId(in_one_spelling(str(PlatformId(Platform.TEAMS, tenant, oid))))


def is_guest(activity: Activity) -> bool:
    """Tells whether the activity itself says that they are from elsewhere; it rarely does."""
    return activity.from_.user_role.lower() in {"guest", "anonymous"}


def tenant_of(activity: Activity) -> str:
    """Gives the person's tenant; in a shared channel it may differ from the conversation's."""
    return activity.from_.tenant_id or activity.tenant or activity.conversation.tenant_id


def language_of(activity: Activity) -> str:
    """Gives Welsh for those whose Teams speaks it; '' where the activity doesn't say."""
    locale = activity.locale.lower()
    return "cy" if locale.startswith("cy") else "en" if locale else ""


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
