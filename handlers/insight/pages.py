"""The pages of the partnership's numbers: how many of everything, then each by its questions."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from handlers.insight.labels import (
    about_group,
    group_name,
    groups_of,
    part_name,
    quarter_name,
    question_name,
)
from handlers.insight.questions import GROUPS
from handlers.insight.sheet import sheet
from prompts.pictures import Trend, TrendRow
from prompts.shapes import Block, Button, Callout, Form, Said, Section, Text
from prompts.words import Day, Words, say
from storage.partnership import Partnership, earliest_day
from storage.repository import Repository
from storage.repository.challenges import quarter_of
from storage.repository.published.figures import Place, Quarter, last_day

SHOWN: Final = 4
"""Quarters on a page; a file has them all."""
SETTLED: Final = timedelta(days=2)
"""So long after a quarter its numbers come: then nothing of it can still come in."""
_TEXT = Button(say("insight-text-button"), "insight.text")
_BACK = Button(say("insight-back"), "insight")


def overview(quarters: Sequence[Quarter], repo: Repository) -> Form:
    """Lists how many there were of everything in the newest quarter, and before."""
    partnership = repo.partnership
    if not quarters:
        return Form(say("insight-title"), blocks=(Text(say("insight-intro")), none_yet(repo)))
    newest = quarters[-1]
    head = Section(say("insight-of", quarter=quarter_name(newest.name)), look="head")
    lines = (_line(group, quarters[-2:], partnership) for group in groups_of(partnership))
    return Form(
        say("insight-title"),
        blocks=(Text(say("insight-intro")), _rules(newest)),
        sections=(head, *lines),
        buttons=(_TEXT,),
    )


def none_yet(repo: Repository) -> Block:
    """Says when the first numbers come."""
    today = earliest_day(repo.partnership, repo.now)
    first = last_day(quarter_of(today - SETTLED)) + timedelta(days=1) + SETTLED
    return Callout(say("insight-none-yet", day=Day(first)), "note")


def _rules(newest: Quarter) -> Block:
    return Callout(say("insight-rules", least=newest.least), "note")


def _line(group: str, quarters: Sequence[Quarter], partnership: Partnership) -> Section:
    now, *before = (quarter.total(group) for quarter in reversed(quarters))
    told = [Text(_many(now, quarters[-1].least))]
    if before:
        told.append(Text(say("insight-before", count=_many(before[0], quarters[0].least))))
    see = Button(say("insight-see"), "insight.group", group)
    return Section(group_name(group, partnership), tuple(told), (see,), look="line")


def _many(count: int | None, least: int) -> Words:
    if count is None:
        return say("insight-few", least=least)
    return say("insight-about", count=count)


def group_page(group: str, quarters: Sequence[Quarter], partnership: Partnership) -> Form:
    """Shows a group over the quarters: how many, and in which parts of each question."""
    name, some = group_name(group, partnership), quarters[-SHOWN:]
    total = _trend(say("insight-how-many"), [(say("insight-all"), (group, "", ""))], some)
    by = (
        _trend(
            question_name(question.name),
            [(part_name(question.name, p), (group, question.name, p)) for p in question.parts],
            some,
        )
        for question in GROUPS[group]
    )
    about = Text(about_group(group)), Text(say("insight-stars", least=some[-1].least))
    told = Section(name, (*about, total, *by))
    return Form(say("insight-title"), sections=(told,), buttons=(_BACK, _TEXT))


def _trend(title: Words, rows: Iterable[tuple[Words, Place]], quarters: Sequence[Quarter]) -> Trend:
    return Trend(
        title,
        tuple(quarter_name(quarter.name) for quarter in quarters),
        tuple(
            TrendRow(label, tuple(q.figures.get(place) for q in quarters)) for label, place in rows
        ),
    )


def as_text(quarter: Quarter, partnership: Partnership) -> Form:
    """Shows a quarter's figures as lines to be copied into a spreadsheet."""
    lines = sheet([quarter], partnership, "en")
    blocks = (Text(say("insight-text-about")), Said(quarter_name(quarter.name), lines))
    return Form(say("insight-text-title"), blocks=blocks, buttons=(_BACK,))
