"""Giving a second opinion: each alone, and blind to the others until all are shown."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Update
from handlers.contract.people import Event
from handlers.second_opinion.cards import closed_card
from handlers.second_opinion.case import ReviewerCase, as_noting, as_reviewer, as_waited_for
from handlers.second_opinion.pages import VERDICTS, reviewer_page
from handlers.second_opinion.reminders import ask_more, no_longer_asked, show_if_complete
from handlers.shared import questions
from handlers.shared.desk.notes import noting
from handlers.shared.desk.said import in_sight
from handlers.shared.pages import conversation, done
from prompts.shapes import Choice, Long, Said
from prompts.words import Words, say
from storage.schema.values import ThreadRole

WHY_MOST = 2000
MIND_MOST = 500


@as_reviewer
async def open_opinion(case: ReviewerCase, _event: Event) -> Outcomes:
    """Shows the question, and what they can do."""
    return [Ask(await reviewer_page(case))]


@as_waited_for
async def ask_answer(case: ReviewerCase, _event: Event) -> Outcomes:
    """Asks whether they agree with what is proposed, why, and what would change their mind."""
    verdicts, proposal = questions.options("opinion", VERDICTS), await case.proposal()
    label = say("opining-agree-label" if proposal else "opining-verdict-label")
    proposed = (Said(say("part-proposal"), proposal),) if proposal else ()
    said = await conversation(case.thread, "lead", case.repo, raised="question")
    # What is proposed stands nearest to the question, however much was said besides.
    sight = in_sight([block for block in said if block not in proposed])
    verdict = Choice("verdict", label, verdicts)
    hint = say("opining-why-hint")
    why = Long("text", say("opinion-why"), hint=hint, most=WHY_MOST, says="opinion")
    mind = Long("mind", say("opinion-mind"), required=False, most=MIND_MOST, says="opinion")
    asked = (verdict, why, mind)
    blocks = (*sight, *proposed)
    return [Ask(questions.form("opining", "opinion.answer", case.id, *asked, blocks=blocks))]


@as_waited_for
async def give_answer(case: ReviewerCase, event: Event) -> Outcomes:
    """Keeps their opinion until all are shown; the last one to answer shows them."""
    if wrong := _wrong(event):
        return [Refuse(wrong)]
    thread, repo = case.thread, case.repo
    text, mind = event.one("text"), {"mind": event.one("mind")}
    case.reviewer.message = await repo.say(
        thread, "reviewer", f"opinion-{event.one('verdict')}", text, parts=mind, held=True
    )
    await repo.set_role(thread, case.person, ThreadRole.PAST)
    repo.note(thread.id, "opinion given", case.person)
    given = Update(case.person, thread.id, closed_card(thread, say("opinion-given-note")))
    page = Ask(done("opining-done-title", "opining-done"))
    return [page, *(await show_if_complete(case) or [given])]


def _wrong(event: Event) -> dict[str, Words]:
    wrong = questions.too_long(event, {"text": WHY_MOST, "mind": MIND_MOST})
    if event.one("verdict") not in VERDICTS:
        wrong["verdict"] = say("missing-opinion")
    if not event.one("text"):
        wrong["text"] = say("missing-text")
    return wrong


@as_waited_for
async def decline(case: ReviewerCase, _event: Event) -> Outcomes:
    """Lets go a reviewer who can't, or is involved: the next one is asked, and nobody asks why."""
    gone = await no_longer_asked(case, case.reviewer)
    case.repo.note(case.id, "opinion declined", case.person)
    page = Ask(done("opining-declined-title", "opining-declined"))
    return [page, gone, *await ask_more(case, 1)]


VERBS: Mapping[str, Verb] = {
    "opinion.open": asks("person", open_opinion),
    "opinion.answer": asks("person", ask_answer),
    "opinion.answer.send": Verb("person", give_answer),
    "opinion.decline": Verb("person", decline, own=True),
    **noting("opinion", as_noting),
}
