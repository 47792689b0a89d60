"""A referral on the web pages: what its referrer, its owner and those further up do on each."""

from tests.e2e.demo import Window

REFERRER, OWNER, LEAD, MANAGER = "leila-haddad", "amina-yusuf", "grace-okafor", "ruth-ellison"
REFERENCE = "MASH-204"
WHAT = "Please say what you decide, and why."
AGENCIES = {
    "childrens-social-care": {
        "en": "Anytown Children's Social Care",
        "cy": "Gofal Cymdeithasol Plant Anytown",
    },
    "health-trust": {"en": "Anytown NHS Health Trust", "cy": "Ymddiriedolaeth Iechyd GIG Anytown"},
}
KINDS = {
    "referral-decision": {
        "en": "Decide on a referral and say so",
        "cy": "Penderfynu ar atgyfeiriad a dweud hynny",
    },
    "information": {"en": "Share information", "cy": "Rhannu gwybodaeth"},
}
MANY_DAYS = 30
"""More working days than all stages of Anytown take together."""


async def records(
    here: Window, kind: str, owner: str = "", agency: str = "childrens-social-care"
) -> None:
    """From home to "recorded", with the form answered from the top down."""
    await here.press("referral-button")
    await here.choose_text("agency", AGENCIES[agency][here.language])
    await here.choose_text("kind", KINDS[kind][here.language])
    await here.write("what", WHAT)
    await here.write("reference", REFERENCE)
    if owner:
        await here.tick("change_owner")
        await here.write("owner", owner)
    await here.press("referral-submit")
    if owner:
        await asks_by_name(here, owner, agency)
    else:
        await here.reads(here.words("referral-sent-role"))


async def asks_by_name(here: Window, owner: str, agency: str) -> None:
    """It says whom the name that was typed has found."""
    name = f"{owner}, {AGENCIES[agency][here.language]}"
    await here.reads(here.words("referral-sent-owner", name=name))


async def goes_home(here: Window, *ids: str) -> None:
    """Home, where all of this stands."""
    await here.press("web-home")
    await here.reads(*(here.words(id) for id in ids))


async def opens(here: Window, *texts: str) -> None:
    """From home to the referral: whatever is the newest about it is on top."""
    await here.press("web-home")
    await here.press("button-open")
    await here.reads(WHAT, *texts)


async def asks_again_on(here: Window, later: str) -> None:
    """From the referral to the day on which they are asked again."""
    await here.press("button-later")
    await here.choose("later", f"later-{later}")
    await here.press("referral-later-submit")


def subject_of(here: Window) -> str:
    """What stands for the referral in the address of its page, which is open."""
    return here.page.url.partition("?")[2]


async def does(here: Window, outcome: str, text: str) -> None:
    """From the referral to "done", with what came of it."""
    await here.press("button-done")
    await here.choose("outcome", f"referral-outcome-{outcome}")
    await here.write("text", text)
    await here.press("referral-done-submit")
    await here.reads(here.words("referral-finished"))


async def waits(here: Window, text: str) -> None:
    """Working day after working day goes by until this stands on their page."""
    for _ in range(MANY_DAYS):
        await here.move_clock("web-to-day")
        if text in " ".join((await here.page.locator("main").inner_text()).split()):
            return
    raise AssertionError(f"{text!r} never came.")
