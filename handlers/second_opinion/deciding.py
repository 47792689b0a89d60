"""After a second opinion: what was decided and why, and what it becomes."""

from collections.abc import Mapping

from handlers.contract import Ask, Event, Open, Outcomes, Raiser, Refuse, Verb, asks, no
from handlers.second_opinion.pages import BECOMES, is_decided
from handlers.second_opinion.reminders import decided
from handlers.shared.pages import done, own_thread
from handlers.shared.release import delayed_until
from prompts.shapes import Form, Long
from prompts.words import say
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

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
    shown = thread.command == "second-opinion" and thread.state == State.ANSWERED
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


def _becoming(verb: str) -> Verb:
    """Opens another command's form, with the question in it."""

    async def becomes(_who: Raiser, event: Event, repo: Repository) -> Outcomes:
        said = await repo.said(await own_thread(event, repo), "raiser")
        first = next((s for s in said if s.kind == "raised"), None)
        if first is None:
            return [Open(verb)]
        answers = {"what": first.text, "decision": first.text, "reference": first.reference}
        return [Open(verb, answers)]

    return asks("raiser", becomes)


VERBS: Mapping[str, Verb] = {
    "opinion.decide": asks("raiser", ask_decision),
    "opinion.decide.send": Verb("raiser", decide),
    **{f"opinion.to.{verb}": _becoming(verb) for verb in BECOMES},
}
