"""The page on which a challenge is read by those who answer it: both sides, and what they can do."""

from handlers.cards import kind_of
from handlers.contract import Named
from handlers.pages import conversation
from handlers.rungs import stages
from prompts.shapes import Block, Button, Callout, Facts, Form
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.tables import Challenge, Thread


async def answer_page(
    who: Named, thread: Thread, challenge: Challenge, repo: Repository, note: Words | None = None
) -> Form:
    """Everything that was said, and what this person can do now."""
    part = (await repo.audience(thread)).get(who.person, "")
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if part == "owner":
        blocks.append(Callout(say("owner-fair"), "note"))
    blocks += [kind_of(thread), Facts(_facts(thread, challenge, repo))]
    hidden = challenge.diverted_after if part == "owner" else None
    return Form(
        title=say(f"challenge-page-{challenge.rung}"),
        blocks=(*blocks, *await conversation(thread, "lead", repo, hidden)),
        buttons=_buttons(part, thread, challenge),
    )


def _facts(
    thread: Thread, challenge: Challenge, repo: Repository
) -> tuple[tuple[Words, Words], ...]:
    rows: list[tuple[Words, Words]] = [
        (say("fact-reason"), say(f"topic-{thread.topic}")),
        (say("fact-day"), Day(thread.day)),
        (say("fact-who"), _who(thread, challenge)),
    ]
    if thread.told_agency:
        agency = repo.partnership.agency(AgencyId(thread.told_agency))
        rows.append((say("fact-agency"), Labelled(dict(agency.name))))
    if challenge.stage:
        name = stages(repo.partnership)[challenge.stage - 1].name
        rows.append((say("fact-stage"), Labelled(dict(name))))
    if thread.state == "open" and challenge.due is not None:
        rows.append((say("fact-due"), Day(challenge.due)))
    rows.append((say("fact-thread"), Plain(thread.id)))
    return tuple(rows)


def _who(thread: Thread, challenge: Challenge) -> Words:
    if thread.how == "named":
        return Plain(thread.raiser_name or "")
    hidden = say("who-anonymous" if thread.how == "anonymous" else "who-confidence-challenge")
    if challenge.adopted_name is None:
        return hidden
    return say("who-adopted", name=Plain(challenge.adopted_name), hidden=hidden)


def _buttons(part: str, thread: Thread, challenge: Challenge) -> tuple[Button, ...]:
    def button(words: str, verb: str, primary: bool = False) -> Button:
        return Button(say(words), verb, thread.id, "primary" if primary else "plain")

    if thread.state in ("waiting", "closed"):
        return ()
    if part == "moderator":
        divert = button("button-divert", "moderate.divert", primary=True)
        return (divert, button("button-leave", "moderate.leave"))
    asked = part == challenge.rung and thread.state == "open"
    found: list[Button] = []
    if asked and part == "adopt":
        found.append(button("button-adopt", "challenge.adopt", primary=True))
    elif asked or part == "reviewer":
        found.append(button("button-verdict", "challenge.answer", primary=True))
    if part in ("owner", "reader", "stage", "person", "reviewer", "adopter"):
        found.append(button("button-reply", "challenge.reply"))
        found.append(button("button-ask", "challenge.ask"))
    if asked and part == "owner":
        found.append(button("button-point", "challenge.point"))
    if part in ("owner", "reader", "stage"):
        found.append(button("button-moderate", "moderate"))
    if part in ("adopter", "person"):
        found.append(button("button-close", "challenge.close"))
    if thread.how == "confidence" and part in ("adopt", "person"):
        found.append(button("button-glass", "glass"))
    return tuple(found)
