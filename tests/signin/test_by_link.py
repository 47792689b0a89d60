"""Signing in by a link: it opens once, in the browser that asked, and nowhere else."""

import asyncio
from datetime import timedelta

import pytest

from tests.signin.browsing import HERE, LED, set_cookies
from tests.signin.town import GRACE, KOFI, SignInTown
from tests.storage.test_due_steps_found import heard

SENT = "If that address is one of ours, a link is on its way."


async def test_somebody_signs_in_raises_a_concern_and_a_lead_finds_it(town: SignInTown) -> None:
    kofi = await town.signed_in(KOFI)
    assert kofi.where == "/me"
    kofi.sees("Kofi Mensah", "Anytown Police")
    assert "Be someone else" not in kofi.page.text
    await kofi.goes("/me/do/concern")
    await kofi.presses(
        "Send", danger="no", about="decision", topic="threshold", agency="childrens-social-care",
        what="The meeting ended before the health visitor spoke.", how="named", release="now",
        anyway="yes",
    )  # fmt: skip
    kofi.sees("sent")
    await town.core.ticks.drain()
    grace = await town.signed_in(GRACE)
    grace.sees("Grace Okafor", "Waiting for me", "Concern: A decision")


async def test_a_letter_says_what_it_is_and_nothing_of_anybody(town: SignInTown) -> None:
    browser = await town.browser().goes("/?lang=cy")
    browser.sees("Mewngofnodi")
    await browser.presses("Anfonwch ddolen ataf", email="  Kofi.Mensah@POLICE.example ")
    letter = await town.letter(KOFI)
    assert letter["Subject"] == "Eich dolen i Upstander"
    assert letter["Content-Language"] == "cy"
    text = letter.get_content()
    assert "o fewn deng munud" in text
    assert not any(name in text for name in ("Kofi", "Mensah", "police", "Police"))


async def test_looking_at_a_link_uses_nothing_up(town: SignInTown) -> None:
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    link = await town.link(KOFI)
    for scanner in (town.browser(), town.browser()):  # a mail server's, and a preview's
        (await scanner.goes(link)).sees("it was asked for in another browser")
        assert "Kofi" not in scanner.page.text
    (await kofi.goes(link, **LED)).sees("Press the button to sign in.")
    await kofi.goes(link)
    assert (await kofi.presses("Sign in")).where == "/me"


async def test_a_link_opens_once(town: SignInTown) -> None:
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    link = await town.link(KOFI)
    thief = town.browser()
    thief.steals(kofi)  # before it was used, with all that the browser carried
    await kofi.goes(link)
    await kofi.presses("Sign in")
    await thief.goes(link)
    await thief.presses("Sign in")
    assert thief.answer.status_code == 403
    thief.sees("was used, or its time is over")
    assert (await thief.goes("/me")).where == "/"


async def test_a_used_link_leads_whoever_is_signed_in_to_their_page(town: SignInTown) -> None:
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    link = await town.link(KOFI)
    before = (await town.browser().goes(link)).page.text
    await kofi.goes(link)
    form, values = kofi.page.form_with("Sign in")
    await kofi.presses("Sign in")
    await kofi.sends(form.action, values)  # in another tab, in which it stood open as well
    kofi.sees("A link opens once", "you are signed in here", "Kofi Mensah")
    await kofi.goes(link, **LED)
    kofi.sees("A link opens once", "it was used already", "you are signed in here", "Kofi Mensah")
    assert 'href="/me"' in kofi.answer.text
    # Whoever reads the mailbox isn't told whether somebody signed in with it.
    assert (await town.browser().goes(link)).page.text == before
    await kofi.goes("/me/sign-out")
    await kofi.presses("Sign out here")
    assert (await kofi.goes(link)).page.text == before


