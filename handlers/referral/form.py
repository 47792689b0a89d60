"""The form of a new referral, and the questions that its buttons ask later."""

from datetime import date

from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event
from handlers.referral.case import ReferralCase
from handlers.shared import brought, questions
from handlers.shared.days import read_day, unread
from handlers.shared.desk.said import in_sight
from handlers.shared.pages import conversation
from handlers.shared.questions import REFERENCE_MOST
from handlers.shared.steps.folds import fold
from prompts.shapes import Block, Choice, Field, Form, Line, Long, Option
from prompts.shapes import Text as Paragraph
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import AgencyId, Partnership
from storage.partnership.settings import OTHER
from storage.schema.values import AskedRole

ROLES = (AskedRole.LEAD, AskedRole.MANAGER)
TEXT_MOST = brought.REFERRAL_MOST


def referral_form(
    event: Event,
    partnership: Partnership,
    owners: tuple[Option, ...] = (),
    own: AgencyId | None = None,
) -> Form:
    """Asks for one, with what was answered so far."""
    asked, whose = _what(event, partnership), _whose(event, partnership, owners, own)
    fields = (whose[0], *asked, *whose[1:])
    intro = (Paragraph(say("referral-intro")),)
    return questions.form("referral", "referral", brought.mark(event), *fields, blocks=intro)


def _what(event: Event, partnership: Partnership) -> tuple[Field, ...]:
    def asked(name: str) -> tuple[str, Words, Words, str]:
        hint = say(f"referral-{name}-hint")
        return name, say(f"referral-{name}-label"), hint, event.one(name)

    named = (Option(k.id, Labelled(dict(k.name))) for k in partnership.referrals)
    kinds, kind = (*named, Option(OTHER, say("referral-kind-other"))), event.one("kind")
    due = Line(*asked("due"), kind="date")
    when = say("referral-due-line-day" if due.value else "referral-due-line")
    return (
        Choice("kind", say("referral-kind-label"), kinds, look="select", value=kind),
        Long(*asked("what"), most=TEXT_MOST, says="referral"),
        Line(*asked("reference"), required=True, most=REFERENCE_MOST),
        *fold("change_due", when, say("referral-due-change"), event, due),
    )


def _whose(
    event: Event, partnership: Partnership, owners: tuple[Option, ...], own: AgencyId | None
) -> tuple[Field, ...]:
    label, chosen = say("referral-agency-label"), event.one("role")
    value = chosen if chosen in set(ROLES) else "lead"
    roles = questions.options("referral-role", ROLES)
    owner = questions.owner(say("referral-owner-label"), say("referral-owner-hint"), event)
    asked = say("referral-role-line", role=say(f"referral-role-{value}"))
    line = say("referral-owner-line", name=Plain(owner.value)) if owner.value else asked
    behind: tuple[Field, ...] = (
        owner,
        *questions.which_owner(owners, event),
        Choice("role", say("referral-role-label"), roles, value=value),
    )
    return (
        questions.agency(label, partnership, event.one("agency"), own=own),
        *fold("change_owner", line, say("referral-owner-change"), event, *behind),
    )


def question(
    kind: str,
    case: ReferralCase,
    *fields: Choice | Line | Long,
    blocks: tuple[Block, ...] = (),
) -> Outcomes:
    """Asks something about this referral, whose answer goes to `referral.<kind>.send`."""
    verb = f"referral.{kind}"
    return [Ask(questions.form(f"referral-{kind}", verb, case.id, *fields, blocks=blocks))]


async def in_reply(kind: str, case: ReferralCase, *fields: Choice | Line | Long) -> Outcomes:
    """Asks for words that are read on the other side, with what was said so far in sight."""
    said = await conversation(case.thread, "lead", case.repo, raised="referred")
    return question(kind, case, *fields, blocks=in_sight(said))


def text_field(kind: str, value: str = "", most: int = TEXT_MOST) -> Long:
    """Asks for some words in such a question, and says why."""
    label, hint = say(f"referral-{kind}-label"), say(f"referral-{kind}-hint")
    return Long("text", label, hint, value, most=most, says="answer")


def wrong_day(text: str, kind: str, today: date) -> Words | None:
    """Says what is wrong with the day by which it is due, which some kinds need."""
    day = read_day(text)
    if text and day is None:
        return unread(text)
    if kind == OTHER and day is None:
        return say("referral-day-needed")
    if day is not None and not today <= day <= date(today.year + 3, 12, 31):
        return say("referral-day-gone")
    return None
