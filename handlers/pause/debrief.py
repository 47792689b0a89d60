"""Looking back for five minutes: `/debrief`. Voluntary, to learn, and never to investigate anyone.

The four questions are those of STOP5 (summarise, what went well, opportunities, points to action;
Walker and others, Edinburgh), joined with those of an after-action review.
"""

from handlers.contract import (
    Ask,
    Command,
    Event,
    Menu,
    Named,
    Outcome,
    Outcomes,
    Refuse,
    Verb,
    asks,
    no,
)
from handlers.pause.form import WHAT_MOST, how_fields, how_problems
from handlers.pause.kind import KIND
from handlers.pause.pages import chair_page
from handlers.pause.recording import begin, room_of
from handlers.pause.rounds import STEPS, open_round
from handlers.shared import questions
from prompts.shapes import Callout, Form, Long, Text
from prompts.words import Words, say
from storage.directory.meetings import MARK
from storage.repository import Repository

MINUTES = "5"


async def start(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The form."""
    if who.agency is None:
        return no("guest")
    room = await room_of(event, repo)
    if room is not None and await repo.pauses.live_in(room) is not None:
        return no("pause-here")
    return [Ask(_form(event, repo))]


def _form(event: Event, repo: Repository) -> Form:
    given = Event(event.verb, event.subject, {"minutes": MINUTES, **event.answers})
    return Form(
        title=say("debrief-title"),
        verb="debrief.send",
        subject=event.subject,
        blocks=(Text(say("debrief-intro")), Callout(say("debrief-never"), "note"),
                Text(say("debrief-credit"))),
        fields=(
            Long("what", say("debrief-what-label"), hint=say("pause-what-hint"),
                 value=event.one("what"), most=WHAT_MOST),
            *how_fields(given, repo.partnership, say("debrief-minutes-label")),
        ),
        submit=say("debrief-submit"),
    )  # fmt: skip


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It begins, in the room; whoever wants to takes part."""
    wrong: dict[str, Words] = how_problems(event) | questions.too_long(event, {"what": WHAT_MOST})
    if not event.one("what"):
        wrong["what"] = say("missing-look-back")
    if wrong:
        return [Refuse(wrong)]
    if who.agency is None:
        return no("guest")
    thread, pause = await begin("debrief", "debrief", who, event, repo)
    opened: list[Outcome] = await open_round(thread, pause, repo)
    return [Ask(await chair_page(thread, pause, repo)), *opened]


async def offer(who: Named, event: Event, repo: Repository) -> Outcomes:
    """After a pause, once: the form, in the room where the pause was."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command != "pause" or thread.raiser != who.person:
        return no("pause-not-chair")
    pause = await repo.pauses.of(thread)
    if pause.debriefed:
        return no("debrief-once")
    pause.debriefed = True
    rooms = await repo.pauses.rooms(thread)
    return [Ask(_form(Event("debrief", rooms[0].partition(MARK)[2] if rooms else ""), repo))]


COMMAND = Command(
    name="debrief",
    menu=Menu(60, frozenset({"help", "launcher"})),
    kinds={"debrief": KIND},
    verbs={
        "debrief": asks("person", start),
        "debrief.send": Verb("person", send),
        "debrief.offer": Verb("person", offer),
    },
    steps=STEPS,
)
