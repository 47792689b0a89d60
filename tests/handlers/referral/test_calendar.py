"""The deadlines in a calendar: read back as RFC 5545 says."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.referral.calendar import FOLD, calendar, escaped, folded
from handlers.referral.export import sheet
from prompts.words import LANGUAGES
from storage.bulk.referral_reading import Standing
from storage.schema import Referral, Thread
from storage.schema.values import How, Release, State
from tests.core.anytown import example

TOWN = example()
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def standing(
    reference: str = "MASH-204", state: State = State.OPEN, what: str = "Secret."
) -> Standing:
    """A referral of the school's to children's social care."""
    thread = Thread(
        partnership_id="anytown", id="abc_1", command="referral", how=How.NAMED, about="system",
        topic="roles", danger=False, agency="childrens-social-care", told_agency="school",
        return_ref="", raiser="web:leila-haddad", raiser_name="Leila Haddad", release=Release.NOW,
        state=state, day=date(2026, 11, 23),
    )  # fmt: skip
    by = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    referral = Referral(
        partnership_id="anytown", thread_id="abc_1", kind="referral-decision", began=NOW,
        due_at=by, answer_by=by, rules="", role="lead", owner="web:amina-yusuf",
        owner_name="Amina Yusuf",
    )  # fmt: skip
    return Standing(thread, referral, reference, what)


def read(text: str) -> list[tuple[str, str]]:
    """The properties of a file, unfolded; every line is as the standard wants it."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= FOLD for line in lines)
    assert not any(sign in line for line in lines for sign in "\r\n")
    whole = "\r\n".join(lines).replace("\r\n ", "").split("\r\n")
    return [(name, value) for name, _, value in (line.partition(":") for line in whole)]


def plain(value: str) -> str:
    """A value as a calendar shows it."""
    shown, signs = "", iter(value)
    for sign in signs:
        if sign == "\\":
            after = next(signs)
            shown += "\n" if after in "nN" else after
        else:
            assert sign not in ";,"
            shown += sign
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deadline_is_an_event_at_the_moment_it_is_due(language: str) -> None:
    found = read(calendar([standing()], TOWN, language, NOW))
    event = dict(found)
    assert event["DTSTART"] == "20261124T170000Z"
    assert event["DTSTAMP"] == "20261123T110000Z"
    assert event["UID"] == "abc_1@anytown.upstander"
    assert event["METHOD"] == "PUBLISH"
    assert "MASH-204" in plain(event["SUMMARY"])
    assert [name for name, _ in found].count("BEGIN") == 2
    assert found[0] == ("BEGIN", "VCALENDAR")
    assert found[-1] == ("END", "VCALENDAR")


def test_it_says_kind_reference_and_agencies_and_no_more() -> None:
    event = dict(read(calendar([standing()], TOWN, "en", NOW)))
    assert plain(event["SUMMARY"]) == "Due: Decide on a referral and say so, MASH-204"
    assert plain(event["DESCRIPTION"]) == (
        "Asked by Anytown Community School of Anytown Children's Social Care."
    )
    whole = "".join(event.values())
    assert not any(word in whole for word in ("Secret", "Leila", "Amina", "leila"))


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED])
def test_what_is_done_is_not_due_any_more(state: State) -> None:
    assert "VEVENT" not in calendar([standing(state=state)], TOWN, "en", NOW)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_reference_comes_back_as_it_was_but_for_what_cannot_be_shown(reference: str) -> None:
    event = read(calendar([standing(reference)], TOWN, "en", NOW))
    shown = plain(dict(event)["SUMMARY"])
    assert [name for name, _ in event].count("BEGIN") == 2
    wanted = reference.replace("\r\n", "\n").replace("\r", "\n")
    assert shown.endswith(
        "".join(c for c in wanted if c in "\n\t" or not (c < " " or "\x7f" <= c <= "\x9f"))
        .replace("\u2028", "").replace("\u2029", "")
    )  # fmt: skip


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_folded_lines_are_short_and_whole_again_when_unfolded(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= FOLD for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == line


def test_a_sheet_hides_what_was_said_from_those_who_may_not_open_it() -> None:
    shown = sheet([standing()], {"abc_1"}, TOWN, "en")
    hidden = sheet([standing()], set(), TOWN, "en")
    assert '"2026-11-24","17:00"' in shown
    assert '"Secret."' in shown
    assert "Secret" not in hidden
    assert "Leila" not in hidden
    assert "Amina Yusuf has been asked" in hidden


def test_a_reference_that_is_a_formula_is_text_in_a_sheet() -> None:
    assert '"\'=HYPERLINK(1)"' in sheet([standing("=HYPERLINK(1)")], set(), TOWN, "en")
