"""What the owner of a challenged decision can see of it, on every platform, as bytes."""

import json
from dataclasses import dataclass

import httpx

from bot.app import build_app
from bot.slack.render import surfaces as slack
from bot.teams.render import cards as teams
from bot.web.frame import Frame
from bot.web.render import pages as web
from bot.wiring import Platforms
from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from handlers.shared.labels import short_code
from prompts.shapes import Card, Form
from prompts.words import LANGUAGES
from tests.core.anytown import Town
from tests.handlers.challenge.acts import challenges

OWNER, MODERATOR, REVIEWER = "amina", "helen", "fiona"
FATES = ("delivered", "unread", "left", "diverted")
RAISERS = {"delivered": "leila", "unread": "sarah", "left": "kofi", "diverted": "mei"}
"""For each of what may have become of it, somebody; all of them have English on."""


@dataclass
class Told:
    """One challenge, and what became of what its owner said."""

    fate: str
    thread: str
    replies: str = "chat"

    @property
    def raiser(self) -> str:
        """Who raised it."""
        return RAISERS[self.fate]


async def told(town: Town, fate: str, answered: bool, replies: str = "chat") -> Told:
    """A challenge is moderated, its owner speaks, and that meets this fate."""
    before = set(await town.column("thread", "id"))
    await challenges(town, RAISERS[fate], replies=replies)
    [thread] = set(await town.column("thread", "id")) - before
    case = Told(fate, str(thread), replies)
    await _moderated(town, case)
    if fate == "left":
        town.client.gone.add(town.actor(case.raiser).person.partition(":")[2])
    await _owner_speaks(town, case, answered)
    if fate == "delivered":
        await _does(town, case.raiser, "mine.open", case)
    if fate == "diverted":
        await _spoken_aside(town, case)
    return case


async def _moderated(town: Town, case: Told) -> None:
    await _does(town, OWNER, "moderate.send", case, text="Is this fair?")
    verb = "moderate.divert" if case.fate == "diverted" else "moderate.leave"
    await _does(town, MODERATOR, verb, case)


async def _owner_speaks(town: Town, case: Told, answered: bool) -> None:
    await _does(town, OWNER, "challenge.reply.send", case, text="I look into it.")
    if answered:
        await _does(town, OWNER, "challenge.answer.send", case, verdict="keep", text="It stays.")


async def _spoken_aside(town: Town, case: Told) -> None:
    """The raiser says more, and the reviewer, not the owner, replies to it."""
    await _does(town, case.raiser, "mine.answer.send", case, text="You are all fools.")
    await _does(town, REVIEWER, "challenge.reply.send", case, text="I have read it.")


async def _does(town: Town, who: str, verb: str, case: Told, **answers: str) -> None:
    """Somebody does it, and isn't refused; what is due is delivered."""
    page = await town.does(who, verb, case.thread, answers)
    assert isinstance(page.reply, Ask), page.text
    await town.core.ticks.drain()


async def view(town: Town, case: Told) -> dict[str, bytes]:
    """The owner's page, their line and cards; the thread's id and letters masked."""
    page = (await town.does(OWNER, "challenge.open", case.thread)).form
    mine = (await town.does(OWNER, "mine")).form
    lines = tuple(s for s in mine.sections if case.thread in {b.subject for b in s.buttons})
    cards = [
        s.card for s in town.cards(OWNER) if case.thread in {b.subject for b in s.card.buttons}
    ]
    shown = {
        **drawn("page", page),
        **drawn("list", Form(mine.title, sections=lines)),
        **{k: v for n, card in enumerate(cards) for k, v in _sent(f"card {n}", card).items()},
    }
    assert cards
    assert lines
    masked = {case.thread: "THREAD", short_code(case.thread): "LETTERS"}
    for id, mask in masked.items():
        shown = {name: raw.replace(id.encode(), mask.encode()) for name, raw in shown.items()}
    return shown


def drawn(name: str, form: Form) -> dict[str, bytes]:
    """A page as every platform shows it, in every language."""
    event = Event("challenge.open", "")
    return {
        f"{name} {place} {language}": shown.encode()
        for language in LANGUAGES
        for place, shown in (
            ("slack", json.dumps(slack.modal(form, language, event))),
            ("slack home", json.dumps(slack.home(form, language))),
            ("teams", json.dumps(teams.dialog(form, language))),
            ("web", web.page(form, language, Frame(language=language))),
        )
    }


def _sent(name: str, card: Card) -> dict[str, bytes]:
    return {
        f"{name} {place} {language}": drawn.encode()
        for language in LANGUAGES
        for place, drawn in (
            ("slack", json.dumps(slack.card(card, language))),
            ("teams", json.dumps(teams.message(card, language))),
            ("web", web.home(Form(card.title), (card,), Frame(language=language))),
        )
    }


async def health(town: Town) -> tuple[dict[str, object], dict[str, float]]:
    """What whoever reaches the operators' listener reads: readiness, and every count."""
    app = build_app(town.core, Platforms(None, None))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8751") as http:
        ready = (await http.get("/readyz")).json()
        lines = (await http.get("/metrics")).text.splitlines()
    counts = (line.split() for line in lines if not line.startswith("#") and "_created" not in line)
    return ready, {name: float(count) for name, count in counts}
