"""What the chair of a pause does: a little longer, show it, once more, and what was decided."""

from collections.abc import Mapping

from handlers.contract import Ask, Event, Named, Open, Outcomes, Refuse, Verb, asks, no
from handlers.pause.cards import into_rooms, room_card, to_rooms
from handlers.pause.pages import DECISIONS, chair_page, together
from handlers.pause.rounds import (
    MOST_LONGER,
    ROUNDS,
    end,
    latest,
    make_longer,
    open_round,
    results,
    reveal,
)
from handlers.shared import questions
from prompts.shapes import Button, Callout, Choice, Form, Line, Long, Said, Section, Text
from prompts.words import Plain, say
from storage.repository import Repository
from storage.repository.pauses import MOST_CODES
from storage.schema import Pause, Thread
from storage.schema.values import State

WHY_MOST = 1000
GROUP_MOST = 60
GROUPED = 20
CODES = (5, 10, 20, 40)


async def _mine(who: Named, event: Event, repo: Repository) -> tuple[Thread, Pause] | None:
    """The pause, if it is theirs to chair."""
    thread = await repo.thread(event.subject)
    if thread is None or thread.command not in ("pause", "debrief"):
        return None
    return (thread, await repo.pauses.of(thread)) if thread.raiser == who.person else None


async def chair(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The chair's page."""
    found = await _mine(who, event, repo)
    return no("pause-not-chair") if found is None else [Ask(await chair_page(*found, repo))]


async def longer(who: Named, event: Event, repo: Repository) -> Outcomes:
    """One minute more."""
    found = await _mine(who, event, repo)
    if found is None:
        return no("pause-not-chair")
    thread, pause = found
    if pause.ballot is None:
        return no("pause-round-over")
    if pause.longer >= MOST_LONGER:
        return no("pause-long-enough")
    told = await make_longer(thread, pause, repo)
    return [Ask(await chair_page(thread, pause, repo, say("pause-longer-done"))), *told]


async def card_again(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The card once more, at the end of every room: it couldn't be posted, or it is far up."""
    found = await _mine(who, event, repo)
    if found is None or found[0].state != State.OPEN:
        return no("pause-not-chair")
    thread, pause = found
    card = room_card(thread, pause, await latest(thread, repo), repo.partnership)
    sent = await into_rooms(thread, pause, card, repo)
    return [Ask(await chair_page(thread, pause, repo, say("pause-card-sent"))), *sent]


async def show(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The round ends now, for everybody at once."""
    found = await _mine(who, event, repo)
    if found is None:
        return no("pause-not-chair")
    thread, pause = found
    told = await reveal(thread, pause, repo) if pause.ballot is not None else []
    return [Ask(await chair_page(thread, pause, repo)), *told]


async def again(who: Named, event: Event, repo: Repository) -> Outcomes:
    """A second round, after people have talked."""
    found = await _mine(who, event, repo)
    if found is None:
        return no("pause-not-chair")
    thread, pause = found
    if thread.state != State.OPEN or pause.ballot is not None or pause.kind != "voices":
        return no("pause-not-now")
    if pause.round >= ROUNDS:
        return no("pause-two-rounds")
    pause.round += 1
    pause.longer = 0
    told = await open_round(thread, pause, repo)
    return [Ask(await chair_page(thread, pause, repo, say("pause-again-done"))), *told]


async def ask_codes(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Codes for people who have neither Slack nor Teams."""
    found = await _mine(who, event, repo)
    if found is None or found[0].state != State.OPEN:
        return no("pause-not-chair")
    thread, pause = found
    codes = [repo.pauses.code(thread.id, number) for number in range(pause.codes)]
    given = (Said(say("pause-codes-given"), "\n".join(codes)),) if codes else ()
    more = pause.codes < MOST_CODES
    return [
        Ask(
            Form(
                title=say("pause-codes-title"),
                verb="pause.codes.send" if more else "",
                subject=thread.id,
                blocks=(Text(say("pause-codes-intro")), *given),
                fields=(
                    Choice("codes", say("pause-codes-label"), questions.options(
                        "pause-codes", tuple(str(n) for n in CODES if n > pause.codes)),
                        look="select"),
                ) if more else (),
                buttons=(Button(say("pause-chair"), "pause.chair", thread.id),),
                submit=say("pause-codes-submit") if more else None,
            )
        )
    ]  # fmt: skip


async def give_codes(who: Named, event: Event, repo: Repository) -> Outcomes:
    """So many are handed out; everybody in the room is told how many."""
    found = await _mine(who, event, repo)
    if found is None or found[0].state != State.OPEN:
        return no("pause-not-chair")
    thread, pause = found
    wanted = event.one("codes")
    if wanted not in {str(n) for n in CODES if n > pause.codes}:
        return [Refuse({"codes": say("missing-codes")})]
    pause.codes = int(wanted)
    codes = [repo.pauses.code(thread.id, number) for number in range(pause.codes)]
    return [
        Ask(
            Form(
                title=say("pause-codes-title"),
                blocks=(
                    Callout(say("pause-codes-once"), "note"),
                    Said(say("pause-codes-given"), "\n".join(codes)),
                ),
                buttons=(Button(say("pause-chair"), "pause.chair", thread.id),),
            )
        )
    ]


async def ask_decision(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Go on, change or stop; in a debrief, only what comes of it."""
    found = await _mine(who, event, repo)
    if found is None or found[0].state != State.OPEN or found[1].ballot is not None:
        return no("pause-not-now")
    thread, pause = found
    kinds = () if pause.kind == "debrief" else (
        Choice("decision", say("pause-decision-label"),
               questions.options("pause-decision", DECISIONS)),
    )  # fmt: skip
    form = Form(
        title=say(f"{pause.kind}-decide"),
        verb="pause.decide.send",
        subject=thread.id,
        fields=(*kinds, Long("why", say("pause-why-label"), hint=say("pause-why-hint"),
                             required=False, most=WHY_MOST)),
        submit=say("pause-decide-submit"),
    )  # fmt: skip
    return [Ask(form)]


async def decide(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It is recorded, and the pause is over; what is to be done becomes referrals."""
    found = await _mine(who, event, repo)
    if found is None or found[0].state != State.OPEN or found[1].ballot is not None:
        return no("pause-not-now")
    thread, pause = found
    wrong = questions.too_long(event, {"why": WHY_MOST})
    if pause.kind != "debrief" and event.one("decision") not in DECISIONS:
        wrong["decision"] = say("missing-pause-decision")
    if wrong:
        return [Refuse(wrong)]
    pause.decided = event.one("decision") or "done"
    await repo.say(thread, "room", "decided", event.one("why"))
    await end(thread, pause, repo)
    card = room_card(thread, pause, await latest(thread, repo), repo.partnership)
    page = await chair_page(thread, pause, repo, say("pause-decided-recorded"))
    return [Ask(page), *await to_rooms(thread, pause, card, repo)]


async def ask_groups(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What belongs together is for the people to say: a word for each reason."""
    found = await _mine(who, event, repo)
    lines = await _reasons(found, repo)
    if found is None or not lines:
        return no("pause-not-now")
    asked = tuple(
        Line(f"group-{n}", say("pause-group-label", reason=Plain(text)), most=GROUP_MOST)
        for n, text in enumerate(lines, start=1)
    )
    return [
        Ask(
            Form(
                title=say("pause-group"),
                verb="pause.group.send",
                subject=found[0].id,
                blocks=(Text(say("pause-group-intro")),),
                fields=asked,
                submit=say("pause-group-submit"),
            )
        )
    ]


async def _reasons(found: tuple[Thread, Pause] | None, repo: Repository) -> list[str]:
    if found is None or found[1].kind != "premortem" or found[1].ballot is not None:
        return []
    every = await results(found[0], repo)
    return [line.text for line in every[-1].lines][:GROUPED] if every else []


async def group(who: Named, event: Event, repo: Repository) -> Outcomes:
    """The reasons in their groups, for everybody to see."""
    found = await _mine(who, event, repo)
    lines = await _reasons(found, repo)
    if found is None or not lines:
        return no("pause-not-now")
    names = [event.one(f"group-{n}") for n in range(1, len(lines) + 1)]
    if any(len(name) > GROUP_MOST for name in names):
        return [Refuse({"": say("too-long", most=GROUP_MOST)})]
    sections = tuple(
        Section(
            Plain(name) if name else say("pause-group-none"),
            together([t for t, its in zip(lines, names, strict=True) if its == name]),
        )
        for name in dict.fromkeys(sorted(names, key=lambda its: (its == "", its.casefold())))
    )  # fmt: skip
    back = Button(say("pause-chair"), "pause.chair", found[0].id)
    return [Ask(Form(title=say("pause-grouped"), sections=sections, buttons=(back,)))]


async def to_referral(who: Named, event: Event, repo: Repository) -> Outcomes:
    """An action becomes a referral, with its owner and its day."""
    found = await _mine(who, event, repo)
    if found is None:
        return no("pause-not-chair")
    return [Open("referral")]


async def to_opinion(who: Named, event: Event, repo: Repository) -> Outcomes:
    """A question that the room can't settle goes to people from outside."""
    found = await _mine(who, event, repo)
    if found is None:
        return no("pause-not-chair")
    said = await repo.said(found[0], "raiser")
    what = next((s.text for s in said if s.kind == "raised"), "")
    return [Open("second-opinion", {"what": what})]


VERBS: Mapping[str, Verb] = {
    "pause.chair": asks("person", chair),
    "pause.longer": Verb("person", longer),
    "pause.show": Verb("person", show),
    "pause.card": Verb("person", card_again),
    "pause.again": Verb("person", again),
    "pause.codes": asks("person", ask_codes),
    "pause.codes.send": Verb("person", give_codes),
    "pause.decide": asks("person", ask_decision),
    "pause.decide.send": Verb("person", decide),
    "pause.group": asks("person", ask_groups),
    "pause.group.send": Verb("person", group),
    "pause.to.referral": asks("person", to_referral),
    "pause.to.opinion": asks("person", to_opinion),
}
