"""The form of a challenge: its questions, what is wrong with them, the sentence it drafts."""

from collections.abc import Mapping

from handlers.contract import Event
from handlers.escalation import called, urgent
from prompts.shapes import Callout, Choice, Field, Form, Line, Long, Option, Tick, When
from prompts.shapes import Text as Paragraph
from prompts.words import Plain, Words, say
from storage.partnership import AgencyId, Partnership

REASONS = (
    "threshold",
    "evidence-missed",
    "voice-missing",
    "bias",
    "delay",
    "information-sharing",
    "plan-not-done",
    "something-else",
)
"""Why a decision may need another look: the field's own pick-list."""

LEVELS = ("probe", "alert", "challenge", "escalate")
"""Graded assertiveness: PACE, with escalate for its last step."""

HOW = ("anonymous", "confidence", "named")
REPLIES = ("chat", "receipt")
RELEASE = ("soon", "slot", "now")
DECISION_MOST = 200
TEXT_MOST = 2000
SENTENCE_MOST = 3000
"""Everything they wrote has room in it."""
REFERENCE_MOST = 60
NAME_MOST = 100


def options(prefix: str, values: tuple[str, ...], hints: bool = False) -> tuple[Option, ...]:
    """Answers to choose from, by the ids of their words."""
    return tuple(
        Option(v, say(f"{prefix}-{v}"), say(f"{prefix}-{v}-hint") if hints else None)
        for v in values
    )


def challenge_form(
    agency: AgencyId | None,
    event: Event,
    partnership: Partnership,
    warnings: tuple[Callout, ...] = (),
    owners: tuple[Option, ...] = (),
    drafting: bool = False,
) -> Form:
    """The form, with what was answered so far; once asked again, with the drafted sentence."""
    own = agency or partnership.agencies[0].id
    drafting = drafting or "sentence" in event.answers
    note = Callout(say("sentence-note"), "note") if drafting else Paragraph(say("challenge-intro"))
    return Form(
        title=say("challenge-title"),
        verb="challenge.send",
        blocks=(*warnings, note),
        fields=(
            *((_sentence(event),) if drafting else ()),
            *_decision(event, own, partnership, owners),
            *_why(event),
            *_by_what_name(event),
            *((_anyway(),) if warnings else ()),
        ),
        submit=say("challenge-submit" if drafting else "challenge-next"),
    )


def _sentence(event: Event) -> Field:
    return Long(
        "sentence",
        say("sentence-label"),
        hint=say("sentence-hint"),
        value=event.one("sentence"),
        most=SENTENCE_MOST,
        draft=draft(event),
    )


def _anyway() -> Field:
    return Tick("anyway", say("anyway-label"), hint=say("anyway-hint"))


def draft(event: Event) -> Words:
    """A respectful sentence at the level they chose, from their own words."""
    return say(
        f"draft-{event.one('level')}",
        decision=Plain(_bare(event.one("decision"))),
        because=say(f"because-{event.one('topic')}"),
        what=Plain(_bare(event.one("what"))),
        ask=Plain(_bare(event.one("ask"))),
    )


def _bare(text: str) -> str:
    # It goes into a sentence of ours, which has its own full stop.
    return " ".join(text.split()).rstrip(".!?… ")


def _decision(
    event: Event, own: AgencyId, partnership: Partnership, owners: tuple[Option, ...]
) -> tuple[Field, ...]:
    which = Choice(
        "owner_id",
        say("owner-which-label"),
        (*owners, Option("none", say("owner-none"))),
        value=event.one("owner_id"),
    )
    return (
        Choice(
            "danger",
            say("danger-label"),
            options("danger", ("no", "yes")),
            hint=say("danger-hint"),
            value=event.one("danger"),
            reveals={"yes": urgent(own, partnership)},
        ),
        Line(
            "decision",
            say("decision-label"),
            hint=say("decision-hint"),
            value=event.one("decision"),
            required=True,
            most=DECISION_MOST,
        ),
        Line(
            "reference",
            say("reference-label"),
            hint=say("reference-hint"),
            value=event.one("reference"),
            most=REFERENCE_MOST,
        ),
        Choice(
            "agency",
            say("owner-agency-label"),
            tuple(Option(a.id, called(a)) for a in partnership.agencies),
            look="select",
            value=event.one("agency"),
        ),
        Line(
            "owner",
            say("owner-label"),
            hint=say("owner-hint"),
            value=event.one("owner"),
            most=NAME_MOST,
        ),
        *((which,) if owners else ()),
    )


def _why(event: Event) -> tuple[Field, ...]:
    return (
        Choice(
            "topic",
            say("reason-label"),
            options("topic", REASONS),
            look="select",
            value=event.one("topic"),
        ),
        Long(
            "what",
            say("what-label"),
            hint=say("what-hint"),
            value=event.one("what"),
            most=TEXT_MOST,
        ),
        Line(
            "ask",
            say("asked-for-label"),
            hint=say("asked-for-hint"),
            value=event.one("ask"),
            required=True,
            most=DECISION_MOST,
        ),
        Choice(
            "level",
            say("level-label"),
            options("level", LEVELS, hints=True),
            value=event.one("level") or "challenge",
        ),
    )


def _by_what_name(event: Event) -> tuple[Field, ...]:
    hidden = When("how", "anonymous")
    return (
        Choice(
            "how",
            say("how-label"),
            options("challenge-how", HOW, hints=True),
            hint=say("honest-line"),
            value=event.one("how") or "anonymous",
        ),
        Tick(
            "tell_agency",
            say("tell-agency-label"),
            value=event.one("tell_agency") == "yes",
            when=hidden,
        ),
        Choice(
            "replies",
            say("replies-label"),
            options("replies", REPLIES, hints=True),
            value=event.one("replies") or "chat",
            required=False,
            when=hidden,
        ),
        Choice(
            "release",
            say("release-label"),
            options("release", RELEASE, hints=True),
            value=event.one("release") or "soon",
            required=False,
            when=hidden,
        ),
        Tick(
            "keeps",
            say("keeps-label"),
            hint=say("keeps-hint"),
            value=event.one("keeps") == "yes",
        ),
    )


def problems(event: Event, partnership: Partnership) -> Mapping[str, Words]:
    """What is missing or wrong, by the name of the question."""
    return {**_wrong_choices(event, partnership), **_wrong_text(event)}


def _wrong_choices(event: Event, partnership: Partnership) -> dict[str, Words]:
    allowed: dict[str, tuple[str, ...]] = {
        "danger": ("yes", "no"),
        "agency": tuple(a.id for a in partnership.agencies),
        "topic": REASONS,
        "level": LEVELS,
        "how": HOW,
    }
    if event.one("how") == "anonymous":
        allowed |= {"release": RELEASE, "replies": REPLIES}
    return {
        name: say("missing-reason" if name == "topic" else f"missing-{name}")
        for name, values in allowed.items()
        if event.one(name) not in values
    }


def _wrong_text(event: Event) -> dict[str, Words]:
    limits = {
        "decision": DECISION_MOST,
        "reference": REFERENCE_MOST,
        "owner": NAME_MOST,
        "what": TEXT_MOST,
        "ask": DECISION_MOST,
        "sentence": SENTENCE_MOST,
    }
    wrong = {
        name: say("too-long", most=most)
        for name, most in limits.items()
        if len(event.one(name)) > most
    }
    missing = {n: say(f"missing-{n}") for n in ("decision", "what", "ask") if not event.one(n)}
    return {**wrong, **missing}
