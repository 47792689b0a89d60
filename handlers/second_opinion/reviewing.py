"""Giving a second opinion: each alone, and blind to the others until all are shown."""

from collections.abc import Mapping

from handlers.contract import Ask, Event, Named, Outcomes, Refuse, Update, Verb, asks, no
from handlers.second_opinion.cards import closed_card
from handlers.second_opinion.pages import VERDICTS, reviewer_page
from handlers.second_opinion.reminders import ask_more, shown_if_all_have_answered
from handlers.shared import questions
from handlers.shared.pages import done
from prompts.shapes import Choice, Form, Long
from prompts.words import Words, say
from storage.repository import Repository
from storage.schema import Reviewer, Thread
from storage.schema.values import State, ThreadRole

WHY_MOST = 2000
MIND_MOST = 500


async def _asked(who: Named, event: Event, repo: Repository) -> tuple[Thread, Reviewer] | None:
    """The second opinion, if it was asked of them."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != "second-opinion" or thread.state == State.WAITING:
        return None
    found = [r for r in await repo.opinions.reviewers(thread) if r.person == who.person]
    return (thread, found[0]) if found else None


def _may_answer(thread: Thread, reviewer: Reviewer) -> bool:
    return thread.state == State.OPEN and reviewer.message is None and not reviewer.declined


async def open_opinion(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The question, and what they can do."""
    found = await _asked(who, event, repo)
    return no("not-for-you") if found is None else [Ask(await reviewer_page(*found, repo))]


async def ask_answer(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Do they agree, why, and what would change their mind?"""
    found = await _asked(who, event, repo)
    if found is None or not _may_answer(*found):
        return no("opinion-not-now")
    return [
        Ask(
            Form(
                title=say("opining-title"),
                verb="opinion.answer.send",
                subject=found[0].id,
                fields=(
                    Choice(
                        "verdict",
                        say("opining-verdict-label"),
                        questions.options("opinion", VERDICTS),
                    ),
                    Long("text", say("opinion-why"), hint=say("opining-why-hint"), most=WHY_MOST),
                    Long("mind", say("opinion-mind"), required=False, most=MIND_MOST),
                ),
                submit=say("opining-submit"),
            )
        )
    ]


async def give_answer(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Kept until all are shown; the last one to answer shows them."""
    found = await _asked(who, event, repo)
    if found is None or not _may_answer(*found):
        return no("opinion-not-now")
    if wrong := _wrong(event):
        return [Refuse(wrong)]
    thread, reviewer = found
    reviewer.message = await repo.say(
        thread,
        "reviewer",
        f"opinion-{event.one('verdict')}",
        event.one("text"),
        parts={"mind": event.one("mind")},
        held=True,
    )
    await repo.set_role(thread, who.person, ThreadRole.PAST)
    repo.note(thread.id, "opinion given", who.person)
    given = closed_card(thread, say("opinion-given-note"))
    sent = await shown_if_all_have_answered(thread, repo)
    page = done("opining-done-title", "opining-done")
    return [Ask(page), *([] if sent else [Update(who.person, thread.id, given)]), *sent]


def _wrong(event: Event) -> dict[str, Words]:
    wrong = questions.too_long(event, {"text": WHY_MOST, "mind": MIND_MOST})
    if event.one("verdict") not in VERDICTS:
        wrong["verdict"] = say("missing-opinion")
    if not event.one("text"):
        wrong["text"] = say("missing-text")
    return wrong


async def decline(who: Named, event: Event, repo: Repository) -> Outcomes:
    """They can't, or are involved: the next one is asked, and nobody asks why."""
    found = await _asked(who, event, repo)
    if found is None or not _may_answer(*found):
        return no("opinion-not-now")
    thread, reviewer = found
    reviewer.declined = True
    await repo.set_role(thread, who.person, ThreadRole.PAST)
    repo.note(thread.id, "opinion declined", who.person)
    gone = Update(who.person, thread.id, closed_card(thread, say("opinion-declined-note")))
    opinion = await repo.opinions.of(thread)
    sent = await ask_more(thread, opinion, 1, repo)
    return [Ask(done("opining-declined-title", "opining-declined")), gone, *sent]


VERBS: Mapping[str, Verb] = {
    "opinion.open": asks("person", open_opinion),
    "opinion.answer": asks("person", ask_answer),
    "opinion.answer.send": Verb("person", give_answer),
    "opinion.decline": Verb("person", decline),
}
