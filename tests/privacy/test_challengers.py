"""Points 1 and 3 for challenges: in every way one can go, and in everything it left behind."""

import pytest

from tests.privacy.challenging import owner_of
from tests.privacy.checks import in_logs, in_messages, in_pages, in_rows
from tests.privacy.looks import texts
from tests.privacy.people import CHALLENGERS, COLLEAGUES, LEADS, Way
from tests.privacy.traces import found
from tests.privacy.world import Evidence


@pytest.fixture(params=CHALLENGERS)
def way(request: pytest.FixtureRequest) -> Way:
    chosen: Way = request.param
    return chosen


def test_the_main_database_knows_only_who_challenged_by_name(evidence: Evidence, way: Way) -> None:
    rows = in_rows(evidence, CHALLENGERS[way], "main")
    assert bool(rows) == (way == "named")
    assert {row.split(":")[1].strip() for row in rows} <= {"table thread"}


def test_the_keyring_log_and_counts_know_nobody(evidence: Evidence, way: Way) -> None:
    who = CHALLENGERS[way]
    assert in_rows(evidence, who, "ring") == []
    assert in_logs(evidence, who) == []
    assert found(who.marks, {"metrics": evidence.metrics}) == []


def test_no_message_to_anybody_names_a_challenger(evidence: Evidence, way: Way) -> None:
    assert any(text for person, text in evidence.messages if person == owner_of(way))
    assert in_messages(evidence, CHALLENGERS[way]) == []


def test_only_those_who_may_are_shown_a_name(evidence: Evidence, way: Way) -> None:
    shown = in_pages(evidence, CHALLENGERS[way])
    readers = {line.removeprefix("to ").rpartition(": ")[0] for line in shown}
    adopter = LEADS[owner_of(way).platform][0]
    allowed = {"named": {str(owner_of(way).id)}, "confidence": {str(adopter.id)}}
    assert readers == allowed.get(way, set())
    assert found((CHALLENGERS[way].key,), {"pages": "\n".join(shown).encode()}) == []


def test_what_a_hidden_challenger_is_sent_names_no_thread(evidence: Evidence, way: Way) -> None:
    threads = {str(row["id"]) for row in evidence.looks["open"].main["thread"]}
    sent = [text for person, text in evidence.messages if person == CHALLENGERS[way]]
    alike = next(c for c in COLLEAGUES if c.platform == CHALLENGERS[way].platform)
    greetings = [text for person, text in evidence.messages if person == alike]
    # Whoever keeps a receipt, or hasn't been answered, is sent nothing but what everybody is.
    assert (len(sent) > len(greetings)) == (way != "receipt")
    if way != "named":
        assert [text for text in sent if any(thread in text for thread in threads)] == []


def test_a_code_and_its_passes_are_in_no_store_log_or_message(evidence: Evidence) -> None:
    code, *passes = evidence.codes
    assert len(passes) == 2
    marks = (code, code.replace("-", ""), *passes)
    stores = {
        f"{moment} {store} {place}": raw
        for moment, seen in evidence.looks.items()
        for store, rows in (("main", seen.main), ("ring", seen.ring))
        for place, raw in texts(rows, without=()).items()
    }
    others = {"log": evidence.said, "overheard": evidence.overheard}
    told = {f"to {p.id}": text for p, text in evidence.messages}
    written = {place: text.encode() for place, text in {**others, **told}.items()}
    assert found(marks, {**stores, **written, "metrics": evidence.metrics}) == []
    files = {n: raw for moment in evidence.disk.values() for n, raw in moment.items()}
    assert found(marks, files) == []


def test_no_agency_stands_on_a_hidden_challenge(evidence: Evidence) -> None:
    for moment in ("open", "closed"):
        challenges = [
            t for t in evidence.looks[moment].main["thread"] if t["command"] == "challenge"
        ]
        assert len(challenges) == len(CHALLENGERS)
        assert {t["told_agency"] for t in challenges if t["how"] != "named"} == {None}


def test_neither_audit_nor_timers_hold_who_or_an_hour(evidence: Evidence) -> None:
    closed = evidence.looks["closed"].main
    assert {row["command"] for row in closed["step"]} <= {"concern", "challenge"}
    columns = {name for row in closed["audit"] for name in row} - {"xmin_"}
    assert columns == {"partnership_id", "thread_id", "number", "day", "what", "sealed_by", "link"}
