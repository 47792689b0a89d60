"""Words to start from in Teams: two presses in the dialog, and nothing that was typed is lost."""

from dataclasses import replace

import pytest

from handlers.contract.outcomes import Ask
from prompts.shapes import Form, Long
from tests.edge.suggesting import WORDS, suggesting
from tests.edge.teams.fakes import FORM, Here
from tests.peers.teams_person import Dialog, everything, texts

TYPED = {"what": "Mine.", "left_out": "teams:t:ann,teams:t:ben", "tell": "yes"}


def _helpful() -> Form:
    fields = (replace(f, says="raise") if isinstance(f, Long) else f for f in FORM.fields)
    return replace(FORM, fields=tuple(fields))


@pytest.fixture
def bot(bot: Here) -> Here:
    bot.dispatch.replies |= {
        "concern": lambda incoming: Ask(_helpful()),
        "phrases.beside": lambda incoming: suggesting(incoming.event),
    }
    return bot


def _value(dialog: Dialog, name: str = "what") -> str:
    found = [e for e in everything(dialog.card) if e.get("id") == name]
    return str(found[0].get("value", ""))


async def _form(bot: Here) -> Dialog:
    where = {"id": "19:team@thread.tacv2;messageid=5", "conversationType": "channel"}
    return await bot.pat.flag("https://teams.microsoft.com/l/message/19:t@thread.tacv2/1", where)


async def test_two_presses_put_words_below_what_was_typed(bot: Here) -> None:
    asked = await _form(bot)
    # Nothing else is answered yet, and Teams itself doesn't stand in the way.
    shown = await asked.press("Help me say it", **TYPED)
    assert WORDS in texts(shown.card)
    assert (_value(shown), _value(shown, "left_out")) == ("Mine.", TYPED["left_out"])
    done = await shown.press("Use this", **TYPED)
    assert _value(done) == f"Mine.\n\n{WORDS}"
    assert _value(done, "tell") == "yes"
    assert WORDS not in texts(done.card)
    helped = bot.dispatch.came[-2].event
    assert helped.verb == "concern"
    assert helped.answers["left_out"] == ("teams:t:ann", "teams:t:ben")
    await done.press("Send", danger="no")
    sent = bot.dispatch.came[-1]
    assert (sent.event.verb, sent.event.one("danger")) == ("concern.send", "no")
    assert sent.event.one("what") == f"Mine.\n\n{WORDS}"
    assert sent.event.link.startswith("https://teams.microsoft.com/")


async def test_what_need_not_be_answered_says_so_in_words(bot: Here) -> None:
    labels = [e.get("label") for e in everything((await _form(bot)).card)]
    assert "Reference (optional)" in labels
    assert "What happened?" in labels
