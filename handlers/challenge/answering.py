"""Answering a challenge: the owner of the decision, a second reader, a stage, a lead who adopts it.

They change the decision, adapt it or keep it, always with a reason; or ask, or name who can answer.
"""

from collections.abc import Mapping

from handlers.challenge.cards import challenge_card, pointed_card
from handlers.challenge.case import (
    AnsweringCase,
    as_answering,
    as_lead,
    as_owner,
    as_recipient,
    as_speaker,
)
from handlers.challenge.escalation import CLOCK, ask_anew
from handlers.challenge.pages import said_to, show
from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Open, Outcomes, Refuse, Update, no
from handlers.contract.people import Event
from handlers.shared import questions
from handlers.shared.brought import bringing_theirs, in_short
from handlers.shared.cases import acts_on
from handlers.shared.desk.notes import back_to, noting
from handlers.shared.desk.said import in_sight
from handlers.shared.desk.telling import asked_along, story_tick
from handlers.shared.desk.thanking import thank_along, thanking, thanks_tick
from handlers.shared.labels import known_as
from handlers.shared.pages import ASIDE, done, text_wrong
from handlers.shared.release import speak
from prompts.shapes import Choice, Field, Form, Long, Option
from prompts.words import say
from storage.repository.people.people import Known
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
    why = Long("text", say("verdict-why"), hint=say("close-hint"), most=TEXT_MOST, says="answer")
    asked: tuple[Field, ...] = (verdict, why, *await thanks_tick(case), story_tick())
    said = in_sight(await said_to(case))
    return [Ask(questions.form("verdict", "challenge.answer", case.id, *asked, blocks=said))]


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
    told, text = await asked_along(case, event), event.one("text")
    sent = await speak(thread, f"verdict-{verdict}", text, repo, case.who.name, told)
    await thank_along(case, event)
    card = challenge_card(case, say("card-answer-given"))
    updates = [Update(p, thread.id, card) for p in others]
    return [Ask(done("verdict-done-title", "verdict-done")), *sent, *updates]


def _saying(kind: str) -> dict[str, Verb]:
    verb = f"challenge.{kind}"
    as_saying = acts_on(
        AnsweringCase.find_for, "not-yours-to-answer", when=lambda case: case.may(verb)
    )

    @as_saying
    async def ask(case: AnsweringCase, _event: Event) -> Outcomes:
        said = in_sight(await said_to(case))
        before = (*await thanks_tick(case), story_tick()) if kind == "close" else ()
        return [Ask(questions.text_form(kind, verb, case.id, TEXT_MOST, *before, blocks=said))]

    @as_saying
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
        told = await asked_along(case, event) if kind == "close" else {}
        sent = await speak(case.thread, said, event.one("text"), case.repo, case.who.name, told)
        if kind == "close":
            await thank_along(case, event)
        back = back_to(case.thread, "challenge")
        return [Ask(done(f"{kind}-done-title", f"{kind}-done", back)), *sent]

    return {verb: asks("person", ask), f"{verb}.send": Verb("person", take)}


@as_speaker
async def refer(case: AnsweringCase, _event: Event) -> Outcomes:
    """Opens the form of a referral, with what was challenged; nothing leads from it back here."""
    said = await case.repo.said(case.thread, "lead")
    first = next((s for s in said if s.kind == "raised"), None)
    if first is None:
        return [Open("referral")]
    what = in_short(first.parts.get("decision", ""), first.text, first.parts.get("ask", ""))
    answers = {"what": what, "reference": first.reference, "agency": case.home.id}
    return [bringing_theirs("referral", answers)]


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
    name = known_as(to, case.partnership)
    return [
        Ask(done("point-done-title", say("point-done", name=name))),
        *(Update(p, case.id, passed) for p in before),
        *sent,
    ]


as_thanking = acts_on(
    AnsweringCase.find_for, "not-yours-to-answer", when=lambda case: case.may("challenge.thanks")
)
VERBS: Mapping[str, Verb] = {
    "challenge.open": asks("person", open_challenge, looks=True),
    "challenge.answer": asks("person", ask_verdict),
    "challenge.answer.send": Verb("person", give_verdict),
    "challenge.refer": asks("person", refer),
    "challenge.point": asks("person", ask_who),
    "challenge.point.send": Verb("person", point),
    **_saying("reply"),
    **_saying("ask"),
    **_saying("update"),
    **_saying("close"),
    **noting("challenge", as_lead),
    **thanking("challenge", as_thanking),
}
