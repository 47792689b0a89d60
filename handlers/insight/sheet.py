"""The published figures as lines for a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from handlers.insight.labels import group_name, groups_of, part_name, question_name
from handlers.insight.questions import GROUPS
from prompts.words import Words, say, speak
from storage.partnership import Partnership
from storage.repository.published.figures import Place, Quarter


def sheet(quarters: Sequence[Quarter], partnership: Partnership, language: str) -> str:
    """Writes a line for each figure; of what isn't shown the count is a star."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(speak(say(f"insight-column-{n}"), language) for n in range(1, 6))
    for quarter in quarters:
        for (group, question, part), words in _places(partnership):
            count = quarter.figures.get((group, question, part))
            spoken = (speak(each, language) if each else "" for each in words)
            writer.writerow([quarter.name, *spoken, "*" if count is None else count])
    return out.getvalue()


def _places(partnership: Partnership) -> Iterator[tuple[Place, tuple[Words | None, ...]]]:
    for group in groups_of(partnership):
        name = group_name(group, partnership)
        yield (group, "", ""), (name, None, None)
        for question in GROUPS[group]:
            asked = question_name(question.name)
            for part in question.parts:
                yield (group, question.name, part), (name, asked, part_name(question.name, part))
