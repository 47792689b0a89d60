"""Which accounts are one person: as people say themselves, and never as a file does."""

from collections.abc import Collection, Mapping

from pydantic import PrivateAttr

from storage.partnership.base import Frozen, PersonId

Links = Mapping[PersonId, PersonId]
"""By an account, the main account of the person whose it is."""


class OnePerson(Frozen):
    """Knows whose an account is. Without any link, each is somebody."""

    _links: Links = PrivateAttr(default_factory=dict)

    def learn(self, links: Links) -> None:
        """Takes these accounts for those of one person, from now on."""
        self._links = links

    def person_of(self, account: PersonId) -> PersonId:
        """Finds the person whose account it is, by their main account."""
        return self._links.get(account, account)

    def accounts_of(self, person: PersonId) -> tuple[PersonId, ...]:
        """Lists a person's accounts, the main one first."""
        others = sorted(account for account, main in self._links.items() if main == person)
        return (person, *others)

    @property
    def second_accounts(self) -> Collection[PersonId]:
        """Lists the accounts that act as another, so that nobody is counted twice."""
        return self._links.keys()
