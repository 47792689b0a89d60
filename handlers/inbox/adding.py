"""What somebody adds to what they raised: looked at before it goes, as what they raised was."""

from collections.abc import Collection
from functools import reduce

from handlers.contract.people import Event
from handlers.registry import kind_of
from handlers.shared.identifying.words import identifiers
from handlers.shared.people.recipients import NamedRecipients, named_in_text, whom_it_names
from handlers.shared.questions import form
from handlers.shared.steps.warnings import ANYWAY, Warnings, beside, warned
from prompts.shapes import Form, Long
from prompts.words import Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread

TEXT_MOST = 2500


def adding_form(thread: Thread, event: Event) -> Form:
    """Asks what they add."""
    hint, value = say("what-hint"), event.one("text")
    text = Long("text", say("answer-label"), hint=hint, value=value, most=TEXT_MOST, says="reply")
    return form("answer", "mine.answer", thread.id, text)


async def looked_at(
    thread: Thread, event: Event, repo: Repository
) -> tuple[NamedRecipients, Form | None]:
    """Finds whom these words name of those who would hear of it by and by; with the form once more
    while something is to be asked first, or to be thought of: who reads it already and is named,
    and what may tell who somebody is."""
    hearing, readers = kind_of(thread).hearing, frozenset(await repo.audience(thread))
    later = await hearing(thread, repo) - readers if hearing else frozenset[PersonId]()
    named = await named_in_text(event.one("text"), event, later, repo)
    warnings = await _warnings(event, readers if hearing else (), repo)
    if not (warnings or named.asks):
        return named, None
    return named, named.on(beside(adding_form(thread, event), warnings, event))


async def _warnings(event: Event, readers: Collection[PersonId], repo: Repository) -> Warnings:
    if event.one(ANYWAY):
        return {}
    text, today = event.one("text"), repo.today_at(None)
    told = identifiers(text, [m.name for m in repo.partnership.members], repo.partnership, today)
    known: list[Words] = [Plain(each.name) for each in await whom_it_names(text, readers, repo)]
    words = [say("answer-read-by", names=reduce(_and, known))] if known else []
    return warned("text", *words, *([say("doubt-identifies", words=told)] if told else []))


def _and(names: Words, other: Words) -> Words:
    return say("answer-names", names=names, other=other)
