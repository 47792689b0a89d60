"""Once a quarter each agency's administrators are asked: are these still right?"""

from handlers.administration import agency as pages
from handlers.administration.deciding import HOME
from handlers.administration.numbers.pages import numbers_of
from handlers.administration.roles import administered
from handlers.contract.outcomes import Ask, Outcomes, Send, ToPerson, no
from handlers.contract.people import Event, Named
from handlers.shared.labels import agency_name
from handlers.shared.pages import done
from prompts.shapes import Button, Card, Form, Section
from prompts.words import say
from storage.partnership import Agency, AgencyId, WorkingTime
from storage.repository import Repository
from storage.repository.challenges import quarter_of


def asked(agency: Agency, repo: Repository) -> Outcomes:
    """Asks its administrators, as soon as it is open."""
    at = WorkingTime(agency).next_opening(repo.now)
    look = Button(say("button-open"), "administration.right", agency.id, "primary")
    card = Card(say("administration-right-card"), (), (look,))
    people = agency.roles.get("administrator", ())
    return [Send(ToPerson(person), card, at) for person in people]


async def show(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows who does what and the numbers, with one press that says that they are right."""
    agency = administered(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    yes = Button(say("administration-right-yes"), "administration.right.yes", agency.id, "primary")
    change = Button(say("administration-right-change"), "administration.agency", agency.id)
    form = Form(
        say("administration-right-title"),
        blocks=(await pages.who_does_what(agency, repo),),
        sections=(Section(agency_name(agency.id, repo.partnership), numbers_of(agency)),),
        buttons=(yes, change, HOME),
    )
    return [Ask(form)]


async def confirm(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Keeps that they are right, by the day and in the name of whoever said so."""
    agency = administered(who, event.subject, repo)
    if agency is None:
        return no("administration-not-yours")
    day = repo.today_at(AgencyId(agency.id))
    await repo.checks.confirm(agency.id, quarter_of(day), who.person, day)
    return [Ask(done("administration-right-title", "administration-right-done", HOME))]
