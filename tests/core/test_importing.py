"""Many referrals from one file: all or nothing, one message each, and then as any other."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.files.exporting import Exporting
from bot.files.importing import Imported, Importing
from handlers.contract.people import Named
from handlers.referral.files.spreadsheet import words_of
from prompts.words import speak
from storage.audit.verification import verify
from storage.partnership import AgencyId, PersonId
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.peers.transcript import buttons_of

HEAD = "reference,kind,what,agency,owner,role,due\n"
ROWS = (
    "CASE-1,information,The minutes please.,childrens-social-care,Amina Yusuf,,\n"
    "CASE-2,information,The report please.,childrens-social-care,Amina Yusuf,,2026-12-04\n"
    "CASE-3,referral-decision,A decision please.,childrens-social-care,,lead,\n"
    "CASE-4,other,An answer please.,police,,manager,24/12/2026\n"
)


def importing(town: Town) -> Importing:
    """Takes files in this town."""
    core = town.core
    return Importing(core.transactions, core.members)


def exporting(town: Town) -> Exporting:
    """Gives files in this town."""
    return Exporting(town.core.engine, town.core.keys, town.core.partnership, town.clock)


def person(town: Town, who: str) -> Named:
    """Somebody of the town in their own name."""
    actor = town.actor(who)
    return Named(actor.person, actor.name, actor.agency)


async def imports(town: Town, who: str, data: str, anyway: bool = False) -> Imported:
    """Somebody imports a file; what is due at once is delivered."""
    imported = await importing(town).take(person(town, who), data.encode(), anyway)
    await town.core.ticks.drain()
    return imported


def told(imported: Imported) -> list[str]:
    """What must be mended, as they read it."""
    return [speak(words_of(mistake), "en") for mistake in imported.mistakes]


async def test_each_person_is_told_once_and_finds_every_referral(town: Town) -> None:
    assert await imports(town, "leila", HEAD + ROWS) == Imported(recorded=4)
    [card] = town.cards("amina")
    assert "2 referrals were recorded for you: see “Waiting for me”." in card.text
    [card] = town.cards("grace")
    assert "One referral was recorded for you" in card.text
    home = await town.presses_card("amina", "My concerns")
    assert (await town.column("audience", "person")).count("web:amina-yusuf") == 2
    first = next(b for b in buttons_of(home.form) if b.verb == "referral.open")
    page = await town.does("amina", first.verb, first.subject)
    (await page.sees("please.").presses("It’s mine")).sees("This is yours now")
    await town.core.ticks.drain()
    assert "Amina Yusuf has taken your referral" in town.cards("leila")[-1].text


async def test_what_was_imported_runs_by_the_clock_like_any_other(town: Town) -> None:
    await imports(town, "leila", HEAD + ROWS)
    await town.passes(timedelta(days=8))
    assert any("Can you take it" in card.text for card in town.cards("amina"))
    await town.passes(timedelta(days=60))
    assert await town.column("step", "id") == []
    assert await town.column("referral", "level") == [4] * 4


async def test_an_import_is_what_the_form_would_have_recorded(town: Town) -> None:
    answers = {
        "reference": "CASE-1", "kind": "information", "what": "The minutes please.", "role": "lead",
        "agency": "childrens-social-care", "owner": "Amina Yusuf", "anyway": "yes",
    }  # fmt: skip
    await (await town.does("leila", "referral")).fills(answers)
    await imports(town, "james", HEAD + ROWS.replace("CASE-1", "CASE-9").splitlines()[0])
    for table in ("thread", "referral", "step", "audience", "message", "audit"):
        own = {"id", "thread_id", "sealed", "sealed_by", "link", "raiser", "raiser_name"}
        names = [n for n in _columns(table) if n not in own]
        one, other = zip(*[await town.column(table, name) for name in names], strict=True)
        assert one == other, table


def _columns(table: str) -> list[str]:
    return [column.name for column in main_metadata.tables[table].columns]


async def test_one_wrong_row_and_nothing_is_recorded(town: Town) -> None:
    imported = await imports(town, "leila", HEAD + ROWS + "CASE-5,wish,Please.,police,,,\n")
    [fix] = told(imported)
    assert fix.startswith("Row 6, kind: We do not know this kind.")
    assert await town.column("thread", "id") == []
    assert town.cards("amina") == []


async def test_names_of_families_are_confirmed_first(town: Town) -> None:
    data = HEAD + "CASE-1,information,He rang Mary Smith.,police,,,\n"
    imported = await imports(town, "leila", data)
    assert (imported.recorded, len(imported.mistakes), len(imported.doubts)) == (0, 0, 1)
    assert await town.column("thread", "id") == []
    assert (await imports(town, "leila", data, anyway=True)).recorded == 1


async def test_the_same_file_twice_is_refused_until_the_first_is_closed(town: Town) -> None:
    await imports(town, "leila", HEAD + ROWS)
    again = told(await imports(town, "james", HEAD + ROWS.replace("CASE-1", "case-1")))
    assert [fix.partition(":")[0] for fix in again] == [
        f"Row {row}, reference" for row in (2, 3, 4, 5)
    ]
    assert "Your agency has recorded this already" in again[0]
    assert len(await town.column("thread", "id")) == 4
    async with town.core.engine.begin() as connection:
        await connection.execute(text("UPDATE thread SET state = 'closed'"))
    assert (await imports(town, "leila", HEAD + ROWS)).recorded == 4


async def test_another_agency_is_not_told_what_we_recorded(town: Town) -> None:
    await imports(town, "leila", HEAD + ROWS)
    assert (await imports(town, "priya", HEAD + ROWS)).recorded == 4


async def test_twice_at_once_is_recorded_once(stores: Stores, tmp_path: Path) -> None:
    async with (
        anytown(stores, tmp_path / "data") as town,
        anytown(stores, tmp_path / "data", town.clock) as replica,
    ):
        both = await asyncio.gather(
            *(
                importing(t).take(person(t, "leila"), (HEAD + ROWS).encode())
                for t in (town, replica)
            )
        )
        assert sorted(imported.recorded for imported in both) == [0, 4]
        assert len(await town.column("thread", "id")) == 4


async def test_a_write_that_fails_half_way_leaves_nothing(town: Town) -> None:
    async with town.core.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE step RENAME TO step_gone"))
    with pytest.raises(Exception, match="step"):
        await importing(town).take(person(town, "leila"), (HEAD + ROWS).encode())
    async with town.core.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE step_gone RENAME TO step"))
    dump = await town.dump()
    assert [n for n in ("thread", "referral", "message", "audit", "outbox") if dump[n]] == []


async def test_five_thousand_rows_with_progress_and_a_sound_audit(town: Town) -> None:
    rows = "".join(f"C-{n},information,Please.,police,,,\n" for n in range(5000))
    heard: list[tuple[str, int, int]] = []
    data = (HEAD + rows).encode()
    imported = await importing(town).take(
        person(town, "leila"), data, tell=lambda *so_far: heard.append(so_far)
    )
    assert imported == Imported(recorded=5000)
    for step in ("checked", "prepared", "written"):
        assert [d for s, d, of in heard if (s, of) == (step, 5000)] == list(range(500, 5001, 500))
    assert len(await town.column("referral", "thread_id")) == 5000
    assert len(await town.column("outbox", "id")) == len(
        town.core.partnership.leads(AgencyId("police"))
    )
    verdict = await verify(
        town.core.engine, town.core.keys, town.core.partnership.id, town.clock.now().date()
    )
    assert verdict.wrong == []


async def test_everyone_takes_along_only_what_they_may_see(town: Town) -> None:
    await imports(town, "leila", HEAD + ROWS)
    own = await exporting(town).own(PersonId("web:leila-haddad"), "csv", "en")
    assert own.count("CASE-") == 4
    assert "The minutes please." in own
    asked = await exporting(town).own(PersonId("web:amina-yusuf"), "csv", "cy")
    assert asked.count("CASE-") == 2
    assert "Gofal Cymdeithasol Plant Anytown" in asked
    assert await exporting(town).agencys(PersonId("web:amina-yusuf"), "csv", "en") is None
    led = await exporting(town).agencys(PersonId("web:grace-okafor"), "csv", "en")
    assert led is not None
    assert led.count("CASE-") == 3
    assert "A decision please." in led  # it lies before her
    assert "The minutes please." not in led
    assert "CASE-" not in await exporting(town).own(PersonId("web:mei-chen"), "csv", "en")


async def test_a_calendar_has_what_is_not_done_yet(town: Town) -> None:
    await imports(town, "leila", HEAD + ROWS)
    found = await exporting(town).own(PersonId("web:leila-haddad"), "ics", "en")
    assert found.count("BEGIN:VEVENT") == 4
    due = await town.column("referral", "due_at")
    assert sorted(f"{at:%Y%m%dT%H%M%SZ}" for at in due if isinstance(at, datetime)) == sorted(
        line.removeprefix("DTSTART:") for line in found.split() if line.startswith("DTSTART:")
    )
    assert "DTSTART:20261204T1" in found
    assert found.count("UID:") == len(set(await town.column("thread", "id"))) == 4
    again = await exporting(town).own(PersonId("web:leila-haddad"), "ics", "en")
    assert again == found


async def test_an_operator_sees_nothing_that_was_said(town: Town) -> None:
    await imports(town, "leila", HEAD + ROWS)
    everything = await exporting(town).everything("csv")
    assert everything.count("CASE-") == 4
    assert not any(word in everything for word in ("please.", "Leila"))
