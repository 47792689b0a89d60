"""A page for leaders each quarter: what helped, what is slow, what to say, and words for the team.

It is made of published figures, and of stories of which whoever raised them said yes.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from handlers.contract.commands import Command, Menu, asks
from handlers.contract.outcomes import Ask, Outcomes
from handlers.contract.people import Event, Visitor
from handlers.insight.card import VERBS, team_words
from handlers.insight.labels import group_name, groups_of, quarter_name
from handlers.insight.pages import none_yet
from handlers.insight.told import every_story, first_stories
from prompts.shapes import Block, Button, Callout, Form, Section, Text
from prompts.words import Words, say
from storage.partnership import Partnership
from storage.repository import Repository
from storage.repository.published.figures import Place, Quarter

HELPED: Final[Mapping[str, Place]] = {
    "picked": ("concern-picked", "wait", "same"),
    "acted": ("concern-answered", "outcome", "acted"),
    "learning": ("concern-answered", "outcome", "learning"),
    "changed": ("pause", "decided", "change"),
    "in-time": ("referral-due", "done", "in-time"),
}
SLOW: Final[Mapping[str, Place]] = {
    "waiting": ("concern-picked", "wait", "longer"),
    "answering": ("concern-answered", "time", "longer"),
    "late": ("referral-due", "done", "late"),
    "overdue": ("referral-due", "done", "overdue"),
}
STAGE: Final = "stage"
"""Begins what is said of each stage of the policy."""
MOST: Final = 3
"""So many are said of each: what stands out most."""
POINTS: Final = 4


async def show(_who: Visitor, _event: Event, repo: Repository) -> Outcomes:
    """Shows what a leader can say about the newest quarter."""
    quarters = await repo.figures.latest(1)
    sections = await _sections(quarters[-1], repo) if quarters else ()
    blocks = (Text(say("leaders-intro")), *(() if quarters else (none_yet(repo),)))
    points = tuple(Text(say(f"leaders-point-{number}")) for number in range(1, POINTS + 1))
    to_say = Section(say("leaders-points"), points)
    ways = (Button(say("insight-back"), "insight"), Button(say("story-button"), "story"))
    form = Form(say("leaders-title"), blocks=blocks, sections=(*sections, to_say), buttons=ways)
    return [Ask(form)]


async def _sections(quarter: Quarter, repo: Repository) -> tuple[Section, ...]:
    partnership = repo.partnership
    stages = [group for group in groups_of(partnership) if group.startswith("stage-")]
    stuck = [(STAGE, (stage, "reply", "silence")) for stage in stages]
    return (
        Section(say("leaders-of", quarter=quarter_name(quarter.name))),
        await first_stories(quarter.name, repo),
        Section(say("leaders-helped"), _told(HELPED.items(), quarter, partnership)),
        Section(say("leaders-slow"), _told([*stuck, *SLOW.items()], quarter, partnership)),
        _for_the_team(quarter),
    )


def _told(
    places: Iterable[tuple[str, Place]], quarter: Quarter, partnership: Partnership
) -> tuple[Block, ...]:
    """Says what there was enough of to be shown, the largest share first."""
    found: list[tuple[float, Words]] = []
    for word, place in places:
        count, total = quarter.figures.get(place), quarter.total(place[0])
        if count is not None and total is not None:
            name = group_name(place[0], partnership)
            words = say(f"leaders-{word}", count=count, total=total, name=name)
            found.append((-count / total, words))
    told = sorted(found, key=lambda each: each[0])[:MOST]
    return tuple(Text(words) for _, words in told) or (Text(say("leaders-too-few")),)


def _for_the_team(quarter: Quarter) -> Section:
    blocks = (Callout(say("leaders-team-how"), "note"), Text(team_words(quarter)))
    send = Button(say("leaders-card-button"), "leaders.card")
    return Section(say("leaders-team"), blocks, (send,))


COMMAND = Command(
    name="leaders",
    menu=Menu(86, frozenset({"help", "launcher"})),
    verbs={
        "leaders": asks("anyone", show),
        "leaders.stories": asks("anyone", every_story),
        **VERBS,
    },
)
