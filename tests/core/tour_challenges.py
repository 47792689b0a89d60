"""The challenges' part of the tour: each way that one can take, and everything done on it."""

from datetime import timedelta

from handlers.shared.people.recipients import FIELD
from prompts.shapes import Choice
from prompts.words import say, speak
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.core.anytown import Page, Town
from tests.handlers.challenge.acts import (
    CHALLENGE,
    answers,
    challenges,
    code_on,
    not_settled,
    sentence_of,
    settled,
)
from tests.peers.transcript import address_of

DAY = timedelta(days=1)
SOCIAL_CARE = AgencyId("childrens-social-care")


async def tour_challenges(town: Town) -> None:
    """Looked over, answered, not settled, adopted, diverted, opened by two, settled, asked about;
    a receipt is carried away and comes back."""
    await _looked_over(town)
    await _up_to_a_lead(town)
    await _moderated(town)
    await _silence_in_confidence(town)
    await _by_name_to_a_person(town)
    await _by_receipt(town)
    await _in_danger(town)


def _on(button: str) -> str:
    """What stands on a button, however it is worded."""
    return speak(say(f"button-{button}"), "en")


async def _looked_over(town: Town) -> None:
    """A sentence, doubts, and two people whom a name may mean; then it is taken back."""
    twin = PersonId("web:amina-khan")
    known = Seen(twin, SOCIAL_CARE, "Amina Khan", "en", address_of("amina-khan"))
    await town.core.members.remember([known])
    told = {**CHALLENGE, "owner": "amina", "anyway": "", "release": "slot"}
    told |= {"what": "Ring Anne Foster on 07700 900123.", "reference": ""}
    page = await (await town.does("kofi", "challenge")).fills(told)
    page = await page.fills({**told, "sentence": "Please look at it again."})
    told |= {"sentence": "Please look at it again.", "anyway": "yes", "owner_id": twin}
    page = await page.fills(told)
    # One of those who could be asked is named in it.
    (named,) = (f for f in page.form.fields if isinstance(f, Choice) and f.name == FIELD)
    await page.fills({**told, FIELD: named.options[0].value})
    await (await (await town.mine("kofi")).presses(_on("take-back"))).fills()
    await town.passes(DAY)


async def _up_to_a_lead(town: Town) -> None:
    """Owner, second reader, a lead who adopts it, the first stage, and months later."""
    await challenges(town, "kofi", keeps="yes", tell_agency="yes", owner="Amina Yusuf")
    page = await town.opens("amina")
    await (await page.presses(_on("reply"))).fills(text="Thank you for saying so.")
    await (await page.presses(_on("ask"))).fills(text="Who was there?")
    await (await page.presses(_on("update"))).fills(text="We are still on it.")
    await page.presses(_on("thanks"))
    await page.presses(speak(say("referral-button"), "en"))
    await (await (await town.mine("kofi")).presses(_on("answer"))).fills(text="All of us.")
    await town.core.ticks.drain()
    await answers(town, "amina", "keep", "It stays: they were seen in May.")
    await not_settled(town, "kofi")
    await town.opens("fiona")
    await answers(town, "fiona", "adapt", "See them, then decide.")
    await not_settled(town, "kofi")
    # Their own agency's leads: they let it be told.
    page = await town.opens("priya")
    page = await page.presses(_on("adopt"))
    await (await page.presses(_on("note"))).fills(text="I know the family.")
    await town.core.ticks.drain()
    await town.opens("amina")
    await (await page.presses(_on("close"))).fills(text="We have met and agreed.")
    await town.core.ticks.drain()
    await town.mine("kofi")
    await settled(town, "kofi")
    await _afterwards(town)


async def _afterwards(town: Town) -> None:
    for days in (31, 61):
        await town.passes(timedelta(days=days))
        asked = await (await town.mine("kofi")).presses(_on("afterwards"))
        await asked.fills(worse="no", again="yes")
    await town.passes(timedelta(days=15))  # the questions are over
    await challenges(town, "kofi", keeps="yes", owner="Amina Yusuf")
    await answers(town, "amina")
    await settled(town, "kofi")
    page = await town.mine("kofi")
    await page.presses(_on("gone"))


