"""A challenge on the web pages: what the challenger, those who answer and a lead do on each."""

import re

from tests.e2e.demo import Window
from tests.peers.browser import follow

RAISER, OWNER, READER, LEAD = "leila-haddad", "amina-yusuf", "fiona-grant", "grace-okafor"
NAME = "Leila Haddad"
DECISION = "Closing the case of the two brothers"
WHAT = "Nobody has seen them for three weeks"
ASKED = "see them alone before it is closed"
AGENCY = {"en": "Anytown Children's Social Care", "cy": "Gofal Cymdeithasol Plant Anytown"}
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}")


async def draft(here: Window, replies: str = "chat") -> None:
    """Answers the form, from the top down, and asks for a wording."""
    await here.write("decision", DECISION)
    await here.choose_text("agency", AGENCY[here.language])
    await here.write("owner", "Amina Yusuf")
    await here.write("what", WHAT)
    await here.choose("topic", "topic-voice-missing")
    await here.choose("danger", "danger-no")
    await here.tick("change_release")
    await here.choose("release", "release-now")
    await here.choose("replies", f"replies-{replies}")
    await here.tick("change_level")
    await here.write("ask", ASKED)
    await here.press("challenge-next")
    await here.reads(here.words("sentence-note"))


async def challenges(here: Window, replies: str = "chat") -> None:
    """From My concerns to "your challenge is sent", in the words that were drafted."""
    await here.press("challenge-button")
    await draft(here, replies)
    await here.press("challenge-submit")
    await here.reads(here.words("challenge-sent-title"))


async def code_on(here: Window) -> str:
    """The code, read off the page as somebody would write it down."""
    (code,) = CODE.findall(await here.page.locator("main").inner_text())
    return str(code)


async def code_in_both_languages(here: Window) -> str:
    """The code, which is shown once, still stands there after choosing the other language."""
    code = await code_on(here)
    for tongue in ("en" if here.language == "cy" else "cy", here.language):
        await follow(here.page.locator(f".tongue button[value={tongue}]"))
        assert await here.page.locator("html").get_attribute("lang") == tongue
        assert await code_on(here) == code
    return code


async def answers(here: Window, verdict: str, why: str) -> None:
    """Whoever is asked reads both sides, and answers."""
    await here.press("web-home")
    await here.press("button-open")
    await here.reads(DECISION, WHAT, ASKED)
    assert NAME not in await here.page.content()
    await here.press("button-verdict")
    await here.choose("verdict", f"verdict-{verdict}")
    await here.write("text", why)
    await here.press("verdict-submit")
    await here.reads(here.words("verdict-done-title"))


async def opens(here: Window) -> None:
    """The challenger, from My concerns to the challenge: it stands behind its one button."""
    await here.press("web-home")
    assert DECISION not in await here.page.content()
    await here.press("quiet-button")
    await here.press("button-open")


async def opens_with(here: Window, code: str) -> None:
    """Somebody at the page of codes types one."""
    await here.write("code", code)
    await here.press("receipt-submit")


async def not_settled(here: Window, why: str) -> None:
    """The challenger read that answer, and says that it doesn't settle it."""
    await here.reads(why, here.words("settled-question"))
    await here.press("button-unsettled")
    await here.reads(here.words("unsettled-challenge"))


async def adopts(here: Window) -> None:
    """A lead carries it on in their own name."""
    await here.press("web-home")
    await here.press("button-open")
    await here.press("button-adopt")
    await here.reads(here.words("adopted-now"), DECISION)
    assert NAME not in await here.page.content()


async def every_page(
    raiser: Window, owner: Window, reader: Window, lead: Window, alone: Window
) -> None:
    """Each form, card and page that a challenge by code leads to, with what is wrong with it."""
    await raiser.press("challenge-button")
    await raiser.press("challenge-next")
    await raiser.reads(raiser.words("web-problem"))
    await raiser.press("web-home")
    await challenges(raiser, "receipt")
    code = await code_on(raiser)
    for form in ("point", "moderate"):
        await looks_into(owner, form)
    await answers(owner, "keep", "It stays.")
    await opens_with(alone, "0000")
    await alone.reads(alone.words("receipt-nothing"))
    await opens_with(alone, code)
    await alone.press("button-answer")
    await alone.press("answer-submit")
    await alone.reads(alone.words("web-problem"))
    await alone.press("receipt-back")
    await not_settled(alone, "It stays.")
    await answers(reader, "adapt", "See them first.")
    await alone.press("receipt-again")
    await opens_with(alone, code)
    await not_settled(alone, "See them first.")
    await adopts(lead)
    await lead.press("button-close")
    await alone.press("button-withdraw")
    await alone.press("withdraw-submit")
    await alone.reads(alone.words("withdrawn-done"))
    await owner.press("web-home")
    await lead.press("web-home")


async def looks_into(here: Window, form: str) -> None:
    """Opens one of the forms on the challenge's page, and sends it empty."""
    await here.press("web-home")
    await here.press("button-open")
    await here.press(f"button-{form}")
    await here.press(f"{form}-submit")
    await here.reads(here.words("web-problem"))
