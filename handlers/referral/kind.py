"""What everybody else needs to know of a referral's thread."""

from handlers.contract.commands import ThreadKind
from handlers.referral.cards import kind_words
from handlers.referral.case import ReferralCase
from handlers.referral.owner import joined
from handlers.referral.page import referral_page, state_words
from handlers.referral.reassigning import without
from handlers.referral.reminders import heal_turn
from handlers.shared.closing import heal_forget
from handlers.shared.desk.deadlines import due_while
from handlers.shared.labels import by
from handlers.shared.pages import danger_note
from prompts.shapes import Button, Form, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import PersonId, WorkingTime
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows it to whoever made it, who is always known by name."""
    case = await ReferralCase.of(thread, repo)
    return await referral_page(case, PersonId(thread.raiser or ""), note)


async def listed(thread: Thread, _name: str, reader: PersonId | None, repo: Repository) -> Section:
    """Shows it in a list: its reference, when it is due, and where it stands."""
    case = await ReferralCase.of(thread, repo)
    local = WorkingTime(case.home).local(case.referral.due_at)
    reference = Plain(await case.reference())
    day = by(Day(local.date()), over=case.is_overdue)
    return Section(
        title=say("listed-referral", reference=reference, day=day),
        blocks=(Text(state_words(thread, case.referral, reader)), *danger_note(thread)),
        buttons=(Button(say("button-open"), "referral.open", thread.id),),
    )


async def named(thread: Thread, repo: Repository) -> Words:
    """Gives its reference, and says what is asked."""
    case = await ReferralCase.of(thread, repo)
    asked = kind_words(case.referral.kind, case.partnership)
    return say("desk-referral", reference=Plain(await case.reference()), asked=asked)


def adding(thread: Thread) -> str:
    """Gives the verb by which whoever made it adds to it, until it is done."""
    return "referral.update" if thread.state in (State.OPEN, State.PICKED) else ""


KIND = ThreadKind(
    raiser_page=page,
    listed=listed,
    raised_list="referred",
    owned=True,
    adds=adding,
    without=without,
    joined=joined,
    named=named,
    due=due_while(State.OPEN, State.PICKED),
    taken=True,
    heal={"forget": heal_forget, "turn": heal_turn},
)
