"""Whether somebody on the web wants e-mail that says that something waits; in danger it comes."""

from handlers.contract.commands import Command, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared.pages import done
from handlers.shared.questions import form, options
from prompts.shapes import Callout, Choice
from prompts.words import say
from storage.repository import Repository

WAYS = ("on", "off")


async def ask(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Asks, and says what a mail server keeps and that nobody hidden is written to."""
    if not _has_mailbox(who, repo):
        return no("email-none")
    now = "off" if await repo.people.wants_no_mail(who.person) else "on"
    choice = Choice("mail", say("email-label"), options("email-way", WAYS, hints=True), value=now)
    kept, hidden = Callout(say("email-kept"), "note"), Callout(say("email-hidden"), "note")
    return [Ask(form("email", "email", "", choice, blocks=(kept, hidden)))]


async def choose(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Writes to them from now on, or only in danger."""
    way = event.one("mail")
    if way not in WAYS:
        return [Refuse({"mail": say("missing-email")})]
    if not _has_mailbox(who, repo):
        return no("email-none")
    await repo.people.choose_mail(who.person, off=way == "off")
    return [Ask(done("email-done-title", f"email-done-{way}"))]


def _has_mailbox(who: Named, repo: Repository) -> bool:
    member = repo.partnership.member(who.person)
    return member is not None and member.email is not None


COMMAND = Command(
    name="email",
    verbs={"email": asks("person", ask), "email.send": Verb("person", choose)},
)
"""Never typed: Slack and Teams tell people themselves. On the web a link leads to it."""
