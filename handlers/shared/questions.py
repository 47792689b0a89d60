"""Questions that several forms ask, and what is wrong with the answers to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.contract.people import Event
from handlers.shared.labels import agency_options, told_apart
from handlers.shared.numbers import emergency, urgent
from handlers.shared.steps.folds import fold, joined
from prompts.shapes import (
    Block,
    Callout,
    Choice,
    Field,
    Form,
    Line,
    Long,
    Numbers,
    Option,
    Tick,
    When,
)
from prompts.words import Plain, Words, say
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.typed.names import in_whole_words

RELEASE = ("soon", "slot", "now")
REFERENCE_MOST = 60
NAME_MOST = 100
HIDDEN = When("how", "anonymous")
"""Only to be asked of somebody who stays anonymous."""


def form(
    kind: str, verb: str, subject: str, *fields: Field, blocks: tuple[Block, ...] = ()
) -> Form:
    """Makes a form of these fields, whose answers go to `<verb>.send`; `kind` finds its words."""
    title, submit = say(f"{kind}-title"), say(f"{kind}-submit")
    return Form(title, f"{verb}.send", subject, blocks=blocks, fields=fields, submit=submit)


def text_form(
    kind: str,
    verb: str,
    subject: str,
    most: int,
    *before: Field,
    blocks: tuple[Block, ...] = (),
) -> Form:
    """Asks for some words to whoever is on the other side of a thread; `kind` finds ours for it."""
    label, hint = say(f"{kind}-label"), say(f"{kind}-hint")
    text = Long("text", label, hint=hint, most=most, says="answer")
    return form(kind, verb, subject, *before, text, blocks=blocks)


def options(prefix: str, values: Sequence[str], hints: bool = False) -> tuple[Option, ...]:
    """Lists answers to choose from, by the ids of their words."""
    return tuple(
        Option(v, say(f"{prefix}-{v}"), say(f"{prefix}-{v}-hint") if hints else None)
        for v in values
    )


def danger(event: Event, own: AgencyId | None, partnership: Partnership, now: datetime) -> Choice:
    """Asks first of all whether anybody is in danger; a yes shows whom to call now."""
    return Choice(
        "danger",
        say("danger-label"),
        options("danger", ("no", "yes")),
        hint=say("danger-hint"),
        value=event.one("danger"),
        reveals={"yes": urgent(own or "", partnership, now)},
    )


def topic(label: Words, topics: Sequence[str], event: Event) -> Choice:
    """Asks what it is about, or why: one of the field's own pick-lists."""
    return Choice("topic", label, options("topic", topics), look="select", value=event.one("topic"))


def what(event: Event, most: int) -> Long:
    """Asks what they saw or heard."""
    label, hint, value = say("what-label"), say("what-hint"), event.one("what")
    return Long("what", label, hint=hint, value=value, most=most, says="raise")


def reference(event: Event) -> Line:
    """Asks for a case or log number, for whoever has to find it."""
    label, hint, value = say("reference-label"), say("reference-hint"), event.one("reference")
    return Line("reference", label, hint=hint, value=value, most=REFERENCE_MOST)


def agency(
    label: Words,
    partnership: Partnership,
    value: str,
    hint: Words | None = None,
    own: AgencyId | None = None,
) -> Choice:
    """Asks for one of the partnership's agencies; the first to choose from is one's own."""
    agencies = agency_options(partnership.agencies, own)
    return Choice("agency", label, agencies, look="select", hint=hint, value=value)


def owner(label: Words, hint: Words, event: Event, required: bool = False) -> Line:
    """Asks whose it is, by the name people know them by."""
    value = event.one("owner")
    return Line("owner", label, hint=hint, value=value, required=required, most=NAME_MOST)


def which_owner(
    owners: tuple[Option, ...], event: Event, *, only: bool = True
) -> tuple[Choice, ...]:
    """Asks who is meant, of those whom a name may mean; nothing where there is nobody. The `only`
    one is chosen beforehand: one press says yes.
    """
    alone = owners[0].value if only and len(owners) == 1 else ""
    value = event.one("owner_id") or alone
    return (Choice("owner_id", say("owner-which-label"), owners, value=value),) if owners else ()


