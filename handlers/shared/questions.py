"""Questions that several forms ask, and what is wrong with the answers to them."""

from collections.abc import Mapping, Sequence

from handlers.contract.people import Event
from handlers.shared.labels import agency_label, urgent
from prompts.shapes import Choice, Field, Form, Line, Long, Option, Tick, When
from prompts.words import Words, say
from storage.partnership import AgencyId, Partnership

RELEASE = ("soon", "slot", "now")
REFERENCE_MOST = 60
NAME_MOST = 100
HIDDEN = When("how", "anonymous")
"""Only to be asked of somebody who stays anonymous."""


def options(prefix: str, values: Sequence[str], hints: bool = False) -> tuple[Option, ...]:
    """Answers to choose from, by the ids of their words."""
    return tuple(
        Option(v, say(f"{prefix}-{v}"), say(f"{prefix}-{v}-hint") if hints else None)
        for v in values
    )


def danger(event: Event, own: AgencyId, partnership: Partnership) -> Choice:
    """Always the first: a yes shows whom to ring now."""
    return Choice(
        "danger",
        say("danger-label"),
        options("danger", ("no", "yes")),
        hint=say("danger-hint"),
        value=event.one("danger"),
        reveals={"yes": urgent(own, partnership)},
    )


def topic(label: Words, topics: Sequence[str], event: Event) -> Choice:
    """What it is about, or why: one of the field's own pick-lists."""
    return Choice("topic", label, options("topic", topics), look="select", value=event.one("topic"))


def what(event: Event, most: int) -> Long:
    """What they saw or heard."""
    return Long(
        "what", say("what-label"), hint=say("what-hint"), value=event.one("what"), most=most
    )


def reference(event: Event) -> Line:
    """A case or log number, for whoever has to find it."""
    return Line(
        "reference",
        say("reference-label"),
        hint=say("reference-hint"),
        value=event.one("reference"),
        most=REFERENCE_MOST,
    )


def agency(label: Words, partnership: Partnership, value: str, hint: Words | None = None) -> Choice:
    """One of the partnership's agencies."""
    return Choice(
        "agency",
        label,
        tuple(Option(a.id, agency_label(a)) for a in partnership.agencies),
        look="select",
        hint=hint,
        value=value,
    )


def owner(label: Words, hint: Words, event: Event, required: bool = False) -> Line:
    """Whose it is, by the name people know them by."""
    value = event.one("owner")
    return Line("owner", label, hint=hint, value=value, required=required, most=NAME_MOST)


def which_owner(owners: tuple[Option, ...], event: Event) -> tuple[Choice, ...]:
    """Which of several whom a name may mean; nothing to ask where there is no choice."""
    value = event.one("owner_id")
    return (Choice("owner_id", say("owner-which-label"), owners, value=value),) if owners else ()


def how(hows: tuple[Option, ...], value: str) -> Choice:
    """By name, in confidence or anonymously, with the promise that we can keep."""
    return Choice("how", say("how-label"), hows, hint=say("honest-line"), value=value)


def tell_agency(event: Event) -> Tick:
    """Whether an anonymous person lets their agency be told."""
    value = event.one("tell_agency") == "yes"
    return Tick("tell_agency", say("tell-agency-label"), value=value, when=HIDDEN)


def release(event: Event) -> Choice:
    """When an anonymous person's words go out."""
    return Choice(
        "release",
        say("release-label"),
        options("release", RELEASE, hints=True),
        value=event.one("release") or "soon",
        required=False,
        when=HIDDEN,
    )


def anyway() -> Tick:
    """Beside doubts: send it as it is."""
    return Tick("anyway", say("anyway-label"), hint=say("anyway-hint"))


def text_form(kind: str, verb: str, subject: str, most: int, *before: Field) -> Form:
    """Asks for some words to whoever is on the other side of a thread; `kind` finds ours for it."""
    text = Long("text", say(f"{kind}-label"), hint=say(f"{kind}-hint"), most=most)
    return Form(
        title=say(f"{kind}-title"),
        verb=f"{verb}.send",
        subject=subject,
        fields=(*before, text),
        submit=say(f"{kind}-submit"),
    )


def not_chosen(event: Event, allowed: Mapping[str, Sequence[str]]) -> dict[str, Words]:
    """Questions to which the answer is none of those there are."""
    return {
        name: say(f"missing-{name}")
        for name, values in allowed.items()
        if event.one(name) not in values
    }


def too_long(event: Event, limits: Mapping[str, int]) -> dict[str, Words]:
    """Texts that are longer than fits."""
    return {
        name: say("too-long", most=most)
        for name, most in limits.items()
        if len(event.one(name)) > most
    }
