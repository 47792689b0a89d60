"""After a second opinion: what was decided and why, and what it becomes."""

from handlers.challenge.form import DECISION_MOST, challenge_form
from handlers.concern.form import concern_form
from handlers.contract import Ask, Command, Event, Outcomes, Raiser, Refuse, Verb, no
from handlers.referral.command import referral_form
from handlers.second_opinion.pages import is_decided
from handlers.second_opinion.reminders import decided
from handlers.shared.pages import done, own_thread
from handlers.shared.release import delayed_until
from prompts.shapes import Form, Long
from prompts.words import say
from storage.repository import Repository
from storage.schema import Thread

TEXT_MOST = 1500


async def ask_decision(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """What was decided, and why."""
    thread = await own_thread(event, repo)
    if not await _may_decide(thread, repo):
        return no("opinion-not-yet")
    form = Form(
        title=say("deciding-title"),
        verb="opinion.decide.send",
        subject=thread.id,
        fields=(
            Long("text", say("deciding-what"), most=TEXT_MOST),
            Long("why", say("deciding-why"), hint=say("deciding-why-hint"), most=TEXT_MOST),
        ),
        submit=say("deciding-submit"),
    )
    return [Ask(form)]


async def _may_decide(thread: Thread, repo: Repository) -> bool:
    shown = thread.command == "second-opinion" and thread.state == "answered"
    return shown and not await is_decided(thread, repo)


async def decide(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """The reviewers hear it; from somebody hidden, at the release that they chose."""
    thread = await own_thread(event, repo)
    if not await _may_decide(thread, repo):
        return no("opinion-not-yet")
    wrong = {name: say("missing-text") for name in ("text", "why") if not event.one(name)}
    for name in ("text", "why"):
        if len(event.one(name)) > TEXT_MOST:
            wrong[name] = say("too-long", most=TEXT_MOST)
    if wrong:
        return [Refuse(wrong)]
    at = delayed_until(thread, repo)
    number = await repo.say(
        thread,
        "raiser",
        "decided",
        event.one("text"),
        parts={"because": event.one("why")},
        held=at is not None,
    )
    page = Ask(done("deciding-done-title", "deciding-done"))
    if at is None:
        return [page, *await decided(thread, repo)]
    # It must not close by itself before those who answered have heard.
    await repo.timers.forget(thread.id, "forget")
    repo.timers.remind(thread, "forget", at + repo.answered_for)
    repo.timers.remind(thread, "deliver", at, f"{number:06}:raiser")
    return [page]


async def to_challenge(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """The form of a challenge, with the question in it."""
    answers = await _words(event, repo)
    answers["decision"] = answers["what"][:DECISION_MOST]
    return [Ask(challenge_form(who.agency, Event("challenge", answers=answers), repo.partnership))]


async def to_concern(who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """The form of a concern, with the question in it."""
    answers = await _words(event, repo)
    return [Ask(concern_form(who.agency, Event("concern", answers=answers), repo.partnership))]


async def to_referral(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
    """The form of a referral, with the question in it; a referral is by name."""
    answers = await _words(event, repo)
    return [Ask(referral_form(Event("referral", answers=answers), repo.partnership))]


async def _words(event: Event, repo: Repository) -> dict[str, str]:
    thread = await own_thread(event, repo)
    said = await repo.said(thread, "raiser")
    first = next((s for s in said if s.kind == "raised"), None)
    if first is None:
        return {"what": "", "reference": ""}
    return {"what": first.text, "reference": first.reference}


COMMAND = Command(
    name="deciding",
    typed=False,
    verbs={
        "opinion.decide": Verb("raiser", ask_decision),
        "opinion.decide.send": Verb("raiser", decide),
        "opinion.to.challenge": Verb("raiser", to_challenge),
        "opinion.to.concern": Verb("raiser", to_concern),
        "opinion.to.referral": Verb("raiser", to_referral),
    },
)
