"""What somebody who practises is shown: the scenarios, a moment to answer, and what often follows.

Nothing is scored: each strength is shown with what it sounds like, whatever was chosen.
"""

from collections.abc import Iterator
from dataclasses import replace

from handlers.contract.people import Event
from handlers.shared import questions
from handlers.shared.scenarios.drawing import answers_of, scenario_choice, strength
from handlers.shared.scenarios.pack import place_of
from prompts.shapes import (
    Block,
    Button,
    Callout,
    Choice,
    Field,
    Form,
    Long,
    Option,
    Said,
    Section,
    Text,
    When,
)
from prompts.words import Labelled, say
from storage.partnership import Partnership, PracticeAnswer, PracticeStep, Scenario

OWN = "own"
"""What is chosen by whoever would say something else."""
OWN_MOST = 500


def first_page(event: Event, partnership: Partnership, *more: Button) -> Form:
    """Shows what there is to practise."""
    asked: tuple[Field, ...] = (scenario_choice(event, partnership),)
    blocks = (Text(say("practice-intro")), Callout(say("practice-kept"), "note"))
    form = questions.form("practice", "practice", "", *asked, blocks=blocks)
    return replace(form, buttons=more)


def step_form(scenario: Scenario, step: PracticeStep, event: Event) -> Form:
    """Asks what they would say: one of the answers, or words of their own."""
    hint, typed = say("practice-own-hint"), event.one(OWN)
    options = (*answers_of(step), Option(OWN, say("practice-own-option")))
    chosen = event.one("say")
    return Form(
        title=Labelled(dict(scenario.title)),
        verb="practice.step.send",
        subject=place_of(scenario, step),
        blocks=(Text(Labelled(step.scene)),),
        fields=(
            Choice("say", say("practice-say-label"), options, value=chosen),
            Long(OWN, say("practice-own"), hint, typed, most=OWN_MOST, when=When("say", OWN)),
        ),
        submit=say("practice-step-submit"),
    )


def what_follows(scenario: Scenario, step: PracticeStep, event: Event) -> Form:
    """Shows what often happens then, and what each strength sounds like.

    Words of one's own are compared with those: what leads on stands below them then.
    """
    chosen = step.answer(event.one("say"))
    after = _after(scenario, step, chosen)
    others = [strength(answer) for answer in step.answers if answer != chosen]
    kept = Section(say("practice-remember"), (Text(Labelled(scenario.remember)),))
    on = tuple(_on(scenario, after))
    below = () if chosen else (Section(say("practice-next"), buttons=on),)
    return Form(
        title=Labelled(dict(scenario.title)),
        blocks=tuple(_yours(chosen, "" if chosen else event.one(OWN))),
        sections=(*others, *(() if after else (kept,)), *below),
        buttons=on if chosen else (),
    )


def _after(
    scenario: Scenario, step: PracticeStep, chosen: PracticeAnswer | None
) -> PracticeStep | None:
    """The step that follows; after words of one's own the one to which a gentle answer leads."""
    ways = [chosen] if chosen else step.answers
    return next((found for way in ways if (found := scenario.step(way.next or ""))), None)


def _yours(chosen: PracticeAnswer | None, own: str) -> Iterator[Block]:
    if own:
        yield Said(say("practice-yours"), own)
    if chosen is None:
        yield Text(say("practice-compare"))
        return
    yield Text(say("practice-chosen", words=Labelled(dict(chosen.says))))
    yield Text(say(f"practice-strength-{chosen.strength}"))
    yield Text(say("practice-then", what=Labelled(dict(chosen.then))))


def _on(scenario: Scenario, after: PracticeStep | None) -> Iterator[Button]:
    if after is not None:
        yield Button(say("practice-on-button"), "practice.on", place_of(scenario, after), "primary")
    first = place_of(scenario, scenario.steps[0])
    yield Button(say("practice-anew-button"), "practice.on", first)
    yield Button(say("practice-other-button"), "practice")
