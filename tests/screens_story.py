"""What there is to look at: every page, form and card that people meet, from the real core."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.cli.demo import EXAMPLE
from bot.core.ask_again import answered
from handlers.contract.outcomes import Refuse
from prompts.shapes import Answers, Callout, Card, Form, Said
from prompts.words import Term, Words, say, speak
from storage.partnership.loading import read_written
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown
from tests.core.tour import tour
from tests.handlers.challenge.acts import CHALLENGE
from tests.peers.transcript import buttons_of

WORDS = "The meeting ended before the health visitor could say what she had seen at home."
DANGER: Answers = {"danger": "yes", "topic": "closure", "how": "anonymous"}


@dataclass(frozen=True)
class Scene:
    """One thing to look at, and how somebody came to see it."""

    name: str
    shape: Form | Card


async def scenes() -> list[Scene]:
    """A walk through everything, each look of it once."""
    with tempfile.TemporaryDirectory() as folder:
        main, ring = (f"sqlite+aiosqlite:///{folder}/{name}.db" for name in ("main", "ring"))
        written = read_written(EXAMPLE)
        async with anytown(Stores(main, ring, "sqlite"), Path(folder), partnership=written) as town:
            forms = [*await _concern(town), *await _challenge(town), *await _referral(town)]
            refused = await town.does("leila", "thread.open", "nothing")
            await tour(town)
            mine = await town.does("grace", "mine")
            pages = [*forms, *(("", form) for form in town.shown), ("home", mine.form)]
            cards = town.client.versions
    found = [*_named(pages), *(Scene(_slug(card.title), card) for card in cards)]
    return [*_numbered(_different(found)), *_refusal(refused)]


async def _concern(town: Town) -> list[tuple[str, Form]]:
    """The form as it opens, with much of it answered, and after things were left out."""
    asked = await town.does("leila", "concern")
    full = {**DANGER, "what": WORDS, "reference": "CASE-17", "agency": "childrens-social-care"}
    wrong = await asked.fills({"how": "anonymous", "agency": "school"})
    filled = await town.does("leila", "concern", answers=full)
    assert isinstance(wrong.reply, Refuse)
    errors = replace(answered(asked.form, {"how": "anonymous"}), errors=wrong.reply.errors)
    return [("concern", asked.form), ("filled", filled.form), ("errors", errors)]


async def _challenge(town: Town) -> list[tuple[str, Form]]:
    """The form as it opens, after things were left out, and with a sentence to look over."""
    asked = await town.does("kofi", "challenge")
    chosen = {"how": "anonymous", "level": "challenge", "replies": "chat", "release": "soon"}
    wrong = await asked.fills(chosen)
    assert isinstance(wrong.reply, Refuse)
    errors = replace(answered(asked.form, chosen), errors=wrong.reply.errors)
    drafted = await asked.fills({**CHALLENGE, "level": "escalate"})
    return [
        ("challenge", asked.form),
        ("challenge-errors", errors),
        ("challenge-drafted", drafted.form),
    ]


async def _referral(town: Town) -> list[tuple[str, Form]]:
    """After things were left out; the tour shows all else."""
    asked = await town.does("leila", "referral")
    wrong = await asked.fills({})
    assert isinstance(wrong.reply, Refuse)
    return [("referral-errors", replace(asked.form, errors=wrong.reply.errors))]


def _named(pages: list[tuple[str, Form]]) -> list[Scene]:
    return [Scene(name or _slug(form.title), form) for name, form in pages]


def _refusal(refused: Page) -> Iterator[Scene]:
    """A kind no, as a page: each platform words its title itself."""
    assert isinstance(refused.reply, Refuse)
    yield Scene("refused", Form(title=say("slack-sorry"), errors=refused.reply.errors))


def _slug(words: Words) -> str:
    # Named by the message's id, so that both languages and both platforms have the same names.
    text = words.id if isinstance(words, Term) else speak(words, "en")
    return re.sub(r"\W+", "-", text.removesuffix("-title")).strip("-").lower()


def _different(found: list[Scene]) -> list[Scene]:
    seen: dict[object, Scene] = {}
    for scene in found:
        # The Home tab is arranged in a way of its own, so its page is wanted once more.
        seen.setdefault((scene.name == "home", _look(scene.shape)), scene)
    return list(seen.values())


def _look(shape: Form | Card) -> object:
    """What must differ for a second picture to be worth taking."""
    kinds = tuple(sorted({type(block).__name__ for block in shape.blocks}))
    notes = tuple(_slug(b.words) for b in shape.blocks if isinstance(b, Callout))
    several = sum(isinstance(block, Said) for block in shape.blocks) > 1
    verbs = tuple(button.verb for button in buttons_of(shape))
    fields = shape.fields if isinstance(shape, Form) else ()
    asked = tuple((field.name, bool(getattr(field, "value", ""))) for field in fields)
    errors = bool(shape.errors) if isinstance(shape, Form) else False
    told = notes if isinstance(shape, Card) else ()
    return type(shape), _slug(shape.title), kinds, several, frozenset(verbs), asked, errors, told


def _numbered(found: list[Scene]) -> Iterator[Scene]:
    for number, scene in enumerate(found, 1):
        kind = "card" if isinstance(scene.shape, Card) else "page"
        yield replace(scene, name=f"{number:03}-{kind}-{scene.name}")
