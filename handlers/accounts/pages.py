"""Pages on which somebody links their accounts: each shows what it means before it is done."""

from handlers.contract.people import Named
from handlers.shared.labels import agency_name
from handlers.shared.pages import MINE
from prompts.shapes import Block, Button, Callout, Choice, Facts, Form, Option, Section, Text
from prompts.words import Plain, Words, say
from storage.partnership import PersonId, Platform, PlatformId
from storage.repository import Repository

DROP = Button(say("accounts-not-mine"), "accounts.drop")


def place_of(account: PersonId) -> Words:
    """Says where an account is."""
    platform = PlatformId.read(account).platform
    return say(f"accounts-on-{platform}")


async def page(who: Named, repo: Repository) -> Form:
    """Lists which accounts are one, with how that is undone; or tells how it is done."""
    every = repo.partnership.accounts_of(who.person)
    names = await repo.people.names_of(every)
    more = Button(say("accounts-get-code"), "accounts.code")
    buttons = more, Button(say("accounts-enter-button"), "accounts.enter")
    if len(every) == 1:
        told = Text(say("accounts-intro")), Text(say("accounts-how")), *meaning()
        return Form(say("accounts-title"), blocks=told, buttons=(*buttons, MINE))
    sections = tuple(
        Section(
            say("accounts-this" if account == who.account else "accounts-one"),
            (_facts(account, names.get(account, ""), main=account == who.person),),
            () if account == who.person else (_parting(account, repo),),
        )
        for account in every
    )
    told = (Text(say("accounts-are-one")), Text(say("accounts-hidden")))
    return Form(say("accounts-title"), blocks=told, sections=sections, buttons=(*buttons, MINE))


def _parting(account: PersonId, repo: Repository) -> Button:
    return Button(say("accounts-part"), "accounts.part", repo.accounts.tag(account), "danger")


def _facts(account: PersonId, name: str, *, main: bool) -> Facts:
    rows: list[tuple[Words, Words]] = [
        (say("accounts-name"), Plain(name)),
        (say("accounts-where"), place_of(account)),
    ]
    if main:
        rows.append((say("accounts-messages"), say("accounts-messages-here")))
    return Facts(tuple(rows))


def meaning() -> tuple[Text, ...]:
    """Says what is one from then on, and what isn't."""
    return Text(say("accounts-from-now")), Text(say("accounts-hidden"))


def code_page(code: str) -> Form:
    """Shows a code, once, and what to do with it."""
    shown = Facts(((say("accounts-code"), Plain(code)),))
    told = Text(say("accounts-code-use"))
    warned = Callout(say("accounts-never-tell"), "warn")
    return Form(say("accounts-code-title"), blocks=(shown, told, warned), buttons=(MINE,))


async def _whose(account: PersonId, repo: Repository) -> Facts:
    agency, name = await repo.people.agency_of(account), await repo.people.name_of(account)
    rows: list[tuple[Words, Words]] = [(say("accounts-name"), Plain(name or ""))]
    if agency:
        rows.append((say("fact-agency"), agency_name(agency, repo.partnership)))
    return Facts((*rows, (say("accounts-where"), place_of(account))))


async def sure(holder: PersonId, repo: Repository) -> Form:
    """Asks on the account where a code was entered whether the other is theirs, by its name."""
    warned = Callout(say("accounts-sure"), "warn")
    return Form(
        say("accounts-sure-title"),
        blocks=(await _whose(holder, repo), warned, *meaning()),
        buttons=(Button(say("accounts-mine"), "accounts.agree", style="primary"), DROP),
    )


async def joining(who: Named, other: PersonId, repo: Repository) -> Form:
    """Asks once more on the account with the code, and where messages are to come."""
    title, submit = say("accounts-join-title"), say("accounts-join-submit")
    warned = Callout(say("accounts-entered"), "warn")
    blocks: tuple[Block, ...] = (await _whose(other, repo), warned, *meaning())
    alone = len(repo.partnership.accounts_of(who.person)) == 1
    fields = (_where(who.person, other),) if alone else ()
    return Form(
        title, "accounts.join.send", blocks=blocks, fields=fields, submit=submit, buttons=(DROP,)
    )


def _where(this: PersonId, other: PersonId) -> Choice:
    # Nothing pushes on the web: whoever has another account is told sooner there.
    on_the_web = PlatformId.read(this).platform == Platform.WEB
    options = tuple(
        Option(value, say(f"accounts-main-{value}", where=place_of(account)))
        for value, account in (("this", this), ("other", other))
    )
    value = "other" if on_the_web else "this"
    return Choice("main", say("accounts-main"), options, value=value)
