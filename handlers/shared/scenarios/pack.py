"""The scenarios there are: the partnership's own first, then those that are shipped."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from storage.partnership import Partnership, PracticeStep, Scenario
from storage.partnership.plain_yaml import read_plain
from storage.partnership.scenarios.model import Scenarios

APART = "_"
"""Stands between the scenario and the step in what a form carries; no id has it."""


@cache
def shipped() -> Scenarios:
    """Reads the pack that is shipped, once."""
    written = read_plain(files("prompts").joinpath("scenarios.yaml").read_text("utf-8"))
    return TypeAdapter(Scenarios).validate_python(written["scenarios"])


def pack(partnership: Partnership) -> Mapping[str, Scenario]:
    """Lists all scenarios by id; one of the partnership's stands in the place of ours."""
    own = {scenario.id: scenario for scenario in partnership.scenarios}
    return own | {s.id: s for s in shipped() if s.id not in own}


def place_of(scenario: Scenario, step: PracticeStep) -> str:
    """Spells where somebody is, so that only the form they look at knows it."""
    return f"{scenario.id}{APART}{step.id}"


def found_at(place: str, partnership: Partnership) -> tuple[Scenario, PracticeStep] | None:
    """Finds the scenario and its step again; nothing if the file no longer has it."""
    id, _, step_id = place.partition(APART)
    scenario = pack(partnership).get(id)
    step = scenario.step(step_id) if scenario else None
    return (scenario, step) if scenario and step else None
