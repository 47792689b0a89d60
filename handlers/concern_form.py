"""The form of a concern: its questions, what is wrong with the answers, what gives people away."""

from collections.abc import Mapping

from handlers.contract import Anonymous, Event, Raiser
from handlers.escalation import called, urgent
from handlers.spotting import spot
from prompts.shapes import Block, Callout, Choice, Field, Form, Line, Long, Option, Several, Tick
from prompts.shapes import Text as Paragraph
from prompts.shapes import When
from prompts.words import Plain, Words, say
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository

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
            most=60,
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


def listeners(partnership: Partnership) -> tuple[Option, ...]:
    """Everybody who may hear a concern, by name and agency, so that they can be left out."""
    found: dict[PersonId, Option] = {}
    for agency in partnership.agencies:
        for person in (*agency.leads, *agency.roles.get("fallback", ())):
            member = partnership.member(person)
            name = Plain(member.name) if member else say("lead-unnamed")
            words = say("lead-of-agency", name=name, agency=called(agency))
            found.setdefault(person, Option(person, words))
    return tuple(found.values())


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
    agencies = tuple(a.id for a in partnership.agencies)
    people = {option.value for option in listeners(partnership)}
    wrong: dict[str, Words] = {}
    for name, allowed in (
        ("danger", ("yes", "no")),
        ("about", ABOUT),
        ("topic", TOPICS),
        ("agency", agencies),
        ("how", HOW),
    ):
        if event.one(name) not in allowed:
            wrong[name] = say(f"missing-{name}")
    if event.one("how") == "anonymous" and event.one("release") not in RELEASE:
        wrong["release"] = say("missing-release")
    if not event.one("what"):
        wrong["what"] = say("missing-what")
    if len(event.one("what")) > WHAT_MOST:
        wrong["what"] = say("too-long", most=WHAT_MOST)
    if len(event.one("reference")) > 60:
        wrong["reference"] = say("too-long", most=60)
    if not set(event.several("left_out")) <= people:
        wrong["left_out"] = say("missing-left-out")
    if "agency" not in wrong and not _somebody(event, partnership):
        wrong["left_out"] = say("nobody-left")
    return wrong


def _somebody(event: Event, partnership: Partnership) -> bool:
    agency = partnership.agency(AgencyId(event.one("agency")))
    heard = {*agency.leads, *agency.roles.get("fallback", ())}
    return bool(heard - set(event.several("left_out")))


async def doubts(who: Raiser, event: Event, repo: Repository) -> tuple[Callout, ...]:
    """What to think of before sending: words that tell who, and too few who could have sent it."""
    names = tuple(m.name for m in repo.partnership.members)
    found = spot(f"{event.one('what')}\n{event.one('reference')}", names)
    warnings = []
    if found:
        text = f"{event.one('what')}\n{event.one('reference')}"
        shown = Plain(", ".join(dict.fromkeys(f"“{text[f.start : f.end]}”" for f in found)))
        warnings.append(Callout(say("doubt-identifies", words=shown), "warn"))
    if isinstance(who, Anonymous):
        asked = frozenset(repo.partnership.leads(AgencyId(event.one("agency"))))
        few = repo.partnership.thresholds.could_have_sent
        if await repo.could_have_sent(who.agency, asked) < few:
            warnings.append(Callout(say("doubt-few", few=few), "warn"))
    return tuple(warnings)