async def test_a_link_opens_in_no_other_browser(town: SignInTown) -> None:
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    code = (await town.link(KOFI)).partition("code=")[2]
    thief = await town.browser().goes("/")
    _, values = thief.page.form_with("Send me a link")
    await thief.sends("/sign-in/link", {"_csrf": values["_csrf"], "_code": code})
    assert thief.answer.status_code == 403
    # Nor in one that has asked for a link of its own.
    await thief.presses("Send me a link", email="nobody@police.example")
    await thief.goes(f"/sign-in/link?code={code}")
    await thief.presses("Sign in")
    assert (thief.answer.status_code, thief.cookie("__Host-upstander")) == (403, "")


@pytest.mark.parametrize("code", ["", "AAAAAAAAAAAAAAAAAAAAAA", "\u2713", "x" * 5000])
async def test_a_link_is_not_guessed(town: SignInTown, code: str) -> None:
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    await kofi.goes("/sign-in/link?code=x")
    await kofi.presses("Sign in", _code=code)
    assert kofi.answer.status_code == 403
    link = await town.link(KOFI)  # the right one opens all the same
    assert len(link.partition("code=")[2]) == 22
    await kofi.goes(link)
    assert (await kofi.presses("Sign in")).where == "/me"


async def test_a_link_is_over_after_ten_minutes_whatever_else_is_opened(town: SignInTown) -> None:
    kofi = await town.browser().goes("/")
    await kofi.presses("Send me a link", email=KOFI)
    link = await town.link(KOFI)
    for _ in range(2):
        town.clock.set(town.clock.now() + timedelta(minutes=4))
        await kofi.goes("/")
    assert (await kofi.goes(link)).page.form_with("Sign in")
    town.clock.set(town.clock.now() + timedelta(minutes=3))
    await kofi.presses("Sign in")
    assert kofi.answer.status_code == 403


@pytest.mark.parametrize("other", ["nobody@police.example", "x@y", "kofi@mensah@police.example"])
async def test_nobody_learns_whose_address_it_is(town: SignInTown, other: str) -> None:
    answers = []
    for address in (KOFI, other):
        browser = await town.browser().goes("/")
        await browser.presses("Send me a link", email=address)
        browser.sees(SENT)
        token = browser.page.text  # every word, and whatever lies in the browser
        carried = [len(cookie) for cookie in set_cookies(browser.answer)]
        answers.append((browser.answer.status_code, token, carried, len(browser.answer.content)))
    assert answers[0] == answers[1]
    await town.letter(KOFI)
    assert len(town.mail.letters) == 1
    assert {line.split()[1] for line in town.mail.said} == {KOFI}


async def test_that_a_link_is_on_its_way_is_read_in_the_other_language(town: SignInTown) -> None:
    browser = await town.browser().goes("/")
    await browser.presses("Send me a link", email="nobody@police.example")
    assert 'href="?lang=cy&amp;sent=yes"' in browser.answer.text
    (await browser.goes("/sign-in?lang=cy&sent=yes")).sees("Edrychwch yn eich e-bost")
    # To a browser that asked for none it isn't said.
    (await town.browser().goes("/sign-in?lang=en&sent=yes")).sees("Your work e-mail address")


async def test_nobody_learns_it_by_the_work_that_it_makes(town: SignInTown) -> None:
    town.mail.trouble = "hangs"  # on hearing for whom, which it hears of Kofi alone
    for number, address in enumerate((KOFI, "nobody@police.example"), 1):
        browser = await town.browser().goes("/")
        with heard(town.core.engine) as asked:
            async with asyncio.timeout(10):  # nobody waits for the mail server
                (await browser.presses("Send me a link", email=address)).sees(SENT)
        assert asked == []
        async with asyncio.timeout(20):  # which is greeted with the password for either
            while town.mail.known < number:
                await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    "typed",
    [
        f"{KOFI}\r\nBcc: everybody@police.example",
        f"{KOFI}\nX: y",
        f"{KOFI}, everybody@police.example",
        f"{KOFI}%0ABcc:x@y.example",
        f"Kofi <{KOFI}>",
    ],
)
async def test_nothing_gets_into_a_letter_by_the_address(town: SignInTown, typed: str) -> None:
    browser = await town.browser().goes("/")
    (await browser.presses("Send me a link", email=typed)).sees(SENT)
    await (await town.browser().goes("/")).presses("Send me a link", email=KOFI)
    await town.letter(KOFI)  # what came later has arrived
    assert len(town.mail.letters) == 1


