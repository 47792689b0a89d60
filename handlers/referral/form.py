"""The form of a new referral, and the questions that its buttons ask later."""

from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event
from handlers.referral.case import ReferralCase
from handlers.shared import questions
from handlers.shared.questions import REFERENCE_MOST
from prompts.shapes import Callout, Choice, Field, Form, Line, Long, Option
from prompts.shapes import Text as Paragraph
from prompts.words import Labelled, say
from storage.partnership import Partnership
from storage.partnership.settings import OTHER
from storage.schema.values import AskedRole

ROLES = (AskedRole.LEAD, AskedRole.MANAGER)
TEXT_MOST = 1000


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


def question(kind: str, case: ReferralCase, *fields: Choice | Line | Long) -> Outcomes:
    """Asks something about this referral, whose answer goes to `referral.<kind>.send`."""
    form = Form(
        title=say(f"referral-{kind}-title"),
        verb=f"referral.{kind}.send",
        subject=case.id,
        fields=fields,
        submit=say(f"referral-{kind}-submit"),
    )
    return [Ask(form)]


def text_field(kind: str, value: str = "") -> Long:
    """Asks for some words in such a question, and says why."""
    return Long(
        "text",
        say(f"referral-{kind}-label"),
        hint=say(f"referral-{kind}-hint"),
        value=value,
        most=TEXT_MOST,
    )
