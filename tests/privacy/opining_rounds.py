"""Point 4 for second opinions: does whom it goes to tell who asks, or of which agency they are?

An attacker reads whom each question went to, learns on rounds whose truth they know, keeps the one
sign that served best, and is judged on rounds that they haven't seen.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil, sqrt
from random import Random

from sqlalchemy import select

from bot.core.admission import Actor, Incoming
from bot.core.dispatch import Dispatch, Reply
from handlers.contract.outcomes import Ask
from storage.partnership import PersonId
from storage.schema import main_metadata
from tests.core.anytown import Town
from tests.handlers.second_opinion.acts import QUESTION
from tests.privacy.telling_apart import Round, Signs, learned, right

Two = tuple[str, str]
REVIEWERS: Two = ("ruth", "fiona")
"""All who have agreed to be asked, of two agencies: each one's own question may go to themself."""
COLLEAGUES: Two = ("amina", "sian")
"""Of the same two agencies: their own question may go to somebody of their own agency."""


@dataclass(frozen=True)
class Score:
    """Of so many questions, for how many the attacker knew which of the two asked."""

    right: int
    of: int

    @property
    def above_chance(self) -> float:
        """How far from a fair coin, where 1 is as far as it falls 99 times of 100."""
        return (self.right - self.of / 2) / ceil(2.576 * sqrt(self.of) / 2)


async def guessed(town: Town, two: Two, how: str, learning: int, judged: int) -> Score:
    """So many questions by either, as a coin falls, to learn on; then so many to be judged on."""
    rule = learned(await _rounds(town, two, how, learning, seed=1))
    return Score(right(rule, await _rounds(town, two, how, judged, seed=2)), judged)


async def _rounds(town: Town, two: Two, how: str, count: int, seed: int) -> list[Round]:
    coin, asked = Random(seed), list[tuple[str, bool]]()
    known = set(await town.column("thread", "id"))
    for _ in range(count):
        one = coin.random() < 0.5
        answers = {**QUESTION, "role": "reviewer", "wanted": "1", "how": how}
        page = await town.does(two[0] if one else two[1], "second-opinion.send", "", answers)
        assert isinstance(page.reply, Ask), page.text
        [thread] = set(await town.column("thread", "id")) - known
        known.add(thread)
        asked.append((str(thread), one))
        town.clock.set(town.clock.now() + timedelta(minutes=30))
    seen = await _seen(town)
    return [Round(seen[thread], one) for thread, one in asked]


async def _seen(town: Town) -> dict[str, Signs]:
    """By thread, who was asked, in which place, of which agency; and on whose clock it runs."""
    threads, reviewers = main_metadata.tables["thread"], main_metadata.tables["reviewer"]
    seen: dict[str, Signs] = {}
    async with town.core.engine.connect() as connection:
        for row in await connection.execute(select(threads.c.id, threads.c.agency)):
            seen[row.id] = {f"runs on the clock of {row.agency}": 1.0}
        for row in await connection.execute(select(reviewers)):
            signs = seen[row.thread_id]
            for sign in (row.agency, row.person, f"{row.agency} in place {row.place}"):
                signs[sign] = signs.get(sign, 0.0) + 1
    return seen


class LeavingOut(Dispatch):
    """Leaves out of those who are asked whoever asks, though they are hidden: as one might wish."""

    async def handle(self, incoming: Incoming) -> Reply:
        """As if they had named these people as involved."""
        event = incoming.event
        if event.verb == "second-opinion.send":
            answers = {**event.answers, "left_out": sorted(self.out(incoming.actor))}
            incoming = replace(incoming, event=replace(event, answers=answers))
        return await super().handle(incoming)

    def out(self, actor: Actor) -> Collection[PersonId]:
        """Who isn't asked."""
        return (actor.person,)


class LeavingOutAgency(LeavingOut):
    """Leaves out their whole agency, though they are hidden."""

    def out(self, actor: Actor) -> Collection[PersonId]:
        """All whom it could go to there."""
        assert actor.agency is not None
        return self._transactions.partnership.holders(actor.agency, "reviewer")
