"""A walk through everything that can be done, so that what people are shown can be looked at."""

from datetime import timedelta

from bot.core.admission import Incoming
from bot.core.helping import helped
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from tests.core.anytown import Page, Town
from tests.core.tour_accounts import tour_accounts
from tests.core.tour_administration import tour_administration
from tests.core.tour_challenges import tour_challenges
from tests.core.tour_insight import tour_insight
from tests.core.tour_opinions import tour_opinions
from tests.core.tour_pauses import tour_pauses
from tests.core.tour_practice import tour_advocate, tour_practice, tour_practising, tour_thanks
from tests.core.tour_referrals import tour_referrals
from tests.core.tour_together import tour_together

HOUR = timedelta(hours=1)


async def tour(town: Town) -> None:
    """Each command's whole dialogue, with every kind of card and page there is."""
    await town.does("leila", "help")
    await _settings(town)
    await _looking_for_words(town)
    await _doubted(town)
    await _by_name(town)
    await _in_confidence(town)
    await _anonymous(town)
    await tour_challenges(town)
    await tour_referrals(town)
    await tour_opinions(town)
    await tour_pauses(town)
    await tour_practice(town)
    await tour_practising(town)
    await tour_advocate(town)
    await tour_thanks(town)
    await tour_insight(town)
    await tour_together(town)
    await tour_administration(town)
    await tour_accounts(town)


async def _settings(town: Town) -> None:
    asked = await town.does("owen", "language")
    await asked.fills(language="cy")
    await (await town.does("owen", "email")).fills(mail="off")
    asked = await town.does("priya", "standin")
    await asked.fills(person="web:helen-ward", first="2026-11-23", last="2026-11-24")


async def _looking_for_words(town: Town) -> None:
    await (await town.does("grace", "agreement")).presses("We stand by this")
    for topic in ("closure", "answer"):
        await (await town.does("leila", "phrases")).fills(topic=topic)
    for raised in ("no", "worse"):
        await (await town.does("sian", "routes")).fills(route="agency", raised=raised)
    await town.does("leila", "phrases.beside", "", {"field": "what", "says": "raise"})
    asked = (await town.does("leila", "concern")).form
    shown = await helped(
        town.core.dispatch.handle, Incoming(town.actor("leila"), Event(asked.verb)), "what"
    )
    assert isinstance(shown, Ask)
    town.shown.append(shown.form)


async def _doubted(town: Town) -> None:
    page = await town.raises(
        "leila", anyway="", how="anonymous", what="Ring Anne Foster on 07700 900123.", release="now"
    )
    await page.fills()


async def _by_name(town: Town) -> None:
    await town.raises("leila", danger="yes")
    await town.passes(HOUR)  # nudged, then the second, then the fallback
    await (await town.does("leila", "mine")).presses("Open")
    await town.presses_card("grace", "Pass it on")
    await _pass_on(town, await town.presses_card("grace", "Pass it on"))
    mine = await town.mine("leila")
    await town.does("leila", "mine.otherwise", mine.form.buttons[0].subject, {"what": "More."})
    await mine.presses("Keep my name back")
    await mine.presses("My name may go along")
    await town.opens("tom")
    await _settled(town, "leila", await town.presses_card("tom", "I’ll pick this up"))


async def _pass_on(town: Town, asked: Page) -> None:
    await asked.fills(agency="police", text="It happened on the street.")
    await town.core.ticks.drain()


async def _in_confidence(town: Town) -> None:
    await town.raises("sian", how="confidence", agency="school")
    page = await town.presses_card("james", "I’ll pick this up")
    await _settled(town, "sian", page)


async def _anonymous(town: Town) -> None:
    sent = await town.raises("kofi", how="anonymous", release="slot", agency="health-trust")
    await (await sent.presses("My concerns")).presses("Raised without showing my name")
    await town.passes(96 * HOUR)
    await _settled(town, "kofi", await town.presses_card("owen", "I’ll pick this up"))


async def _settled(town: Town, raiser: str, lead: Page) -> None:
    """Note, news, reply, ask, answer, not settled, settled."""
    await lead.presses("Record a referral")
    await (await lead.presses("Add a note")).fills(text="I know the family.")
    await (await lead.presses("Send news")).fills(text="We are still on it.")
    await lead.presses("Say thank you")
    await (await lead.presses("Reply")).fills(text="Thank you, I am on it.")
    await (await lead.presses("Ask a question")).fills(text="When was it?")
    await town.passes(24 * HOUR)
    await (await (await town.mine(raiser)).presses("Add something")).fills(text="On Friday.")
    await town.passes(24 * HOUR)
    for verdict in ("No, it is not settled", "Yes, it is settled"):
        asked = await lead.presses("Give the final answer")
        await asked.fills(outcome="learning", text="The chair will wait next time.")
        await town.passes(24 * HOUR)
        if verdict.startswith("Yes"):
            await (await town.mine(raiser)).presses("Thank them")
        await (await town.mine(raiser)).presses(verdict)
        await town.passes(72 * HOUR)  # over a weekend, too, until what waits has gone out
