"""A pause in Chromium: everybody in a window of their own, one result for all of them."""

import pytest
from playwright.async_api import Browser

from tests.e2e.demo import LANGUAGES, private
from tests.e2e.pausing_pages import (
    TEN,
    Room,
    answers_by,
    counted,
    enters,
    heard,
    line_of,
    refers,
    room,
    takes_code,
)
from tests.e2e.referral_pages import OWNER, opens

CALM = ("comfortable",) * 6 + ("concerned",) * 4
UNEASY = ("concerned",) * 7 + ("uncomfortable",) * 3
WHY = "We go on every second week, until school has seen her."


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ten_people_from_the_card_to_a_second_round_to_a_referral(
    browser: Browser, language: str
) -> None:
    async with room(browser, language, TEN) as meeting:
        chair, people = meeting.chair, meeting.people
        await meeting.pauses()
        await meeting.answer(*CALM)
        await meeting.goes_to("pause-look")
        await chair.reads(chair.words("pause-chair-hint"))
        assert await chair.page.locator("figure.bars").count() == 0
        assert line_of(people[0]) not in await chair.page.content()
        await meeting.time_is_up()
        await meeting.see("voices-result")
        for here in people:
            await here.reads(*(line_of(each) for each in people))
            for row in counted(here, (6, 4, 0, 0)):
                assert row in await heard(here)

        await meeting.goes_to("pause-again")
        await chair.reads(chair.words("pause-again-done"))
        await meeting.answer(*UNEASY)
        await meeting.time_is_up()
        await meeting.see("voices-result")
        for here in people:
            for row in counted(here, (0, 7, 3, 0), (6, 4, 0, 0)):
                assert row in await heard(here)

        await meeting.decide("change", WHY)
        await chair.press("pause-refer")
        await refers(chair, "Amina Yusuf")
        [owner] = [here for here in people if f"/as/{OWNER}" in here.page.url]
        await opens(owner, owner.words("button-mine"))
        await enters(owner)
        await owner.reads(owner.words("pause-decided-change"))
        await owner.press("pause-see")
        await owner.reads(WHY)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_few_only_whether_views_differ_and_one_stop_always(
    browser: Browser, language: str
) -> None:
    async with (
        room(browser, language, TEN[:3]) as meeting,
        private(browser, meeting.address, language) as coded,
    ):
        await meeting.pauses(codes="5")
        code = await takes_code(meeting.chair)
        await answers_by(code, coded, meeting.address, "concerned")
        await meeting.answer(*("comfortable",) * 3)
        await tells(meeting, "pause-similar")
        await meeting.decide("go", WHY)
        await meeting.pauses()
        await meeting.answer("comfortable", "concerned", "stop")
        await tells(meeting, "pause-stop-asked", "pause-differ", "pause-stop-chair")


async def tells(meeting: Room, *ids: str) -> None:
    """The round ends with these words, and without any picture or line."""
    await meeting.time_is_up()
    await meeting.see(*ids)
    for here in (*meeting.people, meeting.chair):
        assert await here.page.locator("figure.bars").count() == 0
        assert line_of(meeting.people[0]) not in await here.page.content()


async def test_what_could_go_wrong_and_a_look_back(browser: Browser) -> None:
    async with room(browser, "en", TEN[:5]) as meeting:
        chair = meeting.chair
        await meeting.pauses("premortem")
        await meeting.write(*({"line": line_of(here)} for here in meeting.people))
        await meeting.time_is_up()
        await meeting.see("premortem-lines", "pause-mixed")
        for here in meeting.people:
            await here.reads(*(line_of(each) for each in meeting.people))
        await meeting.goes_to("pause-group")
        await chair.page.locator("#group-1").fill("Visits")
        await chair.page.locator("#group-3").fill("visits")
        await chair.press("pause-group-submit")
        await chair.reads("Visits", chair.words("pause-group-none"))
        await meeting.decide("go", WHY, kind="premortem")
        await chair.press("debrief-offer")
        await chair.reads(chair.words("debrief-never"))
        await chair.page.locator("#what").fill("This morning’s meeting")
        await chair.press("debrief-submit")
        parts = ("well", "hard", "change", "next")
        every = [{part: f"{part}: {line_of(here)}" for part in parts} for here in meeting.people]
        await meeting.write(*every)
        await meeting.time_is_up()
        for here in meeting.people:
            await enters(here)
            await here.press("pause-see")
            await here.reads(*(words for each in every for words in each.values()))
        await meeting.goes_to("debrief-decide", "pause-decide-submit")
        await chair.reads(chair.words("pause-decided-recorded"))
