"""Questions that several forms ask, and what is wrong with the answers to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.contract.people import Event
from handlers.shared.labels import agency_options, told_apart
from handlers.shared.numbers import urgent
from prompts.shapes import Block, Callout, Choice, Field, Form, Line, Long, Option, Tick, When
from prompts.words import Plain, Words, say
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.repository.people import Known

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
    text = Long("text", say(f"{kind}-label"), hint=say(f"{kind}-hint"), most=most)
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
    value = event.one("what")
    return Long("what", say("what-label"), hint=say("what-hint"), value=value, most=most)


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


def which_owner(owners: tuple[Option, ...], event: Event) -> tuple[Choice, ...]:
    """Asks which of several whom a name may mean; nothing where there is no choice."""
    value = event.one("owner_id")
    return (Choice("owner_id", say("owner-which-label"), owners, value=value),) if owners else ()


@dataclass(frozen=True)
class Called:
    """Whom the name in `owner` may mean, and who was chosen among several."""

    people: Sequence[Known]
    chosen: str
    typed: str
    yours: bool = False
    """Whether only whoever asks has that name, who can't be meant."""

    @property
    def one(self) -> Known | None:
        """The one who is meant, as soon as that is clear."""
        chosen = (k for k in self.people if k.person == self.chosen)
        return self.people[0] if len(self.people) == 1 else next(chosen, None)

    @property
    def unclear(self) -> bool:
        """Whether several people have that name, so that it must be asked which."""
        return self.one is None and bool(self.people)

    @property
    def unknown(self) -> bool:
        """Whether a name was typed that is nobody's there."""
        return bool(self.typed) and not self.people

    @property
    def options(self) -> tuple[Option, ...]:
        """Those who have that name to choose from, if they are several."""
        several = self.people if len(self.people) > 1 else ()
        return told_apart([Option(k.person, Plain(k.name)) for k in several])


async def called(
    event: Event, agency: str, repo: Repository, but: PersonId | None = None
) -> Called:
    """Finds whom the name in `owner` may mean in an agency, but for one person."""
    name = event.one("owner")
    found = await repo.people.called(name, AgencyId(agency)) if name else []
    others = [k for k in found if k.person != but]
    return Called(others, event.one("owner_id"), name, yours=bool(found) and not others)


async def chosen_among(
    event: Event, agency: str, repo: Repository, but: PersonId | None = None
) -> tuple[Option, ...]:
    """Lists again whom a name may mean, for a form that is refused once one of them is chosen."""
    return (await called(event, agency, repo, but)).options if event.one("owner_id") else ()


def by_what_name(event: Event, hows: tuple[Option, ...], value: str) -> tuple[Field, ...]:
    """Asks how they raise it, with the promise that we can keep; of the anonymous a little more.

    Whoever chooses what waits for nothing reads beforehand that its time can be seen.
    """
    told = event.one("tell_agency") == "yes"
    return (
        Choice(
            "how",
            say("how-label"),
            hows,
            hint=say("honest-line"),
            value=value,
            reveals={"confidence": Callout(say("at-once-confidence"), "note")},
        ),
        Tick("tell_agency", say("tell-agency-label"), value=told, when=HIDDEN),
        Choice(
            "release",
            say("release-label"),
            options("release", RELEASE, hints=True),
            value=event.one("release") or "soon",
            required=False,
            when=HIDDEN,
            reveals={"now": Callout(say("at-once-now"), "note")},
        ),
    )


def anyway(warnings: Sequence[Block], event: Event) -> tuple[Tick, ...]:
    """Asks beside warnings whether to send it as it is; who has said so isn't asked anew."""
    said = event.one("anyway") == "yes"
    tick = Tick("anyway", say("anyway-label"), hint=say("anyway-hint"), value=said)
    return (tick,) if warnings or said else ()


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
