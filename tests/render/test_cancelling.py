"""Whoever cancels a form on the web is led back to what it was about."""

from dataclasses import replace

import pytest

from bot.web.render.pages import page
from storage.crypto.receipts import PASS_LENGTH
from tests.render.test_web import CARYS, FORM


@pytest.mark.parametrize(
    ("verb", "subject", "back"),
    [
        ("concern.send", "", "/as/carys"),
        ("thread.tag.send", "t" * 22, f"/as/carys/do/thread.open?subject={'t' * 22}"),
        ("mine.answer.send", "t" * 22, f"/as/carys/do/mine.open?subject={'t' * 22}"),
        ("mine.answer.send", "A" * PASS_LENGTH, "/as/carys"),
        ("story.write.send", "t" * 22, "/as/carys/do/story"),
        ("mine.find.send", "", "/as/carys"),
        ("challenge.point.send", "t" * 22, "/as/carys"),
    ],
)
def test_who_cancels_is_led_back_to_what_it_was_about(verb: str, subject: str, back: str) -> None:
    html = page(replace(FORM, verb=verb, subject=subject), frame=CARYS)
    assert f'<a class="button plain" href="{back}"' in html
