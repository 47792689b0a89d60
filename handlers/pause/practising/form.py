"""Practising together: everybody chooses what they would say, and all see the spread at once.

It is a round like any other, with the same thresholds; nothing comes of it but talk.
"""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.pause.form import how_fields, how_problems
from handlers.pause.pages import chair_page
from handlers.pause.recording import begin, refused_here, room_of
from handlers.pause.rounds import open_round
from handlers.shared import questions
from handlers.shared.scenarios.drawing import scenario_choice
from handlers.shared.scenarios.pack import pack
from prompts.shapes import Callout, Form, Text
from prompts.words import say
from storage.partnership import Partnership
from storage.repository import Repository
from storage.schema.values import PauseKind


async def start(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows the form, unless a meeting pauses here already."""
    return await refused_here(who, event, repo) or [Ask(_form(event, repo.partnership))]


def _form(event: Event, partnership: Partnership) -> Form:
    # Nobody's answer stands beside their name: it is for trying things out.
    _by, _many, minutes, codes = how_fields(event, partnership, say("pause-minutes-label"))
    no_room = () if event.place or event.subject else (Callout(say("practice-no-room"), "note"),)
    blocks = (Text(say("practice-together-intro")), *no_room)
    asked = (scenario_choice(event, partnership), minutes, codes)
    return questions.form(
        "practice-together", "pause.practice", event.subject, *asked, blocks=blocks
    )


async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Begins the round in the room; whoever begins it leads it."""
    scenario = pack(repo.partnership).get(event.one("scenario"))
    given = Event(event.verb, event.subject, {**event.answers, "by": "alone"}, place=event.place)
    wrong = how_problems(given)
    if scenario is None:
        wrong["scenario"] = say("missing-scenario")
    if scenario is None or wrong:
        return [Refuse(wrong)]
    if who.agency is None:
        return no("guest")
    room = await room_of(event, repo)
    if room is not None and await repo.pauses.live_in(room) is not None:
        return no("pause-here")
    case = await begin(PauseKind.PRACTICE, who, given, repo)
    case.thread.topic = scenario.id
    opened = await open_round(case)
    return [Ask(await chair_page(case)), *opened]


VERBS: Mapping[str, Verb] = {
    "pause.practice": asks("person", start),
    "pause.practice.send": Verb("person", send),
}
