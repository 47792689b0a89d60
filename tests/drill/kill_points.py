"""One deed, killed at every one of its steps; after each kill the stores are opened and judged."""

import asyncio
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.app import open_stores
from tests.drill.kill_looks import Look, look, secrets_of, still_found
from tests.drill.kill_places import Place, Places, copy_of, town_at
from tests.drill.kill_scenes import Deed, Scene
from tests.drill.kill_steps import NEVER, Child, Steps, count_here
from tests.scheduling import days_turn

Secrets = dict[str, set[bytes]]
Tell = Callable[[str], None]


@dataclass
class Report:
    """How many kill points a deed has, and what was wrong after which of them."""

    deed: str
    kind: str
    points: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.kind}, {self.deed}: {self.points} kill points, {len(self.wrong)} wrong"


@dataclass(frozen=True)
class Trial:
    """A deed in a scene, and how the stores look before and after it."""

    deed: Deed
    scene: Scene
    places: Places
    old: Look
    new: Look
    between: Look | None
    secrets: Secrets
    reading: bool
    """Whether statements that only read are steps too."""
    judged_already: dict[bytes, list[str]] = field(default_factory=dict)

    def judged(self, step: int) -> Iterator[str]:
        """Kills it at this step, opens the stores as a server does; says what is wrong then."""
        with copy_of(self.scene.place, self.places) as place:
            child = Child(
                lambda tell: do_counted(self.deed, self.scene, place, step, tell, self.reading)
            )
            ended = child.ended()
            if not ended.killed:
                # What waits for an answer looks now more, now less often; it may end a step early.
                if ended.failed or int(ended.told) >= step:
                    yield f"step {step}: it wasn't killed there: {ended.told}"
                return
            yield from (f"step {step}, {ended.told}: {wrong}" for wrong in self._found(place))

    def _found(self, place: Place) -> list[str]:
        # Until something is committed, kill after kill leaves the very same files.
        left = self.places.digest(place)
        if left not in self.judged_already:
            # A process of its own, so that stores nobody can open end that one only.
            ended = Child(lambda tell: tell(json.dumps(asyncio.run(self._mended(place))))).ended()
            self.judged_already[left] = [ended.told] if ended.failed else json.loads(ended.told)
        return self.judged_already[left]

    async def _mended(self, place: Place) -> list[str]:
        seen, left = await opened(place, self.deed, self.secrets)
        seen = self._named(seen)
        found = [*seen.wrong, *left, *self._neither(seen)]
        await self.deed.do(place, self.scene.ids)
        again, left = await opened(place, self.deed, self.secrets)
        again = self._named(again)
        found += [f"done again: {wrong}" for wrong in (*again.wrong, *left)]
        if again != self.new:
            found.append(f"done again, it isn't as if it had never been killed: {again}")
        return found

    def _neither(self, seen: Look) -> Iterator[str]:
        if seen in (self.old, self.between, self.new):
            return
        if not self.deed.parts:
            yield "the whole is neither as before nor as after"
        for id in self.old.threads.keys() | self.new.threads.keys() | seen.threads.keys():
            either = [each.threads.get(id) for each in (self.old, self.between, self.new) if each]
            if (view := seen.threads.get(id)) not in either:
                yield f"{self._called(id)} is neither as before nor as after: {view}"

    def _named(self, seen: Look) -> Look:
        return seen.named_as(self.old, self.scene.ids.values())

    def _called(self, id: str) -> str:
        return next((name for name, each in self.scene.ids.items() if each == id), id)


def do_counted(
    deed: Deed, scene: Scene, place: Place, last: int, tell: Tell, reading: bool
) -> None:
    """Does it in this process, which counts its steps and doesn't outlive the last."""
    steps = Steps(last, place.folder, tell, reading)
    count_here(steps)
    asyncio.run(deed.do(place, scene.ids))
    tell(str(steps.count))


async def opened(
    place: Place, deed: Deed, secrets: Secrets | None = None
) -> tuple[Look, list[str]]:
    """The stores as a server finds and mends them; and what still lies in their files."""
    async with town_at(place, deed.now) as town:
        await open_stores(town.core)
        seen = await look(town.core)
        return seen, await still_found(town.core, secrets or {})


async def _before(place: Place, deed: Deed) -> tuple[Look, Secrets]:
    async with town_at(place, deed.now) as town:
        secrets = await secrets_of(town.core)
    return (await opened(place, deed))[0], secrets


def drilled(
    deed: Deed, scene: Scene, places: Places, reading: bool = True, every: int = 1
) -> Report:
    """Kills it at every step there is, or at every so-many-eth, beginning where it is the day's."""
    with copy_of(scene.place, places) as place:
        old, secrets = asyncio.run(_before(place, deed))
    with copy_of(scene.place, places) as place:
        ended = Child(lambda tell: do_counted(deed, scene, place, NEVER, tell, reading)).ended()
        assert not ended.failed, ended.told
        new, left = asyncio.run(opened(place, deed, secrets))
    new = new.named_as(old, scene.ids.values())
    report = Report(deed.name, places.kind, int(ended.told), [*old.wrong, *new.wrong, *left])
    if deed.outside_main and (old.threads, old.counts) != (new.threads, new.counts):
        report.wrong.append("main has heard of it")
    between = _between(deed, scene, places, old)
    trial = Trial(deed, scene, places, old, new, between, secrets, reading)
    report.wrong += _at_every_step(trial, range(1 + days_turn(every), report.points + 1, every))
    return report


def _between(deed: Deed, scene: Scene, places: Places, old: Look) -> Look | None:
    if deed.via is None:
        return None
    with copy_of(scene.place, places) as place:
        asyncio.run(deed.via(place, scene.ids))
        return asyncio.run(opened(place, deed))[0].named_as(old, scene.ids.values())


def _at_every_step(trial: Trial, steps: range) -> list[str]:
    """Several at a time, each worker a process of its own."""
    jobs = os.cpu_count() or 1

    def judge(some: range) -> Callable[[Tell], None]:
        return lambda tell: tell(json.dumps([w for step in some for w in trial.judged(step)]))

    wrong: list[str] = []
    for worker in [Child(judge(steps[first::jobs])) for first in range(jobs)]:
        ended = worker.ended()
        wrong += [ended.told] if ended.failed or ended.killed else json.loads(ended.told)
    return wrong
