"""What holds for every agency: how few is too few, and everybody's policies."""

from typing import Any, Final

from handlers.administration.deciding import HOME, answered, propose, settings_now
from handlers.administration.policies import add_button, policy_sections
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from prompts.shapes import Button, Facts, Form, Line, Section, Text
from prompts.words import Plain, Words, say
from storage.partnership.changes.tree import Difference, value_at
from storage.partnership.settings import Thresholds
from storage.repository import Repository

NAMES: Final = tuple(Thresholds.model_fields)


def _bounds(name: str) -> tuple[int, int]:
    """Reads from the model between what a number has to be."""
    limits = Thresholds.model_fields[name].metadata
    least = next(limit.ge for limit in limits if hasattr(limit, "ge"))
    return least, next(limit.le for limit in limits if hasattr(limit, "le"))


async def everybody(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Shows what holds for all agencies, and what of it can be changed."""
    of = repo.partnership
    if who.person not in of.administrators:
        return no("administration-not-yours")
    rows = tuple(
        (_label(name), Plain(f"{getattr(of.thresholds, name):,}".replace(",", "\u202f")))
        for name in NAMES
    )
    change = Button(say("administration-thresholds-change"), "administration.thresholds")
    elsewhere = Button(say("administration-elsewhere-change"), "administration.elsewhere")
    return [
        Ask(
            Form(
                say("administration-everybody"),
                sections=(
                    Section(say("administration-thresholds-title"), (Facts(rows),), (change,)),
                    Section(say("administration-elsewhere"), buttons=(elsewhere,)),
                    Section(say("help-policies"), buttons=(add_button(),)),
                    *policy_sections(of.policies),
                ),
                buttons=(HOME,),
            )
        )
    ]


def _label(name: str) -> Words:
    return say(f"administration-thresholds-{name.replace('_', '-')}-label")


async def ask(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks for each number, as it stands."""
    if who.person not in repo.partnership.administrators:
        return no("administration-not-yours")
    lines = (
        Line(name, _label(name), value=str(getattr(repo.partnership.thresholds, name)),
             hint=_range(name), required=True, most=7)
        for name in NAMES
    )  # fmt: skip
    form = questions.form(
        "administration-thresholds",
        "administration.thresholds",
        "",
        *lines,
        blocks=(Text(say("administration-thresholds-intro")),),
    )
    return [Ask(form)]


def _range(name: str) -> Words:
    least, most = _bounds(name)
    return say("administration-thresholds-range", least=least, most=most)


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed; to lower one takes two."""
    if who.person not in repo.partnership.administrators:
        return no("administration-not-yours")
    wanted = {name: event.one(name).strip() for name in NAMES}
    if wrong := {name: _missing(name) for name, text in wanted.items() if not _fits(name, text)}:
        return [Refuse(wrong)]
    tree = await settings_now(repo)
    edits = []
    for name, text in wanted.items():
        before: Any = value_at(tree, ("thresholds", name))
        if int(text) != getattr(repo.partnership.thresholds, name):
            edits.append(Difference(("thresholds", name), before, int(text)))
    return await propose(who, event, edits, "page", repo)


def _missing(name: str) -> Words:
    least, most = _bounds(name)
    return say("missing-administration-thresholds", least=least, most=most)


def _fits(name: str, text: str) -> bool:
    least, most = _bounds(name)
    return text.isascii() and text.isdecimal() and len(text) < 10 and least <= int(text) <= most