async def _moderated(town: Town) -> None:
    """Diverted to a reviewer, whom nobody notices; and once left as it is."""
    await challenges(town, "kofi", owner="Amina Yusuf")
    await _asks_moderator(town)
    page = await town.presses_card("helen", _on("open"))
    await page.presses(_on("divert"))
    await town.core.ticks.drain()
    page = await town.opens("fiona")
    await (await page.presses(_on("reply"))).fills(text="I read this in their place.")
    await (await (await town.mine("kofi")).presses(_on("answer"))).fills(text="Still here.")
    await town.core.ticks.drain()
    await town.opens("fiona")
    await _closed(town)
    await challenges(town, "kofi", owner="Amina Yusuf")
    await _asks_moderator(town)
    page = await town.opens("anne")
    await page.presses(_on("leave"))
    await _closed(town)


async def _asks_moderator(town: Town) -> None:
    page = await (await town.opens("amina")).presses(_on("moderate"))
    await page.fills(text="This is only meant to hurt.")
    await town.core.ticks.drain()


async def _closed(town: Town) -> None:
    await (await (await town.mine("kofi")).presses(_on("withdraw"))).fills()
    await town.passes(DAY)


async def _silence_in_confidence(town: Town) -> None:
    """Nobody answers, until a lead asks for the name and another person agrees."""
    await challenges(
        town, "sian", how="confidence", owner="Nobody We Know", owner_id="none", agency="police"
    )
    await town.opens("helen")
    await town.passes(7 * DAY)  # nudged, due, silent: the leads may adopt it
    page = await town.opens("tom")
    asked = await page.presses(_on("glass"))
    await asked.fills(text="A child may be at risk, and only they know which.", tell="yes")
    await town.core.ticks.drain()
    standing = await town.opens("helen")
    await standing.presses(_on("agree"))
    await town.core.ticks.drain()
    await (await town.opens("tom")).presses(_on("glass"))
    adopted = await town.presses_card("tom", _on("adopt"))
    await adopted.presses(_on("ask"))
    await town.mine("sian")


async def _by_name_to_a_person(town: Town) -> None:
    """The formal stages, one after another; the owner first names somebody else."""
    await challenges(town, "james", how="named", owner="Amina Yusuf")
    asked = await (await town.opens("amina")).presses(_on("point"))
    await asked.fills(agency=SOCIAL_CARE, owner="daniel")
    await town.core.ticks.drain()
    await town.opens("daniel")
    await answers(town, "daniel")
    await not_settled(town, "james")
    await town.passes(60 * DAY)  # from stage to stage in silence
    page = await town.opens("ruth")
    await page.presses(_on("close"))
    await town.mine("james")


async def _by_receipt(town: Town) -> None:
    """Nothing leads back to them; they come with the code, read, and answer."""
    code = code_on(await challenges(town, "kofi", replies="receipt", owner="Amina Yusuf"))
    page = await _with(town, code)
    await (await page.presses(_on("answer"))).fills(text="They moved in May.")
    await town.core.ticks.drain()
    await answers(town, "amina")
    await (await _with(town, code)).presses(_on("unsettled"))
    await town.core.ticks.drain()
    await answers(town, "fiona")
    await (await _with(town, code)).presses(_on("settled"))


async def _with(town: Town, code: str) -> Page:
    await town.core.ticks.drain()
    return await (await town.does("leila", "receipt")).fills(code=code)


async def _in_danger(town: Town) -> None:
    """Goes out as it is, and the time runs by the clock."""
    await challenges(town, "kofi", danger="yes", owner="Amina Yusuf", replies="receipt")
    await town.opens("amina")
    await town.passes(timedelta(hours=2))
    drafted = await (await town.does("kofi", "challenge")).fills({**CHALLENGE, "level": "probe"})
    assert sentence_of(drafted).startswith("I would like to understand")
