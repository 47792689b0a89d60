"""Grouping the reasons of a premortem: what belongs together is for the people to say."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event
from handlers.pause.case import PauseCase
from handlers.pause.pages import together
from handlers.shared.cases import acts_on
from prompts.shapes import Button, Form, Line, Section, Text
from prompts.words import Plain, say

GROUP_MOST = 60
GROUPED = 20


def _was_premortem(case: PauseCase) -> bool:
    return case.kind == "premortem" and not case.in_round()


_as_chair_of_reasons = acts_on(PauseCase.for_chair, "pause-not-now", when=_was_premortem)


async def _reasons(case: PauseCase) -> list[str]:
    result = await case.latest()
    return [remark.text for remark in result.lines][:GROUPED] if result else []


@_as_chair_of_reasons
async def ask_groups(case: PauseCase, _event: Event) -> Outcomes:
    """Asks a word for each reason: those under one word belong together."""
    reasons = await _reasons(case)
    if not reasons:
        return no("pause-not-now")
    asked = tuple(
        Line(f"group-{n}", say("pause-group-label", reason=Plain(text)), most=GROUP_MOST)
        for n, text in enumerate(reasons, start=1)
    )
    form = Form(
        title=say("pause-group"),
        verb="pause.group.send",
        subject=case.id,
        blocks=(Text(say("pause-group-intro")),),
        fields=asked,
        submit=say("pause-group-submit"),
    )
    return [Ask(form)]


@_as_chair_of_reasons
async def group(case: PauseCase, event: Event) -> Outcomes:
    """Shows the reasons in their groups."""
    reasons = await _reasons(case)
    if not reasons:
        return no("pause-not-now")
    names = [event.one(f"group-{n}") for n in range(1, len(reasons) + 1)]
    if any(len(name) > GROUP_MOST for name in names):
        return [Refuse({"": say("too-long", most=GROUP_MOST)})]
    sections = tuple(
        Section(
            Plain(name) if name else say("pause-group-none"),
            together([t for t, its in zip(reasons, names, strict=True) if its == name]),
        )
        for name in dict.fromkeys(sorted(names, key=lambda its: (its == "", its.casefold())))
    )
    back = Button(say("pause-chair"), "pause.chair", case.id)
    return [Ask(Form(title=say("pause-grouped"), sections=sections, buttons=(back,)))]


VERBS: Mapping[str, Verb] = {
    "pause.group": asks("person", ask_groups),
    "pause.group.send": Verb("person", group),
}
