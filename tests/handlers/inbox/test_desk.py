"""One list of what waits: what presses most first; chosen, sorted, and found by its reference."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.contract.people import Event
from handlers.inbox.desk import LATE, MOST, SORTS, STATES, WHOSE, View
from handlers.registry import kinds
from prompts.shapes import Choice
from prompts.words import LANGUAGES, speak
from tests.core.anytown import Page, Town
from tests.handlers.challenge.acts import challenges
from tests.handlers.inbox.test_long_lists import REFERRAL
from tests.peers.transcript import read

DAY = timedelta(days=1)


def titles(page: Page) -> list[str]:
    """What the lines are called, from the top down."""
    return [speak(s.title, "en") for s in page.form.sections if s.look == "line"]


async def refers(town: Town, reference: str, days: int, **more: str) -> None:
    """A referral is recorded that is due so many days on."""
    day = (town.clock.now() + timedelta(days=days)).date().isoformat()
    told = {**REFERRAL, "owner": "", "reference": reference, "due": day, **more}
    (await (await town.does("leila", "referral")).fills(told)).sees("Recorded")
    await town.core.ticks.drain()


async def mixed(town: Town) -> None:
    """A usual concern, one about danger, a referral of grace's own, two that nobody has."""
    await refers(town, "SOON-1", 2)
    await refers(town, "FAR-2", 30, owner="Grace Okafor")
    await refers(town, "LATER-3", 9)
    await town.raises("leila", topic="closure")
    await town.raises("leila", danger="yes")
    await town.until(town.clock.now() + 3 * DAY)


async def test_danger_stands_first_then_what_is_overdue_then_what_is_due_next(town: Town) -> None:
    await mixed(town)
    page = await town.does("grace", "mine")
    danger, concern, soon, later, far = titles(page)
    assert danger.startswith("Concern: A decision, Whether")
    assert concern.startswith("Concern: A decision, A case closed too soon")
    assert [t.split(",")[0] for t in (soon, later, far)] == [
        *("Referral SOON-1", "Referral LATER-3", "Referral FAR-2"),
    ]
    lines = [read(s) for s in page.form.sections if s.look == "line"]
    assert "Danger now" in lines[0]
    assert "due now" in lines[0]
    assert all("from Leila Haddad" in line for line in lines)
    assert all("Overdue" in line and "– overdue" in line for line in lines[1:3])
    assert not any("verdue" in line for line in (lines[0], *lines[3:]))
    assert "Anytown Children's Social Care · came 3 days ago" in lines[3]
    assert "unassigned" in lines[3]


@pytest.mark.parametrize("later", [timedelta(), DAY])
async def test_of_what_is_due_on_one_day_the_sooner_stands_first(
    town: Town, later: timedelta
) -> None:
    await town.until(town.clock.now().replace(hour=7, minute=31))
    for number in range(3):
        await refers(town, f"EVENING-{number}", 0)
        await refers(town, f"NOON-{number}", 0, kind="safe-tonight", due="")
    await town.until(town.clock.now() + later)
    page = await town.does("grace", "mine")
    assert [title.split()[1].split("-")[0] for title in titles(page)] == [
        *("NOON", "NOON", "NOON", "EVENING", "EVENING", "EVENING"),
    ]
    lines = [read(section) for section in page.form.sections if section.look == "line"]
    if later:
        assert all("due 23 November 2026 – overdue" in line for line in lines)
    else:
        assert all("due 23 November 2026, 11:31" in line for line in lines[:3])
        assert all("due 23 November 2026, 1" in line for line in lines[3:])


@pytest.mark.parametrize(
    ("pressed", "shown"),
    [
        ("All: 5", ["Concern", "Concern", "SOON-1", "LATER-3", "FAR-2"]),
        ("In danger: 1", ["Concern"]),
        ("Overdue: 2", ["Concern", "SOON-1"]),
        ("Mine: 1", ["FAR-2"]),
        ("Unassigned: 4", ["Concern", "Concern", "SOON-1", "LATER-3"]),
    ],
)
async def test_each_count_shows_what_it_counts(town: Town, pressed: str, shown: list[str]) -> None:
    await mixed(town)
    page = await (await town.does("grace", "mine")).presses(pressed)
    found = titles(page)
    assert len(found) == len(shown)
    assert all(part in title for part, title in zip(shown, found, strict=True))
    if pressed.partition(":")[0] != "All":
        page.sees("found")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"kind": "referral", "sort": "newest"}, 3),
        ({"kind": "concern", "late": "overdue"}, 1),
        ({"kind": "challenge"}, 0),
        ({"state": "picked"}, 0),
        ({"agency": "childrens-social-care", "whose": "unassigned", "state": "open"}, 4),
        ({"agency": "police"}, 0),
        ({"kind": "anything", "state": "closed", "agency": ""}, 5),
    ],
)
async def test_it_is_narrowed_by_a_form(town: Town, answers: dict[str, str], shown: int) -> None:
    await mixed(town)
    form = await (await town.does("grace", "mine")).presses("Filter and sort")
    page = await form.fills(answers)
    assert len(titles(page)) == shown
    if not shown:
        page.sees("Please choose fewer filters", "All: 5")


async def test_a_narrowed_list_says_by_what(town: Town) -> None:
    await mixed(town)
    for answers, words in (
        ({"kind": "concern", "late": "overdue"}, "Kind\nConcerns\nHow urgent\nOverdue"),
        ({"whose": "mine", "state": "picked"}, "Whose\nMine\nHow far\nSomeone has it"),
        ({"kind": "challenge", "agency": "police"}, "Kind\nChallenges\nAgency\nAnytown Police"),
        ({"sort": "oldest"}, "Order\nOldest first"),
    ):
        page = await town.does("grace", "mine.narrow.send", answers=answers)
        page.sees(words)
        form = (await page.presses("Filter and sort")).form  # it begins with what isn't there, too
        chosen = {f.name: f.value for f in form.fields if isinstance(f, Choice) and f.value}
        assert chosen == answers
    (await town.does("grace", "mine")).sees_not("How urgent")


