"""Point 4, column by column: two threads of one person look like those of two people."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import datetime

from tests.privacy.checks import directory_changes
from tests.privacy.looks import DIRECTORY, Rows, file_of
from tests.privacy.people import RAISERS
from tests.privacy.world import Evidence

RANDOM = re.compile(r"[A-Za-z0-9_-]{22}")
TIME = re.compile(r"\d\d:\d\d")
WINDOW = 8


def sealed(rows: list[dict[str, object]]) -> list[bytes]:
    """The sealed values of a table."""
    return [value for row in rows if isinstance(value := row["sealed"], bytes)]


def hidden_rows(rows: Rows, state: str) -> Iterator[tuple[str, str, object]]:
    """Every value that stands in a row of an anonymous thread in this state."""
    hidden = [t for t in rows["thread"] if t["how"] == "anonymous" and not t["keeps"]]
    threads = [t for t in hidden if t["state"] == state]
    marks = {t["id"] for t in threads} | {t["return_ref"] for t in threads}
    assert marks
    for table, found in rows.items():
        for row in found:
            if marks & {v for v in row.values() if isinstance(v, str)}:
                yield from ((table, column, value) for column, value in row.items())


def has_time(value: object) -> bool:
    """Whether it tells an hour; sealed bytes tell nothing, and would fit by chance."""
    return isinstance(value, datetime) or bool(isinstance(value, str) and TIME.search(value))


def test_sealed_addresses_are_alike_in_length_and_in_nothing_else(evidence: Evidence) -> None:
    rows = sealed(evidence.looks["open"].ring["ring"])
    assert len({len(raw) for raw in rows}) == 1
    windows = [{raw[at : at + WINDOW] for at in range(len(raw) - WINDOW)} for raw in rows]
    shared = [a & b for n, a in enumerate(windows) for b in windows[n + 1 :]]
    assert [common for common in shared if common] == []


def test_the_same_words_are_sealed_alike_in_length_and_in_nothing_else(evidence: Evidence) -> None:
    main = evidence.looks["open"].main
    concerns = {t["id"] for t in main["thread"] if t["command"] == "concern"}
    rows = [r for r in main["message"] if r["kind"] == "raised" and r["thread_id"] in concerns]
    assert len({len(raw) for raw in sealed(rows)}) == 1
    assert len({raw[:WINDOW] for raw in sealed(rows)}) == len(rows) == len(RAISERS) + 2


def test_every_reference_is_random_and_none_is_used_twice(evidence: Evidence) -> None:
    seen = evidence.looks["open"]
    threads = seen.main["thread"]
    ids = [str(t["id"]) for t in threads] + [str(t["return_ref"]) for t in threads]
    assert len(set(ids)) == len(ids)
    assert [i for i in ids if not RANDOM.fullmatch(i)] == []


def test_two_of_one_persons_anonymous_threads_share_only_what_the_form_says(
    evidence: Evidence,
) -> None:
    own = {"id", "return_ref", "xmin_"}
    hidden = [t for t in evidence.looks["open"].main["thread"] if t["how"] == "anonymous"]
    hidden = [t for t in hidden if t["command"] == "concern"]
    to_slack = [t for t in hidden if t["agency"] == "school" and t["state"] == "open"]
    assert len(to_slack) == 2
    one, other = ({k: v for k, v in t.items() if k not in own} for t in to_slack)
    # Everything that is not random is what anybody who filled the form in alike would have.
    third = next(t for t in hidden if t["agency"] == "school" and t["state"] != "open")
    changed = {"state", "picked_by", "picked_name"}
    assert one == other
    assert {k: v for k, v in third.items() if k not in own | changed} == {
        k: v for k, v in one.items() if k not in changed
    }


def test_no_time_finer_than_a_day_stands_on_a_closed_anonymous_thread(evidence: Evidence) -> None:
    values = list(hidden_rows(evidence.looks["closed"].main, "closed"))
    assert {"thread", "message", "audit", "challenge"} <= {table for table, _, _ in values}
    assert [v for v in values if has_time(v[2])] == []


def test_while_it_is_open_only_its_timers_carry_a_time(evidence: Evidence) -> None:
    values = hidden_rows(evidence.looks["open"].main, "open")
    timed = {(t, c) for t, c, v in values if has_time(v)}
    assert timed == {("step", "due_at")}


def test_no_row_of_the_directory_is_written_after_onboarding(evidence: Evidence) -> None:
    assert directory_changes(evidence) == []
    # On PostgreSQL not even rewritten with the same values: the transaction would tell.
    moments = [
        evidence.looks[m].main[DIRECTORY]
        for m in ("before", "open", "closed", "rotated", "afterwards")
    ]
    assert len({repr(sorted(repr(sorted(r.items(), key=str)) for r in m)) for m in moments}) == 1


def test_sqlite_keeps_no_hidden_row_numbers(on_sqlite: Evidence) -> None:
    for url in (on_sqlite.settings.main_url, on_sqlite.settings.ring_url):
        connection = sqlite3.connect(file_of(url))
        tables = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type='table'"))
        connection.close()
        tables.pop("sqlite_stat1", None)  # SQLite's own: what the migrations say of each index
        ours = {name: made for name, made in tables.items() if not name.endswith("_version")}
        assert ours
        assert [name for name, made in ours.items() if "WITHOUT ROWID" not in made] == []
        assert [name for name, made in ours.items() if "AUTOINCREMENT" in made] == []
