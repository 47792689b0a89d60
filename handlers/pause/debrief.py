"""Looking back for five minutes: `/debrief`. Voluntary, to learn, and never to investigate anyone.

The four questions are those of STOP5 (summarise, what went well, opportunities, points to action;
Walker and others, Edinburgh), joined with those of an after-action review.
"""

from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.pause.case import PauseCase, as_chair
from handlers.pause.form import WHAT_MOST, how_fields, how_problems
from handlers.pause.kind import KIND
from handlers.pause.pages import chair_page
from handlers.pause.recording import begin, refused_here
from handlers.pause.rounds import STEPS, open_round
from handlers.shared import questions
from prompts.shapes import Callout, Form, Long, Text
from prompts.words import Words, say
from storage.partnership import Partnership, PlatformId
from storage.repository import Repository
from storage.schema.values import PauseKind

MINUTES = "5"


async def start(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, unless a meeting pauses here already."""
    return await refused_here(who, event, repo) or [Ask(_form(event, repo.partnership))]


def _form(event: Event, partnership: Partnership) -> Form:
    given = Event(event.verb, event.subject, {"minutes": MINUTES, **event.answers})
    label, hint = say("debrief-what-label"), say("pause-what-hint")
    what = Long("what", label, hint, event.one("what"), most=WHAT_MOST)
    how = how_fields(given, partnership, say("debrief-minutes-label"))
    never = Callout(say("debrief-never"), "note")
    blocks = (Text(say("debrief-intro")), never, Text(say("debrief-credit")))
    return questions.form("debrief", "debrief", event.subject, what, *how, blocks=blocks)


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Begins the debrief in the room; whoever wants to takes part."""
    wrong: dict[str, Words] = how_problems(event) | questions.too_long(event, {"what": WHAT_MOST})
    if not event.one("what"):
        wrong["what"] = say("missing-look-back")
    if wrong:
        return [Refuse(wrong)]
    if who.agency is None:
        return no("guest")
    case = await begin(PauseKind.DEBRIEF, who, event, repo)
    opened = await open_round(case)
    return [Ask(await chair_page(case)), *opened]


@as_chair
async def offer(case: PauseCase, _event: Event) -> Outcomes:
    """Opens the form after a pause, once, in the room where the pause was."""
    if case.decides_nothing():
        return no("pause-not-chair")
    if not case.may_be_debriefed():
        return no("debrief-once")
    case.pause.debriefed = True
    rooms = await case.rooms()
    there = PlatformId.read(rooms[0]).own if rooms else ""
    return [Ask(_form(Event("debrief", there), case.repo.partnership))]


COMMAND = Command(
    name="debrief",
    menu=Menu(60, frozenset({"help", "launcher"}), group="meeting"),
    kinds={"debrief": KIND},
    verbs={
        "debrief": asks("person", start),
        "debrief.send": Verb("person", send),
        "debrief.offer": Verb("person", offer),
    },
    steps=STEPS,
)