async def test_the_form_begins_with_what_is_shown(town: Town) -> None:
    await mixed(town)
    page = await (await town.does("grace", "mine")).presses("Overdue: 2")
    form = (await page.presses("Filter and sort")).form
    values = {field.name: getattr(field, "value", "") for field in form.fields}
    assert values["late"] == "overdue"
    assert not any(value for name, value in values.items() if name != "late")


async def test_by_age(town: Town) -> None:
    await refers(town, "FIRST", 30)
    await town.until(town.clock.now() + DAY)
    await refers(town, "SECOND", 1)
    for sort, first in (("oldest", "FIRST"), ("newest", "SECOND"), ("", "SECOND")):
        page = await town.does("grace", "mine.narrow.send", answers={"sort": sort})
        assert first in titles(page)[0]


async def test_what_is_done_is_gone(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    (await town.does("grace", "mine")).sees("Mine: 1", "yours")
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="Done.")
    assert titles(await town.does("grace", "mine.desk")) == []
    (await town.does("grace", "mine.desk")).sees("Nothing is waiting for you")


async def test_pages_go_on_and_back_and_one_that_is_gone_is_the_first(town: Town) -> None:
    for number in range(MOST + 1):
        await refers(town, f"R-{number:02}", 1 + number)
    page = await town.does("grace", "mine.narrow.send", answers={"kind": "referral"})
    page.sees(f"1 to {MOST} of {MOST + 1}")
    page = (await page.presses("See the next ones")).sees(f"{MOST + 1} to {MOST + 1} of {MOST + 1}")
    assert "R-20" in titles(page)[0]
    assert "R-00" in titles(await page.presses("See the ones before"))[0]
    assert "R-00" in titles(await town.does("grace", "mine.desk", "page=3"))[0]


async def test_lines_of_one_kind_are_told_apart(town: Town) -> None:
    for _ in range(4):
        await town.raises("leila")
        await refers(town, "SAME", 5)
    for who in ("grace", "leila"):
        found = titles(await town.does(who, "mine"))
        assert len(found) == len(set(found)) > 2


# By reference


@pytest.mark.parametrize("typed", ["CASE-17", "case17", "ase-1", "17"])
async def test_a_reference_is_found_however_it_is_typed(town: Town, typed: str) -> None:
    await town.raises("leila")
    await refers(town, "OTHER-9", 5)
    form = await (await town.does("grace", "mine")).presses("Find by reference")
    page = await form.fills(reference=typed)
    assert len(titles(page)) == 1
    page.sees("1 is found")
    (await page.presses("Open")).sees("The meeting ended before")


async def test_the_letters_at_the_end_of_a_title_find_it(town: Town) -> None:
    await town.raises("leila", reference="")
    await town.raises("leila", reference="")
    first, second = titles(await town.does("grace", "mine"))
    code = first.rpartition(" ")[2].lower()
    assert titles(await town.does("grace", "mine.find.send", answers={"reference": code})) == [
        first
    ]
    assert second != first


async def test_what_waits_for_others_is_found_too_and_ones_own_referral(town: Town) -> None:
    await town.raises("leila")
    await refers(town, "MINE-4", 5)
    await town.presses_card("grace", "I’ll pick this up")
    found = await town.does("daniel", "mine.find.send", answers={"reference": "CASE-17"})
    assert len(titles(found)) == 1
    found = await town.does("leila", "mine.find.send", answers={"reference": "MINE-4"})
    (await found.presses("Open")).sees("MINE-4")


async def test_nobody_finds_what_is_not_theirs_to_open(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    for who in ("kofi", "leila", "sarah"):
        found = await town.does(who, "mine.find.send", answers={"reference": "CASE-17"})
        found.sees("Nothing that you may open has this reference")
        assert titles(found) == []


@pytest.mark.parametrize("typed", ["", "-", "x", "--- ---"])
async def test_too_little_finds_nothing(town: Town, typed: str) -> None:
    await town.raises("leila")
    found = await town.does("grace", "mine.find.send", answers={"reference": typed})
    found.sees("at least two" if len(typed) < 2 else "Nothing that you may open")


# What else waits


async def test_a_challenge_and_a_second_opinion_have_their_deadlines(town: Town) -> None:
    await challenges(town, "leila", how="named")
    page = await town.does("amina", "mine")
    page.sees("Challenge: ", "Mine: 1", "due 25 November 2026")
    for language in LANGUAGES:
        assert read(page.form, language)


async def test_who_only_raises_has_no_list_of_what_waits(town: Town) -> None:
    await town.raises("leila")
    page = await town.does("leila", "mine")
    page.sees("Raised by name").sees_not("Waiting for me", "Filter and sort")
    assert page.form.beside == ()


VIEWS = st.builds(
    View,
    kind=st.sampled_from(["", *(name for name, kind in kinds().items() if kind.named)]),
    state=st.sampled_from(["", *STATES]),
    agency=st.sampled_from(["", "police", "a&b=c d"]),
    late=st.sampled_from(["", *LATE]),
    whose=st.sampled_from(["", *WHOSE]),
    sort=st.sampled_from(["", *SORTS]),
    page=st.integers(1, 9999),
)


@given(VIEWS)
def test_what_is_shown_comes_back_from_an_address(view: View) -> None:
    assert View.of(Event("mine.desk", view.subject)) == view


@given(st.text(max_size=80))
def test_no_address_is_refused(subject: str) -> None:
    assert View.of(Event("mine.desk", subject)).page >= 1
