"""Whoever a concern is about, and so is left out, stays left out however their id was spelled."""

from pathlib import Path

from handlers.contract.people import Anonymous, Event
from handlers.shared.threads import begin, new_thread
from storage.schema.values import ThreadCommand
from tests.conftest import Stores
from tests.core.anytown import CONCERN, anytown

SHOUTED, SPELLED = "teams:8F1C-AB:0D2E-FF", "teams:8f1c-ab:0d2e-ff"


async def test_whoever_is_left_out_stays_so_however_the_file_spelled_them(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        who, event = Anonymous("a-reference-of-22-signs", None), Event("concern.send", "", CONCERN)
        async with town.core.transactions.begin() as work:
            thread = new_thread(ThreadCommand("concern"), "decision", who, event, work.repo)
            # As a form of an older version stored it, sealed.
            await begin(thread, event, work.repo, left_out=[SHOUTED])
        async with town.core.transactions.begin() as work:
            [again] = [await work.repo.thread(thread.id)]
            assert again is not None
            assert await work.repo.left_out(again) == {SPELLED}
        async with town.core.transactions.begin_many() as many:
            await many.repo.read([thread.id])
            [again] = [await many.repo.thread(thread.id)]
            assert again is not None
            assert await many.repo.left_out(again) == {SPELLED}