@dataclass(frozen=True)
class Called:
    """Whom the name in `owner` may mean, and who was chosen among them."""

    people: Sequence[Known]
    partnership: Partnership
    chosen: str
    typed: str
    yours: bool = False
    """Whether only whoever asks has that name, who can't be meant."""

    @property
    def one(self) -> Known | None:
        """The one who is meant, as soon as that is clear."""
        return self._sure or next((k for k in self.people if k.person == self.chosen), None)

    @property
    def _sure(self) -> Known | None:
        """The only one, by whole words of their name: a few letters may fit whom nobody meant."""
        sure = len(self.people) == 1 and in_whole_words(self.typed, self.people[0].name)
        return self.people[0] if sure else None

    @property
    def unclear(self) -> bool:
        """Whether somebody may have that name, and it must be asked who is meant."""
        return self.one is None and bool(self.people)

    @property
    def unknown(self) -> bool:
        """Whether a name was typed that is nobody's there."""
        return bool(self.typed) and not self.people

    @property
    def options(self) -> tuple[Option, ...]:
        """Those who may have that name to choose from, unless it is surely one of them."""
        may = () if self._sure else self.people
        return told_apart(may, self.partnership)


async def called(
    event: Event, agency: str, repo: Repository, but: PersonId | None = None
) -> Called:
    """Finds whom the name in `owner` may mean in an agency, but for one person."""
    name = event.one("owner")
    found = await repo.people.called(name, AgencyId(agency)) if name else []
    others = [k for k in found if k.person != but]
    yours = bool(found) and not others
    return Called(others, repo.partnership, event.one("owner_id"), name, yours)


async def chosen_among(
    event: Event, agency: str, repo: Repository, but: PersonId | None = None
) -> tuple[Option, ...]:
    """Lists again whom a name may mean, for a form that is refused once one of them is chosen."""
    return (await called(event, agency, repo, but)).options if event.one("owner_id") else ()


def honest() -> Numbers:
    """Says to the anonymous what we can promise, and whom to call if it is urgent."""
    return emergency(say("honest-chosen"), say("urgent-short"), "note")


def by_what_name(
    event: Event, hows: tuple[Option, ...], value: str, more: Words | None = None, *behind: Field
) -> tuple[Field, ...]:
    """Asks how they raise it; the anonymous are told what we can promise, and what holds unless
    they choose otherwise: also `more`, which is asked `behind` the same press.

    Whoever chooses what waits for nothing reads beforehand that its time can be seen.
    """
    reveals: Mapping[str, Callout | Numbers] = {
        "confidence": Callout(say("at-once-confidence"), "note"),
        "anonymous": honest(),
    }
    told, at = event.one("tell_agency"), event.one("release")
    at = at if at in RELEASE else "soon"
    line = joined(say(f"release-line-{at}", told=told or "no"), *((more,) if more else ()))
    return (
        Choice("how", say("how-label"), hows, value=value, reveals=reveals),
        *fold(
            "change_release",
            line,
            say("release-change"),
            event,
            Tick("tell_agency", say("tell-agency-label"), value=told == "yes"),
            _release(at),
            *behind,
            when=HIDDEN,
        ),
    )


def _release(value: str) -> Choice:
    hows, now = options("release", RELEASE, hints=True), Callout(say("at-once-now"), "note")
    label = say("release-label")
    return Choice("release", label, hows, value=value, required=False, reveals={"now": now})


def given_reference(event: Event) -> tuple[Words, ...]:
    """Says which case or log number was given, if one was."""
    given = event.one("reference")
    return (say("reference-line", reference=Plain(given)),) if given else ()


def wrong_choices(event: Event, allowed: Mapping[str, Sequence[str]]) -> dict[str, Words]:
    """Finds what is wrong with the choices of something raised: these, and those always asked."""
    hidden = {"release": RELEASE} if event.one("how") == "anonymous" else {}
    return not_chosen(event, {"danger": ("yes", "no"), **allowed, **hidden})


def not_chosen(event: Event, allowed: Mapping[str, Sequence[str]]) -> dict[str, Words]:
    """Finds questions to which the answer is none of those there are."""
    return {
        name: say(f"missing-{name}")
        for name, values in allowed.items()
        if event.one(name) not in values
    }


def too_long(event: Event, limits: Mapping[str, int]) -> dict[str, Words]:
    """Finds texts that are longer than fits."""
    return {
        name: say("too-long", most=most)
        for name, most in limits.items()
        if len(event.one(name)) > most
    }
