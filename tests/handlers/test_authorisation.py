"""Whoever may not do something is told so kindly, and not one row of either store changes."""

from collections.abc import Awaitable, Callable

import pytest

from handlers.contract.outcomes import Refuse
from handlers.registry import commands, verbs
from prompts.words import speak
from tests.core.anytown import CONCERN, Dump, Page, Town
from tests.handlers.referral.test_dialogue import refers
from tests.handlers.second_opinion.acts import asks

ON_A_THREAD = sorted(verb for verb in verbs() if verb.startswith("thread."))
AMONG_LEADS = ("thread.open", "thread.note", "thread.note.send", "thread.tag", "thread.tag.send")
OF_MY_OWN = sorted(verb for verb, known in verbs().items() if known.by == "raiser")
HOWS = ("named", "confidence", "anonymous")
ANSWERS = {**CONCERN, "text": "Let me in.", "outcome": "acted", "agency": "police",
           "person": "web:tom-barker", "first": "2026-11-23", "last": "2026-11-24",
           "language": "cy"}  # fmt: skip
STRANGE = ("", "unknown", "x" * 64, "\0", "\ud800", "../../etc", "' OR 1=1 --", "é" * 32)


async def _tries(town: Town, who: str, verbs: list[str], subject: str, before: Dump) -> list[str]:
    """What each attempt was answered; none may change a row."""
    told = []
    for verb in verbs:
        page = await town.does(who, verb, subject, ANSWERS)
        assert isinstance(page.reply, Refuse), f"{who} may {verb}"
        told.append(page.text)
        assert all(speak(words, "cy") for words in page.reply.errors.values())
    assert await town.dump() == before
    return told


async def test_a_guest_may_do_nothing_and_is_told_whom_to_turn_to(town: Town) -> None:
    await town.raises("leila")
    [subject] = await town.column("thread", "id")
    before = await town.dump()
    # A receipt's code needs no account: whoever has none is told nothing else either.
    # Nor do words to start from: whoever answers by a code has them beside their box, too.
    hidden = {verb: known for verb, known in verbs().items() if not known.public}
    every = sorted(verb for verb, known in hidden.items() if known.by != "code")
    told = await _tries(town, "stranger", every, str(subject), before)
    assert set(told) == {told[0]}
    assert "call 999" in told[0]


@pytest.mark.parametrize("how", HOWS)
async def test_a_concern_is_open_to_its_leads_and_its_raiser_only(town: Town, how: str) -> None:
    await town.raises("leila", how=how, release="now")
    await town.presses_card("grace", "I’ll pick this up")
    [subject] = await town.column("thread", "id")
    before = await town.dump()
    # Another agency's lead, a colleague of the lead, a colleague of the raiser.
    for who in ("priya", "amina", "anne"):
        told = await _tries(town, who, ON_A_THREAD + OF_MY_OWN, str(subject), before)
        assert all("not open to you" in t or "cannot open" in t or "Only the lead" in t
                   for t in told)  # fmt: skip
    # The raiser isn't a lead of it, and its leads didn't raise it.
    await _tries(town, "leila", ON_A_THREAD, str(subject), before)
    await _tries(town, "grace", OF_MY_OWN, str(subject), before)
    # The lead who was not the first may read it, note something, tag it and nothing else.
    others = [v for v in ON_A_THREAD if v not in AMONG_LEADS]
    await _tries(town, "daniel", others, str(subject), before)


@pytest.mark.parametrize("subject", STRANGE)
async def test_a_thread_that_never_was_is_nobodys(town: Town, subject: str) -> None:
    before = await town.dump()
    for who in ("grace", "leila"):
        await _tries(town, who, ON_A_THREAD + OF_MY_OWN, subject, before)


async def test_a_card_of_something_passed_on_opens_nothing_any_more(town: Town) -> None:
    await town.raises("leila")
    asked = await town.presses_card("grace", "Pass it on")
    await asked.fills(agency="police", text="It happened on the street.")
    await town.core.ticks.drain()
    assert "was passed on to Anytown Police" in town.cards("daniel")[-1].text
    [subject] = await town.column("thread", "id")
    before = await town.dump()
    for who in ("grace", "daniel"):
        await _tries(town, who, ON_A_THREAD, str(subject), before)


@pytest.mark.parametrize("how", HOWS)
async def test_what_is_closed_is_closed_for_good(town: Town, how: str) -> None:
    await town.raises("leila", how=how, release="now")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="Done.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.ticks.drain()
    [subject] = await town.column("thread", "id")
    before = await town.dump()
    await _tries(town, "grace", ON_A_THREAD, str(subject), before)
    adding = ["mine.answer", "mine.answer.send", "mine.unsettled", "mine.name.yes"]
    await _tries(town, "leila", adding if how == "named" else OF_MY_OWN, str(subject), before)


@pytest.mark.parametrize("asked_by", [refers, asks])
async def test_what_is_no_talk_is_not_talked_about(
    town: Town, asked_by: Callable[[Town, str], Awaitable[Page]]
) -> None:
    await asked_by(town, "leila")
    [subject] = await town.column("thread", "id")
    # A form sent again with other words shows both; an asker of a second opinion may add something.
    may = {
        "mine.open",
        "mine.otherwise",
        *(("mine.answer", "mine.answer.send") if asked_by is asks else ()),
    }
    talk = [v for v in OF_MY_OWN if v.startswith("mine.") and v not in may]
    await _tries(town, "leila", talk, str(subject), await town.dump())


async def test_a_lead_whose_agency_is_unknown_is_still_a_lead(town: Town) -> None:
    await town.raises("leila")
    actor = town.actor("grace")
    town.strangers["grace"] = type(actor)(actor.person, actor.name, "en", None, actor.address)
    (await town.opens("grace")).sees("Leila Haddad")
    (await town.raises("grace", danger="yes", how="confidence")).sees("We have your", "999")
    (await town.does("grace", "help")).sees("What Upstander does")


def test_every_verb_belongs_to_a_command() -> None:
    assert sorted(verbs()) == sorted(v for c in commands().values() for v in c.verbs)
