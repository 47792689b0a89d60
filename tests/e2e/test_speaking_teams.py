"""Words, practice, routes and thanks in Teams alone, from the personal chat."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.passing import monday
from tests.e2e.teams_town import RAE, Anytown, anytown, opened, said, school
from tests.peers.teams_person import texts


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Anytown]:
    async with anytown(tmp_path, school(), monday()) as town:
        yield town


async def test_words_practice_and_routes_are_a_command_away(town: Anytown) -> None:
    form = await opened(town.rae, "phrases", said("phrases-button"))
    words = await form.press(said("phrases-submit"), topic="closure")
    assert "What has got safer since we began?" in texts(words.card)

    form = await opened(town.rae, "practice", said("practice-button"))
    assert said("practice-offer-button") not in texts(form.card)
    moment = await form.press(said("practice-submit"), scenario="hard-word")
    follows = await moment.press(said("practice-step-submit"), say="alert")
    later = await follows.press(said("practice-on-button"))
    assert said("practice-say-label") in texts(later.card)

    form = await opened(town.rae, "routes", said("routes-button"))
    found = await form.press(said("routes-submit"), route="colleague", raised="worse")
    assert said("routes-then-worse") in texts(found.card)


async def test_somebody_is_thanked_and_the_card_names_nobody(town: Anytown) -> None:
    form = await opened(town.rae, "thanks", said("thanks-button"))
    sent = await form.press(said("thanks-submit"), why="spoke", owner="Lee")
    assert said("thanks-sent-to", name="Lee, Anytown School") in texts(sent.card)
    await town.deliver()
    card = town.teams.last(town.lee.chat)
    assert said("thanks-card") in texts(card)
    assert RAE not in texts(card)
    page = await town.lee.open(card, said("button-open"))
    assert said("thanks-for-spoke", name=RAE) in texts(page.card)
