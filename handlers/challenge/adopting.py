"""A lead carries a hidden challenge on in their own name, and the formal stages begin."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.challenge.cards import carried_card
from handlers.challenge.case import AnsweringCase
from handlers.challenge.escalation import next_stage
from handlers.challenge.pages import show
from handlers.contract.commands import Verb
from handlers.contract.outcomes import Outcomes, Update, no
from handlers.contract.people import Event
from handlers.shared.cases import acts_on
from prompts.words import Plain, say
from storage.schema.values import How, ThreadRole


@acts_on(AnsweringCase.find_for, "not-for-you", when=lambda case: case.part == ThreadRole.ADOPT)
async def adopt(case: AnsweringCase, _event: Event) -> Outcomes:
    """Makes a lead carry the challenge on in their own name, and asks at the next stage."""
    thread, challenge, repo, who = case.thread, case.challenge, case.repo, case.who
    instead = case.needs_new_adopter()
    if challenge.adopted_by is not None or not (instead or challenge.step == ThreadRole.ADOPT):
        return no("taken-by-other")
    challenge.adopted_by, challenge.adopted_name = who.person, who.name
    await repo.set_role(thread, who.person, ThreadRole.ADOPTER)
    await repo.say(thread, "bot", "adopted", who.name)
    repo.note(thread.id, "adopted", who.person)
    if thread.how == How.CONFIDENCE:
        await repo.say(thread, "bot", "name-learned", who.name)
        repo.note(thread.id, "name shown to the lead", who.person)
    others = await case.recipients(ThreadRole.ADOPT)
    sent = [] if instead else await next_stage(case)
    # They may be asked at that stage too.
    case = replace(case, part=(await repo.audience(thread))[who.person])
    taken = carried_card(case, say("card-adopted", name=Plain(who.name)))
    return [
        await show(case, say("adopted-now")),
        *sent,
        Update(who.person, thread.id, carried_card(case, say("adopted-now"))),
        *(Update(p, thread.id, taken) for p in others),
    ]


VERBS: Mapping[str, Verb] = {"challenge.adopt": Verb("person", adopt)}
