"""Answering a challenge: the owner of the decision, a second reader, a stage, a lead who adopts it.

They change the decision, adapt it or keep it, always with a reason; or ask, or name who can answer.
"""

from collections.abc import Mapping

from handlers.challenge.cards import challenge_card, pointed_card
from handlers.challenge.case import AnsweringCase, as_answering, as_lead, as_owner, as_recipient
from handlers.challenge.escalation import CLOCK, ask_anew
from handlers.challenge.pages import said_to, show
from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Update, no
from handlers.contract.people import Event
from handlers.shared import questions
from handlers.shared.cases import acts_on
from handlers.shared.desk.notes import back_to, noting
from handlers.shared.desk.said import in_sight
from handlers.shared.pages import ASIDE, done, text_wrong
from handlers.shared.release import speak
from prompts.shapes import Choice, Form, Long, Option
from prompts.words import say
from storage.repository.people import Known
from storage.schema.values import ThreadRole

VERDICTS = ("change", "adapt", "keep")
TEXT_MOST = 2500
POINTED_MOST = 2
"""So often it can be handed to somebody else; an answer is owed in the end."""


@as_recipient
async def open_challenge(case: AnsweringCase, _event: Event) -> Outcomes:
    """Shows everything that was said, and what they can do now."""
    return [await show(case)]


@as_answering
async def ask_verdict(case: AnsweringCase, _event: Event) -> Outcomes:
    """Asks whether they change the decision, adapt it or keep it, and why."""
    verdicts = questions.options("verdict", VERDICTS, hints=True)
    verdict = Choice("verdict", say("verdict-label"), verdicts)
    why = Long("text", say("verdict-why"), hint=say("close-hint"), most=TEXT_MOST)
    said = in_sight(await said_to(case))
    return [Ask(questions.form("verdict", "challenge.answer", case.id, verdict, why, blocks=said))]


@as_answering
async def give_verdict(case: AnsweringCase, event: Event) -> Outcomes:
    """Gives the answer, with its reason; whoever raised it then says whether that settles it."""
    thread, repo, verdict = case.thread, case.repo, event.one("verdict")
    errors = text_wrong(event.one("text"), TEXT_MOST)
    if verdict not in VERDICTS:
        errors["verdict"] = say("missing-verdict")
    if errors:
        return [Refuse(errors)]
    others = await case.asked_people()
    case.take()
    case.challenge.due = None
    await repo.timers.forget(thread.id, *CLOCK)
    repo.note(thread.id, f"answered: {verdict}", case.who.person)
    sent = await speak(thread, f"verdict-{verdict}", event.one("text"), repo, case.who.name)
    card = challenge_card(case, say("card-answer-given"))
    updates = [Update(p, thread.id, card) for p in others]
    return [Ask(done("verdict-done-title", "verdict-done")), *sent, *updates]


def _saying(kind: str) -> dict[str, Verb]:
    verb = f"challenge.{kind}"
    as_speaker = acts_on(
        AnsweringCase.find_for, "not-yours-to-answer", when=lambda case: case.may(verb)
    )

    @as_speaker
    async def ask(case: AnsweringCase, _event: Event) -> Outcomes:
        said = in_sight(await said_to(case))
        return [Ask(questions.text_form(kind, verb, case.id, TEXT_MOST, blocks=said))]

    @as_speaker
    async def take(case: AnsweringCase, event: Event) -> Outcomes:
        if errors := text_wrong(event.one("text"), TEXT_MOST):
            return [Refuse(errors)]
        said = f"outcome-{kind}" if kind == "close" else kind
        case.repo.note(case.id, f"said: {kind}", case.who.person)
        if kind == "close":
            case.take()
            await case.repo.timers.forget(case.id, *CLOCK)
        # The owner of a diverted thread isn't shown what its reviewer says.
        said += ASIDE if case.part == ThreadRole.REVIEWER else ""
        sent = await speak(case.thread, said, event.one("text"), case.repo, case.who.name)
        back = back_to(case.thread, "challenge")
        return [Ask(done(f"{kind}-done-title", f"{kind}-done", back)), *sent]

    return {verb: asks("person", ask), f"{verb}.send": Verb("person", take)}


@as_owner
async def ask_who(case: AnsweringCase, event: Event) -> Outcomes:
    """Asks who else can answer, and where."""
    me, agency = case.who.person, event.one("agency")
    owners = await questions.chosen_among(event, agency, case.repo, me)
    return [Ask(_point_form(case, event, owners))]


def _point_form(case: AnsweringCase, event: Event, owners: tuple[Option, ...] = ()) -> Form:
    asked = event.one("agency") or case.agency
    return questions.form(
        "point",
        "challenge.point",
        case.id,
        questions.agency(say("point-agency-label"), case.partnership, asked, own=case.agency),
        questions.owner(say("point-label"), say("point-hint"), event, required=True),
        *questions.which_owner(owners, event),
    )


@as_owner
async def point(case: AnsweringCase, event: Event) -> Outcomes:
    """Asks the one who was named, and tells whoever raised the challenge."""
    if event.one("agency") not in {a.id for a in case.partnership.agencies}:
        return [Refuse({"agency": say("missing-agency")})]
    found = await questions.called(event, event.one("agency"), case.repo, case.who.person)
    pointed = [s for s in await case.repo.said(case.thread, "lead") if s.kind == "pointed"]
    if len(pointed) >= POINTED_MOST:
        return no("point-enough")
    if found.unclear:
        return [Ask(_point_form(case, event, found.options))]
    if found.one is None:
        return [Refuse({"owner": say("point-nobody")})]
    return await _pointed(case, found.one, event.one("agency"))


async def _pointed(case: AnsweringCase, to: Known, agency: str) -> Outcomes:
    before = await case.recipients(ThreadRole.OWNER)
    for person in before:
        await case.repo.set_role(case.thread, person, ThreadRole.PAST)
    case.thread.agency = agency
    case.challenge.owner, case.challenge.owner_name = to.person, to.name
    case.repo.note(case.id, "pointed to another", case.who.person)
    sent, passed = await ask_anew(case, to.name), pointed_card(case)
    return [
        Ask(done("point-done-title", "point-done")),
        *(Update(p, case.id, passed) for p in before),
        *sent,
    ]


VERBS: Mapping[str, Verb] = {
    "challenge.open": asks("person", open_challenge, looks=True),
    "challenge.answer": asks("person", ask_verdict),
    "challenge.answer.send": Verb("person", give_verdict),
    "challenge.point": asks("person", ask_who),
    "challenge.point.send": Verb("person", point),
    **_saying("reply"),
    **_saying("ask"),
    **_saying("update"),
    **_saying("close"),
    **noting("challenge", as_lead),
}
