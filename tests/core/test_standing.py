"""How a platform stands: asked at the start and again, and each change said once."""

import asyncio

import pytest

from bot.base.standing import Passing, Standing

AWAY, WRONG = Passing("Slack can't be reached."), "Slack doesn't accept SLACK_BOT_TOKEN."


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [str(getattr(record, "upstander_said", "")) for record in caplog.records]


async def test_each_change_is_said_once_and_the_state_follows(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(0)
    answers: list[list[str]] = [[AWAY], [AWAY], [WRONG, AWAY], [WRONG], [], []]

    async def ask() -> list[str]:
        return answers.pop(0)

    standing = Standing("Slack", ask)
    states = [standing.state]
    while answers:
        await standing.look()
        states.append(standing.state)
    assert states == ["starting", "away", "away", "wrong", "wrong", "ok", "ok"]
    assert said(caplog) == [AWAY, WRONG, "Slack is well again"]


async def test_an_answer_nobody_expects_is_no_crash_and_tells_nothing_of_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def ask() -> list[str]:
        raise LookupError("a secret")

    standing = Standing("Slack", ask)
    await standing.look()
    assert standing.state == "away"
    assert "secret" not in " ".join(said(caplog))


async def test_whoever_starts_does_not_wait_for_one_that_never_answers(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def ask() -> list[str]:
        await asyncio.Event().wait()
        return []

    standing = Standing("Slack", ask, patience=0.05)
    async with asyncio.timeout(2):
        await standing.start()
    assert standing.state == "starting"
    await standing.stop()
