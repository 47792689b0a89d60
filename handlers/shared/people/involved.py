"""People whom something is about, who would get it: asked for only of those who say there are any.

They are looked for where it goes. Where many would get it, their agency is chosen first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from handlers.contract.people import Event
from handlers.shared.labels import FEW, agency_options, to_choose_from
from prompts.shapes import Callout, Choice, Field, Form, Option, Several, Tick, When
from prompts.words import say
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository

OUT: Final = "left_out"
_SAID: Final = "someone"
_AT: Final = "someone_at"


@dataclass(frozen=True)
class Involved:
    """Who would get it, as far as they are shown, and who of them was chosen."""

    said: bool
    """Whether it is about somebody there."""
    chosen: tuple[str, ...] = ()
    people: tuple[Option, ...] = ()
    """Those to choose from, beside whoever was chosen elsewhere before."""
    agencies: tuple[Option, ...] = ()
    """Where there are many, theirs; nothing where all are shown."""
    at: str = ""
    asks: bool = False
    """Whether it is about somebody there who wasn't chosen yet: nothing may go out so."""

    def on(self, form: Form) -> Form:
        """Says on top of a form that somebody has to be chosen before it can go out."""
        note = Callout(say("someone-whom"), "warn")
        return replace(form, blocks=(note, *form.blocks)) if self.asks else form

    def fields(self, kind: str, goes_to: str) -> tuple[Field, ...]:
        """Asks whether it is about somebody who would get it, and if so, about whom.

        `kind` finds the words, `goes_to` is the question whose answer says who would get it.
        """
        tick = Tick(_SAID, say(f"{kind}-someone"), self.said, hint=say(f"{kind}-someone-hint"))
        if not self.said:
            return (tick,)
        after, decides = When(_SAID, "yes"), _AT if self.agencies else goes_to
        label, hint = say(f"{kind}-label"), say(f"{kind}-hint")
        whom = Several(OUT, label, self.people, hint, self.chosen, after, decides)
        return (tick, *self._where(after), *((whom,) if self.people else ()))

    def _where(self, after: When) -> tuple[Field, ...]:
        if not self.agencies:
            return ()
        label, value = say("someone-at"), self.at
        return (Choice(_AT, label, self.agencies, "select", None, value, False, after),)


async def involved(
    event: Event,
    reached: Mapping[PersonId, AgencyId],
    first: AgencyId | None,
    repo: Repository,
) -> Involved:
    """Finds whom to ask about among those whom it would reach, each with their agency.

    Where they are many, those of the `first` agency are shown until another one is chosen.
    """
    chosen, said = event.several(OUT), event.one(_SAID) == "yes"
    if not said and not chosen:
        return Involved(said=False)
    here, agencies, at = reached, tuple[Option, ...](), ""
    if len(reached) > FEW:
        theirs = frozenset(reached.values())
        agencies = agency_options([a for a in repo.partnership.agencies if a.id in theirs], first)
        at = event.one(_AT) or (first if first in theirs else None) or ""
        here = {person: agency for person, agency in reached.items() if agency == at}
    homes = repo.partnership.homes
    before = {p: homes[p] for p in map(PersonId, chosen) if p in homes and p not in here}
    people = await to_choose_from({**here, **before}, repo)
    return Involved(True, chosen, people, agencies, at, asks=said and not set(here) & set(chosen))
