"""Who did what on which day, for those who answer a thread.

It is read from the audit, which knows no hour and nobody who is hidden. Only what is listed here is
shown: what the audit keeps besides is for nobody's page.
"""

from collections.abc import Collection, Mapping
from typing import Final

from prompts.shapes import Facts, Section
from prompts.words import Day, Plain, Words, say
from storage.audit.trail import Done
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread

CONCERN: Final[Mapping[str, str]] = {
    "picked up": "picked",
    "passed on": "passed",
    "lead: reply": "replied",
    "lead: ask": "asked",
    "lead: update": "news",
    "lead: close": "answered",
}
"""What is shown of what was done, and the end of the id of its words."""
CHALLENGE: Final[Mapping[str, str]] = {
    "adopted": "adopted",
    "answered": "answered",
    "pointed to another": "pointed",
}
"""Not what was said: by that an owner would learn that it was diverted."""
REFERRAL: Final[Mapping[str, str]] = {
    "recorded": "recorded",
    "changed": "changed",
    "taken": "taken",
    "help asked for": "helped",
    "update": "news",
    "added": "added",
    "handed on": "handed",
    "lapsed": "lapsed",
    "went up to level": "went-up",
    "moved by new rules": "moved",
    "done": "answered",
    "withdrawn": "withdrawn",
}

OPINION: Final[Mapping[str, str]] = {
    "opinion given": "opinion",
    "opinions shown": "opinions-shown",
}
"""Not who declined: nobody asks why, and nobody is told."""
PAUSE: Final[Mapping[str, str]] = {
    "round opened": "round-opened",
    "round shown": "round-shown",
    "chair left": "chair-left",
    "decided": "decided",
}
"""What a chair did, and the clock: an answer stands in no audit."""
UNDECIDED: Final[Mapping[str, str]] = {**PAUSE, "decided": "over"}
"""The same where people look back, or practise."""
_BEGINS: Final = frozenset({"recorded", "round opened"})
"""By these the first thing that was done says itself how it began."""


async def timeline(
    thread: Thread, shown: Mapping[str, str], repo: Repository, *, only: PersonId | None = None
) -> Section:
    """Shows what was done so far, the first on top; `shown` says which of it.

    Whoever is not to know yet what others did is shown `only` their own.
    """
    every = [d for d in await repo.desk.history(thread) if only is None or d.by == only]
    acts = [(d, word) for d in every if (word := _word(d.what, shown))]
    names = await _names({d.by for d, _ in acts if d.by}, repo)
    begun = () if _BEGINS & shown.keys() else ((Day(thread.day), say("done-raised")),)
    rows = ((Day(d.day), _said(d, word, names)) for d, word in acts)
    return Section(say("timeline-title"), (Facts((*begun, *rows)),))


def _word(what: str, shown: Mapping[str, str]) -> str:
    found = shown.get(what)
    return found or next((word for key, word in shown.items() if what.startswith(key)), "")


def _said(done: Done, word: str, names: Mapping[PersonId, str]) -> Words:
    name = names.get(done.by) if done.by else None
    said = say(f"done-{word}")
    return say("done-by", what=said, name=Plain(name)) if name else said


async def _names(people: Collection[PersonId], repo: Repository) -> dict[PersonId, str]:
    known = await repo.people.names_of(people) if people else {}
    for person in set(people) - known.keys():
        if member := repo.partnership.member(person):
            known[person] = member.name
    return known
