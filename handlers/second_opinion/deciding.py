"""After a second opinion: what was decided and why, and what it becomes."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Raiser
from handlers.second_opinion.case import OpinionCase, as_asker_deciding
from handlers.second_opinion.pages import BECOMES, gist
from handlers.second_opinion.reminders import decided
from handlers.shared import questions
from handlers.shared.brought import bringing
from handlers.shared.pages import done, own_thread
from handlers.shared.release import delayed_until
from prompts.shapes import Long
from prompts.words import say, speak
from storage.repository import Repository

TEXT_MOST = 1500


@as_asker_deciding
async def ask_decision(case: OpinionCase, _event: Event) -> Outcomes:
    """Asks what was decided, and why."""
    text = Long("text", say("deciding-what"), most=TEXT_MOST, says="answer")
    hint = say("deciding-why-hint")
    why = Long("why", say("deciding-why"), hint=hint, most=TEXT_MOST, says="answer")
    return [Ask(questions.form("deciding", "opinion.decide", case.id, text, why))]


@as_asker_deciding
async def decide(case: OpinionCase, event: Event) -> Outcomes:
    """Tells the reviewers; from somebody hidden, at the release that they chose."""
    wrong = questions.too_long(event, {"text": TEXT_MOST, "why": TEXT_MOST})
    wrong |= {name: say("missing-text") for name in ("text", "why") if not event.one(name)}
    if wrong:
        return [Refuse(wrong)]
    thread, repo = case.thread, case.repo
    text, because = event.one("text"), {"because": event.one("why")}
    page = Ask(done("deciding-done-title", "deciding-done"))
    if at := delayed_until(thread, repo):
        await repo.to_come.say(thread, "decided", text, at, parts=because, last=True)
        return [page]
    await repo.say(thread, "raiser", "decided", text, parts=because)
    return [page, *await decided(case)]


def _becoming(verb: str) -> Verb:
    """Makes the verb that opens another command's form, with the question in it."""

    async def becomes(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
        case = await OpinionCase.of(await own_thread(event, repo), repo)
        return [bringing(verb, await _brought(case), case.thread.how)]

    return asks("raiser", becomes)


async def _brought(case: OpinionCase) -> Mapping[str, str]:
    """Brings along the question, what was decided and why, and how many agreed: nobody's words.

    Our own are in one language for all: whoever is hidden would tell theirs by it.
    """
    said = await case.repo.said(case.thread, "raiser")
    first = next((s for s in said if s.kind == "raised"), None)
    if first is None:
        return {}
    made = next((s for s in said if s.kind == "decided"), None)
    decided = (made.text, made.parts.get("because", "")) if made else ()
    language, proposed = case.partnership.languages[0], first.parts.get("proposal", "")
    views = [speak(words, language) for words in await gist(case)]
    what = "\n\n".join(part for part in (first.text, proposed, *decided, *views) if part)
    decision = made.text if made else first.text
    return {"what": what, "decision": decision, "reference": first.reference}


VERBS: Mapping[str, Verb] = {
    "opinion.decide": asks("raiser", ask_decision),
    "opinion.decide.send": Verb("raiser", decide),
    **{f"opinion.to.{verb}": _becoming(verb) for verb in BECOMES},
}
