"""A form that was refused comes back with every question that was answered in it."""

import pytest

from bot.core.admission import Incoming
from bot.core.ask_again import asked_again
from handlers.contract.outcomes import Refuse
from handlers.contract.people import Event
from prompts.shapes import Answers, Choice, Tick
from prompts.words import say
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.core.anytown import CONCERN, Page, Town
from tests.core.tour_opinions import QUESTION
from tests.handlers.challenge.acts import CHALLENGE, challenges

CARE = "childrens-social-care"
NUMBER = "Ring Anne Foster on 07700 900123."
REFERRAL = {
    "reference": "CSC-7", "kind": "referral-decision", "agency": CARE, "owner": "Ann Lee",
    "role": "lead", "what": NUMBER,
}  # fmt: skip
FORMS: dict[str, Answers] = {
    "concern": {**CONCERN, "what": NUMBER},
    "challenge": {**CHALLENGE, "what": NUMBER, "sentence": "Please look again."},
    "second-opinion": {**QUESTION, "what": NUMBER},
    "referral": {**REFERRAL, "owner": ""},
}
TOO_MUCH = "x" * 3001


async def two_of_one_name(town: Town) -> str:
    """Two people of one agency are called alike; gives the one who is meant."""
    twins = [PersonId(f"slack:T1:U{end}") for end in ("0AB12", "0CB12")]
    seen = [Seen(twin, AgencyId(CARE), "Ann Lee", "en", "") for twin in twins]
    await town.core.members.remember(seen)
    return twins[1]


async def sends(town: Town, who: str, verb: str, answers: Answers, subject: str = "") -> Page:
    """They send it from a page, on which a form that is refused is asked again."""
    incoming = Incoming(town.actor(who), Event(f"{verb}.send", subject, answers), "t" * 22)
    reply = await town.core.dispatch.handle(incoming)
    if isinstance(reply, Refuse):
        reply = await asked_again(town.core.dispatch.handle, incoming, reply, whole=True)
    return Page(town, who, reply)


@pytest.mark.parametrize("verb", FORMS)
async def test_who_said_to_send_it_as_it_is_says_so_once(town: Town, verb: str) -> None:
    asked = {**FORMS[verb], "anyway": ""}
    (await sends(town, "leila", verb, asked)).sees("Send it as it is")
    wrong = {**asked, "anyway": "yes", "reference": TOO_MUCH}
    page = await sends(town, "leila", verb, wrong)
    assert "reference" in page.form.errors
    ticks = [f.value for f in page.form.fields if isinstance(f, Tick) and f.name == "anyway"]
    assert ticks == [True]


WHERE = {
    "challenge": "leila",
    "referral": "leila",
    "pause.ask": "leila",
    "challenge.point": "amina",
    "referral.notmine": "grace",
}
"""Forms that ask whose something is, and who fills them in."""


@pytest.mark.parametrize("verb", WHERE)
async def test_who_said_whom_they_mean_says_so_once(town: Town, verb: str) -> None:
    meant = await two_of_one_name(town)
    answers = {**FORMS.get(verb, {}), "agency": CARE, "owner": "Ann Lee", "owner_id": meant}
    event = Event(f"{verb}.send", await subject_of(town, verb), answers)
    incoming = Incoming(town.actor(WHERE[verb]), event, "t" * 22)
    wrong = Refuse({"owner": say("missing-text")})
    reply = await asked_again(town.core.dispatch.handle, incoming, wrong, whole=True)
    form = Page(town, WHERE[verb], reply).form
    [asked] = [f for f in form.fields if isinstance(f, Choice) and f.name == "owner_id"]
    assert asked.value == meant
    assert {"slack:T1:U0AB12", "slack:T1:U0CB12"} <= {option.value for option in asked.options}


async def subject_of(town: Town, verb: str) -> str:
    """What such a form is about: a challenge, a referral, or nothing yet."""
    if verb == "challenge.point":
        await challenges(town, "leila")
    elif verb == "referral.notmine":
        asked = {**REFERRAL, "owner": "", "anyway": "yes"}
        await (await town.does("leila", "referral")).fills(asked)
        await town.core.ticks.drain()
    return next(iter(map(str, await town.column("thread", "id"))), "")


async def test_a_referral_with_doubts_and_two_of_one_name_is_asked_about_once(town: Town) -> None:
    meant = await two_of_one_name(town)
    first = await sends(town, "leila", "referral", REFERRAL)
    first.sees("Whom do you mean?", "Send it as it is")
    told = {**REFERRAL, "owner_id": meant, "anyway": "yes"}
    refused = await sends(town, "leila", "referral", {**told, "due": "soon"})
    assert "due" in refused.form.errors
    left = {f.name for f in refused.form.fields}
    assert {"owner_id", "anyway"} <= left
    (await sends(town, "leila", "referral", told)).sees("Recorded", "We also remind them")
