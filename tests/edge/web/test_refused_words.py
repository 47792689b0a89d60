"""Something sent is refused on a page of its own: the words that were typed stand on it."""

import re

import pytest

from handlers.contract.outcomes import Refuse
from prompts.words import Plain, say
from tests.edge.web.fakes import HERE, Demo

TYPED = {"_typed": "text", "text": "He hit <her>.", "how": "named", "_token": "tok-1"}


async def test_words_that_were_refused_stand_on_the_page_in_both_languages() -> None:
    demo = Demo()
    demo.dispatch.replies["concern.add.send"] = Refuse(
        {"": say("store-not-kept", routes=Plain("999"))}
    )
    async with demo.browsing() as browser:
        for verb in ("concern.add.send", "thread.answer.send"):  # which moved on
            path = f"/as/carys/do/{verb}"
            answer = await browser.post(path, data=TYPED, headers=HERE)
            assert answer.status_code == 403
            assert "<blockquote>He hit &lt;her&gt;.</blockquote>" in answer.text
            assert "named" not in answer.text  # what was chosen nobody wrote
            for said in ("This is what you wrote", "Dyma’r hyn a ysgrifennoch"):
                assert said in answer.text
            # No link to the other language leaves the words behind, nor does the way back.
            assert 'class="tongue"' not in answer.text
            assert re.search(r'href="/as/carys"[^>]*target="_blank"', answer.text)


@pytest.mark.parametrize("press", [{"_help": "text"}, {"_language": "cy"}])
async def test_words_are_kept_as_well_where_a_press_below_them_is_refused(
    press: dict[str, str],
) -> None:
    demo = Demo()
    demo.dispatch.replies["concern"] = Refuse({"": Plain("It was withdrawn.")})
    path = "/as/carys/do/concern.send" + ("/language" if "_language" in press else "")
    async with demo.browsing() as browser:
        answer = await browser.post(path, data=TYPED | press, headers=HERE)
    assert answer.status_code == 403
    assert "<blockquote>He hit &lt;her&gt;.</blockquote>" in answer.text


async def test_words_are_kept_where_the_demo_fails() -> None:
    demo = Demo()

    async def fails() -> None:
        raise RuntimeError

    demo.settle = fails  # type: ignore[method-assign]
    async with demo.browsing(raising=False) as browser:
        answer = await browser.post("/as/carys/do/concern.send", data=TYPED, headers=HERE)
    assert answer.status_code == 500
    assert "It may have been sent" in answer.text
    assert "<blockquote>He hit &lt;her&gt;.</blockquote>" in answer.text


async def test_a_press_without_words_is_refused_as_ever() -> None:
    async with Demo().browsing() as browser:
        answer = await browser.post("/as/tom/do/thread.pick", data={"_subject": "t1"}, headers=HERE)
    assert "<blockquote>" not in answer.text
    assert 'class="tongue"' in answer.text
