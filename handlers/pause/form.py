"""The form with which a meeting pauses."""

from collections.abc import Mapping

from handlers.contract.people import Event
from handlers.shared import questions
from prompts.shapes import Button, Callout, Choice, Field, Form, Line, Long, Option, Text
from prompts.words import Words, say
from storage.crypto.codes import MOST_TYPED
from storage.partnership import AgencyId, Partnership
from storage.schema.values import PauseKind

KINDS = (PauseKind.VOICES, PauseKind.PREMORTEM)
HOWS = ("alone", "named")
MINUTES = (1, 2, 3, 5, 8)
CODES = ("5", "10", "20", "40")
"""So many codes in all can be handed out."""
WHAT_MOST = 500
SMALL, LARGE = 2, 30
"""People in a round by name: more than that is no small meeting."""


def pause_form(event: Event, partnership: Partnership) -> Form:
    """Asks what they are about to decide, and how the round goes."""
    return Form(
        title=say("pause-title"),
        verb="pause.send",
        subject=event.subject,
        blocks=(
            Text(say("pause-intro")),
            *(() if event.place or event.subject else (Callout(say("pause-no-room"), "note"),)),
        ),
        fields=(
            Choice("kind", say("pause-kind-label"), questions.options("pause-kind", KINDS, True),
                   value=event.one("kind") or "voices"),
            Long("what", say("pause-what-label"), hint=say("pause-what-hint"),
                 value=event.one("what"), most=WHAT_MOST, says="question"),
            *how_fields(event, partnership, say("pause-minutes-label")),
        ),
        buttons=(
            Button(say("pause-ask-button"), "pause.ask", event.subject),
            Button(say("pause-join-button"), "pause.join"),
        ),
        submit=say("pause-submit"),
    )  # fmt: skip


def how_fields(
    event: Event, partnership: Partnership, how_long: Words
) -> tuple[Choice | Line, ...]:
    """Asks whether by name or not, for how long, and how many codes there are from the start."""
    default = str(min(MINUTES, key=lambda m: abs(m - partnership.pauses.minutes)))
    return (
        Choice("by", say("pause-by-label"), questions.options("pause-by", HOWS, True),
               value=event.one("by") or "alone"),
        Line("many", say("pause-many-label"), hint=say("pause-many-hint"),
             value=event.one("many"), most=3),
        Choice("minutes", how_long,
               tuple(Option(str(m), say("pause-minutes", minutes=m)) for m in MINUTES),
               look="select", value=event.one("minutes") or default),
        Choice("codes", say("pause-codes-wanted"),
               questions.options("pause-codes", ("none", *CODES)), look="select",
               hint=say("pause-codes-wanted-hint"), value=event.one("codes") or "none"),
    )  # fmt: skip


def how_problems(event: Event) -> dict[str, Words]:
    """Tells what is wrong with how the round is to go."""
    wrong = questions.not_chosen(event, {"by": HOWS, "minutes": [str(m) for m in MINUTES]})
    if event.one("by") == "named" and not SMALL <= many(event) <= LARGE:
        wrong["many"] = say("missing-many", small=SMALL, large=LARGE)
    if event.one("codes") not in ("", "none", *CODES):
        wrong["codes"] = say("missing-codes")
    return wrong


def problems(event: Event) -> Mapping[str, Words]:
    """Tells what is wrong with the whole form."""
    wrong = how_problems(event) | questions.too_long(event, {"what": WHAT_MOST})
    if event.one("kind") not in KINDS:
        wrong["kind"] = say("missing-pause-kind")
    if not event.one("what"):
        wrong["what"] = say("missing-about-to-decide")
    return wrong


def many(event: Event) -> int:
    """Reads how many are in the room, as it was typed; 0 if that is no number."""
    typed = event.one("many")
    return int(typed) if typed.isascii() and typed.isdigit() else 0


def codes_wanted(event: Event) -> int:
    """Reads how many codes have a voice from the first round on."""
    return int(event.one("codes")) if event.one("codes") in CODES else 0


def ask_form(
    event: Event,
    known_chair: bool,
    partnership: Partnership,
    own: AgencyId | None,
    owners: tuple[Option, ...] = (),
) -> Form:
    """Asks the chair for a pause, in private."""
    label = say("pause-whom-agency-label")
    whom: tuple[Field, ...] = (
        questions.agency(label, partnership, event.one("agency"), own=own),
        questions.owner(say("pause-whom-label"), say("pause-whom-hint"), event, required=True),
        *questions.which_owner(owners, event),
    )
    hows = questions.options("pause-ask", ("named", "anonymous"))
    how = Choice("how", say("how-label"), hows, value=event.one("how"))
    fields = (how,) if known_chair else (*whom, how)
    blocks = (Text(say("pause-ask-intro")), Callout(say("pause-ask-timing"), "warn"))
    return questions.form("pause-ask", "pause.ask", event.subject, *fields, blocks=blocks)


def join_form(event: Event) -> Form:
    """Brings another channel or chat into a pause that goes on elsewhere."""
    label, hint, typed = say("pause-word-label"), say("pause-word-hint"), event.one("word")
    word = Line("word", label, hint, typed, required=True, most=MOST_TYPED)
    intro = Text(say("pause-join-intro"))
    return questions.form("pause-join", "pause.join", "", word, blocks=(intro,))
