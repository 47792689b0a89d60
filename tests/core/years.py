"""A year of made-up figures, for pages that need some."""

import random

from handlers.insight.counting import Counts
from handlers.insight.questions import GROUPS
from storage.repository.published.figures import Quarter
from tests.core.anytown import Town

NAMES = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")


def year() -> list[Quarter]:
    """Four quarters of a partnership in which speaking up grows."""
    chance, quarters = random.Random(7), []
    for place, name in enumerate(NAMES):
        counts = Counts()
        for number, (group, questions) in enumerate(GROUPS.items()):
            total = max(0, 70 + 12 * place - 4 * number)
            counts.totals[group] = total
            for question in questions:
                weights = [1 / (1 + at) for at in range(len(question.parts))]
                for part in chance.choices(question.parts, weights, k=total):
                    counts.parts[group, question.name, part] += 1
        quarters.append(Quarter(name, 8, dict(counts.published(8))))
    return quarters


async def published(town: Town) -> None:
    """The year has been published."""
    async with town.core.transactions.begin() as work:
        for quarter in year():
            work.repo.figures.publish(quarter.name, quarter.least, quarter.figures.items())
