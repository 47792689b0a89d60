"""What is shown of a scenario in its round: the scene, what each strength sounds like, and notes.

The partnership may have taken the scenario out meanwhile: then the round goes on without its words.
"""

from handlers.pause.case import PauseCase
from handlers.shared.scenarios.drawing import strength
from handlers.shared.scenarios.pack import pack
from prompts.shapes import Block, Section, Text
from prompts.words import Labelled, Words, say
from storage.partnership import PracticeStep, Scenario
from storage.schema.values import PauseKind


def scenario_of(case: PauseCase) -> Scenario | None:
    """Finds the scenario that is practised, if the file still has it."""
    return pack(case.partnership).get(case.thread.topic or "")


def moment_of(case: PauseCase) -> PracticeStep | None:
    """Finds the moment in which everybody chooses: the first."""
    scenario = scenario_of(case)
    return scenario.steps[0] if scenario else None


def scene(case: PauseCase) -> list[Block]:
    """Tells what happens."""
    moment = moment_of(case)
    return [Text(Labelled(moment.scene))] if moment else []


def titled(case: PauseCase) -> list[Block]:
    """Says which scenario it is, where one is practised."""
    scenario = scenario_of(case) if case.kind == PauseKind.PRACTICE else None
    return [Text(Labelled(dict(scenario.title)))] if scenario else []


def spoken(case: PauseCase, chosen: str) -> Words:
    """Spells an answer as it was offered; of one that is no more, its strength."""
    moment = moment_of(case)
    answer = moment.answer(chosen) if moment else None
    if answer is not None:
        return say("practice-sounds", words=Labelled(dict(answer.says)))
    return say(f"practice-strength-{chosen}")


def strengths(case: PauseCase) -> list[Section]:
    """Shows what each strength sounds like, and what often happens then."""
    scenario, moment = scenario_of(case), moment_of(case)
    if scenario is None or moment is None:
        return []
    kept = Section(say("practice-remember"), (Text(Labelled(scenario.remember)),))
    return [*map(strength, moment.answers), kept]


def notes(case: PauseCase) -> list[Section]:
    """Gives whoever leads it notes, and questions to ask."""
    scenario = scenario_of(case)
    if scenario is None:
        return []
    asked = tuple(Text(Labelled(dict(question))) for question in scenario.questions)
    return [
        Section(say("practice-notes"), (Text(Labelled(scenario.notes)),)),
        Section(say("practice-questions"), asked),
    ]
