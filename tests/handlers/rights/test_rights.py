"""Who may do what is what docs/rights.md says: each cell is tried; and what no page may change."""

from pathlib import Path

from handlers.registry import verbs
from tests.conftest import Stores
from tests.handlers.rights.pages import asked_for, rows
from tests.handlers.rights.serving import served
from tests.handlers.rights.table import PAGE, Rows, differences, read, written

MAY = {"sees", "does"}


def test_of_each_verb_it_is_written_who_may(rights: Rows) -> None:
    stands = {name: row for name, row in read(PAGE.read_text("utf-8")).items() if "/" not in name}
    assert differences(stands, rights) == []
    assert rights.keys() == verbs().keys()


def test_of_each_verb_somebody_may_or_the_table_says_nothing(rights: Rows) -> None:
    assert [name for name, row in rights.items() if not MAY & set(row.values())] == []


def test_strangers_and_leavers_may_what_is_public_or_goes_by_a_code(rights: Rows) -> None:
    for name, row in rights.items():
        open_to_all = verbs()[name].public or verbs()[name].by == "code"
        for who in ("nobody", "guest", "leaver"):
            # Who never had an account and who has none any more aren't told apart.
            assert (row[who] in MAY) == (open_to_all and row["person"] in MAY), (name, who)


def test_running_or_administering_it_opens_nothing_else(rights: Rows) -> None:
    for name, row in rights.items():
        assert row["operator"] == row["person"], name
        if not name.startswith("administration"):
            assert row["partnership administrator"] == row["person"], name


def test_another_partnership_has_nothing_of_what_was_raised_here(rights: Rows) -> None:
    about = {n: r for n, r in rights.items() if {r["raiser"], r["owner"]} != {"–"}}
    assert len(about) > 80
    assert {name for name, row in about.items() if row["other partnership"] != "refused"} == set()


async def test_of_each_page_and_endpoint_it_is_written_who_gets_it(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with served(sqlite_stores, tmp_path) as app:
        pages, asked = await rows(app), asked_for(app)
    text = PAGE.read_text("utf-8")
    stands = {name: row for name, row in read(text).items() if "/" in name}
    assert differences(stands, pages) == []
    for name, row in pages.items():
        how, _, path = name.partition(" ")
        known = asked.get((how, path))
        assert bool(MAY & set(row.values())) != bool(known and known.reason), name
        if path.startswith("/me"):
            strangers = [row[w] for w in ("nobody", "guest", "leaver", "other partnership")]
            assert set(strangers) == {"asked to sign in"}, name
    assert written(read(text), pages) == text
