"""A lead carries a hidden challenge on in their own name, and the formal stages begin."""

from collections.abc import Mapping

from handlers.challenge.cards import carried_card
from handlers.challenge.escalation import next_stage
from handlers.challenge.pages import lying_before, show
from handlers.contract import Event, Named, Outcomes, Refuse, Update, Verb
from prompts.words import Plain, say
from storage.repository import Repository
from storage.schema.values import How, ThreadRole


async def adopt(who: Named, event: Event, repo: Repository) -> Outcomes:
    """A lead carries it on in their own name; the formal stages begin."""
    found = await lying_before(who, event, repo)
    if found is None or found[2] != ThreadRole.ADOPT:
        return [Refuse({"": say("not-for-you")})]
    thread, challenge, _ = found
    if challenge.adopted_by is not None or challenge.step != ThreadRole.ADOPT:
        return [Refuse({"": say("taken-by-other")})]
    challenge.adopted_by, challenge.adopted_name = who.person, who.name
    await repo.set_role(thread, who.person, ThreadRole.ADOPTER)
    await repo.say(thread, "bot", "adopted", who.name)
    repo.note(thread.id, "adopted", who.person)
    if thread.how == How.CONFIDENCE:
        await repo.say(thread, "bot", "name-learned", who.name)
        repo.note(thread.id, "name shown to the lead", who.person)
    others = [p for p, part in (await repo.audience(thread)).items() if part == ThreadRole.ADOPT]
    sent = await next_stage(thread, challenge, repo)
    taken = carried_card(thread, repo.partnership, say("card-adopted", name=Plain(who.name)))
    mine = carried_card(thread, repo.partnership, say("adopted-now"))
    return [
        await show(who, thread, challenge, repo, say("adopted-now")),
        *sent,
        Update(who.person, thread.id, mine),
        *(Update(p, thread.id, taken) for p in others),
    ]


VERBS: Mapping[str, Verb] = {"challenge.adopt": Verb("person", adopt)}
