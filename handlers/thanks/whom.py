"""Whom somebody thanks: found by name alone, at whichever agency they work."""

from dataclasses import dataclass

from handlers.contract.people import Event, Named
from handlers.shared.labels import FEW, told_apart
from prompts.shapes import Choice
from prompts.words import Words, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.typed.names import name_words


@dataclass(frozen=True)
class Whom:
    """Those whom a typed name may mean: one's own agency first."""

    people: tuple[Known, ...]
    one: Known | None
    """Who is meant, once that is sure: chosen, or the only one of that whole name."""
    wrong: Words | None

    def fields(self, event: Event, repo: Repository) -> tuple[Choice, ...]:
        """Asks which of them is meant; nothing where nobody may be."""
        options = told_apart(self.people, repo.partnership, placed=True)
        if not options:
            return ()
        value = event.one("owner_id") or (options[0].value if len(options) == 1 else "")
        return (Choice("owner_id", say("owner-which-label"), options, value=value),)


async def find(who: Named, event: Event, repo: Repository) -> Whom:
    """Finds whom they mean, and what is wrong with the name if nobody can be."""
    agencies = [AgencyId(agency.id) for agency in repo.partnership.agencies]
    typed = event.one("owner")
    found = await repo.people.called(typed, *agencies, most=FEW + 2)
    others = [known for known in found if known.person != who.person]
    if len(others) > FEW:
        return Whom((), None, say("thanks-whom-many", most=FEW))
    if not others:
        return Whom((), None, say("thanks-yourself" if found else "thanks-whom-unknown"))
    nearest = tuple(sorted(others, key=lambda known: known.agency != who.agency))
    chosen = next((k for k in nearest if k.person == event.one("owner_id")), None)
    return Whom(nearest, chosen or _sure(nearest, typed), None)


def _sure(people: tuple[Known, ...], typed: str) -> Known | None:
    """Finds the only one, if that is their whole name: by a part of it others may be meant, whom we
    do not know."""
    [first, *more] = people
    whole = sorted(name_words(typed)) == sorted(name_words(first.name))
    return first if whole and not more else None
