"""Somebody who has signed in by a link and is on Slack, too: on the pages both are one."""

import re
from secrets import token_urlsafe

from bot.core.admission import Actor, Incoming
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from storage.directory.members import Seen
from storage.partnership import AgencyId, PersonId
from tests.signin.town import SignInTown

SLACK = PersonId("slack:T01:U01")


async def test_whoever_signed_in_by_a_link_is_one_with_their_account_on_slack(
    town: SignInTown,
) -> None:
    police = AgencyId("police")
    await town.core.members.remember([Seen(SLACK, police, "Kofi on Slack", "en", "{}")])
    on_slack = Actor(SLACK, "Kofi on Slack", "en", police, "{}")

    async def does(verb: str, **answers: str) -> None:
        asked = Incoming(on_slack, Event(verb, "", answers), token_urlsafe(16))
        assert isinstance(await town.core.dispatch.handle(asked), Ask)

    browser = (await town.signed_in()).sees("Your accounts")
    await (await browser.goes("/me/do/accounts")).presses("Get a code")
    [code] = re.findall(r"\w{4}-\w{4}-\w{4}", browser.page.text)
    assert code not in browser.where
    await does("accounts.enter.send", code=code)
    await does("accounts.agree")
    (await browser.goes("/me/do/accounts")).sees("Is this you, too?", "Kofi on Slack")
    (await browser.presses("Yes, both are mine", main="other")).sees("Both are one now")
    assert town.core.partnership.person_of(PersonId("web:kofi-mensah")) == SLACK
    (await browser.goes("/me/do/accounts")).sees("This account", "Your other account")
    # Signing out everywhere ends what was begun with either.
    await (await browser.goes("/me/sign-out")).presses("Sign out everywhere")
    assert await town.core.marks.of(SLACK) != ""
