"""A form that was sent twice, or an event that came twice, counts once."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.admission import Incoming
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from storage.partnership import Thresholds
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown, example
from tests.core.tour_opinions import QUESTION
from tests.core.tour_referrals import REFERRAL
from tests.handlers.challenge.acts import CHALLENGE

TOKEN = "a-form-that-is-sent-twice"


async def _sends(town: Town, **answers: str) -> Page:
    return await town.does("leila", "concern.send", answers={**CONCERN, **answers}, token=TOKEN)


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_sent_again_after_a_lost_answer(town: Town, how: str) -> None:
    first = await _sends(town, how=how)
    stored = await town.dump()
    again = await _sends(town, how=how)
    assert again.reply == first.reply
    assert await town.dump() == stored
    await town.passes(timedelta(hours=1))
    assert len(await town.column("thread", "id")) == 1


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_sent_several_times_at_once(town: Town, how: str) -> None:
    pages = await asyncio.gather(*(_sends(town, how=how) for _ in range(6)))
    assert {page.text for page in pages} == {pages[0].text}
    await town.passes(timedelta(hours=1))
    [ref] = await town.column("thread", "return_ref")
    assert await town.core.keyring.refs() == {ref}


@pytest.mark.postgres
async def test_sent_to_two_replicas_at_once(postgres_stores: Stores, tmp_path: Path) -> None:
    async with (
        anytown(postgres_stores, tmp_path) as town,
        anytown(postgres_stores, tmp_path, town.clock) as replica,
    ):
        pages = await asyncio.gather(*(_sends(t, how="anonymous") for t in (town, replica) * 4))
        assert {page.text for page in pages} == {pages[0].text}
        await town.passes(timedelta(hours=1))
        [ref] = await town.column("thread", "return_ref")
        assert await town.core.keyring.refs() == {ref}


async def test_a_refused_form_can_be_mended_and_sent(town: Town) -> None:
    (await _sends(town, what="")).refused("what you saw", "what")
    (await _sends(town)).sees("We have your concern")


async def test_a_form_with_a_warning_can_be_sent_anyway(town: Town) -> None:
    page = await _sends(town, what="Ring 07700 900123.", anyway="")
    page.sees("This may show who someone is", "07700 900123", "Send it as it is")
    assert page.form.token == TOKEN
    assert await town.column("thread", "id") == []
    (await page.fills({**CONCERN, "anyway": "yes"})).sees("We have your concern")
    assert len(await town.column("thread", "id")) == 1


async def test_one_token_does_two_different_things(town: Town) -> None:
    await _sends(town)
    page = await town.does("owen", "language.send", answers={"language": "cy"}, token=TOKEN)
    page.sees("Language saved")


async def test_an_event_comes_for_the_first_time_once(town: Town) -> None:
    first = await asyncio.gather(
        *(town.core.dispatch.first_time("Ev-of-Slack-1") for _ in range(5))
    )
    assert sorted(first) == [False, False, False, False, True]
    assert await town.core.dispatch.first_time("Ev-of-Slack-2")
    town.clock.set(town.clock.now() + timedelta(minutes=11))
    await town.core.ticks.tidy()
    assert await town.core.dispatch.first_time("Ev-of-Slack-1")
    assert "Ev-of-Slack" not in str(await town.dump())


async def test_forms_are_known_for_two_days_and_then_forgotten(town: Town) -> None:
    await _sends(town)
    town.clock.set(town.clock.now() + timedelta(days=3))
    await town.core.ticks.tidy()
    assert await town.column("submission", "tag") == []


async def test_the_five_hundredth_is_as_good_as_the_first(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    much = Thresholds(raised_an_hour=1000)
    partnership = example().model_copy(update={"thresholds": much})
    async with anytown(sqlite_stores, tmp_path, partnership=partnership) as town:
        answers = {**CONCERN, "how": "anonymous"}
        said = [
            Incoming(town.actor("leila"), Event("concern.send", "", answers), f"token-number-{n}")
            for n in range(500, 1000)
        ]
        replies = await asyncio.gather(*map(town.core.dispatch.handle, said))
        assert all(isinstance(reply, Ask) for reply in replies)
        quiet = await town.does("leila", "mine.quiet")
        assert len(quiet.form.sections) == 500
        await town.passes(timedelta(hours=1))
        assert set(await town.column("thread", "return_ref")) == await town.core.keyring.refs()
        assert len(await town.column("thread", "id")) == 500
        quiet = await town.does("leila", "mine.quiet")
        assert len(quiet.form.sections) == 500


ADDED = "She said he hit her."
FIRST = str(CONCERN["what"])


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_other_words_in_a_form_that_was_sent_stand_beside_the_first_and_are_added(
    town: Town, how: str
) -> None:
    await _sends(town, how=how, release="now")
    page = await _sends(town, how=how, release="now", what=f"{FIRST} {ADDED}")
    page.sees("not sent yet", "What you sent first", FIRST)
    (field,) = page.form.fields
    assert getattr(field, "value", "").startswith(f"{FIRST} {ADDED}")
    assert len(await town.column("thread", "id")) == 1
    await page.fills(text=ADDED)
    await town.passes(timedelta(minutes=20))
    (await town.opens("grace")).sees(FIRST, ADDED)
    assert len(await town.column("thread", "id")) == 1


RAISED = {
    "challenge": (CHALLENGE, "ask"),
    "second-opinion": (QUESTION, "view"),
    "referral": (REFERRAL, "what"),
}
"""By what is raised: its answers, and which of them is written anew."""


@pytest.mark.parametrize("kind", RAISED)
async def test_other_words_stand_beside_the_first_whatever_was_raised(
    town: Town, kind: str
) -> None:
    given, changed = RAISED[kind]
    sent = {**given, "how": "named", "release": "now"}
    draft = {"sentence": "Please see them alone."} if kind == "challenge" else {}
    await town.does("leila", f"{kind}.send", answers={**sent, **draft}, token=TOKEN)
    await town.core.ticks.drain()
    other = {**sent, **draft, changed: f"{given[changed]} {ADDED}"}
    page = await town.does("leila", f"{kind}.send", answers=other, token=TOKEN)
    page.sees("not sent yet", "What you sent first", given["what"])
    (field,) = page.form.fields
    assert ADDED in getattr(field, "value", "")
    assert (await page.fills(text=ADDED)).form.submit is None
    assert len(await town.column("thread", "id")) == 1
    own = await (await town.does("leila", "mine")).presses("Open")
    own.sees(given["what"], ADDED)


async def test_the_longest_referral_sent_again_can_be_added(town: Town) -> None:
    much = 1000
    sent = {**REFERRAL, "what": "a" * much, "reference": "R" * 60}
    await town.does("leila", "referral.send", answers=sent, token=TOKEN)
    other = {**sent, "what": "b" * much}
    page = await town.does("leila", "referral.send", answers=other, token=TOKEN)
    (field,) = page.form.fields
    added = await page.fills(text=getattr(field, "value", ""))
    assert added.form.submit is None
    await town.core.ticks.drain()
    (await town.opens("amina")).sees("b" * much)


async def test_other_words_for_a_referral_that_is_done_are_kept_and_said_not_to_be_sent(
    town: Town,
) -> None:
    await town.does("leila", "referral.send", answers=REFERRAL, token=TOKEN)
    await town.core.ticks.drain()
    await town.presses_card("amina", "It’s mine")
    await (await town.presses_card("amina", "Done")).fills(outcome="done", text="Done.")
    other = {**REFERRAL, "what": ADDED}
    page = await town.does("leila", "referral.send", answers=other, token=TOKEN)
    page.refused("What stands here now is not sent")


async def test_other_words_about_danger_go_out_at_once_as_they_are(town: Town) -> None:
    await _sends(town)
    await town.core.ticks.drain()
    for _ in range(2):
        (await _sends(town, danger="yes", what=ADDED)).sees("We have your concern", "999")
    assert len(await town.column("thread", "id")) == 2
    await town.core.ticks.drain()
    (await town.opens("grace")).sees(ADDED)


async def test_other_words_in_a_reply_that_was_sent_are_said_too(town: Town) -> None:
    await _sends(town)
    await town.core.ticks.drain()
    thread = (await town.presses_card("grace", "I’ll pick this up")).form.buttons[0].subject
    for text in ("I look into it.", "I look into it.", "He is safe."):
        await town.does("grace", "thread.reply.send", thread, {"text": text}, token=TOKEN)
    page = await town.mine("leila")
    assert page.text.count("I look into it.") == 1
    page.sees("He is safe.")


async def test_other_words_for_what_is_closed_are_kept_on_the_form_and_said_not_to_be_sent(
    town: Town,
) -> None:
    await _sends(town)
    await town.core.ticks.drain()
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="Done.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    (await _sends(town, what=ADDED)).refused("What stands here now is not sent")


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_nobody_else_is_told_that_theirs_was_sent(town: Town, how: str) -> None:
    await _sends(town, how=how)
    same = {**CONCERN, "how": how}
    page = await town.does("amina", "concern.send", answers=same, token=TOKEN)
    page.refused("What stands here now is not sent")
    urgent = {**same, "danger": "yes"}
    (await town.does("amina", "concern.send", answers=urgent, token=TOKEN)).sees("999")
    await town.passes(timedelta(hours=1))
    assert len(await town.column("thread", "id")) == 2


async def test_what_begins_nothing_is_done_for_each_who_sends_it(town: Town) -> None:
    for who in ("owen", "amina", "owen"):
        page = await town.does(who, "language.send", answers={"language": "cy"}, token=TOKEN)
        page.sees("Language saved")
    spoken = {person.person: person.language for person in await town.core.members.everyone()}
    assert {spoken[town.actor(who).person] for who in ("owen", "amina")} == {"cy"}
    assert len(await town.column("submission", "tag")) == 2


async def test_nobody_else_is_shown_what_was_sent_first(town: Town) -> None:
    await _sends(town, how="anonymous", release="now")
    other = {**CONCERN, "how": "anonymous", "release": "now", "what": ADDED}
    page = await town.does("amina", "concern.send", answers=other, token=TOKEN)
    page.refused("not sent")
