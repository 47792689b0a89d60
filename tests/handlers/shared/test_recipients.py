"""Nothing goes unasked to somebody whom it names, and nobody unknown is named in vain."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.shared.people.recipients import FIELD, named_in
from prompts.shapes import Choice
from prompts.words import speak
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from storage.repository.people.people import Known
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown, example
from tests.handlers.challenge.acts import CHALLENGE, sentence_of
from tests.handlers.second_opinion.acts import QUESTION, asked

ASKED = "Is it about Grace Okafor?"
OUT, READ = "Yes, or I am not sure. Leave them out", "No. They may read it"
PEOPLE = [
    Known(PersonId(f"web:{number}"), name)
    for number, name in enumerate(
        ("Siân Morgan", "Tom Barker", "Grace Okafor", "Anne-Marie Jones", "May King", "Jo O’Neill")
    )
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Siân Morgan said no", ["Siân Morgan"]),
        ("sian morgan said no", ["Siân Morgan"]),
        ("MORGAN, SIAN said no", ["Siân Morgan"]),
        ("It was Morgan’s decision", ["Siân Morgan"]),
        ("it was morgan's decision", ["Siân Morgan"]),
        ("PC Morgan shouted", ["Siân Morgan"]),
        ("I told Siân M. about it", ["Siân Morgan"]),
        ("I told S. Morgan about it", ["Siân Morgan"]),
        ("I told Siân\u00a0Morgan about it", ["Siân Morgan"]),
        ("Then Siân shouted", ["Siân Morgan"]),
        ("Siân and Tom laughed", ["Siân Morgan", "Tom Barker"]),
        ("Anne Marie Jones and Okafor laughed", ["Grace Okafor", "Anne-Marie Jones"]),
        ("I asked ONeill twice", ["Jo O’Neill"]),
        ("They may visit the king in may", []),
        ("May we see them? Grace was shown.", []),
        ("Then May King said no", ["May King"]),
        ("the saying of grace and a tom cat", []),
        ("SIÂN SHOUTED AND BARKER LEFT", ["Siân Morgan", "Tom Barker"]),
        ("Siân Elin Morgan said no", ["Siân Morgan"]),
        ("Mr Barker and Manager Morgan met", ["Siân Morgan", "Tom Barker"]),
        ("Yesterday Siân laughed", ["Siân Morgan"]),
        ("the boy, Jamie Morgan, and Tom Price cried", []),
        ("He was left alone by Siân\nRosewood House", ["Siân Morgan"]),
        ("At Rosewood Siân shouted", ["Siân Morgan"]),
        ("After PE Siân hit him, and then Nurse Tom", ["Siân Morgan", "Tom Barker"]),
        ("sian hit a boy", ["Siân Morgan"]),
        ("Nobody is named", []),
    ],
)
def test_who_is_named_is_found_as_people_write(text: str, names: list[str]) -> None:
    assert [known.name for known in named_in(text, PEOPLE)] == names


def choose(page: Page, words: str) -> dict[str, str]:
    """The answer with these words to the question about who is named."""
    (field,) = (f for f in page.form.fields if f.name == FIELD)
    assert isinstance(field, Choice)
    return {FIELD: next(o.value for o in field.options if speak(o.words, "en") == words)}


Answers = Mapping[str, str | Sequence[str]]
NAMES_GRACE: Answers = {**CONCERN, "what": "Okafor's own record was changed afterwards."}


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_a_concern_that_names_a_lead_asks_before_it_goes_out(town: Town, how: str) -> None:
    answers = {**NAMES_GRACE, "how": how, "release": "now"}
    before = await town.dump()
    page = await (await town.does("leila", "concern")).fills(answers)
    page.sees(ASKED, "Nothing has gone out yet")
    assert await town.dump() == before
    sent = await page.fills({**answers, **choose(page, OUT)})
    sent.sees("We have your concern")
    await town.core.ticks.drain()
    assert town.cards("grace") == []
    assert town.cards("daniel")


async def test_whoever_may_read_it_gets_it(town: Town) -> None:
    page = await (await town.does("leila", "concern")).fills(NAMES_GRACE)
    await page.fills({**NAMES_GRACE, **choose(page, READ)})
    await town.core.ticks.drain()
    assert town.cards("grace")


async def test_unanswered_it_is_asked_again_and_nothing_goes_out(town: Town) -> None:
    page = await (await town.does("leila", "concern")).fills(NAMES_GRACE)
    (await page.fills(NAMES_GRACE)).sees(ASKED)
    assert await town.column("thread", "id") == []


async def test_another_name_in_the_words_is_another_question(town: Town) -> None:
    page = await (await town.does("leila", "concern")).fills(NAMES_GRACE)
    answers = {**NAMES_GRACE, **choose(page, READ), "what": "Grace Okafor and Daniel Reid."}
    (await page.fills(answers)).sees("Is it about Daniel Reid or Grace Okafor?")


async def test_who_is_left_out_already_is_not_asked_about(town: Town) -> None:
    sent = await town.raises("leila", **{**NAMES_GRACE, "left_out": ["web:grace-okafor"]})
    sent.sees("We have your concern")
    assert town.cards("grace") == []


async def test_danger_is_held_up_by_this_one_question_and_by_none_more(town: Town) -> None:
    danger = {**NAMES_GRACE, "danger": "yes", "anyway": ""}
    page = await (await town.does("leila", "concern")).fills(danger)
    page.sees(ASKED, "999")
    answers = {**danger, **choose(page, OUT), "what": "Grace Okafor hid it, twice."}
    (await page.fills(answers)).sees("We have your concern")
    await town.core.ticks.drain()
    assert town.cards("grace") == []
    assert town.cards("daniel")


async def test_a_challenge_that_names_a_manager_never_comes_to_them(town: Town) -> None:
    answers = {**CHALLENGE, "owner": "", "what": "Ruth Ellison told us to close it."}
    page = await (await town.does("leila", "challenge")).fills(answers)
    page.sees("Is it about Ruth Ellison?")
    answers |= {"sentence": sentence_of(page)}
    (await page.fills(answers)).sees("Is it about Ruth Ellison?")
    (await page.fills({**answers, **choose(page, OUT)})).sees("We have your challenge")
    await town.core.ticks.drain()
    assert town.cards("ruth") == []
    assert await town.column("challenge", "step") != []


async def test_its_owner_may_be_named_in_a_challenge(town: Town) -> None:
    answers = {**CHALLENGE, "what": "Amina Yusuf closed it."}
    page = await (await town.does("leila", "challenge")).fills(answers)
    page.sees_not("Is it about")


async def test_a_second_opinion_is_not_asked_of_whom_it_names(town: Town) -> None:
    answers = {**QUESTION, "what": "Grace Okafor wants to close it. Is that right?", "wanted": "3"}
    page = await (await town.does("leila", "second-opinion")).fills(answers)
    page.sees(ASKED)
    await page.fills({**answers, **choose(page, OUT)})
    await town.core.ticks.drain()
    assert "grace" not in asked(town)
    assert asked(town)


async def test_a_referral_that_names_a_lead_asks_too(town: Town) -> None:
    answers = {
        "reference": "M-1", "kind": "information", "what": "Grace Okafor has the file.",
        "agency": "childrens-social-care", "role": "lead", "anyway": "yes",
    }  # fmt: skip
    page = await (await town.does("leila", "referral")).fills(answers)
    page.sees(ASKED)
    await page.fills({**answers, **choose(page, OUT)})
    await town.core.ticks.drain()
    assert town.cards("grace") == []
    assert town.cards("daniel")


async def call(town: Town, person: str, name: str) -> None:
    """Their platform calls them so from now on."""
    found = await town.core.members.find(PersonId(person))
    assert found is not None
    await town.core.members.remember([replace(found, name=name)])


@pytest.mark.parametrize(
    "typed",
    ["Sian Morgan", "Morgan, Siân", "Sia\u0302n Morgan", "siân\u00a0morgan", "Dr Siân Morgan"],
)
async def test_an_anonymous_challenge_comes_to_whom_it_means(town: Town, typed: str) -> None:
    await call(town, "web:amina-yusuf", "Siân Morgan")
    answers = {**CHALLENGE, "owner": typed}
    page = await (await town.does("leila", "challenge")).fills(answers)
    sent = await page.fills({**answers, "sentence": sentence_of(page)})
    sent.sees("We have your challenge").sees_not("managers")
    await town.core.ticks.drain()
    assert town.cards("amina")
    assert town.cards("ruth") == []


async def test_a_name_that_is_nobodys_is_said_before_anything_goes_out(town: Town) -> None:
    answers = {**CHALLENGE, "owner": "Sion Morgan", "sentence": "Please look again."}
    before = await town.dump()
    page = await (await town.does("leila", "challenge")).fills(answers)
    page.sees("We know nobody called “Sion Morgan” at Anytown", "Nothing has gone out yet")
    page.sees("Send it to their managers")
    assert await town.dump() == before
    (await page.fills({**answers, "owner": "Amina Yusuf"})).sees("We have your challenge")
    await town.core.ticks.drain()
    assert town.cards("amina")
    assert town.cards("ruth") == []


async def test_in_danger_a_name_that_is_nobodys_holds_nothing_up(town: Town) -> None:
    form = await town.does("leila", "challenge")
    sent = await form.fills({**CHALLENGE, "danger": "yes", "owner": "Sion Morgan"})
    sent.sees("We have your challenge", "We do not know the person you named")
    await town.core.ticks.drain()
    assert town.cards("ruth")


async def test_two_of_one_name_are_told_apart(town: Town) -> None:
    await town.core.members.remember(
        [
            Seen(
                PersonId(f"slack:T1:U{end}"), AgencyId("childrens-social-care"), "Ann Lee", "en", ""
            )
            for end in ("0AB12", "0CB12")
        ]
    )
    page = await (await town.does("leila", "challenge")).fills({**CHALLENGE, "owner": "Ann Lee"})
    (field,) = (f for f in page.form.fields if f.name == "owner_id")
    assert isinstance(field, Choice)
    lines = [speak(option.words, "en") for option in field.options]
    assert lines == [
        "Ann Lee (their ID ends in AB12)",
        "Ann Lee (their ID ends in CB12)",
        "None of these people. Send it to their managers",
    ]


@pytest.mark.parametrize("how", ["confidence", "anonymous"])
async def test_hidden_a_fallback_outside_who_is_named_is_asked_about_too(
    stores: Stores, tmp_path: Path, how: str
) -> None:
    agencies = [
        a.model_copy(update={"roles": {r: _but_anne(r, p) for r, p in a.roles.items()}})
        for a in example().agencies
    ]
    only_fallback = example().model_copy(update={"agencies": tuple(agencies)})
    async with anytown(stores, tmp_path / "data", partnership=only_fallback) as town:
        answers = {**CHALLENGE, "owner": "", "how": how, "what": "Anne Foster told us to close it."}
        page = await (await town.does("leila", "challenge")).fills(answers)
        page.sees("Is it about Anne Foster?")


async def test_a_lead_of_their_own_agency_who_may_adopt_it_is_asked_about_too(town: Town) -> None:
    answers = {**CHALLENGE, "owner": "", "what": "James Holt told us to leave it."}
    page = await (await town.does("leila", "challenge")).fills({**answers, "tell_agency": "yes"})
    page.sees("Is it about James Holt?")
    (await page.fills({**answers, "tell_agency": ""})).sees_not("Is it about")
    in_confidence = {**answers, "how": "confidence", "tell_agency": "yes"}
    (await page.fills(in_confidence)).sees_not("Is it about")


def _but_anne(role: str, people: Sequence[PersonId]) -> tuple[PersonId, ...]:
    return tuple(p for p in people if role == "fallback" or p != "web:anne-foster")
