"""The page of a referral: changed before it is taken, withdrawn, noted on, and who did what."""

from datetime import UTC, datetime, timedelta

from tests.core.anytown import Page, Town
from tests.handlers.referral.test_dialogue import REFERRAL, refers

DAY = timedelta(days=1)


async def _own(town: Town) -> Page:
    """The page of what Leila made."""
    return await (await town.does("leila", "mine")).presses("Open")


async def _changes(town: Town, **more: str) -> Page:
    """Leila changes what she made."""
    asked = await (await _own(town)).presses("Change it")
    return await asked.fills({"what": REFERRAL["what"], "due": ""}, **more)


async def test_before_it_is_taken_its_words_and_its_day_are_changed(town: Town) -> None:
    await refers(town, "leila")
    page = await _changes(town, what="The minutes of Monday, please.", due="2026-11-27")
    page.sees("It is changed", "The minutes of Monday, please.", "27 November 2026, 17:30")
    page.sees_not("A decision on the referral of Monday", "overdue")
    page.sees("23 November 2026\nWords or day changed (Leila Haddad)")
    await town.core.ticks.drain()
    card = town.cards("amina")[-1].text
    assert "Whoever recorded this has changed what is asked, or by when" in card
    assert "27 November 2026" in card
    (await town.opens("amina")).sees("The minutes of Monday").sees_not("A decision on the")
    await town.until(datetime(2026, 11, 25, 12, 0, tzinfo=UTC))
    assert "Have you heard back?" not in "\n".join(c.text for c in town.cards("leila"))
    await town.until(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))
    assert "Have you heard back?" in "\n".join(c.text for c in town.cards("leila"))


async def test_a_day_of_ones_own_is_given_up_for_the_usual_limit(town: Town) -> None:
    await refers(town, "leila", due="2026-12-01")
    [before] = await town.column("referral", "due_at")
    (await _changes(town, due="27/11/2026")).sees("27 November 2026")
    (await _changes(town)).sees("It is changed", "24 November 2026")
    (await _changes(town)).sees_not("It is changed")  # the same once more
    [due] = await town.column("referral", "due_at")
    assert due != before
    assert await town.column("referral", "rules") != [""]


async def test_what_is_wrong_or_may_show_who_someone_is_changes_nothing(town: Town) -> None:
    await refers(town, "leila")
    before = await town.dump()
    asked = await (await _own(town)).presses("Change it")
    (await asked.fills(what="", due="2020-01-01")).refused("Please say in a few words", "what")
    (await asked.fills(what="The minutes.", due="2020-01-01")).refused("today or a later", "due")
    doubted = await asked.fills(what="Ring Mary Smith on 07700 900123.")
    doubted.sees("may show who someone is", "Send it as it is")
    after = await town.dump()
    assert {n for n in after if after[n] != before[n]} <= {"submission"}
    (await doubted.fills(what="Ring Mary Smith on 07700 900123.", anyway="yes")).sees("changed")


async def test_once_it_is_taken_only_news_and_withdrawing_are_left(town: Town) -> None:
    await refers(town, "leila")
    asked = await (await _own(town)).presses("Change it")
    await town.presses_card("amina", "It’s mine")
    (await asked.fills(what="Other words.")).refused("only until someone has taken it")
    page = await _own(town)
    assert "Change it" not in page.pressable
    why = await page.presses("Withdraw it")
    why.sees("A decision on the referral of Monday")
    (await why.fills(text="")).refused("Please write a few words", "text")
    (await why.fills(text="The family has moved away.")).sees("told why")
    await town.core.ticks.drain()
    assert "Whoever recorded this has withdrawn it" in town.cards("amina")[-1].text
    assert "The family has moved" not in town.cards("amina")[-1].text
    opened = await town.opens("amina")
    opened.sees("has withdrawn it. It is closed", "Why it was withdrawn", "has moved away")
    assert opened.pressable == []
    assert await town.column("step", "id") == []
    cards = len(town.client.messages)
    await town.passes(30 * DAY)
    assert len(town.client.messages) == cards
    assert await town.column("thread", "state") == ["closed"]


async def test_nobody_else_changes_or_withdraws_it(town: Town) -> None:
    await refers(town, "leila")
    [subject] = await town.column("thread", "id")
    for who in ("amina", "grace", "tom"):
        for verb in ("referral.change", "referral.withdraw"):
            for ending in ("", ".send"):
                page = await town.does(who, verb + ending, str(subject), {"text": "No."})
                assert "Only whoever recorded" in page.text or "not waiting for you" in page.text
    await town.presses_card("amina", "Done")
    done = await town.does("amina", "referral.done.send", str(subject),
                           {"outcome": "done", "text": "It is."})  # fmt: skip
    done.sees("Thank you")
    page = await _own(town)
    assert {"Change it", "Withdraw it"} & set(page.pressable) == set()
    (await town.does("leila", "referral.withdraw", str(subject))).refused("Only whoever recorded")


async def test_after_two_roles_up_a_changed_day_takes_no_time_from_them(town: Town) -> None:
    await refers(town, "leila", owner="")
    await town.until(datetime(2026, 11, 26, 8, 30, tzinfo=UTC))
    before = await town.column("referral", "answer_by"), await town.column("step", "due_at")
    (await _changes(town, due="2026-12-04")).sees("It is changed", "4 December 2026")
    assert (
        await town.column("referral", "answer_by"), await town.column("step", "due_at")
    ) == before  # fmt: skip


async def test_those_who_work_on_it_note_for_each_other_and_whoever_asked_reads_none(
    town: Town,
) -> None:
    await refers(town, "leila", owner="")
    page = await (await town.opens("grace")).presses("Add a note")
    await page.fills(text="Daniel knows them best.")
    await town.core.ticks.drain()
    read = (await town.opens("daniel")).sees("Daniel knows them best.", "Grace Okafor, 23")
    (await _own(town)).sees("Recorded (Leila Haddad)").sees_not("knows them best", "Notes", "noted")
    subject = read.form.buttons[0].subject
    (await town.does("leila", "referral.note", subject)).refused("not waiting for you")


async def test_who_did_what_is_read_by_both_sides(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    page = await (await town.opens("amina")).presses("Send news")
    await page.fills(text="A visit is set.")
    expected = (
        "23 November 2026\nRecorded (Leila Haddad)",
        "23 November 2026\nTaken (Amina Yusuf)",
        "23 November 2026\nSent news (Amina Yusuf)",
        "News from the person who has this, 23 November 2026, by Amina Yusuf",
    )
    (await _own(town)).sees(*expected)
    (await town.opens("amina")).sees(*expected)
