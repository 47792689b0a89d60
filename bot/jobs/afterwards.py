"""How raisers fared is counted once a quarter is over, and only where there are enough answers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from bot.core.unit_of_work import Transactions
from storage.keyring.afterwards import Fared, FaredAnswers
from storage.partnership import earliest_day
from storage.repository.challenges import ALTOGETHER, Cell, quarter_of

ENOUGH: Final = 5
"""Fewer answers to a question wait on, and are counted with the next quarter's."""
_SETTLED: Final = timedelta(days=2)
"""After which no answer of a quarter can still come, by whatever agency's clock."""


class FaredCounts:
    """Counts answers in main: many processes may, and a crash between the stores doubles none."""

    def __init__(self, transactions: Transactions, answers: FaredAnswers | None = None) -> None:
        self._transactions = transactions
        self._answers = answers or FaredAnswers(transactions.keyring)

    async def count(self) -> int:
        """Counts what is ready; gives how many answers that was."""
        of = self._transactions
        day = earliest_day(of.partnership, of.clock.now()) - _SETTLED
        waiting = await self._answers.waiting()
        ready = {ref: a for ref, a in waiting.items() if a.quarter < quarter_of(day)}
        counted = 0
        for days in sorted({answer.days for answer in ready.values()}):
            these = {ref: answer for ref, answer in ready.items() if answer.days == days}
            counted += await self._publish(_quarter_before(day), days, these)
        return counted

    async def _publish(self, quarter: str, days: int, these: Mapping[str, Fared]) -> int:
        async with self._transactions.begin() as work:
            fresh = not await work.repo.challenges.is_published(quarter, days)
            if fresh and len(these) < ENOUGH:
                return 0
            if fresh:
                work.repo.challenges.publish_fared(quarter, days, _counts(these.values()))
        # Main has them now: what a crash leaves here isn't counted again.
        await self._answers.destroy(these)
        return len(these)


def _quarter_before(day: date) -> str:
    first = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    return quarter_of(first - timedelta(days=1))


def _counts(answers: Iterable[Fared]) -> Counter[Cell]:
    """Adds up each question for itself: who said one thing must not be known by the other."""
    counts = Counter[Cell]()
    for answer in answers:
        counts.update([(answer.worse, "all"), ("all", answer.again), ALTOGETHER])
    return counts
