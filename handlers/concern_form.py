"""The form of a concern: its questions, what is wrong with the answers."""

from collections.abc import Mapping

from handlers.contract import Event
from handlers.escalation import called, heard_by, listeners, urgent
from prompts.shapes import (
    Block,
    Callout,
    Choice,
    Field,
    Form,
    Line,
    Long,
    Option,
    Several,
    Tick,
    When,
)
from prompts.shapes import Text as Paragraph
from prompts.words import Words, say
from storage.partnership import AgencyId, Partnership

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
RELEASE = ("soon", "slot", "now")
WHAT_MOST = 2500
REFERENCE_MOST = 60


def _options(prefix: str, values: tuple[str, ...], hints: bool = False) -> tuple[Option, ...]:
    return tuple(
        Option(v, say(f"{prefix}-{v}"), say(f"{prefix}-{v}-hint") if hints else None)
        for v in values
    )


def concern_form(
    agency: AgencyId | None,
    event: Event,
    partnership: Partnership,
    warnings: tuple[Callout, ...] = (),
) -> Form:
    """The form, with what was answered so far; warnings come with the choice to send anyway."""
    first = partnership.agencies[0].id
    fields = (
        *_what_happened(event, agency or first, partnership),
        *_where_to(event, agency or first, partnership),
        *_by_what_name(event),
    )
    anyway = (Tick("anyway", say("anyway-label"), hint=say("anyway-hint")),) if warnings else ()
    blocks: tuple[Block, ...] = (*warnings, Paragraph(say("concern-intro")))
    return Form(
        title=say("concern-title"),
        verb="concern.send",
        blocks=blocks,
        fields=(*fields, *anyway),
        submit=say("concern-submit"),
    )


def _what_happened(event: Event, agency: AgencyId, partnership: Partnership) -> tuple[Field, ...]:
    return (
        Choice(
            "danger",
            say("danger-label"),
            _options("danger", ("no", "yes")),
            hint=say("danger-hint"),
            value=event.one("danger"),
            reveals={"yes": urgent(agency, partnership)},
        ),
        Choice(
            "about",
            say("about-label"),
            _options("about", ABOUT),
            value=event.one("about"),
        ),
        Choice(
            "topic",
            say("topic-label"),
            _options("topic", TOPICS),
            look="select",
            value=event.one("topic"),
        ),
        Long(
            "what",
            say("what-label"),
            hint=say("what-hint"),
            value=event.one("what"),
            most=WHAT_MOST,
        ),
        Line(
            "reference",
            say("reference-label"),
            hint=say("reference-hint"),
            value=event.one("reference"),
            most=REFERENCE_MOST,
        ),
    )


def _where_to(event: Event, agency: AgencyId, partnership: Partnership) -> tuple[Field, ...]:
    return (
        Choice(
            "agency",
            say("agency-label"),
            tuple(Option(a.id, called(a)) for a in partnership.agencies),
            look="select",
            hint=say("agency-hint"),
            value=event.one("agency") or agency,
        ),
        Several(
            "left_out",
            say("left-out-label"),
            listeners(partnership),
            hint=say("left-out-hint"),
            values=event.several("left_out"),
        ),
    )


def _by_what_name(event: Event) -> tuple[Field, ...]:
    hidden = When("how", "anonymous")
    return (
        Choice(
            "how",
            say("how-label"),
            _options("how", HOW, hints=True),
            hint=say("honest-line"),
            value=event.one("how"),
        ),
        Tick(
            "tell_agency",
            say("tell-agency-label"),
            value=event.one("tell_agency") == "yes",
            when=hidden,
        ),
        Choice(
            "release",
            say("release-label"),
            _options("release", RELEASE, hints=True),
            value=event.one("release") or "soon",
            required=False,
            when=hidden,
        ),
    )


def problems(event: Event, partnership: Partnership) -> Mapping[str, Words]:
    """What is missing or wrong, by the name of the question."""
    return {
        **_wrong_choices(event, partnership),
        **_wrong_text(event),
        **_wrong_listeners(event, partnership),
    }


def _wrong_choices(event: Event, partnership: Partnership) -> dict[str, Words]:
    allowed: dict[str, tuple[str, ...]] = {
        "danger": ("yes", "no"),
        "about": ABOUT,
        "topic": TOPICS,
        "agency": tuple(a.id for a in partnership.agencies),
        "how": HOW,
    }
    if event.one("how") == "anonymous":
        allowed["release"] = RELEASE
    return {
        name: say(f"missing-{name}")
        for name, values in allowed.items()
        if event.one(name) not in values
    }


def _wrong_text(event: Event) -> dict[str, Words]:
    wrong: dict[str, Words] = {}
    if not event.one("what"):
        wrong["what"] = say("missing-what")
    for name, most in (("what", WHAT_MOST), ("reference", REFERENCE_MOST)):
        if len(event.one(name)) > most:
            wrong[name] = say("too-long", most=most)
    return wrong


def _wrong_listeners(event: Event, partnership: Partnership) -> dict[str, Words]:
    out = event.several("left_out")
    if out and not set(out) <= {option.value for option in listeners(partnership)}:
        return {"left_out": say("missing-left-out")}
    known = event.one("agency") in {a.id for a in partnership.agencies}
    if known and not heard_by(event.one("agency"), event.several("left_out"), partnership):
        return {"left_out": say("nobody-left")}
    return {}
