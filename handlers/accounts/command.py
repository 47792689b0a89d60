"""Somebody has two accounts be one person: a code from one is entered on the other, and on each
they see the other's name before they say that both are theirs. They undo it with one press.
"""

from handlers.accounts.pages import code_page, joining, page, sure
from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcome, Outcomes, Refuse, Send, ToPerson, no
from handlers.contract.people import Event, Named
from handlers.shared.pages import done
from handlers.shared.questions import form
from prompts.shapes import Button, Callout, Card, Line, Text
from prompts.words import Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.repository.people.accounts import Linking

NEWS = Card(
    say("accounts-news"),
    (Text(say("accounts-news-text")),),
    (Button(say("accounts-news-open"), "accounts"),),
)
"""The same whatever happened: whoever reads over a shoulder, or in a mailbox, learns no more."""


async def show(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Shows which accounts are one, and what waits for their yes."""
    linking = await repo.accounts.of(who.person)
    if linking is not None and linking.agreed and linking.other is not None:
        return [Ask(await joining(who, linking.other, repo))]
    entered = await repo.accounts.entered_on(who.account)
    if entered is not None and not entered.agreed:
        return [Ask(await sure(entered.holder, repo))]
    return [Ask(await page(who, repo))]


async def code(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Gives a code; an earlier one opens nothing any more."""
    return [Ask(code_page(await repo.accounts.new_code(who.person)))]


async def ask(_who: Named, _event: Event, _repo: Repository) -> Outcomes:
    """Asks for the code from the other account."""
    label, hint = say("accounts-code-label"), say("accounts-code-hint")
    warned = Callout(say("accounts-nobody-asks"), "note")
    line = Line("code", label, hint=hint, required=True, most=60)
    return [Ask(form("accounts-enter", "accounts.enter", "", line, blocks=(warned,)))]


async def enter(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Takes a code, and shows whose it is: nothing is linked by it yet."""
    linking = await repo.accounts.by_code(event.one("code"))
    if linking is None:
        return [Refuse({"code": say("accounts-code-wrong")})]
    if wrong := await _hindrance(linking.holder, who.account, repo):
        return [Refuse({"code": wrong})]
    await repo.accounts.enter(linking, who.account)
    return [Ask(await sure(linking.holder, repo))]


async def _hindrance(holder: PersonId, other: PersonId, repo: Repository) -> Words | None:
    """Says why these can't be one; None if they can."""
    here = repo.partnership
    if here.person_of(other) == here.person_of(holder):
        return say("accounts-same")
    if here.person_of(other) != other or here.person_of(holder) != holder:
        return say("accounts-already")
    if len(here.accounts_of(other)) > 1:
        return say("accounts-already")
    homes = [await repo.people.agency_of(account) for account in (holder, other)]
    known = await repo.people.names_of((holder, other))
    together = homes[0] and homes[0] == homes[1] and len(known) > 1
    return None if together else say("accounts-elsewhere")


async def agree(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Keeps that both are theirs, as they say here, and asks on the account with the code."""
    linking = await repo.accounts.entered_on(who.account)
    if linking is None:
        return no("accounts-over")
    await repo.accounts.agree(linking)
    said = Ask(done("accounts-agreed-title", "accounts-agreed"))
    return [said, *_news_to(repo.partnership.accounts_of(linking.holder))]


async def join(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Makes them one, since both accounts have said so."""
    linking = await repo.accounts.of(who.person)
    if linking is None or not linking.agreed or linking.other is None:
        return no("accounts-over")
    if wrong := await _hindrance(who.person, linking.other, repo):
        return [Refuse({"": wrong})]
    before = repo.partnership.accounts_of(who.person)
    main = event.one("main") or "this"
    if main not in ("this", "other") or (main == "other" and len(before) > 1):
        return [Refuse({"main": say("missing-main")})]
    both = (linking.other, who.person) if main == "this" else (who.person, linking.other)
    await repo.accounts.join(*both)
    await repo.accounts.drop(linking)
    said = Ask(done("accounts-joined-title", "accounts-joined"))
    return [said, *_news_to((*before, linking.other))]


async def drop(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Ends what was begun; the code opens nothing any more."""
    found: list[Linking | None] = [
        await repo.accounts.of(who.person),
        await repo.accounts.entered_on(who.account),
    ]
    for linking in filter(None, found):
        await repo.accounts.drop(linking)
    return [Ask(done("accounts-dropped-title", "accounts-dropped"))]


async def part(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Makes an account somebody of its own again, from whichever of theirs that is asked."""
    every = repo.partnership.accounts_of(who.person)
    account = next((a for a in every[1:] if repo.accounts.tag(a) == event.subject), None)
    if account is None:
        return no("accounts-over")
    await repo.accounts.part(account)
    return [Ask(done("accounts-parted-title", "accounts-parted")), *_news_to(every)]


def _news_to(accounts: tuple[PersonId, ...]) -> list[Outcome]:
    return [Send(ToPerson(account), NEWS) for account in accounts]


COMMAND = Command(
    name="accounts",
    menu=Menu(93, frozenset()),
    verbs={
        "accounts": asks("person", show),
        "accounts.code": Verb("person", code, unseen=True),
        "accounts.enter": asks("person", ask, unseen=True),
        "accounts.enter.send": Verb("person", enter, unseen=True, guesses=True),
        "accounts.agree": Verb("person", agree),
        "accounts.join.send": Verb("person", join),
        "accounts.drop": Verb("person", drop),
        "accounts.part": Verb("person", part),
    },
)
