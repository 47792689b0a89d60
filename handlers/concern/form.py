"""The form of a concern: its questions, what is wrong with the answers."""

from collections.abc import Mapping
from datetime import datetime

from handlers.contract.people import Event
from handlers.shared import brought, questions
from handlers.shared.people.fallback import heard_by
from handlers.shared.people.involved import OUT, Involved
from prompts.shapes import Block, Callout, Choice, Field, Form
from prompts.shapes import Text as Paragraph
from prompts.words import Words, say
from storage.partnership import AgencyId, Partnership
from storage.schema.values import How

TOPICS = (
    "threshold",
    "delay",
    "no-feedback",
    "plan-not-done",
    "information-sharing",
    "roles",
    "voice-missing",
    "victim-blaming",
    "bias",
    "discrimination",
    "closure",
    "conduct",
    "silencing",
    "bullying",
    "retaliation",
    "child-harm",
    "adult-harm",
    "something-else",
)
"""What a concern can be about: practice, behaviour and harm from the field's own pick-lists."""

ABOUT = ("decision", "conduct", "system")
HOW = ("named", "confidence", "anonymous")
WHAT_MOST = 2500


def concern_form(
    agency: AgencyId | None,
    event: Event,
    partnership: Partnership,
    about: Involved,
    now: datetime,
    warnings: tuple[Callout, ...] = (),
) -> Form:
    """Makes the form, with what was answered so far; after warnings it can be sent anyway.

    Whoever would hear it, and it is about, can be left out.
    """
    fields = (
        questions.danger(event, agency, partnership, now),
        *_what_happened(event),
        *_where_to(event, agency, partnership, about),
        *questions.by_what_name(event, questions.options("how", HOW, hints=True), event.one("how")),
        *questions.anyway(warnings, event),
    )
    intro: Block = Paragraph(say("concern-intro"))
    blocks = (*warnings, intro)
    return questions.form("concern", "concern", brought.mark(event), *fields, blocks=blocks)


def _what_happened(event: Event) -> tuple[Field, ...]:
    about = questions.options("about", ABOUT)
    return (
        Choice("about", say("about-label"), about, value=event.one("about")),
        questions.topic(say("topic-label"), TOPICS, event),
        questions.what(event, WHAT_MOST),
        questions.reference(event),
    )


def _where_to(
    event: Event, own: AgencyId | None, partnership: Partnership, about: Involved
) -> tuple[Field, ...]:
    asked, hint = event.one("agency") or own or "", say("agency-hint")
    where = questions.agency(say("agency-label"), partnership, asked, hint, own)
    return (where, *about.fields("left-out", where.name))


def problems(event: Event, partnership: Partnership) -> Mapping[str, Words]:
    """Finds what is missing or wrong, by the name of the question."""
    agencies = tuple(a.id for a in partnership.agencies)
    allowed = {"about": ABOUT, "topic": TOPICS, "agency": agencies, "how": HOW}
    limits = {"what": WHAT_MOST, "reference": questions.REFERENCE_MOST}
    return {
        **questions.wrong_choices(event, allowed),
        **({} if event.one("what") else {"what": say("missing-what")}),
        **questions.too_long(event, limits),
        **_wrong_listeners(event, partnership),
    }


def _wrong_listeners(event: Event, partnership: Partnership) -> dict[str, Words]:
    if not set(event.several(OUT)) <= partnership.homes.keys():
        return {"left_out": say("missing-left-out")}
    agency, how = event.one("agency"), event.one("how")
    known = agency in {a.id for a in partnership.agencies} and how in HOW
    if known and not heard_by(agency, How(how), event.several("left_out"), partnership):
        return {"left_out": say("nobody-left")}
    return {}
