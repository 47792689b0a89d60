"""The deadlines in a calendar: read back by a calendar's own reader."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from handlers.referral.files.export import calendar, sheet
from prompts.words import LANGUAGES
from storage.bulk.referral_reading import Standing
from storage.schema import Referral, Thread
from storage.schema.values import AskedRole, How, Release, State, ThreadCommand
from tests.core.anytown import example

TOWN = example()
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
FOLD = 75
"""Octets in a line, without its end."""


def standing(
    reference: str = "MASH-204", state: State = State.OPEN, what: str = "Secret."
) -> Standing:
    """A referral of the school's to children's social care."""
    thread = Thread(
        partnership_id="anytown", id="abc_1", command=ThreadCommand("referral"),
        how=How.NAMED, danger=False, agency="childrens-social-care", told_agency="school",
        raiser="web:leila-haddad", raiser_name="Leila Haddad", release=Release.NOW,
        state=state, day=date(2026, 11, 23),
    )  # fmt: skip
    by = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    referral = Referral(
        partnership_id="anytown", thread_id="abc_1", kind="referral-decision", began=NOW,
        due_at=by, answer_by=by, rules="", role=AskedRole.LEAD, owner="web:amina-yusuf",
        owner_name="Amina Yusuf",
    )  # fmt: skip
    return Standing(thread, referral, reference, what)


def lines(text: str) -> list[str]:
    """The lines of a file, as the standard wants them."""
    assert text.endswith("\r\n")
    found = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= FOLD for line in found)
    assert not any(sign in line for line in found for sign in "\r\n")
    return found


def events(text: str) -> list[Any]:
    """The events of a file, as a calendar reads them."""
    assert lines(text)
    whole = Calendar.from_ical(text)
    assert isinstance(whole, Calendar)
    assert not whole.errors
    assert whole.subcomponents == whole.walk("VEVENT")
    return whole.subcomponents


def moved(at: datetime) -> Standing:
    """The same referral once its deadline is another one."""
    one = standing()
    one.referral.due_at = at
    return one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deadline_is_an_event_at_the_moment_it_is_due(language: str) -> None:
    text = calendar([standing()], TOWN, language, NOW)
    (event,) = events(text)
    assert event.decoded("dtstart") == datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 11, 24, 17, 15, tzinfo=UTC)
    assert event.decoded("dtstamp") == event.decoded("last-modified") == NOW
    assert event["uid"] == "abc_1@anytown.upstander"
    assert (event["class"], event["transp"]) == ("PRIVATE", "TRANSPARENT")
    assert "MASH-204" in event["summary"]
    assert {"METHOD:PUBLISH", "VERSION:2.0", "DTSTART:20261124T170000Z"} <= set(lines(text))


@pytest.mark.parametrize("by", [timedelta(days=3), timedelta(days=-1)])
def test_a_newer_file_moves_the_same_event(by: timedelta) -> None:
    """RFC 5546, 2.1.5: of the same UID, the higher SEQUENCE is the one to show."""
    at = standing().referral.due_at
    later = NOW + timedelta(seconds=1)
    (old,) = events(calendar([standing()], TOWN, "en", NOW))
    (new,) = events(calendar([moved(at + by)], TOWN, "en", later))
    (back,) = events(calendar([standing()], TOWN, "en", later + timedelta(days=1)))
    assert old["uid"] == new["uid"] == back["uid"]
    assert old["sequence"] < new["sequence"] < back["sequence"] < 2**31
    assert new.decoded("dtstart") - old.decoded("dtstart") == by
    assert new.decoded("dtend") - old.decoded("dtend") == by
    assert new.decoded("dtstamp") > old.decoded("dtstamp")
    assert back.decoded("dtstart") == at


def test_the_same_moment_gives_the_same_file() -> None:
    assert calendar([standing()], TOWN, "en", NOW) == calendar([standing()], TOWN, "en", NOW)


def test_it_says_kind_reference_and_agencies_and_no_more() -> None:
    text = calendar([standing()], TOWN, "en", NOW)
    (event,) = events(text)
    assert event["summary"] == "Due: Decide on a referral and say so, MASH-204"
    assert event["description"] == (
        "Asked by Anytown Community School of Anytown Children's Social Care."
    )
    whole = "".join(line.removeprefix(" ") for line in lines(text))
    assert not any(word in whole for word in ("Secret", "Leila", "Amina", "leila"))


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED])
def test_what_is_done_is_not_due_any_more(state: State) -> None:
    assert events(calendar([standing(state=state)], TOWN, "en", NOW)) == []


@given(st.text(max_size=400))
def test_any_reference_comes_back_as_it_was_but_for_what_cannot_be_shown(reference: str) -> None:
    (event,) = events(calendar([standing(reference)], TOWN, "en", NOW))
    wanted = reference.replace("\r\n", "\n").replace("\r", "\n")
    assert event["summary"].endswith(
        "".join(c for c in wanted if c in "\n\t" or not (c < " " or "\x7f" <= c <= "\x9f"))
        .replace("\u2028", "").replace("\u2029", "")
    )  # fmt: skip


def test_a_sheet_hides_what_was_said_from_those_who_may_not_open_it() -> None:
    shown = sheet([standing()], {"abc_1"}, TOWN, "en", NOW)
    hidden = sheet([standing()], set(), TOWN, "en", NOW)
    assert '"2026-11-24","17:00"' in shown
    assert '"Secret."' in shown
    assert "Secret" not in hidden
    assert "Leila" not in hidden
    assert "Amina Yusuf has been asked" in hidden


def test_a_reference_that_is_a_formula_is_text_in_a_sheet() -> None:
    assert '"\'=HYPERLINK(1)"' in sheet([standing("=HYPERLINK(1)")], set(), TOWN, "en", NOW)
