"""Point 1: a marked person raises, is answered and is done; then everything left is searched."""

import pytest

from tests.privacy.backups import without_directory
from tests.privacy.checks import in_logs, in_messages, in_pages, in_rows
from tests.privacy.looks import file_of, is_sqlite, texts
from tests.privacy.people import (
    CHALLENGERS,
    CHOICES,
    HEARD_BY,
    HIDDEN_WAYS,
    HOME,
    KEPT_OPEN,
    LEADS,
    PLATFORMS,
    RAISERS,
    Choice,
    Platform,
    Someone,
)
from tests.privacy.traces import count, found
from tests.privacy.world import Evidence

HIDDEN = [
    *(who for (_, how), who in RAISERS.items() if how != "named"),
    KEPT_OPEN,
    *(CHALLENGERS[way] for way in HIDDEN_WAYS),
]


@pytest.fixture(params=PLATFORMS)
def platform(request: pytest.FixtureRequest) -> Platform:
    chosen: Platform = request.param
    return chosen


@pytest.fixture(params=CHOICES)
def how(request: pytest.FixtureRequest) -> Choice:
    chosen: Choice = request.param
    return chosen


def test_the_main_database_knows_only_who_gave_their_name(
    evidence: Evidence, platform: Platform, how: Choice
) -> None:
    who = RAISERS[platform, how]
    rows = in_rows(evidence, who, "main")
    assert bool(rows) == (how == "named")
    # Whoever gave their name is in the concern's own row, and on their way to no other table.
    assert {row.split(":")[1].strip() for row in rows} <= {"table thread"}


def test_the_keyring_says_nothing_without_its_key(
    evidence: Evidence, platform: Platform, how: Choice
) -> None:
    assert in_rows(evidence, RAISERS[platform, how], "ring") == []


def test_no_log_line_and_no_metric_is_about_anybody(
    evidence: Evidence, platform: Platform, how: Choice
) -> None:
    who = RAISERS[platform, how]
    assert "info" in evidence.said
    assert b"upstander_delivered" in evidence.metrics
    assert in_logs(evidence, who) == []
    assert found(who.marks, {"metrics": evidence.metrics}) == []


def test_no_message_names_whoever_raised_it(
    evidence: Evidence, platform: Platform, how: Choice
) -> None:
    assert any(text for person, text in evidence.messages if person in LEADS[HEARD_BY[platform]])
    assert in_messages(evidence, RAISERS[platform, how]) == []


def test_only_the_pages_that_may_show_a_name(
    evidence: Evidence, platform: Platform, how: Choice
) -> None:
    first, second = LEADS[HEARD_BY[platform]]
    shown = in_pages(evidence, RAISERS[platform, how])
    readers = {line.removeprefix("to ").rpartition(": ")[0] for line in shown}
    assert (
        readers
        == {
            "named": {str(first.id), str(second.id)},
            "confidence": {str(first.id)},
            "anonymous": set(),
        }[how]
    )
    # A name is all that anybody is shown: never an id or an address.
    assert found((RAISERS[platform, how].key,), {"pages": "\n".join(shown).encode()}) == []


def test_what_somebody_hidden_is_sent_says_nothing_of_what_it_is_about(
    evidence: Evidence, platform: Platform
) -> None:
    threads = {str(row["id"]) for row in evidence.looks["open"].main["thread"]}
    for how in ("confidence", "anonymous"):
        sent = [text for p, text in evidence.messages if p == RAISERS[platform, how]]
        assert sent
        assert [t for t in sent if any(thread in t for thread in threads)] == []


@pytest.mark.parametrize("who", HIDDEN, ids=lambda who: who.key)
def test_the_files_of_the_main_database_hold_no_more_than_the_directory(
    evidence: Evidence, who: Someone
) -> None:
    if is_sqlite(evidence.settings.main_url):
        name = file_of(evidence.settings.main_url).name
        before = count(who.marks, evidence.disk["before"][name])
        assert before
        for moment in ("running", "ended"):
            assert count(who.marks, b"".join(evidence.disk[moment].values())) == before
    else:
        assert len(evidence.disk["running"]["journal"]) > 100_000
        assert found(who.marks, evidence.disk["running"]) == []


def test_the_files_do_hold_who_gave_their_name(evidence: Evidence) -> None:
    who = RAISERS["slack", "named"]
    running = b"".join(evidence.disk["running"].values())
    before = count(who.marks, b"".join(evidence.disk.get("before", {}).values()))
    assert sum(count(who.marks, running).values()) > sum(before.values())


def test_a_backup_holds_nobody_who_is_hidden_and_no_keyring(evidence: Evidence) -> None:
    backup = evidence.backups["open"].read_bytes()
    assert b"ring_epoch" not in backup
    refs = [str(row["ref"]).encode() for row in evidence.looks["open"].ring["ring"]]
    assert all(ref in backup for ref in refs)
    sealed = [row["sealed"] for row in evidence.looks["open"].ring["ring"]]
    assert [
        s for s in sealed if isinstance(s, bytes) and (s in backup or s.hex().encode() in backup)
    ] == []
    if not is_sqlite(evidence.settings.main_url):
        dump = {"dump": without_directory(backup)}
        assert [f for who in HIDDEN for f in found(who.marks, dump)] == []


def test_no_agency_stands_on_a_concern_whose_raiser_is_hidden(evidence: Evidence) -> None:
    threads = evidence.looks["open"].main["thread"]
    told = {how: {t["told_agency"] for t in threads if t["how"] == how} for how in CHOICES}
    assert told == {"named": set(HOME.values()), "confidence": {None}, "anonymous": {None}}


def test_nothing_is_left_in_the_outbox(evidence: Evidence) -> None:
    assert evidence.looks["closed"].main["outbox"] == []
    assert texts(evidence.looks["open"].main)["table outbox"] == b""
