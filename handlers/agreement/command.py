"""What we agreed: the partnership's shared statement, which each agency's lead confirms yearly."""

from collections.abc import Mapping
from datetime import date

from handlers.agreement.holding import due_since
from handlers.contract.commands import Command, Menu, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event, Named
from handlers.shared.labels import agency_name
from prompts.shapes import Block, Button, Callout, Facts, Form, Section, Text
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import AgencyId, PersonId
from storage.partnership.speaking.agreement import Agreement
from storage.repository import Repository
from storage.schema import AgreementConfirmed

Confirmed = Mapping[AgencyId, AgreementConfirmed]


async def show(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Shows the statement, and to whoever leads an agency whether it is time to confirm it."""
    return [Ask(await _page(who, repo))]


async def confirm(who: Named, _event: Event, repo: Repository) -> Outcomes:
    """Confirms it for each agency that they lead, in their own name."""
    led, found = repo.partnership.is_lead(who.person), repo.partnership.agreement
    if not led or found is None:
        return no("agreement-not-yours")
    today = repo.today_at(None)
    for agency in led:
        await repo.agreements.confirm(agency, found.version, who.person, today)
    return [Ask(await _page(who, repo, say("agreement-thanks")))]


async def _page(who: Named, repo: Repository, note: Words | None = None) -> Form:
    found = repo.partnership.agreement
    if found is None:
        return Form(say("agreement-title"), blocks=(Text(say("agreement-none")),))
    confirmed, today = await repo.agreements.confirmed(), repo.today_at(None)
    led = repo.partnership.is_lead(who.person)
    due = any(not _holds(confirmed.get(agency), found, today) for agency in led)
    blocks: list[Block] = [Callout(note, "done")] if note else []
    blocks += [Callout(say("agreement-due"), "note")] if due else []
    button = Button(say("agreement-confirm"), "agreement.confirm", style="primary")
    return Form(
        title=say("agreement-title"),
        blocks=(*blocks, Text(Labelled(dict(found.short)))),
        sections=(*_words(found), await _who_confirmed(who, found, confirmed, repo)),
        buttons=(button,) if due else (),
    )


def _words(found: Agreement) -> tuple[Section, ...]:
    def listed(title: str, passages: tuple[Mapping[str, str], ...]) -> Section:
        return Section(say(title), tuple(Text(Labelled(dict(words))) for words in passages))

    return (
        listed("agreement-unacceptable", found.unacceptable),
        listed("agreement-how", found.how),
    )


async def _who_confirmed(
    who: Named, found: Agreement, confirmed: Confirmed, repo: Repository
) -> Section:
    """How many agencies have confirmed this version within a year, and who did for one's own."""
    agencies, today = repo.partnership.agencies, repo.today_at(None)
    held = sum(_holds(confirmed.get(agency.id), found, today) for agency in agencies)
    version = say("agreement-version", version=Plain(found.version), day=Day(found.since))
    many = say("agreement-many", held=held, all=len(agencies))
    mine = (*([who.agency] if who.agency else []), *repo.partnership.is_lead(who.person))
    rows = [
        (agency_name(agency, repo.partnership), await _by(confirmed.get(agency), repo))
        for agency in dict.fromkeys(mine)
    ]
    return Section(say("agreement-confirmed"), (Text(version), Text(many), Facts(tuple(rows))))


async def _by(row: AgreementConfirmed | None, repo: Repository) -> Words:
    if row is None:
        return say("agreement-not-yet")
    known = await repo.people.name_of(PersonId(row.person))
    name = Plain(known) if known else say("agreement-someone")
    return say("agreement-by", name=name, day=Day(row.day), version=Plain(row.version))


def _holds(row: AgreementConfirmed | None, found: Agreement, today: date) -> bool:
    return due_since(row, found, today) is None


COMMAND = Command(
    name="agreement",
    menu=Menu(63),
    verbs={"agreement": asks("person", show), "agreement.confirm": Verb("person", confirm)},
)
