"""People whom something is about, who would get it: asked for only of those who say there are any.

They are looked for where it goes. Where many would get it, a part of their name is typed first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from handlers.contract.people import Event
from handlers.shared.labels import FEW, to_choose_from
from handlers.shared.searching import matching
from prompts.shapes import Callout, Field, Form, Line, Option, Several, Tick, When
from prompts.words import LANGUAGES, Words, say
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository

OUT: Final = "left_out"
_SAID: Final = "someone"
_NAMED: Final = "someone_named"
_NAME_MOST: Final = 100
_FOUND_MOST: Final = 20
"""More than so many that match aren't looked through: a longer part of the name finds fewer."""


@dataclass(frozen=True)
class Involved:
    """Who would get it, as far as they are shown, and who of them was chosen."""

    said: bool
    """Whether it is about somebody there."""
    chosen: tuple[str, ...] = ()
    people: tuple[Option, ...] = ()
    """Those to choose from, beside whoever was chosen elsewhere before."""
    typed: str | None = None
    """The part of a name by which they are looked for; nothing where all are shown."""
    note: Words | None = None
    """What is to be said of what was typed: too many match, or nobody."""
    asks: bool = False
    """Whether it is about somebody there who wasn't chosen yet: nothing may go out so."""

    @property
    def asked(self) -> tuple[str, ...]:
        """Names the questions that have to be answered, if they have."""
        return (_SAID, _NAMED, OUT) if self.asks else ()

    def on(self, form: Form) -> Form:
        """Says on top of a form that somebody has to be chosen before it can go out."""
        note = Callout(self.note or say("someone-whom"), "warn")
        return replace(form, blocks=(note, *form.blocks)) if self.asks else form

    def fields(self, kind: str, goes_to: str) -> tuple[Field, ...]:
        """Asks whether it is about somebody who would get it, and if so, about whom.

        `kind` finds the words, `goes_to` is the question whose answer says who would get it.
        """
        words, why = say(f"{kind}-someone"), say(f"{kind}-someone-hint")
        tick = Tick(_SAID, words, self.said, hint=why, more=True)
        if not self.said:
            return (tick,)
        after, label, hint = When(_SAID, "yes"), say(f"{kind}-label"), say(f"{kind}-hint")
        whom = Several(OUT, label, self.people, hint, self.chosen, after, goes_to)
        return (tick, *self._named(after), *((whom,) if self.people else ()))

    def _named(self, after: When) -> tuple[Field, ...]:
        if self.typed is None:
            return ()
        label, hint = say("someone-named"), say("someone-named-hint")
        return (Line(_NAMED, label, hint, self.typed, most=_NAME_MOST, when=after),)


async def involved(
    event: Event, reached: Mapping[PersonId, AgencyId], repo: Repository
) -> Involved:
    """Finds whom to ask about among those whom it would reach, each with their agency."""
    chosen, said = event.several(OUT), event.one(_SAID) == "yes"
    if not said and not chosen:
        return Involved(said=False)
    everyone = await to_choose_from(_with_before(reached, chosen, repo), repo)
    if len(reached) <= FEW:
        asks = said and not reached.keys() & set(chosen)
        return Involved(True, chosen, everyone, asks=asks)
    typed = event.one(_NAMED)
    return _of_many(everyone, chosen, typed, said)


def _with_before(
    reached: Mapping[PersonId, AgencyId], chosen: tuple[str, ...], repo: Repository
) -> Mapping[PersonId, AgencyId]:
    homes = repo.partnership.homes
    before = [PersonId(person) for person in chosen if person not in reached]
    return {**reached, **{person: homes[person] for person in before if person in homes}}


def _of_many(
    everyone: tuple[Option, ...], chosen: tuple[str, ...], typed: str, said: bool
) -> Involved:
    """Shows those who match, beside whoever was chosen. The only one who does stands there ticked,
    but is chosen by whoever sends it so: nobody is left out, or asked, by a slip of typing."""
    found = [option.value for option in matching(everyone, typed, LANGUAGES[0])] if typed else []
    matches = frozenset(found if len(found) <= _FOUND_MOST else ())
    people = tuple(o for o in everyone if o.value in matches or o.value in chosen)
    ticked = (*chosen, *found) if len(found) == 1 else chosen
    asks = said and not (matches & set(chosen) if typed else chosen)
    note = say("someone-many") if len(found) > _FOUND_MOST else say("someone-none")
    return Involved(True, ticked, people, typed, None if matches or not typed else note, asks)
