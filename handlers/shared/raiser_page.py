"""The page on which whoever raised something reads every step of it."""

from handlers.shared.cards import kind_of
from handlers.shared.closing import QUESTIONS
from handlers.shared.labels import agency_of, other_routes
from handlers.shared.pages import conversation, danger_note
from prompts.shapes import Block, Button, Callout, Facts, Form, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.repository import Repository
from storage.schema import Challenge, Thread


async def raiser_page(thread: Thread, repo: Repository, note: Words | None = None) -> Form:
    """Every step, for whoever raised it, and what they can do now."""
    challenge = await repo.challenges.of(thread) if thread.command == "challenge" else None
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks += [Callout(state_words(thread, repo), "note"), kind_of(thread)]
    if challenge is not None and challenge.due is not None and thread.state == "open":
        blocks.append(Facts(((say("fact-due"), Day(challenge.due)),)))
    if await _other_ways(thread, challenge, repo):
        blocks += [Text(say("other-routes")), *(Text(r) for r in other_routes(repo.partnership))]
    if thread.state == "answered":
        kept, gone = say("settled-question-kept"), say("settled-question")
        blocks.append(Callout(kept if thread.keeps else gone, "note"))
    if not thread.name_goes and thread.state != "closed":
        blocks.append(Callout(say("name-question", agency=agency_of(thread.agency, repo)), "note"))
    return Form(
        title=say(f"raiser-page-{thread.command}"),
        blocks=(*blocks, *await conversation(thread, "raiser", repo)),
        buttons=(*_raiser_buttons(thread), *await detriment_buttons(thread, repo)),
    )


async def detriment_buttons(thread: Thread, repo: Repository) -> tuple[Button, ...]:
    """Once it is closed, for whoever kept an address for it: the questions, and a way out."""
    if thread.state != "closed" or not thread.keeps:
        return ()
    gone = Button(say("button-gone"), "afterwards.gone", thread.id)
    if await unanswered(thread, repo) is None:
        return (gone,)
    return (Button(say("button-afterwards"), "afterwards", thread.id, "primary"), gone)


async def unanswered(thread: Thread, repo: Repository) -> int | None:
    """After how many days they were last asked how they fared, if they haven't answered yet."""
    said = [s.kind for s in await repo.said(thread, "raiser")]
    days = [d for d in QUESTIONS if f"asked-{d}" in said and f"fared-{d}" not in said]
    return days[-1] if days else None


async def _other_ways(thread: Thread, challenge: Challenge | None, repo: Repository) -> bool:
    if challenge is not None:
        return challenge.rung == "person" and thread.state != "closed"
    return thread.state == "open" and await _nobody_yet(thread, repo)


async def _nobody_yet(thread: Thread, repo: Repository) -> bool:
    return any(s.kind == "nobody-yet" for s in await repo.said(thread, "raiser"))


def state_words(thread: Thread, repo: Repository) -> Words:
    """Says how far it has come, to whoever raised it."""
    of = "" if thread.command == "concern" else f"{thread.command}-"
    return say(
        f"{of}state-{thread.state}",
        agency=agency_of(thread.agency, repo),
        name=Plain(thread.picked_name or ""),
    )


def _raiser_buttons(thread: Thread) -> tuple[Button, ...]:
    if thread.state == "closed":
        return ()
    buttons = []
    if thread.state == "answered":
        buttons.append(Button(say("button-settled"), "mine.settled", thread.id, "primary"))
        buttons.append(Button(say("button-unsettled"), "mine.unsettled", thread.id))
    if not thread.name_goes:
        buttons.append(Button(say("button-name-yes"), "mine.name.yes", thread.id))
        buttons.append(Button(say("button-name-no"), "mine.name.no", thread.id))
    buttons.append(Button(say("button-answer"), "mine.answer", thread.id))
    if thread.command == "challenge" and thread.state != "answered":
        buttons.append(Button(say("button-withdraw"), "mine.withdraw", thread.id))
    return tuple(buttons)


def listed(thread: Thread, repo: Repository, verb: str) -> Section:
    """One thread in a list: its state and kind, never its content."""
    return Section(
        title=say(
            f"listed-{thread.command}", about=say(f"about-{thread.about}"), day=Day(thread.day)
        ),
        blocks=(Text(state_words(thread, repo)), *danger_note(thread)),
        buttons=(Button(say("button-open"), verb, thread.id),),
    )
