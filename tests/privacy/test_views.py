"""Point 5: whoever answers can't tell whether their words arrived, nor an outsider who has left."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.handlers.challenge.acts import challenges
from tests.privacy.owners_view import FATES, Told, health, told, view

OWN = {"card_sent.ref"}
"""Counted up by the platform: it differs between any two messages."""


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


@pytest.mark.parametrize("answered", [False, True], ids=["replied", "answered"])
async def test_the_owner_sees_the_same_bytes_whatever_became_of_their_words(
    town: Town, answered: bool
) -> None:
    views = {}
    for fate in FATES:
        case = await told(town, fate, answered)
        views[fate] = await view(town, case)
    for fate in FATES[1:]:
        assert differing(views[FATES[0]], views[fate]) == [], f"{fate} can be told"


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Which parts of what is shown differ."""
    return [part for part in sorted(one | other) if one.get(part) != other.get(part)]


async def test_nor_does_an_owner_learn_of_it_who_is_asked_again_in_a_stage(town: Town) -> None:
    case = await told(town, "diverted", answered=False)
    await town.passes(timedelta(days=9))
    await town.presses_card("grace", "I carry it on in my name")
    page = (await town.does("amina", "challenge.open", case.thread)).sees("I look into it.")
    page.sees_not("fools", "I have read it.")
    (await town.does("fiona", "challenge.open", case.thread)).sees("fools", "I have read it.")


async def test_the_drafted_wording_does_not_tell_the_language_they_have_on(town: Town) -> None:
    views = []
    for who in ("leila", "sian"):
        before = set(await town.column("thread", "id"))
        await challenges(town, who)
        [thread] = set(await town.column("thread", "id")) - before
        views.append(await view(town, Told("unread", str(thread))))
    assert differing(*views) == []


async def test_the_view_does_show_what_an_answer_changes(town: Town) -> None:
    replied = await view(town, await told(town, "unread", answered=False))
    answered = await view(town, await told(town, "delivered", answered=True))
    assert differing(replied, answered)


async def test_the_main_database_does_not_tell_who_has_left(town: Town) -> None:
    cases = [await told(town, fate, answered=True) for fate in ("unread", "left")]
    unread, left = [await rows_of(town, case) for case in cases]
    assert left == unread
    assert await town.column("outbox", "dead") == []


async def test_nor_who_keeps_a_receipt_instead_of_an_address(town: Town) -> None:
    chat = await told(town, "unread", answered=True)
    receipt = await told(town, "left", answered=True, replies="receipt")
    assert await rows_of(town, chat) == await rows_of(town, receipt)


@pytest.mark.parametrize("how", ["chat", "receipt"])
async def test_readiness_and_counts_do_not_tell_whether_words_arrived(town: Town, how: str) -> None:
    changes, states = [], []
    for fate, replies in (("unread", "chat"), ("left", how)):
        _, before = await health(town)
        await told(town, fate, answered=True, replies=replies)
        state, after = await health(town)
        changes.append({name: after[name] - before[name] for name in after})
        states.append({k: v for k, v in state.items() if k != "oldest_overdue_seconds"})
    assert changes[0] == changes[1]
    assert states[0] == states[1]
    assert changes[0]["upstander_delivered_total"] > 0  # to the owner


@pytest.mark.parametrize("gone", [False, True], ids=["arrives", "has left"])
async def test_no_count_moves_when_words_go_to_somebody_hidden(town: Town, gone: bool) -> None:
    case = await told(town, "unread", answered=False)
    if gone:
        town.client.gone.add(town.actor(case.raiser).person.partition(":")[2])
    answers = {"verdict": "keep", "text": "It stays."}
    await town.does("amina", "challenge.answer.send", case.thread, answers)
    await town.core.ticks.deliver()  # what goes to others
    _, before = await health(town)
    had, all_had = len(town.cards(case.raiser)), len(town.client.messages)
    await town.passes(timedelta(minutes=45))
    _, after = await health(town)
    theirs = len(town.cards(case.raiser)) - had
    assert theirs == (not gone)
    others = len(town.client.messages) - all_had - theirs
    assert after["upstander_delivered_total"] - before["upstander_delivered_total"] == others


async def test_a_lead_who_cannot_be_reached_is_still_counted_and_kept(town: Town) -> None:
    town.client.gone.add(town.actor("amina").person.partition(":")[2])
    await told(town, "unread", answered=True)
    state, _ = await health(town)
    assert state["undeliverable"] == len(await town.column("outbox", "dead")) > 0


async def rows_of(town: Town, case: Told) -> list[object]:
    """Every row of the main database that belongs to a thread, without what is random in any."""
    dump, found = await town.dump(), []
    thread = next(row for row in dump["thread"] if case.thread in row)
    names = [c.name for c in main_metadata.tables["thread"].columns]
    ref = thread[names.index("return_ref")]
    for table in main_metadata.tables.keys() & dump.keys():
        columns = [f"{table}.{c.name}" for c in main_metadata.tables[table].columns]
        for row in dump[table]:
            if {case.thread, ref} & {value for value in row if isinstance(value, str)}:
                values = zip(columns, row, strict=True)
                found.append([(c, plain(v, case.thread, ref)) for c, v in values if c not in OWN])
    return sorted(found, key=repr)


def plain(value: object, *masked: object) -> object:
    """A value without what is random in it: sealed bytes by their length, ids by their place."""
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, str) and len(value) == 22:
        return masked.index(value) if value in masked else "random"
    return value
