"""Practising what to say: `/practice`. Alone, for three minutes, and nothing of it is kept.

Nobody who practises has a name here. Where somebody is in a scenario, and what they chose or wrote,
travels in the form they look at, and stands in no row, log or count. They go on by a press and not
by a link (`practice.on`), since an address stays in a browser's history and in a proxy's log.
"""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Visitor
from handlers.practice import offering
from handlers.practice.pages import OWN, OWN_MOST, first_page, step_form, what_follows
from handlers.shared import questions
from handlers.shared.scenarios.pack import found_at, pack
from prompts.shapes import Button
from prompts.words import Words, say
from storage.repository import Repository


async def ask(who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows what there is to practise, and to leads that a channel can be offered one a month."""
    together = Button(say("practice-together-button"), "pause.practice")
    monthly = (Button(say("practice-offer-button"), "practice.offer"),) if who.leads else ()
    return [Ask(first_page(event, repo.partnership, together, *monthly))]


async def begin(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows how the chosen scenario begins."""
    scenario = pack(repo.partnership).get(event.one("scenario"))
    if scenario is None:
        return [Refuse({"scenario": say("missing-scenario")})]
    return [Ask(step_form(scenario, scenario.steps[0], Event("")))]


async def step(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows a moment in which they choose."""
    found = found_at(event.subject, repo.partnership)
    return [Ask(step_form(*found, event))] if found else no("practice-gone")


async def answer(_who: Visitor, event: Event, repo: Repository) -> Outcomes:
    """Shows what often follows; what they said is shown back to them, and forgotten."""
    found = found_at(event.subject, repo.partnership)
    if found is None:
        return no("practice-gone")
    _, at = found
    wrong = questions.too_long(event, {OWN: OWN_MOST})
    if at.answer(event.one("say")) is None and not event.one(OWN):
        wrong |= _unsaid(event.one("say"))
    return [Refuse(wrong)] if wrong else [Ask(what_follows(*found, event))]


def _unsaid(chosen: str) -> dict[str, Words]:
    return {OWN: say("missing-own")} if chosen == OWN else {"say": say("missing-say")}


COMMAND = Command(
    name="practice",
    menu=Menu(82),
    verbs={
        "practice": asks("anyone", ask, unseen=True),
        "practice.send": Verb("anyone", begin, unseen=True),
        "practice.step": asks("anyone", step, unseen=True),
        "practice.on": Verb("anyone", step, unseen=True),
        "practice.step.send": Verb("anyone", answer, unseen=True),
        **offering.VERBS,
    },
    kinds={"practice": offering.KIND},
    steps=offering.STEPS,
)
