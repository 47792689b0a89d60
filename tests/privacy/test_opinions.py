"""Points 1, 3 and 4 for second opinions: whoever asks stays hidden, and so does their agency."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.peers.postgres import Postgres
from tests.privacy.backups import without_directory
from tests.privacy.checks import (
    addresses,
    in_logs,
    in_messages,
    in_pages,
    in_rows,
    readable,
    suspicions,
)
from tests.privacy.counts import times
from tests.privacy.looks import is_sqlite, texts
from tests.privacy.opining import SAID, reviewers_of, witnessed
from tests.privacy.opining_rounds import (
    COLLEAGUES,
    REVIEWERS,
    LeavingOut,
    LeavingOutAgency,
    Two,
    guessed,
)
from tests.privacy.people import KEPT_OPEN, RAISERS
from tests.privacy.test_pairs import has_time, hidden_rows
from tests.privacy.traces import found
from tests.privacy.world import Evidence

LEARNING, JUDGED = 60, 150
FEW = (20, 40)
"""What a leak that was put in on purpose must be seen in."""
HIDDEN = [*(who for (_, how), who in RAISERS.items() if how != "named"), KEPT_OPEN]
NAMED = [who for (_, how), who in RAISERS.items() if how == "named"]


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """The story on SQLite."""
    return witnessed(tmp_path_factory.mktemp("opinions-sqlite"))


@pytest.fixture(scope="module")
def on_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: Postgres
) -> Iterator[Evidence]:
    """The story on PostgreSQL."""
    folder = tmp_path_factory.mktemp("opinions-postgres")
    with postgres_server.database("main") as main, postgres_server.database("keyring") as ring:
        yield witnessed(folder, database_url=main, keyring_url=ring)


def test_no_row_log_count_message_or_page_knows_a_hidden_asker(evidence: Evidence) -> None:
    # Every question of the suite at once; each of them must be able to find somebody who isn't.
    left = suspicions(evidence, HIDDEN)
    assert left.pop("closed") == [str(KEPT_OPEN.id)] * 2  # theirs are still open
    assert left == {}


def test_the_main_database_knows_only_who_asked_by_name(evidence: Evidence) -> None:
    for who in NAMED:
        seen = {line.split(": ")[1] for line in in_rows(evidence, who, "main")}
        assert "table thread" in seen
        assert seen <= {"table thread", "table card_sent"}
        assert in_rows(evidence, who, "ring") == []
        assert in_logs(evidence, who) == []
        assert in_messages(evidence, who) == []
        assert found(who.marks, {"metrics": evidence.metrics}) == []


def test_reviewers_are_shown_the_name_of_whoever_gave_it_and_of_nobody_else(
    evidence: Evidence,
) -> None:
    for (platform, how), who in RAISERS.items():
        shown = in_pages(evidence, who)
        readers = {line.removeprefix("to ").rpartition(": ")[0] for line in shown}
        asked = {str(reviewer.id) for reviewer in reviewers_of(platform)}
        assert readers == (asked if how == "named" else set())
        assert found((who.key,), {"pages": "\n".join(shown).encode()}) == []


def test_what_is_said_is_sealed_and_in_no_message_or_log(evidence: Evidence) -> None:
    for seen in evidence.looks.values():
        assert found(SAID, texts(seen.main)) == []
    assert len([pair for pair in evidence.messages if pair[1]]) > len(RAISERS)
    sent = {f"{n}, to {who.id}": text.encode() for n, (who, text) in enumerate(evidence.messages)}
    assert found(SAID, sent) == []
    heard = {"log": evidence.said.encode(), "overheard": evidence.overheard.encode()}
    assert found(SAID, heard) == []


def test_what_a_hidden_asker_is_sent_names_no_thread(evidence: Evidence) -> None:
    threads = {str(row["id"]) for row in evidence.looks["open"].main["thread"]}
    for who in HIDDEN[:-1]:
        sent = [text for person, text in evidence.messages if person == who]
        assert sent
        assert [text for text in sent if any(thread in text for thread in threads)] == []


def test_no_agency_stands_on_a_question_of_somebody_hidden(evidence: Evidence) -> None:
    for seen in list(evidence.looks.values())[1:]:
        threads = [t for t in seen.main["thread"] if t["how"] != "named"]
        assert threads
        assert {t["told_agency"] for t in threads} == {None}


def test_no_backup_holds_a_hidden_asker(evidence: Evidence) -> None:
    backup = evidence.backups["open"].read_bytes()
    sealed = [row["sealed"] for row in evidence.looks["open"].ring["ring"]]
    kept = [
        s for s in sealed if isinstance(s, bytes) and (s in backup or s.hex().encode() in backup)
    ]
    assert kept == []
    if not is_sqlite(evidence.settings.main_url):
        dump = {"dump": without_directory(backup)}
        assert [f for who in HIDDEN for f in found(who.marks, dump)] == []


def test_key_and_keyring_give_those_whose_question_is_open_and_nobody_later(
    evidence: Evidence,
) -> None:
    def people(ring: str, keys: str) -> list[str]:
        return sorted(a.person for a in addresses(evidence, ring, keys))

    kept = [str(KEPT_OPEN.id)] * 2
    assert people("open", "open") == sorted([*(str(w.id) for w in HIDDEN), str(KEPT_OPEN.id)])
    assert people("closed", "closed") == kept
    assert people("open", "rotated") == []
    assert people("rotated", "rotated") == kept
    assert {a.mode for a in addresses(evidence, "open", "open") if a.name} == {"confidence"}


def test_what_was_said_opened_with_the_key_says_nothing_of_who(evidence: Evidence) -> None:
    said = {thread: text.encode() for thread, text in readable(evidence, "shown").items()}
    assert len(said) == len(RAISERS) + 2
    assert all(SAID[0].encode() in text for text in said.values())
    # Whoever asked by name is left out of those who are asked, and that is said in the same place.
    assert [f for who in HIDDEN for f in found(who.marks, said)] == []


def test_two_of_one_persons_questions_share_only_what_the_form_says(evidence: Evidence) -> None:
    seen = evidence.looks["open"].main
    own = {"id", "return_ref", "thread_id", "xmin_", "due_at"}
    threads = [t for t in seen["thread"] if (t["how"], t["agency"]) == ("anonymous", "school")]
    assert len(threads) == 3  # two of one person, and one of somebody else
    for table, mark in (("thread", "id"), ("opinion", "thread_id"), ("reviewer", "thread_id")):
        rows = [
            sorted(
                repr(sorted((k, repr(v)) for k, v in row.items() if k not in own))
                for row in seen[table]
                if row[mark] == thread["id"]
            )
            for thread in threads
        ]
        # Who of the two was asked first is a matter of chance, each time anew.
        alike = [[r.replace("('place', '1')", "('place', '0')") for r in each] for each in rows]
        assert all(alike)
        assert alike[0] == alike[1] == alike[2]


def test_no_time_finer_than_a_day_stands_on_a_closed_anonymous_question(
    evidence: Evidence,
) -> None:
    closed = list(hidden_rows(evidence.looks["closed"].main, "closed"))
    assert {"thread", "opinion", "reviewer", "message", "audit"} <= {
        table for table, _, _ in closed
    }
    assert [value for value in closed if has_time(value[2])] == []


def test_while_it_is_open_only_what_is_due_carries_a_time(evidence: Evidence) -> None:
    for moment in ("waiting 0", "open"):
        values = hidden_rows(evidence.looks[moment].main, "open")
        timed = {(table, column) for table, column, value in values if has_time(value)}
        assert timed == {("step", "due_at"), ("opinion", "due_at")}
    # Before it is released there is nothing; while what was decided waits, the timers.
    threads = evidence.looks["waiting 0"].main["thread"]
    assert [t for t in threads if t["state"] == "waiting"] == []
    decided = hidden_rows(evidence.looks["decided"].main, "answered")
    assert {(t, c) for t, c, value in decided if has_time(value)} == {("step", "due_at")}


@pytest.fixture(params=["confidence", "anonymous"])
def how(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.mark.statistics
async def test_whom_it_goes_to_tells_who_asks_no_better_than_a_coin(
    sqlite_stores: Stores, tmp_path: Path, how: str
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        score = await guessed(town, REVIEWERS, how, times(LEARNING), times(JUDGED))
        if abs(score.above_chance) > 1:
            # Chance itself does this once in a hundred times; twice running is a leak.
            score = await guessed(town, REVIEWERS, how, times(LEARNING), times(JUDGED))
        assert abs(score.above_chance) <= 1, score


@pytest.mark.parametrize(
    ("leaky", "two"), [(LeavingOut, REVIEWERS), (LeavingOutAgency, COLLEAGUES)]
)
async def test_an_attacker_finds_that_an_asker_or_their_agency_is_left_out(
    sqlite_stores: Stores, tmp_path: Path, leaky: type[LeavingOut], two: Two
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        core = town.core
        dispatch = leaky(core.transactions)
        town.core = replace(core, dispatch=dispatch)
        score = await guessed(town, two, "anonymous", *FEW)
        assert score.above_chance > 1, score
