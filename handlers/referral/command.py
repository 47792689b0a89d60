"""Recording a referral: `/referral`, what was asked of whom, and by when."""

from handlers.contract.commands import EVERYWHERE, Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse
from handlers.contract.people import Event, Named
from handlers.referral import changing, completing, reassigning, responding
from handlers.referral.case import make, role_holders
from handlers.referral.form import ROLES, TEXT_MOST, referral_form, wrong_day
from handlers.referral.kind import KIND
from handlers.referral.owner import begin
from handlers.referral.reminders import STEPS
from handlers.shared import brought, questions
from handlers.shared.days import read_day
from handlers.shared.identifying.words import identifying
from handlers.shared.labels import known_as
from handlers.shared.pages import done
from handlers.shared.people.recipients import FIELD, NamedRecipients, named_recipients
from handlers.shared.questions import NAME_MOST, REFERENCE_MOST
from handlers.shared.steps.warnings import Warnings, beside, to_check, warned
from prompts.words import Words, say
from storage.partnership import AgencyId, Partnership
from storage.partnership.settings import OTHER
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema.values import AskedRole, How

WRITTEN = ("reference", "what")


async def start(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks for a new referral."""
    # Refused, it is asked again with the questions that its answers led to, and what they said.
    owners = await questions.chosen_among(event, event.one("agency"), repo)
    form = referral_form(event, repo.partnership, owners=owners, own=who.agency)
    form = beside(form, {}, event)
    asked = (await _named(event, repo)).on(form) if event.one(FIELD) else form
    return [Ask(brought.on(asked, event, how=How.NAMED))]


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Records a referral, which is followed until it is done."""
    if errors := _problems(event, repo):
        return [Refuse(errors)]
    found = await questions.called(event, event.one("agency"), repo)
    if found.unknown:
        return [Refuse({"owner": say("referral-owner-unknown")})]
    # No names of families; who works on it may be named.
    doubts = identifying(event, WRITTEN, (), repo)
    doubts |= warned("what", *_looked_at(doubts), *brought.given_away(event, How.NAMED))
    warnings = {} if event.one("anyway") else doubts
    named = NamedRecipients() if found.people else await _named(event, repo)
    if warnings or found.unclear or named.asks:
        form = referral_form(event, repo.partnership, found.options, who.agency)
        which = ("owner_id",) if found.unclear else ()
        return [Ask(to_check(named.on(beside(form, warnings, event)), *named.asked, *which))]
    return await _record(who, found.one, named, event, repo)


def _looked_at(doubts: Warnings) -> tuple[Words, ...]:
    return (doubts["what"].words,) if "what" in doubts else ()


async def _named(event: Event, repo: Repository) -> NamedRecipients:
    agency = AgencyId(event.one("agency"))
    if agency not in {a.id for a in repo.partnership.agencies}:
        return NamedRecipients()
    role = AskedRole.MANAGER if event.one("role") == AskedRole.MANAGER else AskedRole.LEAD
    asked = set(role_holders(agency, role, repo.partnership))
    recipients = asked | await repo.people.standing_in_for(asked)
    return await named_recipients(event, WRITTEN, recipients, repo)


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
    day = wrong_day(event.one("due"), event.one("kind"), repo.today_at(event.one("agency")))
    return wrong | ({"due": day} if day and "kind" not in wrong else {})


def _wrong_texts(event: Event) -> dict[str, Words]:
    limits = {"reference": REFERENCE_MOST, "what": TEXT_MOST, "owner": NAME_MOST}
    names = ("reference", "what")
    missing = {n: say(f"missing-referral-{n}") for n in names if not event.one(n)}
    return questions.too_long(event, limits) | missing


def _holds_there(event: Event, partnership: Partnership) -> bool:
    """Tells whether this limit holds in the nation of the agency that is asked."""
    there = {kind.id for kind in partnership.kinds_in(AgencyId(event.one("agency")))}
    return event.one("kind") in there | {OTHER}


async def _record(
    who: Named, owner: Known | None, named: NamedRecipients, event: Event, repo: Repository
) -> Outcomes:
    kind, agency = event.one("kind"), AgencyId(event.one("agency"))
    case = make(who, kind, agency, read_day(event.one("due")), repo)
    case.referral.role = AskedRole(event.one("role"))
    case.offer(owner)
    repo.begin(case.thread)
    what, reference = event.one("what"), event.one("reference")
    out, read = sorted(named.out), sorted(named.read)
    await repo.say(
        case.thread, "raiser", "raised", what, reference=reference, left_out=out, may_read=read
    )
    if not await case.asked_people():
        return [Refuse({"agency": say("nobody-left")})]
    await repo.referrals.begin(case.referral)
    repo.note(case.id, "recorded", who.person)
    sent = await begin(case)
    asked = say("referral-sent-role")
    if owner is not None:
        asked = say("referral-sent-owner", name=known_as(owner, repo.partnership))
    return [Ask(done("referral-sent-title", asked)), *sent]


COMMAND = Command(
    name="referral",
    menu=Menu(30, EVERYWHERE, group="speak"),
    kinds={"referral": KIND},
    verbs={
        "referral": asks("person", start),
        "referral.send": Verb("person", send),
        **responding.VERBS,
        **reassigning.VERBS,
        **completing.VERBS,
        **changing.VERBS,
    },
    steps=STEPS,
)
