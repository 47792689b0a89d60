"""Bars made of signs, for platforms that draw none. Words always stand beside them."""

from prompts.pictures import Bar, Trend, TrendRow
from prompts.words import Words, say, speak

LONGEST = 10
"""Signs in a bar that stands for everybody: few, since some screen readers read out each."""
_NOW, _BEFORE = "█", "▀"


def bars(row: Bar, whole: int) -> tuple[str, str]:
    """Draws a row's bar, and one half as thick for the time before. Nobody is no bar."""
    return _drawn(_NOW, row.count, whole), _drawn(_BEFORE, row.before or 0, whole)


def _drawn(sign: str, count: int, whole: int) -> str:
    # A single answer among many is still seen.
    return sign * max(round(LONGEST * count / whole), min(count, 1))


def trend_bar(row: TrendRow, trend: Trend) -> str:
    """Draws a row's newest count; no bar where it isn't shown."""
    return _drawn(_NOW, row.counts[-1] or 0, trend.whole)


def trend_words(row: TrendRow, trend: Trend, language: str) -> str:
    """Says each period's count, the newest first."""
    told = zip(reversed(trend.periods), reversed(row.counts), strict=True)
    return " · ".join(speak(period_words(*each), language) for each in told)


def period_words(period: Words, count: int | None) -> Words:
    """Says a period's count, or that it isn't shown."""
    if count is None:
        return say("trend-hidden", period=period)
    return say("trend-count", period=period, count=count)
