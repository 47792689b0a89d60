"""The dispatcher's order turned round, to see that the drill would notice."""

from bot.wiring import Core
from handlers.concern import escalation
from storage.crypto.identity import ReturnAddress
from storage.engine.database import transaction
from storage.keyring.store import new_ref
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, Release, State, ThreadCommand
from tests.drill.kill_places import Place, town_at
from tests.drill.kill_scenes import NOW, Deed


async def _close_keyring_first(place: Place, ids: dict[str, str]) -> None:
    """The address is destroyed while the tombstone is still uncommitted."""
    async with town_at(place, NOW) as town, transaction(town.core.engine) as session:
        core = town.core
        repo = Repository(session, core.partnership, core.keys, NOW)
        thread = await repo.thread(ids["secret"])
        assert thread is not None
        await escalation.settle(thread, repo)
        await repo.finish()
        await core.keyring.destroy(repo.ended)


async def _raise_main_first(place: Place, _ids: dict[str, str]) -> None:
    """The thread is committed, and its address comes after."""
    async with town_at(place, NOW) as town:
        ref = await _begun(town.core)
        person = ReturnAddress("web:leila-haddad", "{}", "en", None, "", "anonymous")
        await town.core.keyring.put(ref, person)


async def _begun(core: Core) -> str:
    async with transaction(core.engine) as session:
        repo = Repository(session, core.partnership, core.keys, NOW)
        thread = Thread(
            partnership_id=core.partnership.id, id=new_ref(), command=ThreadCommand("concern"),
            how=How.ANONYMOUS, about="decision", topic="threshold", danger=False,
            agency="childrens-social-care", return_ref=new_ref(),
            release=Release.NOW, state=State.OPEN, day=repo.today_at(None),
        )  # fmt: skip
        repo.begin(thread)
        await repo.say(thread, "raiser", "raised", "Nobody asked the child.")
        await repo.finish()
    return thread.way_back


KEYRING_FIRST = Deed("closing, the keyring first", _close_keyring_first)
MAIN_FIRST = Deed("raising, main first", _raise_main_first)
