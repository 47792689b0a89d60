"""What to think of before sending: words that tell who, and too few who could have sent it."""

from collections.abc import Collection

from handlers.contract import Anonymous, Raiser
from handlers.spotting import spot
from prompts.shapes import Callout
from prompts.words import Plain, say
from storage.partnership import PersonId
from storage.repository import Repository


async def doubts(
    who: Raiser, text: str, without: Collection[PersonId], repo: Repository
) -> tuple[Callout, ...]:
    """Warnings about this text; those `without` can't be thought to have sent it."""
    names = tuple(m.name for m in repo.partnership.members)
    warnings = [*identifying(text, names, repo)]
    if isinstance(who, Anonymous):
        few = repo.partnership.thresholds.could_have_sent
        if await repo.people.could_have_sent(who.agency, frozenset(without)) < few:
            warnings.append(Callout(say("doubt-few", few=few), "warn"))
    return tuple(warnings)


def identifying(text: str, names: tuple[str, ...], repo: Repository) -> tuple[Callout, ...]:
    """What in a text may tell who somebody is: these names, and what looks like anybody's."""
    agencies = tuple(words for a in repo.partnership.agencies for words in a.name.values())
    found = spot(text, names, agencies, repo.today)
    shown = Plain(", ".join(dict.fromkeys(f"“{text[f.start : f.end]}”" for f in found)))
    return (Callout(say("doubt-identifies", words=shown), "warn"),) if found else ()
