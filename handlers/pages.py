"""Pages on which a concern is read: by its lead, and by whoever raised it."""

from handlers.afterward_steps import QUESTIONS
from handlers.cards import kind_of
from handlers.contract import Event, Named
from handlers.escalation import other_routes
from prompts.shapes import Block, Button, Callout, Facts, Form, Link, Said, Section, Text
from prompts.words import Day, Labelled, Plain, Words, say
from storage.partnership import AgencyId
from storage.repository import Repository, Side
from storage.tables import Challenge, Thread
from storage.texts import Spoken

ASIDE = "-r"
"""Ends the kind of what a reviewer says in a diverted thread; its owner isn't shown that."""
RAISED_AS = {"referral": "referred", "second-opinion": "question"}
"""What is raised is called otherwise in some commands."""
KEPT = ("moderate-why", "view")
"""Kinds of what stays where it is, and is not on its way to anybody."""
REFER = Button(say("referral-button"), "referral")
"""A form of its own: nothing leads from it to where it was pressed."""


LOOK_BACK = Button(say("debrief-button"), "debrief")
"""Offered once: on the page that says that something has come to its end."""


def done(title: str, words: str, *more: Button) -> Form:
    """Says that something is done."""
    return Form(
        title=say(title),
        blocks=(Callout(say(words), "done"),),
        buttons=(Button(say("mine-button"), "mine"), *more),
    )


def text_wrong(text: str, most: int) -> dict[str, Words]:
    """What is wrong with a text that somebody typed into the field `text`, if anything."""
    if not text:
        return {"text": say("missing-text")}
    return {"text": say("too-long", most=most)} if len(text) > most else {}


async def lead_page(
    who: Named, thread: Thread, repo: Repository, note: Words | None = None
) -> Form:
    """Everything a lead may read, and what they can do now."""
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks.append(kind_of(thread))
    blocks.append(Facts(_who_raised(thread, repo)))
    return Form(
        title=say("lead-page-title"),
        blocks=(*blocks, *await conversation(thread, "lead", repo)),
        buttons=_lead_buttons(who, thread),
    )


def _who_raised(thread: Thread, repo: Repository) -> tuple[tuple[Words, Words], ...]:
    topic = (say("fact-topic"), say(f"topic-{thread.topic}"))
    day = (say("fact-day"), Day(thread.day))
    if thread.how == "named" and thread.name_goes:
        who: Words = Plain(thread.raiser_name or "")
    elif thread.how == "anonymous":
        who = say("who-anonymous")
    elif not thread.name_goes:
        who = say("who-withheld")
    else:
        who = say("who-confidence")
    number = (say("fact-thread"), Plain(thread.id))
    rows: list[tuple[Words, Words]] = [topic, day, (say("fact-who"), who), number]
    if thread.told_agency and thread.name_goes:
        rows.append((say("fact-agency"), _agency(thread.told_agency, repo)))
    return tuple(rows)


def _agency(id: str, repo: Repository) -> Labelled:
    return Labelled(dict(repo.partnership.agency(AgencyId(id)).name))


def _lead_buttons(who: Named, thread: Thread) -> tuple[Button, ...]:
    def button(kind: str, primary: bool = False) -> Button:
        return Button(
            say(f"button-{kind}"), f"thread.{kind}", thread.id, "primary" if primary else "plain"
        )

    knows = thread.name_goes and thread.picked_by == who.person
    needs = thread.how == "confidence" and not knows
    glass = (Button(say("button-glass"), "glass", thread.id),) if needs else ()
    if thread.state == "open":
        return (button("pick", True), button("pass"), *glass, REFER)
    if thread.picked_by != who.person:
        return glass
    return (button("reply", True), button("ask"), button("close"), button("pass"), *glass, REFER)


async def conversation(
    thread: Thread, reader: Side, repo: Repository, diverted_after: int | None = None
) -> tuple[Block, ...]:
    """What was said, for one side; the owner of a diverted thread sees it as it stood then."""
    said = await repo.said(thread, reader)
    if diverted_after is not None:
        said = [s for s in said if not _aside(s, diverted_after)]
    # What reviewers say of a question stands apart, side by side.
    said = [s for s in said if s.side != "reviewer"]
    return tuple(block for spoken in said for block in _spoken(spoken, thread, reader, repo))


