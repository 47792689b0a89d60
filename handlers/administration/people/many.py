"""Many people at once, as a spreadsheet has them: all of it, or nothing and every wrong line."""

import asyncio
from typing import Final

from handlers.administration.deciding import HOME, answered, propose, settings_now
from handlers.administration.people.sheet import Mistake, sheet_of
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from prompts.shapes import Button, Callout, Form, Long, Text
from prompts.words import Plain, Words, say
from storage.partnership.changes.deciding import is_administrator
from storage.repository import Repository

_MOST: Final = 2500
_AGAIN: Final = Button(say("administration-sheet-title"), "administration.sheet")
_SHOWN: Final = 30
"""So many wrong lines are shown at a time."""


async def ask(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks for the lines of a spreadsheet."""
    if not is_administrator(who.person, repo.partnership):
        return no("administration-nobody")
    label, hint = say("administration-sheet-label"), say("administration-sheet-hint")
    field = Long("sheet", label, hint=hint, most=_MOST)
    intro = Text(say("administration-sheet-intro")), Text(say("administration-sheet-many"))
    asked = questions.form("administration-sheet", "administration.sheet", "", field,
                           blocks=intro)  # fmt: skip
    return [Ask(asked)]


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed; or what is wrong in which line."""
    if not is_administrator(who.person, repo.partnership):
        return no("administration-nobody")
    if not event.one("sheet").strip():
        return [Refuse({"sheet": say("administration-sheet-columns")})]
    tree = await settings_now(repo)
    # Elsewhere: it takes a moment, in which others are served.
    sheet = await asyncio.to_thread(sheet_of, event.one("sheet"), tree)
    if sheet.mistakes:
        return [Ask(_wrong(sheet.mistakes))]
    return await propose(who, event, sheet.edits, "import", repo)


def _wrong(mistakes: list[Mistake]) -> Form:
    count = say("administration-sheet-wrong", count=len(mistakes))
    lines = tuple(Text(_line(mistake)) for mistake in mistakes[:_SHOWN])
    return Form(say("administration-sheet-title"), blocks=(Callout(count, "warn"), *lines),
                buttons=(_AGAIN, HOME))  # fmt: skip


def _line(mistake: Mistake) -> Words:
    if not mistake.line:
        return mistake.fix
    return say("administration-sheet-line", line=Plain(str(mistake.line)), fix=mistake.fix)
