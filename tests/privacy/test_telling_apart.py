"""Point 4: whether one person wrote two threads, or two people, is guessed only by chance."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.core.admission import Incoming
from bot.core.dispatch import Dispatch, Reply
from storage.crypto.identity import ReturnAddress
from storage.directory.members import Members, Seen
from storage.keyring.tables import ring
from storage.keyring.waiting import Waiting, WaitingRoom
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.privacy.telling_apart import HIGH, LOW, learned, right, rounds


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def guessed_right(town: Town, command: str) -> int:
    """Of so many pairs, how many the attacker gets right after learning on as many others."""
    rule = learned(await rounds(town, command, seed=1))
    return right(rule, await rounds(town, command, seed=2))


@pytest.mark.statistics
@pytest.mark.parametrize("command", ["concern", "challenge"])
async def test_whoever_has_both_stores_guesses_no_better_than_a_coin(
    town: Town, command: str
) -> None:
    score = await guessed_right(town, command)
    if not LOW <= score <= HIGH:
        # Chance itself does this once in a hundred times; twice running is a leak.
        score = await guessed_right(town, command)
    assert LOW <= score <= HIGH


class AlteringRoom(WaitingRoom):
    """Keeps addresses as ever, and then has each row tell something of its person."""

    @staticmethod
    def alters(address: ReturnAddress) -> dict[str, object]:
        """What becomes of its row."""
        raise NotImplementedError

    async def keep(
        self,
        items: Sequence[Waiting],
        addresses: dict[str, ReturnAddress] | None = None,
        instead_of: Sequence[str] = (),
    ) -> None:
        """As ever, and then altered."""
        await super().keep(items, addresses, instead_of)
        for ref, address in (addresses or {}).items():
            values = self.alters(address)
            async with self._engine.begin() as connection:
                await connection.execute(update(ring).where(ring.c.ref == ref).values(**values))


class UnpaddedRoom(AlteringRoom):
    """Seals addresses to the length they happen to have."""

    @staticmethod
    def alters(address: ReturnAddress) -> dict[str, object]:
        """Cuts it to a length that goes with the person."""
        return {"sealed": bytes(40 + len(address.name + address.address))}


class NamingRoom(AlteringRoom):
    """Notes beside each address something that goes with the person, hashed to one byte."""

    @staticmethod
    def alters(address: ReturnAddress) -> dict[str, object]:
        """Marks it."""
        return {"kind": f"return{sum(address.person.encode()) % 7}"}


class TouchingDispatch(Dispatch):
    """Renews the directory's row of whoever writes, unless they wrote last."""

    members: Members
    last = ""

    async def handle(self, incoming: Incoming) -> Reply:
        """As ever, and beforehand a row is written beside it."""
        actor = incoming.actor
        if actor.person != self.last:
            name = f"{actor.name}, after {self.last}"
            await self.members.remember(
                [Seen(actor.person, actor.agency, name, "en", actor.address)]
            )
        self.last = actor.person
        return await super().handle(incoming)


@pytest.mark.statistics
@pytest.mark.parametrize("leaky", [UnpaddedRoom, NamingRoom])
async def test_an_attacker_finds_a_keyring_that_tells_people_apart(
    sqlite_stores: Stores, tmp_path: Path, leaky: type[AlteringRoom]
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        core = town.core
        dispatch = Dispatch(replace(core.transactions, room=leaky(core.keyring)))
        town.core = replace(core, dispatch=dispatch)
        assert await guessed_right(town, "concern") > HIGH


@pytest.mark.statistics
@pytest.mark.postgres
async def test_an_attacker_finds_a_directory_that_is_touched_when_somebody_writes(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(postgres_stores, tmp_path / "data") as town:
        core = town.core
        dispatch = TouchingDispatch(core.transactions)
        dispatch.members = core.members
        town.core = replace(core, dispatch=dispatch)
        assert await guessed_right(town, "concern") > HIGH