def _aside(spoken: Spoken, diverted_after: int) -> bool:
    theirs = spoken.side == "raiser" and spoken.kind != "unsettled"
    return spoken.kind.endswith(ASIDE) or (theirs and spoken.number > diverted_after)


def _spoken(spoken: Spoken, thread: Thread, reader: Side, repo: Repository) -> list[Block]:
    if spoken.side == "bot":
        agency = _agency(thread.agency, repo)
        mine = "" if reader == "raiser" else "-lead"
        name = Plain(spoken.text)
        day = Day(spoken.day)
        return [Text(say(f"bot-{spoken.kind}{mine}", name=name, agency=agency, day=day))]
    you = "you" if spoken.side == reader else "other"
    kind = spoken.kind.removesuffix(ASIDE)
    if kind == "raised":
        kind = RAISED_AS.get(thread.command, kind)
    heading = say(f"said-{kind}-{you}", day=Day(spoken.day))
    parts = [Said(say(f"part-{n}"), text) for n, text in spoken.parts.items() if text]
    blocks: list[Block] = [*parts, Said(heading, spoken.text) if spoken.text else Text(heading)]
    if spoken.reference and thread.command != "referral":  # there it stands on top
        blocks.append(Facts(((say("fact-reference"), Plain(spoken.reference)),)))
    if spoken.link.startswith("https://") or spoken.link.startswith("http://"):
        blocks.append(Link(say("flagged-link"), spoken.link))
    if spoken.held and spoken.kind not in KEPT:
        blocks.append(Text(say("said-held")))
    return blocks


async def own_thread(event: Event, repo: Repository) -> Thread:
    """What somebody raised and acts on. The dispatcher admits nobody else, and no other thread."""
    thread = await repo.thread(event.subject)
    if thread is None:
        raise LookupError("The dispatcher admits only whoever raised an existing thread.")
    return thread


async def raiser_page(thread: Thread, repo: Repository, note: Words | None = None) -> Form:
    """Every step, for whoever raised it, and what they can do now."""
    challenge = await repo.challenges.of(thread) if thread.command == "challenge" else None
    blocks: list[Block] = [Callout(note, "note")] if note else []
    blocks += [Callout(_state(thread, repo), "note"), kind_of(thread)]
    if challenge is not None and challenge.due is not None and thread.state == "open":
        blocks.append(Facts(((say("fact-due"), Day(challenge.due)),)))
    if await _other_ways(thread, challenge, repo):
        blocks += [Text(say("other-routes")), *(Text(r) for r in other_routes(repo.partnership))]
    if thread.state == "answered":
        kept, gone = say("settled-question-kept"), say("settled-question")
        blocks.append(Callout(kept if thread.keeps else gone, "note"))
    if not thread.name_goes and thread.state != "closed":
        blocks.append(Callout(say("name-question", agency=_agency(thread.agency, repo)), "note"))
    return Form(
        title=say(f"raiser-page-{thread.command}"),
        blocks=(*blocks, *await conversation(thread, "raiser", repo)),
        buttons=(*_raiser_buttons(thread), *await afterwards_buttons(thread, repo)),
    )


async def afterwards_buttons(thread: Thread, repo: Repository) -> tuple[Button, ...]:
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


def _state(thread: Thread, repo: Repository) -> Words:
    of = "" if thread.command == "concern" else f"{thread.command}-"
    return say(
        f"{of}state-{thread.state}",
        agency=_agency(thread.agency, repo),
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
        blocks=(Text(_state(thread, repo)), *danger_note(thread)),
        buttons=(Button(say("button-open"), verb, thread.id),),
    )


def danger_note(thread: Thread) -> tuple[Callout, ...]:
    """Says that somebody may be in danger, where that is so."""
    return (Callout(say("urgency-danger"), "urgent"),) if thread.danger else ()
