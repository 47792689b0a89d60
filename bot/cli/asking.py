"""The dialogue of `upstander init`: it goes on until its file is one that `check` takes."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from storage.partnership.loading import read_partnership
from storage.partnership.problems import PartnershipError
from storage.partnership.wizard.questions import (
    AGENCY,
    PARTNERSHIP,
    POLICY,
    Answers,
    Question,
    limits_of,
    objection,
)
from storage.partnership.wizard.writing import write_partnership

NONE = "-"
"""Takes an earlier answer away where there need be none."""


def ask_partnership() -> str:
    """Asks for everything, and gives the file that the answers make."""
    name = _ask(PARTNERSHIP, {})
    agencies: list[Mapping[str, str]] = []
    while not agencies or typer.confirm("Another agency?", default=False):
        agencies.append(_agency({}))
        while problems := mistakes(write_partnership(Answers(name, tuple(agencies)))):
            typer.echo("\n".join(problems))
            typer.echo(f"Please go through it again. Enter keeps an answer, {NONE} takes it away.")
            agencies = [_agency(earlier) for earlier in agencies]
    policy = _ask(POLICY, {})
    limits = tuple(_ask(question, {}) for question in limits_of(policy))
    return write_partnership(Answers(name, tuple(agencies), policy, limits))


def mistakes(text: str) -> list[str]:
    """Lists what is wrong with a partnership's file, each with how to fix it."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "partnership.yaml")
        file.write_text(text, "utf-8")
        try:
            read_partnership(file)
        except PartnershipError as error:
            return [f"{p.what}: {p.fix}" for p in error.problems]
    return []


def _agency(before: Mapping[str, str]) -> Mapping[str, str]:
    answers: dict[str, str] = {}
    for question in AGENCY:
        asked = not question.after or answers[question.after]
        default = before.get(question.name) or question.default
        answers[question.name] = _ask(question, answers, default) if asked else question.default
    return answers


def _ask(question: Question, earlier: Mapping[str, str], default: str | None = None) -> str:
    default = question.default if default is None else default
    while True:
        answer: str = typer.prompt(
            question.text,
            default=default or ("" if question.optional else None),
            show_default=bool(default),
        )
        answer = "" if question.optional and answer.strip() == NONE else answer
        problem = objection(question, answer, earlier)
        if problem is None:
            return answer.strip()
        typer.echo(problem)
