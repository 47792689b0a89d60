"""How scenarios are chosen, and how what could be said in them is shown."""

from handlers.contract.people import Event
from handlers.shared.scenarios.pack import pack
from prompts.shapes import Choice, Option, Section, Text
from prompts.words import Labelled, say
from storage.partnership import Partnership, PracticeAnswer, PracticeStep


def scenario_choice(event: Event, partnership: Partnership) -> Choice:
    """Asks for one of the scenarios."""
    options = tuple(Option(s.id, Labelled(dict(s.title))) for s in pack(partnership).values())
    value = event.one("scenario")
    return Choice("scenario", say("practice-scenario-label"), options, value=value)


def answers_of(step: PracticeStep) -> tuple[Option, ...]:
    """Lists what could be said in this moment."""
    return tuple(Option(a.strength, Labelled(dict(a.says))) for a in step.answers)


def strength(answer: PracticeAnswer) -> Section:
    """Shows what a strength sounds like, and what often happens then."""
    says = Text(say("practice-sounds", words=Labelled(dict(answer.says))))
    then = Text(say("practice-then", what=Labelled(answer.then)))
    return Section(say(f"practice-strength-{answer.strength}"), (says, then))
