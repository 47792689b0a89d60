"""Pictures of numbers, in text: Adaptive Cards draw none that keep nobody out."""

from collections.abc import Iterator

from bot.base.text_bars import bars, trend_bar, trend_words
from bot.teams.render.text import Json, rich, run, spoken
from prompts.pictures import Bars, Trend


def picture(shown: Bars | Trend, language: str) -> Iterator[Json]:
    """Draws bars or a trend, each row's words before its bar."""
    yield from _bars(shown, language) if isinstance(shown, Bars) else _trend(shown, language)


def _bars(shown: Bars, language: str) -> Iterator[Json]:
    # Columns with a style would be silent for screen readers, but are too pale to be seen in Teams
    # and all of one height. A bar stands below its words, where it can be passed over.
    yield rich(run(spoken(shown.title, language), weight="Bolder"))
    for row in shown.rows:
        label = run(f"{spoken(row.label, language)}: ", weight="Bolder")
        yield rich(label, run(spoken(row.words, language)))
        now, before = bars(row, shown.whole)
        if now:
            yield rich(run(now, color="Accent", size="Large"), spacing="None")
        if before:
            yield rich(run(before, isSubtle=True, size="Large"), spacing="None")


def _trend(shown: Trend, language: str) -> Iterator[Json]:
    yield rich(run(spoken(shown.title, language), weight="Bolder"))
    for row in shown.rows:
        label = run(f"{spoken(row.label, language)}: ", weight="Bolder")
        yield rich(label, run(trend_words(row, shown, language)))
        if drawn := trend_bar(row, shown):
            yield rich(run(drawn, color="Accent", size="Large"), spacing="None")
