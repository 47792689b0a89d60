"""What a mail server learns: that we wrote to somebody named, and nothing of whoever is hidden."""

from pathlib import Path

import pytest

from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import Dump
from tests.core.by_mail import MailTown, mail_town
from tests.handlers.timing import london


async def _story(stores: Stores, folder: Path, how: str, *, mail: bool) -> tuple[Dump, list[str]]:
    """Leila raises something in danger, is answered, and it is settled; who was written to."""
    async with mail_town(stores, folder, london("2026-11-24 10:02")) as town:
        post = town.post
        if not mail:
            town.core.mail.post = None
        await town.raises("leila", how=how, danger="yes")
        await _answered(town)
        return await town.dump(), [who for who, _, _ in post.letters]


async def _answered(town: MailTown) -> None:
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="A colleague is on the way.")
    await town.passes(3 * (london("2026-11-24 11:00") - london("2026-11-24 10:00")))


@pytest.mark.parametrize("how", ["anonymous", "confidence"])
async def test_nobody_hidden_is_written_to_and_no_row_is_theirs(
    how: str, sqlite_stores: Stores, tmp_path: Path
) -> None:
    stored, written_to = await _story(sqlite_stores, tmp_path / "data", how, mail=True)
    assert "grace" in written_to
    assert "leila" not in written_to
    assert "leila" not in repr(stored["mailbox"])
    assert "leila" not in repr(stored["outbox"])
    assert len(stored["mailbox"]) == len(set(written_to))


def test_a_mailbox_says_nothing_of_a_thread() -> None:
    columns = set(main_metadata.tables["mailbox"].columns.keys())
    assert columns == {"partnership_id", "person", "off", "next_at", "leased_until"}


async def test_without_a_mail_server_what_arrives_is_on_their_pages_alone(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    stored, written_to = await _story(sqlite_stores, tmp_path / "data", "named", mail=False)
    assert written_to == []
    assert stored["mailbox"] == stored["outbox"] == []
