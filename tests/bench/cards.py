"""What it takes to render the heaviest cards and pages of a pause, for each platform.

python -m tests.bench --only cards
"""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.slack.render.surfaces import card as slack_card
from bot.slack.render.surfaces import modal
from bot.teams.refresh import standing
from bot.teams.render.cards import dialog
from bot.teams.render.text import weight
from bot.web.render.pages import page
from handlers.contract.people import Event
from handlers.pause.cards import picture, room_card, stop_first
from handlers.pause.cards import told as said_of
from handlers.pause.case import PauseCase
from handlers.pause.pages import written
from handlers.pause.results import COMFORT, Remark, Result
from prompts.shapes import Button, Card, Form, Said
from prompts.words import say
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import RootSecret
from storage.partnership.loading import read_partnership
from storage.repository import Repository
from storage.schema import Pause, Thread
from storage.schema.values import How, Release, State, ThreadCommand
from tests.drill.server import town_file

LANGUAGE: Final = "cy"
"""The language whose words take the most looking up: what Welsh lacks, English has."""
TIMES: Final = 200
LINES, REASONS = 40, 20
TEXT: Final = "Nid ydym wedi clywed gan yr ysgol ers mis Mawrth, & <nobody> knows *why*. " * 9
BEFORE = Result(1, "picture", counts=dict(zip(COMFORT, (20, 12, 6, 2), strict=True)))
AFTER = Result(
    2, "picture", stop=True, counts=dict(zip(COMFORT, (10, 14, 14, 2), strict=True)), quick=True,
    lines=tuple(Remark(TEXT[n : n + 200]) for n in range(LINES)),
)  # fmt: skip
REASONED = Result(1, "picture", lines=tuple(Remark(TEXT[n : n + 600]) for n in range(REASONS)))


def _thread() -> Thread:
    return Thread(
        partnership_id="anytown", id="a" * 21, command=ThreadCommand("pause"), how=How.NAMED,
        danger=False, agency="school", told_agency=None,
        raiser=None, raiser_name=None, release=Release.NOW, state=State.OPEN,
        day=datetime.now(UTC).date(),
    )  # fmt: skip


def _pause(**more: Any) -> Pause:
    given: dict[str, Any] = {
        "kind": "voices",
        "minutes": 2,
        "keeper": "k",
        "questions": "4,5,8",
        "codes": 40,
    }
    return Pause(partnership_id="anytown", thread_id="a" * 21, **(given | more))


def _card(folder: Path) -> Card:
    """The card of an open round: three questions, when it ends, every button."""
    now = datetime.now(UTC)
    pause = _pause(ballot="b", began_at=now, closes_at=now)
    keys = Keys(RootSecret(bytes(32)), folder)
    repo = Repository(AsyncSession(), read_partnership(town_file(folder)), keys, now)
    return room_card(PauseCase(_thread(), repo, pause), None)


def _page(pause: Pause, result: Result, before: Result | None) -> Form:
    """What everybody in the room reads once a round is over."""
    table = Said(say("pause-about"), TEXT[:500])
    blocks = (*stop_first(result), *said_of(pause.kind, result), *picture(result, before))
    return Form(
        title=say(f"{pause.kind}-page"),
        blocks=(table, *blocks),
        sections=tuple(written(pause.kind, result)),
        buttons=(Button(say("pause-look"), "pause.open", pause.thread_id),),
    )


def told(rounds: int) -> str:
    """The table."""
    with TemporaryDirectory() as folder:
        shown = _card(Path(folder))
    voices = _page(_pause(round=2), AFTER, BEFORE)
    reasons = _page(_pause(kind="premortem"), REASONED, None)
    head = f"Rendering the heaviest of a pause ({LANGUAGE}), beside json.dumps of what came of it"
    lines = [head]
    for name, drawn in (
        ("card of a round", _cards(shown)),
        (f"page, {LINES} lines and bars of two rounds", _pages(voices)),
        (f"page of a premortem, {REASONS} reasons", _pages(reasons)),
    ):
        lines += [f"  {name}", *(_line(where, draw, rounds) for where, draw in drawn.items())]
    return "\n".join(lines)


def _cards(card: Card) -> dict[str, Callable[[], Any]]:
    form = Form(title=card.title, blocks=card.blocks, buttons=card.buttons)
    return {
        "Slack": lambda: slack_card(card, LANGUAGE),
        "Teams": lambda: standing(card, LANGUAGE),
        "web": lambda: page(form, LANGUAGE),
    }


def _pages(form: Form) -> dict[str, Callable[[], Any]]:
    opened = Event("pause.open", "a" * 21)
    return {
        "Slack": lambda: modal(form, LANGUAGE, opened),
        "Teams": lambda: dialog(form, LANGUAGE),
        "web": lambda: page(form, LANGUAGE),
    }


def _line(where: str, draw: Callable[[], Any], rounds: int) -> str:
    drawn = draw()
    ours, theirs = _us(draw, rounds), _us(lambda: json.dumps(drawn), rounds)
    size = weight(drawn) if where == "Teams" else len(json.dumps(drawn))
    return (
        f"    {where:8}{ours:9,.0f} us, json.dumps {theirs:7,.0f} us ({ours / theirs:.1f} times "
        f"as long), {size:,} bytes"
    )


def _us(doing: Callable[[], Any], rounds: int) -> float:
    return statistics.median(_each(doing, rounds)) * 1_000_000


def _each(doing: Callable[[], Any], rounds: int) -> Iterator[float]:
    for _ in range(rounds * TIMES):
        began = time.perf_counter()
        doing()
        yield time.perf_counter() - began
