"""Recording a referral: `/referral`, what was asked of whom, and by when."""

from datetime import date

from handlers.contract import (
    EVERYWHERE,
    Ask,
    Command,
    Event,
    Menu,
    Named,
    Outcomes,
    Refuse,
    Verb,
    asks,
)
from handlers.referral import completing, reassigning, responding
from handlers.referral.kind import KIND
from handlers.referral.owner import begin
from handlers.referral.page import TEXT_MOST
from handlers.referral.recording import make
from handlers.referral.reminders import STEPS
from handlers.shared import questions
from handlers.shared.days import read_day
from handlers.shared.identifying import identifying
from handlers.shared.pages import done
from handlers.shared.questions import NAME_MOST, REFERENCE_MOST
from prompts.shapes import Callout, Choice, Field, Form, Line, Long, Option
from prompts.shapes import Text as Paragraph
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import AgencyId, Partnership
from storage.partnership.settings import OTHER
from storage.repository import Repository
from storage.repository.people import Known

ROLES = ("lead", "manager")


async def start(_who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks for a new referral."""
    return [Ask(referral_form(event, repo.partnership))]


def referral_form(
    event: Event,
    partnership: Partnership,
    warnings: tuple[Callout, ...] = (),
    owners: tuple[Option, ...] = (),
) -> Form:
    """Asks for one, with what was answered so far and what should be looked at again."""
    anyway = (questions.anyway(),) if warnings else ()
    return Form(
        title=say("referral-title"),
        verb="referral.send",
        blocks=(*warnings, Paragraph(say("referral-intro"))),
        fields=(*_what(event, partnership), *_whose(event, partnership, owners), *anyway),
        submit=say("referral-submit"),
    )


def _what(event: Event, partnership: Partnership) -> tuple[Field, ...]:
    kinds = tuple(Option(k.id, Labelled(dict(k.name))) for k in partnership.referrals)
    return (
        Line(
            "reference",
            say("referral-reference-label"),
            hint=say("referral-reference-hint"),
            value=event.one("reference"),
            required=True,
            most=REFERENCE_MOST,
        ),
        Choice(
            "kind",
            say("referral-kind-label"),
            (*kinds, Option(OTHER, say("referral-kind-other"))),
            look="select",
            value=event.one("kind"),
        ),
        Line(
            "due",
            say("referral-due-label"),
            hint=say("referral-due-hint"),
            value=event.one("due"),
            kind="date",
        ),
        Long(
            "what",
            say("referral-what-label"),
            hint=say("referral-what-hint"),
            value=event.one("what"),
            most=TEXT_MOST,
        ),
    )


def _whose(event: Event, partnership: Partnership, owners: tuple[Option, ...]) -> tuple[Field, ...]:
    roles = questions.options("referral-role", ROLES)
    return (
        questions.agency(say("referral-agency-label"), partnership, event.one("agency")),
        questions.owner(say("referral-owner-label"), say("referral-owner-hint"), event),
        *questions.which_owner(owners, event),
        Choice("role", say("referral-role-label"), roles, value=event.one("role") or "lead"),
    )


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Records a referral, which is followed until it is done."""
    errors = _problems(event, repo)
    if errors:
        return [Refuse(errors)]
    known: list[Known] = []
    if event.one("owner"):
        known = await repo.people.called(event.one("owner"), AgencyId(event.one("agency")))
        if not known:
            return [Refuse({"owner": say("referral-owner-unknown")})]
    meant = [k for k in known if k.person == event.one("owner_id")] or known
    # No names of families; who works on it may be named.
    text = f"{event.one('reference')}\n{event.one('what')}"
    warnings = () if event.one("anyway") else identifying(text, (), repo)
    if warnings or len(meant) > 1:
        owners = tuple(Option(k.person, Plain(k.name)) for k in known) if len(meant) > 1 else ()
        return [Ask(referral_form(event, repo.partnership, warnings, owners))]
    return await _record(who, meant[0] if meant else None, event, repo)


def _problems(event: Event, repo: Repository) -> dict[str, Words]:
    kinds = {k.id for k in repo.partnership.referrals} | {OTHER}
    agencies = {a.id for a in repo.partnership.agencies}
    wrong: dict[str, Words] = {}
    for name, allowed in (("kind", kinds), ("agency", agencies), ("role", set(ROLES))):
        if event.one(name) not in allowed:
            wrong[name] = say(f"missing-{name}")
    wrong |= _wrong_texts(event)
    if not wrong.keys() & {"kind", "agency"} and not _holds_there(event, repo.partnership):
        wrong["kind"] = say("referral-kind-elsewhere")
    if "kind" not in wrong and (words := _wrong_day(event, repo)):
        wrong["due"] = words
    return wrong


def _wrong_texts(event: Event) -> dict[str, Words]:
    limits = {"reference": REFERENCE_MOST, "what": TEXT_MOST, "owner": NAME_MOST}
    names = ("reference", "what")
    missing = {n: say(f"missing-referral-{n}") for n in names if not event.one(n)}
    return questions.too_long(event, limits) | missing


def _holds_there(event: Event, partnership: Partnership) -> bool:
    """Whether this limit holds in the nation of the agency that is asked."""
    there = {kind.id for kind in partnership.kinds_in(AgencyId(event.one("agency")))}
    return event.one("kind") in there | {OTHER}


def _wrong_day(event: Event, repo: Repository) -> Words | None:
    day = read_day(event.one("due"))
    if event.one("due") and day is None:
        return say("not-a-day")
    if event.one("kind") == OTHER and day is None:
        return say("referral-day-needed")
    if day is not None and not repo.today <= day <= date(repo.today.year + 3, 12, 31):
        return say("referral-day-gone")
    return None


async def _record(who: Named, owner: Known | None, event: Event, repo: Repository) -> Outcomes:
    kind, agency = event.one("kind"), AgencyId(event.one("agency"))
    case = make(who, kind, agency, read_day(event.one("due")), repo)
    case.referral.role = event.one("role")
    case.offer(owner)
    repo.begin(case.thread)
    reference = event.one("reference")
    await repo.say(case.thread, "raiser", "raised", event.one("what"), reference=reference)
    await repo.referrals.begin(case.referral)
    repo.note(case.id, "recorded", who.person)
    sent = await begin(case)
    shown = done("referral-sent-title", "referral-sent-owner" if owner else "referral-sent-role")
    return [Ask(shown), *sent]


COMMAND = Command(
    name="referral",
    menu=Menu(30, EVERYWHERE),
    kinds={"referral": KIND},
    verbs={
        "referral": asks("person", start),
        "referral.send": Verb("person", send),
        **responding.VERBS,
        **reassigning.VERBS,
        **completing.VERBS,
    },
    steps=STEPS,
)
