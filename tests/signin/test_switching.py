"""A link that is opened where somebody has signed in: it switches by a press, and never alone."""

from datetime import timedelta

from bot.web.signin.building import build_links
from storage.partnership import PersonId
from tests.signin.browsing import HERE, LED
from tests.signin.test_by_link import SENT
from tests.signin.town import GRACE, KOFI, SignInTown


def invitation(town: SignInTown, name: str = "web:kofi-mensah") -> str:
    """The path of a link that an operator prints for somebody."""
    core = town.core
    links = build_links(core.settings, core.keys, town.clock, core.partnership)
    return links.invitation(PersonId(name)).removeprefix(core.settings.origin)


async def test_a_link_switches_to_its_person_and_says_first_who_is_signed_out(
    town: SignInTown,
) -> None:
    here, thief, link = await town.signed_in(GRACE), town.browser(), invitation(town)
    thief.steals(here)
    (await here.goes(link, **LED)).sees("You sign in as Kofi Mensah", "Grace Okafor is signed out")
    await here.goes(f"{link}&lang=cy")
    here.sees("Mae Grace Okafor wedi mewngofnodi yma nawr")
    assert (await thief.goes("/me")).where == "/me"  # looking ends nothing
    assert (await here.presses("Mewngofnodi")).where == "/me"
    here.sees("Kofi Mensah")
    assert "Grace" not in here.page.text
    assert (await thief.goes("/me")).where == "/"
    # Used, it says so to whoever is signed in, and not that it signs somebody in.
    (await here.goes(link)).sees("it was used, or its time is over", "If you are Kofi Mensah")


async def test_a_link_from_a_mailbox_switches_too_in_the_browser_that_asked(
    town: SignInTown,
) -> None:
    here = await town.browser().goes("/")
    await here.presses("Send me a link", email=KOFI)
    here.steals(await town.signed_in(GRACE))
    await here.goes(await town.link(KOFI))
    here.sees("Grace Okafor is signed in here now")
    assert (await here.presses("Sign in")).where == "/me"
    here.sees("Kofi Mensah")


async def test_no_link_switches_anybody_without_a_press_on_its_page_here(town: SignInTown) -> None:
    here, link = await town.signed_in(GRACE), invitation(town)
    value = link.partition("invitation=")[2]
    attacker = await town.browser().goes(link)
    form, planted = attacker.page.form_with("Sign in")
    await here.goes(link, **LED)
    _, own = here.page.form_with("Sign in")
    for values, headers in (
        (planted, HERE), ({"_invitation": value}, HERE), (own, LED), (own, {"origin": "null"}),
    ):  # fmt: skip
        await here.sends(form.action, values, headers)
        assert here.answer.status_code == 403
        (await here.goes("/me")).sees("Grace Okafor")
    await here.sends(form.action, own)  # none of that used it up
    here.sees("Kofi Mensah")


async def test_a_page_that_says_wrongly_who_is_signed_in_asks_once_more(town: SignInTown) -> None:
    here, link = town.browser(), invitation(town)
    await here.goes(link)
    form, values = here.page.form_with("Sign in")
    here.steals(await town.signed_in(GRACE))  # in another tab
    await here.sends(form.action, values)
    assert here.answer.status_code == 403
    here.sees("Nothing has happened yet", "Grace Okafor is signed in here now")
    town.clock.set(town.clock.now() + timedelta(minutes=31))  # and then is no longer
    await here.presses("Sign in")
    here.sees("Nothing has happened yet", "You sign in as Kofi Mensah")
    assert "Grace" not in here.page.text
    assert (await here.presses("Sign in")).where == "/me"


async def test_whose_session_was_ended_elsewhere_can_ask_for_a_link(town: SignInTown) -> None:
    kofi, elsewhere = await town.signed_in(KOFI), await town.signed_in(KOFI, 2)
    await elsewhere.goes("/me/sign-out")
    await elsewhere.presses("Sign out everywhere")
    await kofi.goes("/")  # with a cookie that is over
    (await kofi.presses("Send me a link", email=KOFI)).sees(SENT)