async def test_a_mailbox_is_not_flooded(town: SignInTown) -> None:
    browser = await town.browser().goes("/")
    for _ in range(6):
        await browser.goes("/")
        (await browser.presses("Send me a link", email=KOFI)).sees(SENT)
    await (await town.browser().goes("/")).presses("Send me a link", email=GRACE)
    await town.letter(GRACE)
    await town.letter(KOFI, 3)
    assert len(town.mail.to(KOFI)) == 3


async def test_one_network_rests_after_many(town: SignInTown) -> None:
    browser = await town.browser().goes("/")
    for number in range(31):
        await browser.goes("/")
        await browser.presses("Send me a link", email=f"n{number}@police.example")
    assert browser.answer.status_code == 429
    browser.sees("Please wait ten minutes")


async def test_what_is_no_address_is_said(town: SignInTown) -> None:
    browser = await town.browser().goes("/")
    await browser.presses("Send me a link", email="kofi")
    assert browser.answer.status_code == 422
    browser.sees("Enter an e-mail address")


async def test_a_link_of_an_operators_opens_once_within_an_hour(town: SignInTown) -> None:
    from bot.web.signin.building import build_links

    core = town.core
    links = build_links(core.settings, core.keys, town.clock, core.partnership)
    first, second = (
        links.invitation(core.partnership.members[3].id).removeprefix(core.settings.origin)
        for _ in range(2)
    )
    kofi = await town.browser().goes(first)
    kofi.sees("You sign in as Kofi Mensah")
    assert (await kofi.presses("Sign in")).where == "/me"
    kofi.sees("Kofi Mensah")
    other = await town.browser().goes(first)
    await other.presses("Sign in")
    assert other.answer.status_code == 403
    town.clock.set(town.clock.now() + timedelta(minutes=61))
    await other.goes(second)
    await other.presses("Sign in")
    assert other.answer.status_code == 403
    with pytest.raises(LookupError):
        links.invitation(type(core.partnership.members[3].id)("web:nobody"))


async def test_no_link_from_before_the_server_began_opens(town: SignInTown) -> None:
    from bot.web.signin.building import build_links

    core, began = town.core, town.clock.now()
    links = build_links(core.settings, core.keys, town.clock, core.partnership)
    town.clock.set(began - timedelta(minutes=1))  # what was used then, nobody remembers
    link = links.invitation(core.partnership.members[3].id).removeprefix(core.settings.origin)
    town.clock.set(began)
    kofi = await town.browser().goes(link)
    await kofi.presses("Sign in")
    assert kofi.answer.status_code == 403
    kofi.sees("its time is over")


async def test_no_address_leads_elsewhere_after_signing_in(town: SignInTown) -> None:
    browser = await town.browser().goes("/?next=https://evil.example&back=//evil.example")
    await browser.presses("Send me a link", email=KOFI)
    link = await town.link(KOFI)
    await browser.goes(f"{link}&next=https://evil.example")
    form, values = browser.page.form_with("Sign in")
    answer = await browser.client.post(
        f"{form.action}&next=//evil.example", data=values | {"next": "//evil.example"}, headers=HERE
    )
    assert answer.headers["location"] == "/me"
    await browser.goes("/me")
    for back in ("//evil.example", "https://evil.example", "/\\evil.example", "/me/../x\n"):
        form, values = browser.page.form_with("Cymraeg")
        values |= {"language": "en", "back": back}
        answer = await browser.client.post(form.action, data=values, headers=HERE)
        assert answer.headers["location"] == "/me"
